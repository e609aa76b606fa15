"""Explain why a moment was not, or not fully, recorded: broken device, weather, danger (F6-10, 记忆)."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.recordings import events
from sanzhi.recordings.models import Gap
from sanzhi.recordings.policies import is_not_explained, may_record
from sanzhi.recordings.queries import caption_of


class ExplainGap(OnProceeding):
    moment: str = Field(pattern=r"^[a-z_]{2,40}$")
    reason: str = Field(min_length=6, max_length=300)


@command("recordings.explain_gap", title="说明音像记录缺漏")
def explain_gap(actor: Actor, order: ExplainGap) -> Gap:
    proceeding = cases.proceeding_for_update(actor, order)
    case = proceeding.case
    require(may_record(actor, case), is_not_explained(proceeding, order.moment))
    gap = Gap(
        authority=case.authority.code,
        subject=cases.subject_of(case),
        proceeding=proceeding,
        moment=order.moment,
        reason=order.reason,
        explained_by=actor.key,
        explained_by_name=actor.name,
        explained_at=clock.now(),
    )
    gap.save()
    facts = {"moment": caption_of(order.moment), "reason": order.reason}
    record(events.GAP_EXPLAINED, actor=actor, subject=case, facts=facts)
    return gap
