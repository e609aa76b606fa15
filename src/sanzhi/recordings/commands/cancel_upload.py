"""Give up an upload: what has arrived is removed; the fact that it was begun stays."""

from django.db import transaction
from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.recordings import arriving, events
from sanzhi.recordings.models import Upload
from sanzhi.recordings.policies import is_continued_by
from sanzhi.recordings.queries import open_upload


class CancelUpload(Order):
    upload: str
    reason: str = Field(default="上传人放弃", min_length=2, max_length=200)


@command("recordings.cancel_upload", title="放弃上传")
def cancel_upload(actor: Actor, order: CancelUpload) -> Upload:
    upload = Upload.locked(open_upload(actor, order.upload).pk)
    require(is_continued_by(upload, actor))
    upload.cancelled_at = clock.now()
    upload.save()
    record(events.UPLOAD_CANCELLED, actor=actor, subject=upload, facts={"reason": order.reason})
    # If we stop between the commit and this, a file without a use remains in `arriving`; it harms nobody.
    transaction.on_commit(lambda: arriving.forget(upload.token))
    return upload
