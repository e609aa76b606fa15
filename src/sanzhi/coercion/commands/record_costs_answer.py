"""Record how the court answered the application for the costs, and how its enforcement ended (行政强制法 §§56–58)."""

from sanzhi.cases import at_court
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import events
from sanzhi.coercion.costs_at_court import last_request
from sanzhi.coercion.models import CostsAtCourt
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.ledger.commands import record


class RecordCostsAnswer(at_court.CourtAnswered):
    pass


CARD = Card(
    citation=at_court.ANSWERED,
    captions=at_court.ANSWERING,
    initial=lambda on: {"received_on": clock.today()},
    objects=lambda on: at_court.is_awaited(last_request(on)),
)


@act("coercion.record_costs_answer", title="登记法院对费用执行的答复", card=CARD)
def record_costs_answer(actor: Actor, order: RecordCostsAnswer, *, on: Proceeding) -> CostsAtCourt:
    row = last_request(on)
    assert row is not None  # the card has asked for it
    at_court.answer(row, order, on=on)
    row.save()
    record(events.COURT_ANSWERED, actor=actor, subject=on.case, facts={"says": order.says.label})
    return row
