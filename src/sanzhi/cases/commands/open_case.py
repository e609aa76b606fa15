"""Open a case that begins with no lead: on an application, or by the authority's own motion; the kind says with what."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import board, events
from sanzhi.cases.handling import is_of_the_house, may_handle
from sanzhi.cases.models import Assignment, Case, CaseParty, CaseSource, PartyRole, Proceeding
from sanzhi.cases.opening import open_proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Authority, Officer
from sanzhi.organisation.queries import certificate_on


class OpenCase(Order):
    """`party` are the fields of a CaseParty; `on` the day from which the matter is: of the application, of the event."""

    procedure: str = Field(max_length=40)
    power: str = Field(max_length=20)
    source: CaseSource
    place: str = Field(min_length=2, max_length=200)
    summary: str = Field(min_length=5, max_length=5000)
    on: date
    role: PartyRole = PartyRole.RESPONDENT
    party: dict[str, Any] = Field(default_factory=dict)


@command("cases.open_case", title="开启案件", internal=True)
def open_case(actor: Actor, order: OpenCase) -> Proceeding:
    """The first proceeding of the case, its officer the one who opens it; the kind has checked the party."""
    officer = Officer.objects.select_related("unit", "authority").filter(pk=actor.officer_id or 0).first()
    require(is_of_the_house(officer))
    assert officer is not None
    authority = Authority.locked(officer.authority_id)  # case numbers of a year are taken one after another
    power = catalogues.power_in_force(authority.code, order.power)
    require(may_handle(officer), is_ours(power, order.procedure))
    case = new_case(officer, authority=authority, said=_said(order))
    party = CaseParty(case=case, role=order.role, **order.party) if order.party else None
    if party is not None:
        party.save()
    running = catalogues.procedure_in_force(authority.code, order.procedure)
    proceeding = open_proceeding(
        case, procedure=(running.edition_id, order.procedure), power=power, respondent=party
    )
    certificate = certificate_on(officer, clock.today())
    assert certificate is not None  # may_handle has just said so
    Assignment(case=case, officer=officer, certificate=certificate, assigned_on=clock.today()).save()
    facts = {"procedure": board.caption_of(order.procedure), "source": CaseSource(order.source).label}
    record(events.CASE_OPENED, actor=actor, subject=case, facts=facts)
    return proceeding


def _said(order: OpenCase) -> dict[str, Any]:
    said = order.model_dump(include={"source", "place", "summary"})
    return {**said, "happened_on": order.on, "found_on": order.on}


def new_case(officer: Officer, *, authority: Authority, said: dict[str, Any]) -> Case:
    """The case under the next number of the year, on the lists in force today."""
    today = clock.today()
    count = Case.objects.filter(authority=authority, registered_on__year=today.year).count()
    case = Case(
        authority=authority,
        unit=officer.unit,
        number=f"{authority.number_prefix}案{today.year}-{count + 1:04d}",
        editions=catalogues.edition_ids_in_force(authority.code),
        registered_on=today,
        **said,
    )
    case.save()
    return case


def is_ours(power: Power, procedure: str) -> Verdict:
    """A power of the kind, ours, on a basis that is in force today: it is used today."""
    category = board.category_of(procedure)
    return Verdict.when(
        power.category == category and power.is_ours,
        f"“{power.title}”不是本机关的{category}职权。",
        citation=power.penalty_basis,
        remedy=f"请选择权责清单中本机关的{category}职权。",
    ) & Verdict.when(
        power.is_valid_on(clock.today()),
        f"“{power.title}”的依据今天没有效力。",
        citation=power.penalty_basis,
        remedy="请选用现行有效依据的职权。",
    )
