"""Suspend an enforcement certificate from today."""

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Certificate
from sanzhi.organisation.policies import may_administer


class SuspendCertificate(Order):
    certificate: int
    reason: str = Field(min_length=2, max_length=200)


@command("organisation.suspend_certificate", title="暂扣执法证")
def suspend_certificate(actor: Actor, order: SuspendCertificate) -> Certificate:
    certificate = Certificate.locked(order.certificate)
    require(may_administer(actor, certificate.officer.authority.code))
    require(Verdict.when(certificate.suspended_on is None, "该证件已经暂扣。"))
    certificate.suspended_on = clock.today()
    certificate.suspended_reason = order.reason
    certificate.save()
    facts = {"number": certificate.number, "reason": order.reason}
    record(events.CERTIFICATE_SUSPENDED, actor=actor, subject=certificate.officer, facts=facts)
    return certificate
