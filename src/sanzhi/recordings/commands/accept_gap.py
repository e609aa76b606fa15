"""Accept an explanation: who failed to record cannot be the judge of it (行政处罚法 §47)."""

from sanzhi.cases import queries as cases
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.recordings import events
from sanzhi.recordings.models import Gap
from sanzhi.recordings.policies import may_accept
from sanzhi.recordings.queries import caption_of, gap_for_update


class AcceptGap(Order):
    gap: int


@command("recordings.accept_gap", title="审定音像记录缺漏说明")
def accept_gap(actor: Actor, order: AcceptGap) -> Gap:
    gap = gap_for_update(actor, order.gap)
    case = cases.case_of_subject(gap.subject)
    require(
        may_accept(actor, case, gap=gap),
        Verdict.when(gap.is_waiting, "这一缺漏说明已经审定或者退回。", remedy="如页面已陈旧，请刷新。"),
    )
    gap.accepted_by, gap.accepted_by_name, gap.accepted_at = actor.key, actor.name, clock.now()
    gap.save()
    facts = {"moment": caption_of(gap.moment)}
    record(events.GAP_ACCEPTED, actor=actor, subject=case, facts=facts)
    return gap
