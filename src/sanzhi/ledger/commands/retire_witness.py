"""A witness is asked no more; what it has signed stays."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.models import Witness
from sanzhi.ledger.policies import may_administer_ledger


class RetireWitness(Order):
    witness: int


@command("ledger.retire_witness", title="停用日志见证方")
def retire_witness(actor: Actor, order: RetireWitness) -> Witness:
    witness = Witness.objects.filter(pk=order.witness).first()
    if witness is None:
        raise NotVisible
    require(may_administer_ledger(actor), Verdict.when(witness.retired_on is None, "这个见证方已经停用。"))
    witness.retired_on = clock.today()
    witness.save()
    record(events.WITNESS_RETIRED, actor=actor, subject=witness, facts={"title": witness.title})
    return witness
