"""Assign officers to a case: whoever has no valid certificate today, or no qualification, is refused (F3-01)."""

from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.handling import handlers_offered, may_handle
from sanzhi.cases.models import Assignment, Case, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import leads_the_squad
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role


class AssignOfficers(OnProceeding):
    officers: list[int] = Field(min_length=1, max_length=10)


def _offered(proceeding: Proceeding) -> list[tuple[int, str]]:
    case = proceeding.case
    return handlers_offered(case.authority.code, case=case)


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    return {"officers": [row.officer_id for row in queries.assignments(proceeding.case)]}


CARD = Card(
    citation="行政处罚法第四十二条；河南省行政执法条例第二十四条",
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"officers": "承办人"},
    choices={"officers": _offered},
    initial=_standing,
    at_any_step=True,
    after_closure=True,  # what a court did later is entered by officers who may still act
)


def _has_not_approved(case: Case, officer: Officer) -> Verdict:
    """Who has approved or reviewed in a case does not become one of its officers afterwards."""
    offices = (Role.BUREAU_HEAD, Role.LEGAL_REVIEWER)
    signed = documents.has_signed(queries.subject_of(case), officer.pk, roles=offices)
    judged = queries.has_judged(case, officer.pk, "reviews", "approves") or board.has_judged(case, officer.pk)
    return Verdict.when(
        not (signed or judged),
        f"{officer.name}审核、审批过本案，不能再作为本案承办人。",
        citation="行政处罚法第五十七条、第五十八条",
    )


@act("cases.assign_officers", title="指派承办人", card=CARD)
def assign_officers(actor: Actor, order: AssignOfficers, *, on: Proceeding) -> Case:
    """The list replaces the present one; who stays keeps the day of assignment."""
    case, today = on.case, clock.today()
    require(leads_the_squad(actor, case))
    wanted = list(
        Officer.objects.filter(pk__in=order.officers, authority=case.authority).prefetch_related(
            "certificates"
        )
    )
    verdict = Verdict.when(
        len(wanted) == len(set(order.officers)), "名单中有人不在本机关。", remedy="请从本机关在岗人员中选择。"
    )
    for officer in wanted:
        verdict &= may_handle(officer, case=case, beside=order.officers) & _has_not_approved(case, officer)
    require(verdict)
    present = {row.officer_id: row for row in queries.assignments(case)}
    for officer_id, row in present.items():
        if officer_id not in order.officers:
            row.ended_on = today
            row.save()
    numbers = []
    for officer in wanted:
        certificate = organisation.certificate_on(officer, today)
        assert certificate is not None  # may_handle has just said so
        numbers.append(certificate.number)
        if officer.pk not in present:
            Assignment(case=case, officer=officer, certificate=certificate, assigned_on=today).save()
    record(events.OFFICERS_ASSIGNED, actor=actor, subject=case, facts={"certificates": "、".join(numbers)})
    return case
