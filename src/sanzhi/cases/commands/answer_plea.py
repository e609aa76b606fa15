"""Answer the plea point by point; what is well founded must be accepted, and nobody is punished more for pleading."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Plea, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

CARD = Card(captions={"is_accepted": "采纳", "answer": "复核意见"})


class AnswerPlea(OnProceeding):
    is_accepted: bool
    answer: str = Field(min_length=5, max_length=5000)


@act("cases.answer_plea", title="复核陈述申辩", card=CARD)
def answer_plea(actor: Actor, order: AnswerPlea, *, on: Proceeding) -> Plea:
    plea = Plea.objects.filter(proceeding=on, is_waived=False).first()
    require(
        Verdict.when(plea, "当事人没有提出陈述申辩，无需复核。", citation="行政处罚法第四十五条"),
    )
    assert plea is not None
    plea.is_accepted, plea.answer, plea.answered_on = order.is_accepted, order.answer, clock.today()
    plea.save()
    outcome = "采纳" if order.is_accepted else "不予采纳"
    record(events.PLEA_ANSWERED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return plea
