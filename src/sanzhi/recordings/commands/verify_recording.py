"""Hash an original again and say whether it is still what was taken in."""

import hashlib

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.storage import read_in_chunks, store
from sanzhi.ledger.commands import record
from sanzhi.recordings import events
from sanzhi.recordings.commands.touch import touch
from sanzhi.recordings.models import Custody, Recording, Touch
from sanzhi.recordings.queries import visible_recording


class VerifyRecording(Order):
    recording: int


@command("recordings.verify_recording", title="核验音像原件")
def verify_recording(actor: Actor, order: VerifyRecording) -> Custody:
    recording = visible_recording(actor, order.recording)
    outcome = "与入库时一致" if is_intact(recording) else "与入库时不一致或者缺失"
    line = touch(actor, recording, kind=Touch.VERIFIED, reason=outcome)
    record(events.RECORDING_VERIFIED, actor=actor, subject=recording, facts={"outcome": outcome})
    return line


def is_intact(recording: Recording) -> bool:
    if not store().has(recording.sha256):
        return False
    digest = hashlib.sha256()
    for chunk in read_in_chunks(store().open(recording.sha256)):
        digest.update(chunk)
    return digest.hexdigest() == recording.sha256
