"""Assign officers to a case: whoever has no valid certificate today, or no qualification, is refused (F3-01)."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Assignment, Case
from sanzhi.cases.policies import is_open, may_touch
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Officer
from sanzhi.organisation.policies import may_enforce
from sanzhi.organisation.queries import certificate_on


class AssignOfficers(Order):
    case: int
    officers: list[int] = Field(min_length=1, max_length=10)


@command("cases.assign_officers", title="指派承办人")
def assign_officers(actor: Actor, order: AssignOfficers) -> Case:
    """The list replaces the present one; who stays keeps the day of assignment."""
    case = queries.case_for_update(actor, order.case)
    wanted = list(
        Officer.objects.filter(pk__in=order.officers, authority=case.authority).prefetch_related(
            "certificates"
        )
    )
    today = clock.today()
    verdict = is_open(case) & may_touch(actor, case, act="assign_officers")
    verdict &= Verdict.when(len(wanted) == len(set(order.officers)), "名单中有人不在本机关。")
    for officer in wanted:
        verdict &= may_enforce(officer, today)
    require(verdict)
    present = {row.officer_id: row for row in queries.assignments(case)}
    for officer_id, row in present.items():
        if officer_id not in order.officers:
            row.ended_on = today
            row.save()
    numbers = []
    for officer in wanted:
        certificate = certificate_on(officer, today)
        assert certificate is not None  # may_enforce has just said so
        numbers.append(certificate.number)
        if officer.pk not in present:
            Assignment(
                case=case, officer=officer, certificate_number=certificate.number, assigned_on=today
            ).save()
    record(events.OFFICERS_ASSIGNED, actor=actor, subject=case, facts={"certificates": "、".join(numbers)})
    return case
