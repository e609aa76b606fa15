"""Confirm what a file does not tell by itself: another person has looked at it, and its times are right."""

from sanzhi.cases import queries as cases
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.recordings import events
from sanzhi.recordings.models import Recording
from sanzhi.recordings.policies import may_confirm
from sanzhi.recordings.queries import recording_for_update


class ConfirmRecording(Order):
    recording: int


@command("recordings.confirm_recording", title="确认音像的时间")
def confirm_recording(actor: Actor, order: ConfirmRecording) -> Recording:
    recording = recording_for_update(actor, order.recording)
    require(
        may_confirm(actor, cases.case_of_subject(recording.subject), recording=recording),
        Verdict.when(
            not recording.counts, "这一音像不需要确认，或者已经确认。", remedy="如页面已陈旧，请刷新。"
        ),
    )
    recording.confirmed_by, recording.confirmed_by_name = actor.key, actor.name
    recording.confirmed_at = clock.now()
    recording.save()
    record(events.RECORDING_CONFIRMED, actor=actor, subject=recording, facts={"doubt": recording.doubt})
    return recording
