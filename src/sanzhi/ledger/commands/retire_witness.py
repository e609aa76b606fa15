"""A witness is asked no more, by the word of two people; what it has signed stays."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.joint import AUDITED
from sanzhi.ledger.models import Witness
from sanzhi.ledger.policies import keeps_the_log


class RetireWitness(Order):
    witness: int


def _objects(actor: Actor, order: RetireWitness) -> Verdict:
    witness = Witness.known(order.witness)
    return keeps_the_log(actor) & Verdict.when(witness.retired_on is None, "这个见证方已经停用。")


JOINT = AUDITED(
    names=("witness",),
    tells=lambda order: f"停用日志见证方{Witness.known(order.witness).title}",
    objects=_objects,
)


@command("ledger.retire_witness", title="停用日志见证方", internal=True, joint=JOINT)
def retire_witness(actor: Actor, order: RetireWitness) -> Witness:
    require(_objects(actor, order))
    witness = Witness.known(order.witness)
    witness.retired_on = clock.today()
    witness.save()
    record(events.WITNESS_RETIRED, actor=actor, subject=witness, facts={"title": witness.title})
    return witness
