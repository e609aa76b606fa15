"""Writes one line of custody; called inside the commands that touch an original. The case shows who had it, and which."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.organisation import looking
from sanzhi.organisation.models import LookKind
from sanzhi.recordings.models import Custody, Recording, Touch
from sanzhi.recordings.queries import caption_of

LOOKS = {Touch.PLAYED: LookKind.PLAYED, Touch.DOWNLOADED: LookKind.DOWNLOADED}


def touch(actor: Actor, recording: Recording, *, kind: Touch, reason: str) -> Custody:
    line = Custody(
        recording=recording,
        touch=kind,
        touched_by=actor.key,
        touched_by_name=actor.name,
        touched_at=clock.now(),
        reason=reason,
    )
    line.save()
    if kind in LOOKS:
        what = f"“{caption_of(recording.moment)}”的{recording.get_kind_display()}（第{recording.pk}号）"
        looking.take(actor, recording.subject, kind=LOOKS[kind], what=what)
    return line
