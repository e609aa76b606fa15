"""What the worker does for recordings: clear away uploads that nobody has continued for a week."""

from datetime import timedelta

from sanzhi.kernel.actor import system
from sanzhi.kernel.jobs import periodic
from sanzhi.recordings.commands import CancelUpload, cancel_upload
from sanzhi.recordings.queries import stale_uploads

KEPT_FOR = timedelta(days=7)


@periodic("recordings.clear_stale_uploads", every=timedelta(hours=6))
def clear_stale_uploads() -> None:
    for upload in stale_uploads(older_than=KEPT_FOR):
        cancel_upload(system(upload.authority), CancelUpload(upload=upload.token, reason="超过七日未接续"))
