"""Finish an upload, or end it with the refusal: bytes that were refused will be refused again, and wait for nobody."""

from contextlib import suppress

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.recordings.commands.cancel_upload import CancelUpload, cancel_upload
from sanzhi.recordings.commands.finish_upload import FinishUpload, finish_upload
from sanzhi.recordings.models import Recording

REASON = "原始文件没有通过入库核对"


def finish_or_end(actor: Actor, token: str) -> Recording:
    """Two commands: what is refused leaves nothing, so its end is recorded by itself; another's upload stays."""
    try:
        return finish_upload(actor, FinishUpload(upload=token))
    except Refused:
        with suppress(Refused, NotVisible):
            cancel_upload(actor, CancelUpload(upload=token, reason=REASON))
        raise
