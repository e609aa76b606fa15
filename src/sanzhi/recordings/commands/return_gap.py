"""Return an explanation that does not convince: its writer explains anew, or brings the recording (行政处罚法 §47)."""

from pydantic import Field

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


class ReturnGap(Order):
    gap: int
    reason: str = Field(min_length=4, max_length=300)


@command("recordings.return_gap", title="退回音像记录缺漏说明")
def return_gap(actor: Actor, order: ReturnGap) -> Gap:
    gap = gap_for_update(actor, order.gap)
    case = cases.case_of_subject(gap.subject)
    require(
        may_accept(actor, case, gap=gap),
        Verdict.when(gap.is_waiting, "这一缺漏说明已经审定或者退回。", remedy="如页面已陈旧，请刷新。"),
    )
    gap.returned_by_name, gap.returned_for, gap.returned_at = actor.name, order.reason, clock.now()
    gap.save()
    facts = {"moment": caption_of(gap.moment), "reason": order.reason}
    record(events.GAP_RETURNED, actor=actor, subject=case, facts=facts)
    return gap
