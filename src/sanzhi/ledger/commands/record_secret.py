"""Put the secret key's fingerprint into the log: at the first start, and when it is lawfully replaced."""

from pydantic import Field

from sanzhi.kernel import database_state
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor, system
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.keys import another_secret, recorded_fingerprint, secret_fingerprint
from sanzhi.ledger.policies import may_administer_ledger

SUBJECT = "ledger.secret:1"


class RecordSecret(Order):
    reason: str = Field(min_length=2, max_length=200)


@command("ledger.record_secret", title="登记密钥指纹", internal=True)
def record_secret(actor: Actor, order: RecordSecret) -> None:
    if not actor.has(SYSTEM_ROLE):
        require(may_administer_ledger(actor))
    fingerprint = secret_fingerprint()
    require(Verdict.when(fingerprint != recorded_fingerprint(), "日志登记的就是这一个密钥，不用更换。"))
    facts = {"fingerprint": fingerprint, "reason": order.reason}
    record(events.SECRET_RECORDED, actor=actor, subject=SUBJECT, facts=facts)


def ensure_secret_recorded() -> None:
    """At each start that can write. Undelivered when another secret key stands in the place of the recorded one."""
    if sentence := another_secret():
        raise Undelivered(sentence)
    if not recorded_fingerprint() and database_state.is_writable():
        record_secret(system(), RecordSecret(reason="首次启动"))
