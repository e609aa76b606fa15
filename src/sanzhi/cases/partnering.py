"""The second officer on the street: named by who opens the case, one of its officers once he has confirmed it himself."""

from sanzhi.cases import events, queries
from sanzhi.cases.handling import may_handle
from sanzhi.cases.models import Case, Partner
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer

LAW = "行政处罚法第四十二条"


def named(case: Case) -> Partner | None:
    """Who was named and has not answered yet."""
    return next((row for row in case.partners.select_related("officer") if row.answered_at is None), None)


def name_partner_of(actor: Actor, case: Case, *, officer: int) -> Partner:
    """Inside a command. Raises Refused where the person may not enforce, or belongs to the case already."""
    found = (
        Officer.objects.filter(pk=officer, authority=case.authority).prefetch_related("certificates").first()
    )
    require(
        Verdict.when(found, "同行执法人员不在本机关。", citation=LAW, remedy="请从本机关在岗人员中选择。"),
        may_handle(found, case=case) if found else Verdict.yes(),
        Verdict.when(
            not queries.has_handled(case, officer),
            f"{found.name if found else ''}已经是本案承办人。",
            citation=LAW,
            remedy="同行的应当是另一名执法人员。",
        ),
    )
    assert found is not None  # has just been required
    certificate = organisation.certificate_on(found, clock.today())
    assert certificate is not None  # may_handle has just said so
    row = Partner(case=case, officer=found, named_by=actor.name, named_on=clock.today())
    row.save()
    record(events.PARTNER_NAMED, actor=actor, subject=case, facts={"certificate": certificate.number})
    return row
