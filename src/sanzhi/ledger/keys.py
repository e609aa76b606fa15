"""The installation's two keys: without them nothing is written, and what they vouch for nobody makes who has the database alone.

The log's private key stamps every entry and every job (HMAC-SHA256): rows put in by plain SQL have no stamp. The secret
key's fingerprint stands in the log, so that another one in its place is noticed.
"""

import hashlib
import hmac
import os
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from sanzhi.kernel.errors import Undelivered
from sanzhi.ledger.events import SECRET_RECORDED
from sanzhi.ledger.log_files import LedgerDamaged, log_folder
from sanzhi.ledger.models import Entry

_known: dict[Path, tuple[tuple[int, int], bytes]] = {}


def stamp_of(content: bytes) -> str:
    """64 hexadecimal digits. Undelivered when the log's key is gone or another log's."""
    return hmac.new(_stamping_key(), content, hashlib.sha256).hexdigest()


def entry_stamp(digest: str) -> str:
    return stamp_of(b"entry " + digest.encode())


def _stamping_key() -> bytes:
    path = log_folder().key
    try:
        stands = path.stat()
    except FileNotFoundError:
        _make_or_refuse()
        stands = path.stat()
    mark = (stands.st_mtime_ns, stands.st_ino)
    known = _known.get(path)
    if known is None or known[0] != mark:
        known = _known[path] = (mark, _derived())
    return known[1]


def _derived() -> bytes:
    """A key of its own purpose: it says nothing about the one that signs."""
    try:
        return hashlib.sha256(b"sanzhi stamps\n" + log_folder().signing_key(begun=True).secret).digest()
    except LedgerDamaged as damage:
        raise Undelivered(f"不能办理：{damage}", permanent=True) from damage


def _make_or_refuse() -> None:
    folder = log_folder()
    with folder.locked():
        try:
            folder.signing_key(begun=Entry.objects.exists())
        except LedgerDamaged as damage:
            raise Undelivered(f"不能办理：{damage}", permanent=True) from damage


def demand_secret() -> None:
    """Undelivered when the file of the secret key is gone while the program runs."""
    place = settings.SANZHI_SECRET_KEY_FILE
    if not os.path.exists(place):
        raise Undelivered(
            f"不能办理：密钥文件 {place} 不见了。请从另存的地方放回原来的文件。", permanent=True
        )


def fingerprint_of(secret: str) -> str:
    return hashlib.sha256(b"sanzhi secret\n" + secret.encode()).hexdigest()


def secret_fingerprint() -> str:
    return fingerprint_of(settings.SECRET_KEY)


def recorded_fingerprint(*, using: str = DEFAULT_DB_ALIAS) -> str:
    """The one that the log in the database `using` has last; "" when none was ever recorded."""
    last = Entry.objects.using(using).filter(event=SECRET_RECORDED.name).order_by("-id").first()
    return str((last.facts or {}).get("fingerprint", "")) if last else ""


def another_secret() -> str:
    """A sentence when the secret key is not the recorded one; "" when it is, or none is recorded."""
    recorded = recorded_fingerprint()
    if recorded in {"", secret_fingerprint()}:
        return ""
    return (
        f"密钥文件 {settings.SANZHI_SECRET_KEY_FILE} 不是日志登记的那一个。请放回原来的文件；"
        "确实要更换的，运行 manage.py replace_secret --reason 理由 --as 系统管理员的登录名，所有人须重新登录。"
    )
