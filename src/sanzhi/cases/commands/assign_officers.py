"""Assign officers to a case: whoever has no valid certificate today, or no qualification, is refused (F3-01)."""

from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.assigning import assign, may_be_assigned, tell_who_handles, withdraw
from sanzhi.cases.card import Card
from sanzhi.cases.handling import handlers_offered
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import leads_the_squad
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_by_key, with_lists
from sanzhi.kernel.verdict import Verdict, require
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


@act("cases.assign_officers", title="指派承办人", card=CARD)
def assign_officers(actor: Actor, order: AssignOfficers, *, on: Proceeding) -> Case:
    """The list replaces the present one; who stays keeps the day of assignment."""
    case = on.case
    require(leads_the_squad(actor, case))
    known = rows_by_key(Officer, sorted(set(order.officers)))
    ours = [row for row in known.values() if row.authority_id == case.authority_id]
    wanted = with_lists(sorted(ours, key=lambda row: (row.unit_id, row.pk)), "certificates")
    verdict = Verdict.when(
        len(wanted) == len(set(order.officers)), "名单中有人不在本机关。", remedy="请从本机关在岗人员中选择。"
    )
    for officer in wanted:
        verdict &= may_be_assigned(officer, case, beside=order.officers)
    require(verdict)
    left = {row.officer_id for row in queries.assignments(case)}.difference(order.officers)
    withdraw(case, left)
    assign(case, wanted)
    tell_who_handles(actor, case)
    return case
