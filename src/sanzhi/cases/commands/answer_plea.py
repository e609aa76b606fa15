"""Answer the plea point by point; what is well founded must be accepted, and nobody fares worse for pleading."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Plea, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


def _unanswered(proceeding: Proceeding) -> list[tuple[int, str]]:
    waiting = (row for row in queries.pleas(proceeding) if not row.is_waived and not row.answered_on)
    return [(row.pk, f"{chinese_date(row.made_on)}：{row.text[:30]}") for row in waiting]


CARD = Card(
    captions={"plea": "陈述申辩", "is_accepted": "采纳", "answer": "复核意见"},
    choices={"plea": _unanswered},
)


class AnswerPlea(OnProceeding):
    """`plea` may be left out: then it is the oldest that has no answer."""

    plea: int | None = None
    is_accepted: bool
    answer: Told = Field(min_length=5, max_length=5000)


@act("cases.answer_plea", title="复核陈述申辩", card=CARD)
def answer_plea(actor: Actor, order: AnswerPlea, *, on: Proceeding) -> Plea:
    waiting = [row for row in queries.pleas(on) if not row.is_waived and not row.answered_on]
    plea = next((row for row in waiting if order.plea in (None, row.pk)), None)
    require(
        Verdict.when(plea, "没有待复核的陈述申辩。", citation="行政处罚法第四十五条"),
    )
    assert plea is not None
    plea.is_accepted, plea.answer, plea.answered_on = order.is_accepted, order.answer, clock.today()
    plea.save()
    outcome = "采纳" if order.is_accepted else "不予采纳"
    record(events.PLEA_ANSWERED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return plea
