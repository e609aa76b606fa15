"""When less may be owed than was assessed, and how much less: counted anew in law/ with what is asked for."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.levies import Reduction, Use
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.assessing import charge_named, counted
from sanzhi.levy.guards import lowerings_settled
from sanzhi.levy.models import LoweredFor, Lowering
from sanzhi.levy.owed import waiting_refund
from sanzhi.levy.queries import assessment_of, levy_end_of, reliefs

LAW = "城市道路管理条例第三十七条、第三十八条"


def may_be_lowered(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            assessment_of(proceeding), "尚未核定征收数额，没有可以减少的。", citation=LAW, remedy="请先核定。"
        )
        & Verdict.when(
            not cases.has_fallen(proceeding) and levy_end_of(proceeding) is None,
            "征收决定已被撤销或者已经终止征收，不再减免。",
            citation=LAW,
            remedy="已经缴纳的，请办理退费。",
        )
        & lowerings_settled(proceeding)
        & Verdict.when(
            waiting_refund(proceeding) is None,
            "已经决定的退费尚未退还。",
            citation=LAW,
            remedy="请先登记退还。",
        )
    )


def enter(
    actor: Actor, row: Lowering, *, uses: tuple[Use, ...], more: tuple[Reduction, ...], case: str
) -> Lowering:
    """Save it with what would be owed, and how that is counted."""
    assessed = assessment_of(row.proceeding)
    assert assessed is not None  # may_be_lowered has asked for it
    charge = charge_named(row.proceeding, assessed.item, edition=assessed.edition_id)
    found = counted(charge, uses, reductions=(*reliefs(row.proceeding), *more))
    row.owed, row.lines = found.result, list(found.lines())
    row.asked_on, row.asked_by = clock.today(), actor.name
    row.save()
    facts = {"kind": LoweredFor(row.kind).label, "amount": yuan(row.owed)}
    record(events.LOWERING_ASKED, actor=actor, subject=case, facts=facts)
    return row
