"""Pieces add up: whoever was sent as many bytes as the original has, in however many pieces, is told as having a copy.

Summed for each person and recording, whatever the days and sessions: nobody has less than the whole unnoticed by coming
again tomorrow. Who hears the same minutes over and over is told so too; who plays a film to its end has in truth all of it.
"""

from django.db import transaction

from sanzhi.kernel import write_trouble
from sanzhi.kernel.actor import Actor
from sanzhi.recordings.commands import RecordDownload, record_download
from sanzhi.recordings.models import Recording, Sent

REASON = "分段取得，累计字节数达到整段"


def count(actor: Actor, recording: Recording, *, length: int) -> None:
    """One row is written over for each piece; when the whole is reached a line of custody is entered, and it begins anew."""
    with write_trouble.told(), transaction.atomic():
        row, _ = Sent.objects.select_for_update().get_or_create(recording=recording, sent_to=actor.key)
        row.size += length
        if row.size >= recording.size:
            record_download(actor, RecordDownload(recording=recording.pk, reason=REASON))
            row.size = 0
        row.save()
