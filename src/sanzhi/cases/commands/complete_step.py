"""Leave the present step for the next one that the procedure names; everything the step demands must be there."""

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.moving import move
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import may_complete_step
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.procedures import next_step
from sanzhi.ledger.commands import record


class CompleteStep(OnProceeding):
    step: str = ""  # the step the page showed; a stale page is told so instead of moving the case twice


@command("cases.complete_step", title="完成环节")
def complete_step(actor: Actor, order: CompleteStep) -> Proceeding:
    proceeding = queries.proceeding_for_update(actor, order)
    step = queries.current_step(proceeding)
    require(
        Verdict.when(
            not order.step or order.step == proceeding.step,
            f"案件已进入“{step.title if step else '结案'}”环节，您看到的页面已陈旧。",
            remedy="请刷新页面。",
        ),
        may_complete_step(actor, proceeding),
    )
    assert step is not None  # may_complete_step refuses a closed one
    following = next_step(step, lambda condition: board.holds(condition, proceeding))
    require(Verdict.when(following, f"“{step.title}”是最后环节，请办理结案。"))
    assert following is not None
    if step.marks == "filed" and proceeding.filed_on is None:
        proceeding.filed_on = clock.today()
        record(events.CASE_FILED, actor=actor, subject=proceeding.case, facts={})
    move(proceeding, following)
    facts = {"step": step.title, "next": queries.procedure_of(proceeding).step(following).title}
    record(events.STEP_COMPLETED, actor=actor, subject=proceeding.case, facts=facts)
    return proceeding
