"""Say that somebody looks at an original, and why (F6-14)."""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.recordings import events
from sanzhi.recordings.commands.touch import touch
from sanzhi.recordings.models import Custody, Touch
from sanzhi.recordings.queries import visible_recording


class RecordPlayback(Order):
    recording: int
    reason: str = Field(default="办案查看", min_length=2, max_length=200)


@command("recordings.record_playback", title="调阅音像记录")
def record_playback(actor: Actor, order: RecordPlayback) -> Custody:
    recording = visible_recording(actor, order.recording)
    line = touch(actor, recording, kind=Touch.PLAYED, reason=order.reason)
    record(events.RECORDING_PLAYED, actor=actor, subject=recording, facts={"reason": order.reason})
    return line
