"""Leave the present step for the next one that the procedure names; everything the step demands must be there."""

from datetime import date

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Case, StepVisit
from sanzhi.cases.policies import may_complete_step
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.procedures import next_step
from sanzhi.ledger.commands import record


class CompleteStep(Order):
    case: int
    step: str = ""  # the step the page showed; a stale page is told so instead of moving the case twice


@command("cases.complete_step", title="完成环节")
def complete_step(actor: Actor, order: CompleteStep) -> Case:
    case = queries.case_for_update(actor, order.case)
    step = queries.current_step(case)
    require(
        Verdict.when(
            not order.step or order.step == case.step,
            f"案件已进入“{step.title if step else '结案'}”环节，您看到的页面已陈旧。",
            remedy="请刷新页面。",
        ),
        may_complete_step(actor, case),
    )
    assert step is not None  # may_complete_step refuses a closed case
    following = next_step(step, lambda condition: board.holds(condition, case))
    require(Verdict.when(following, f"“{step.title}”是最后环节，请办理结案。"))
    assert following is not None
    procedure = queries.procedure_of(case)
    today = clock.today()
    if step.key == "filing":
        case.filed_on = today
    _move(case, following, today=today)
    facts = {"step": step.title, "next": queries.step_named(procedure, following).title}
    if step.key == "filing":
        record(events.CASE_FILED, actor=actor, subject=case, facts={})
    record(events.STEP_COMPLETED, actor=actor, subject=case, facts=facts)
    return case


def _move(case: Case, following: str, *, today: date) -> None:
    visit = StepVisit.objects.filter(case=case, step=case.step, left_on=None).first()
    if visit is not None:
        visit.left_on = today
        visit.save()
    StepVisit(case=case, step=following, entered_on=today).save()
    case.step, case.step_since = following, today
    case.save()
