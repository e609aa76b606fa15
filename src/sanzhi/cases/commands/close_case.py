"""Close a case at the end of its procedure, or decline to file it, or end it without a penalty."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Case, ClosureKind, StepVisit
from sanzhi.cases.policies import is_open, may_act, step_is_complete
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class CloseCase(Order):
    case: int
    kind: ClosureKind
    reason: str = Field(default="", max_length=2000)


@command("cases.close_case", title="结案")
def close_case(actor: Actor, order: CloseCase) -> Case:
    case = queries.case_for_update(actor, order.case)
    step = queries.current_step(case)
    verdict = is_open(case) & may_act(actor, case, act="close_case")
    if step is not None:
        verdict &= step_is_complete(case, step)
    verdict &= _kind_fits(case, order)
    require(verdict)
    today = clock.today()
    visit = StepVisit.objects.filter(case=case, step=case.step, left_on=None).first()
    if visit is not None:
        visit.left_on = today
        visit.save()
    case.step, case.closed_on = "", today
    case.closure_kind, case.closure_reason = order.kind, order.reason
    case.save()
    record(events.CASE_CLOSED, actor=actor, subject=case, facts={"kind": ClosureKind(order.kind).label})
    return case


def _kind_fits(case: Case, order: CloseCase) -> Verdict:
    decided = hasattr(case, "decision")
    verdict = Verdict.when(
        decided == (order.kind == ClosureKind.PERFORMED),
        "已作出处罚决定的案件以履行完毕结案，未作出决定的不能以履行完毕结案。",
        citation="行政处罚法第五十七条",
    )
    verdict &= Verdict.when(
        (case.filed_on is None) == (order.kind == ClosureKind.NOT_FILED),
        "尚未立案的只能以不予立案结案，已经立案的不能以不予立案结案。",
        citation="行政处罚法第五十四条",
    )
    return verdict & Verdict.when(
        order.kind == ClosureKind.PERFORMED or len(order.reason) >= 5,
        "请写明结案理由（不少于5个字）。",
        citation="行政处罚法第五十七条",
    )
