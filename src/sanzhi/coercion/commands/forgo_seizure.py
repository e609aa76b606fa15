"""Say that what was decided was not carried out: the danger is gone, the things are gone (行政强制法 §16(2))."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.queries import seizure_of
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class ForgoSeizure(OnProceeding):
    reason: str = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    seizure = seizure_of(proceeding)
    return Verdict.when(
        seizure is not None and seizure.begun_at is None and not seizure.forgone_for,
        "没有等待实施的查封、扣押。",
        citation="行政强制法第十六条第二款",
        remedy="已经实施的，请作出解除的处理决定。",
    )


CARD = Card(office=(Role.BUREAU_HEAD,), captions={"reason": "不再实施的原因"}, objects=_objects)


@act("coercion.forgo_seizure", title="不再实施", card=CARD)
def forgo_seizure(actor: Actor, order: ForgoSeizure, *, on: Proceeding) -> Seizure:
    seizure = seizure_of(on)
    assert seizure is not None  # the card has asked for it
    seizure.forgone_for = order.reason
    seizure.save()
    record(events.SEIZURE_FORGONE, actor=actor, subject=on.case, facts={})
    return seizure
