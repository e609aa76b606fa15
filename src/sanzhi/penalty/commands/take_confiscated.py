"""Record that what the decision confiscates was taken: goods into keeping, gains into the treasury (行政处罚法 §74)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.confiscating import LAW, left_to_take
from sanzhi.penalty.models import Confiscation
from sanzhi.penalty.paying import entered_since, is_receipt, outcome_entered
from sanzhi.penalty.things_back import are_here


class TakeConfiscated(OnProceeding):
    measure: Measure
    taken_on: date
    kept_at: Told = Field(min_length=2, max_length=200)
    voucher: str = Field(min_length=3, max_length=40)


def _left(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.measure.value, row.text) for row in left_to_take(proceeding)]


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    first = next(iter(left_to_take(proceeding)), None)
    return {"measure": first.measure if first else None, "taken_on": clock.today()}


CARD = Card(
    captions={
        "measure": "没收的财物、款项",
        "taken_on": "收取日",
        "kept_at": "保管或者缴库处所",
        "voucher": "专用票据号",
    },
    choices={"measure": _left},
    initial=_begun,
    objects=lambda proceeding: (
        Verdict.when(
            _left(proceeding), "没有尚未执行的没收。", citation=LAW, remedy="请查看已经登记的没收记录。"
        )
        & outcome_entered(proceeding)
    ),
    after_closure=True,
)


@act("penalty.take_confiscated", title="登记没收的执行", card=CARD)
def take_confiscated(actor: Actor, order: TakeConfiscated, *, on: Proceeding) -> Confiscation:
    """After the closure too: what was given up may turn up with the heirs or with a third person."""
    term = next((row for row in left_to_take(on) if row.measure == order.measure), None)
    number, today = plain_number(order.voucher), clock.today()
    served_on = decision_served_on(on)
    first = max([entered_since(on, RecordKind.TAKING), *([served_on] if served_on else [])])
    require(
        Verdict.when(
            term, "决定没有这一项没收，或者已经登记过。", citation=LAW, remedy="请从尚未执行的没收中选择。"
        ),
        Verdict.when(
            served_on is not None and first <= order.taken_on <= today,
            f"收取日应在{chinese_date(first)}以后、不晚于今天：决定送达以后才能执行，收取应当及时登记。",
            citation=LAW,
            remedy="请按专用票据填写。",
        ),
        is_receipt(number),
        are_here(on, [term] if term else []),
    )
    assert term is not None
    taken = Confiscation(
        proceeding=on,
        measure=term.measure.value,
        what=term.text[:300],
        amount=term.amount,
        taken_on=order.taken_on,
        kept_at=order.kept_at,
        voucher=number,
    )
    taken.save()
    facts = {"what": taken.what, "voucher": number}
    record(events.CONFISCATION_CARRIED_OUT, actor=actor, subject=on.case, facts=facts)
    return taken
