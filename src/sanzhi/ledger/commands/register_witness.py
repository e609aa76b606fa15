"""Register who may witness the log, by public key (a tlog-cosignature key: name+hash+base64).

Two people do it: a witness of the administrator's own making would witness whatever he likes.
"""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.joint import AUDITED
from sanzhi.ledger.models import Witness
from sanzhi.ledger.note import COSIGNATURE, NoteError, PublicKey
from sanzhi.ledger.policies import keeps_the_log


class RegisterWitness(Order):
    key: str = Field(max_length=200)
    title: str = Field(min_length=2, max_length=100)


def _objects(actor: Actor, order: RegisterWitness) -> Verdict:
    known = Witness.objects.filter(key=order.key).exists()
    return (
        keeps_the_log(actor)
        & Verdict.when(
            _is_witness_key(order.key), "这不是见证方的公钥。", remedy="请粘贴 名称+散列+内容 的一整行。"
        )
        & Verdict.when(not known, "这个公钥已经登记。")
    )


def _is_witness_key(line: str) -> bool:
    try:
        return PublicKey.parse(line).algorithm == COSIGNATURE
    except NoteError:
        return False


JOINT = AUDITED(
    names=("key",),
    tells=lambda order: f"登记日志见证方{order.title}，公钥{order.key}",
    objects=_objects,
)


@command("ledger.register_witness", title="登记日志见证方", internal=True, joint=JOINT)
def register_witness(actor: Actor, order: RegisterWitness) -> Witness:
    require(_objects(actor, order))
    witness = Witness(key=order.key, title=order.title)
    witness.save()
    facts = {"title": witness.title, "key": witness.key}
    record(events.WITNESS_REGISTERED, actor=actor, subject=witness, facts=facts)
    return witness
