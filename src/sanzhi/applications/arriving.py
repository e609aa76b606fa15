"""An upload on its way in: checked in memory, stored only then, and answered with a receipt that the command takes.

If we stop after it was stored and before a row names it, nobody sees it; the job that discards finds nothing to keep.
"""

import hashlib
import re
from pathlib import Path

from django.conf import settings

from sanzhi.applications.contents import may_be_taken
from sanzhi.applications.models import Application
from sanzhi.kernel import disk_space
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.kept_file import receipt
from sanzhi.kernel.storage import store
from sanzhi.kernel.text import one_line
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.publications.queries import is_issued

RESERVED = 256 << 20  # bytes that strangers leave free for those who work
NO_ROOM = "现在不能接收文件，已经填写的内容都在。请过一会儿再试，或者把材料交到窗口。"
LONGEST = 100


def named(name: str) -> str:
    """The file's name as it is kept: no folders, nothing unseen, not too long."""
    last = re.split(r"[/\\]", one_line(name))[-1]
    return re.sub(r'[<>:"|?*\x00]', "", last).strip(". ")[-LONGEST:] or "未命名"


def whose(application: int) -> str:
    return f"applicant:{application} applications.application:{application}"


def taken_in(row: Application, *, content: bytes, may: Verdict) -> str:
    """The receipt of the stored file. Raises Refused with what is wrong with it, Undelivered where the disk has no room.

    `may` is what speaks against any upload now, asked before the file is looked at.
    """
    require(may)
    # our own papers carry their data as an attachment
    if not (content.startswith(b"%PDF-") and is_issued(hashlib.sha256(content).hexdigest())):
        require(may_be_taken(content))
    if not disk_space.spares(Path(settings.SANZHI_STORAGE_ROOT), RESERVED + len(content)):
        raise Undelivered(NO_ROOM)
    return receipt(store().put([content]).sha256, of=whose(row.pk))
