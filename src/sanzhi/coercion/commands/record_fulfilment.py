"""Record that the party did it after all: nothing is executed any more (行政强制法 §51(1)(2))."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.models import Enforcement
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

LAW = "行政强制法第三十七条、第五十一条第一款第二项"


class RecordFulfilment(OnProceeding):
    fulfilled_on: date
    how: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    return Verdict.when(
        row is not None and row.ended_at is None and row.fulfilled_on is None,
        "没有等待当事人履行的义务。",
        citation=LAW,
        remedy="已经代履行的，请结算费用。",
    )


CARD = Card(
    citation=LAW,
    captions={"fulfilled_on": "履行日期", "how": "履行情况（到现场查看的结果）"},
    initial=lambda on: {"fulfilled_on": clock.today()},
    objects=_objects,
    at_any_step=True,
)


@act("coercion.record_fulfilment", title="登记当事人已经履行", card=CARD)
def record_fulfilment(actor: Actor, order: RecordFulfilment, *, on: Proceeding) -> Enforcement:
    row = enforcement_of(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.served_on is not None and row.served_on <= order.fulfilled_on <= clock.today(),
            "履行日期应在决定送达以后、不晚于今天。",
            citation=LAW,
        )
    )
    row.fulfilled_on, row.fulfilled_how = order.fulfilled_on, order.how
    row.save()
    day = chinese_date(order.fulfilled_on)
    record(events.FULFILLED, actor=actor, subject=on.case, facts={"day": day})
    end = TurnToEnd(case=on.case_id, proceeding=on.pk, reason=f"当事人于{day}履行")
    turn_to_end(actor, end)
    return row
