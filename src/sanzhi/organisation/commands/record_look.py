"""Put on record that somebody looks at what is not public; called by the pages that show it, not by people."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Look, LookKind


class RecordLook(Order):
    """`subject` is a key such as `cases.case:12`; `what` says in Chinese which part of it, and never its content."""

    subject: str
    kind: LookKind
    what: str


@command("organisation.record_look", title="记录查阅", internal=True)
def record_look(actor: Actor, order: RecordLook) -> Look:
    assert actor.officer_id is not None
    look = Look(
        authority=actor.authority,
        officer_id=actor.officer_id,
        looked_at=clock.now(),
        **order.model_dump(),
    )
    look.save()
    facts = {"kind": LookKind(order.kind).label, "what": order.what}
    record(events.LOOKED, actor=actor, subject=look, facts=facts)
    return look
