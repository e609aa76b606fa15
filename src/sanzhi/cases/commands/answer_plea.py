"""Answer the plea point by point; what is well founded must be accepted, and nobody is punished more for pleading."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Plea
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class AnswerPlea(Order):
    case: int
    is_accepted: bool
    answer: str = Field(min_length=5, max_length=5000)


@command("cases.answer_plea", title="复核陈述申辩")
def answer_plea(actor: Actor, order: AnswerPlea) -> Plea:
    case = queries.case_for_update(actor, order.case)
    plea = Plea.objects.filter(case=case, is_waived=False).first()
    require(
        may_act(actor, case, act="answer_plea"),
        Verdict.when(plea, "当事人没有提出陈述申辩，无需复核。", citation="行政处罚法第四十五条"),
    )
    assert plea is not None
    plea.is_accepted, plea.answer, plea.answered_on = order.is_accepted, order.answer, clock.today()
    plea.save()
    outcome = "采纳" if order.is_accepted else "不予采纳"
    record(events.PLEA_ANSWERED, actor=actor, subject=case, facts={"outcome": outcome})
    return plea
