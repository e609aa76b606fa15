"""Writes one line of custody; called inside the commands that touch an original."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.recordings.models import Custody, Recording, Touch


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
    return line
