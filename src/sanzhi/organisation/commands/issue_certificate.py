"""Register an enforcement certificate."""

from datetime import date

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Certificate, Employment, Officer
from sanzhi.organisation.policies import LAW, may_administer
from sanzhi.organisation.shapes import CertificateNumber


class IssueCertificate(Order):
    officer: int
    number: CertificateNumber
    issued_on: date
    valid_until: date


@command("organisation.issue_certificate", title="登记执法证")
def issue_certificate(actor: Actor, order: IssueCertificate) -> Certificate:
    officer = Officer.locked(order.officer)
    require(may_administer(actor, officer.authority.code))
    taken = Certificate.objects.filter(number=order.number).exists()
    require(
        Verdict.when(not taken, f"证号{order.number}已登记。"),
        Verdict.when(order.issued_on < order.valid_until, "有效期至应晚于发证日。"),
        Verdict.when(
            officer.employment == Employment.ESTABLISHED,
            f"{officer.name}不是在编在职人员，不得申领执法证。",
            citation=LAW,
        ),
        Verdict.when(
            officer.qualified_on is not None,
            f"{officer.name}未经执法资格考试合格，不得授予执法资格。",
            citation=LAW,
        ),
    )
    certificate = Certificate(
        officer=officer, number=order.number, issued_on=order.issued_on, valid_until=order.valid_until
    )
    certificate.save()
    facts = {"number": order.number, "valid_until": order.valid_until.isoformat()}
    record(events.CERTIFICATE_ISSUED, actor=actor, subject=officer, facts=facts)
    return certificate
