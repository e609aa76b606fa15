"""Record how the court answered the application, and how its enforcement ended (行政强制法 §§56–58)."""

from sanzhi.cases import at_court
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.models import LevyApplication
from sanzhi.levy.queries import last_application


class RecordLevyAnswer(at_court.CourtAnswered):
    pass


CARD = Card(
    citation=at_court.ANSWERED,
    captions=at_court.ANSWERING,
    initial=lambda on: {"received_on": clock.today()},
    objects=lambda on: at_court.is_awaited(last_application(on)),
)


@act("levy.record_levy_answer", title="登记法院的答复", card=CARD)
def record_levy_answer(actor: Actor, order: RecordLevyAnswer, *, on: Proceeding) -> LevyApplication:
    row = last_application(on)
    assert row is not None  # the card has asked for it
    at_court.answer(row, order, on=on)
    row.save()
    record(events.COURT_ANSWERED, actor=actor, subject=on.case, facts={"says": order.says.label})
    return row
