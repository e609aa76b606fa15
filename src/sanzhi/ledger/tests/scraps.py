"""Two small commands that the ledger's tests run: one writes a row, one deletes it."""

from collections.abc import Callable
from decimal import Decimal

from django.db import transaction

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.events import Event
from sanzhi.ledger.commands import record
from sanzhi.ledger.models import Witness

LI = Actor(key="officer:1", name="李示例", authority="000000", roles=frozenset({"administrator"}))
WANG = Actor(key="officer:2", name="王示例", authority="000000", roles=frozenset({"auditor"}))
ZHAO = Actor(key="officer:3", name="赵示例", authority="000000")
NOTED = Event("ledger.test_noted", "记下{what}，金额{amount}元")

listeners: list[Callable[[str], None]] = []  # told the key of each note that stands


class Note(Order):
    key: str
    silent: bool = False


@command("ledger.test_note", title="记一笔", internal=True)
def note(actor: Actor, order: Note) -> Witness:
    row = Witness(key=order.key, title="示例见证方")
    row.save()
    transaction.on_commit(lambda: [listen(order.key) for listen in listeners])
    if not order.silent:
        record(NOTED, actor=actor, subject=row, facts={"what": order.key, "amount": Decimal("200.00")})
    return row


@command("ledger.test_unnote", title="划掉一笔", internal=True)
def unnote(actor: Actor, order: Note) -> None:
    row = Witness.objects.get(key=order.key)
    record(NOTED, actor=actor, subject=row, facts={"what": "划掉"})
    row.delete()
