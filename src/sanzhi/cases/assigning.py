"""How officers come to be on a case, each with the certificate of the day: by assignment, or with a case that joins it."""

from collections.abc import Iterable

from sanzhi.cases import board, events, queries
from sanzhi.cases.handling import may_handle
from sanzhi.cases.models import Assignment, Case
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import rows_where, with_rows
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role


def may_be_assigned(officer: Officer, case: Case, *, beside: Iterable[int]) -> Verdict:
    return may_handle(officer, case=case, beside=beside) & _has_not_approved(case, officer)


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


def assign(case: Case, officers: Iterable[Officer]) -> None:
    """Inside a command that has asked whether they may; who is on the case already keeps the day of assignment."""
    present, today = {row.officer_id for row in queries.assignments(case)}, clock.today()
    for officer in officers:
        certificate = organisation.certificate_on(officer, today)
        assert certificate is not None  # `may_be_assigned` has just said so
        if officer.pk not in present:
            Assignment(case=case, officer=officer, certificate=certificate, assigned_on=today).save()


def withdraw(case: Case, officers: Iterable[int]) -> None:
    left = set(officers)
    for row in rows_where(Assignment, case=case.pk, ended_on=None):
        if row.officer_id in left:
            row.ended_on = clock.today()
            row.save()


def tell_who_handles(actor: Actor, case: Case) -> None:
    """Put on record who is on the case from now on."""
    rows = with_rows(rows_where(Assignment, case=case.pk, ended_on=None), "certificate")
    numbers = "、".join(row.certificate.number for row in rows)
    record(events.OFFICERS_ASSIGNED, actor=actor, subject=case, facts={"certificates": numbers or "无"})
