"""Appoint at the machine the first three keepers of an authority that nobody serves yet: none of its own could.

The first authority's are appointed by the machine itself. For a later one two keepers of the first authority are there; what
they are asked here never touches an authority that has people.
"""

from pydantic import Field

from sanzhi.kernel.actor import SYSTEM_ROLE, Actor, system
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events, queries
from sanzhi.organisation.commands.appoint_officer import AppointOfficer, appoint_officer
from sanzhi.organisation.commands.open_unit import OpenUnit, open_unit
from sanzhi.organisation.models import Officer, Unit
from sanzhi.organisation.passwords import Secret
from sanzhi.organisation.policies import keeps_common
from sanzhi.organisation.queries import holding
from sanzhi.organisation.roles import CAPTIONS, KEEPERS, Role
from sanzhi.organisation.shapes import UnitName


class FirstKeeper(Order):
    """Who takes one of the three offices, with the password that this person has typed."""

    role: Role
    username: str
    name: str
    password: Secret


class AppointKeepers(Order):
    """`unit` is where they serve, opened with `units` where it is not there; `beside` is the second who signed in at the machine."""

    authority: str
    units: list[OpenUnit] = Field(default_factory=list)
    unit: UnitName = "办公室"
    keepers: list[FirstKeeper]
    beside: int | None = None


@command("organisation.appoint_keepers", title="在本机任命新机关的首任管理人员", internal=True)
def appoint_keepers(actor: Actor, order: AppointKeepers) -> None:
    authority = queries.authority(order.authority)
    require(
        _are_two(actor, beside=order.beside),
        keeps_common(actor),
        Verdict.when(
            not Officer.objects.filter(authority=authority).exists(),
            f"{authority}已经有人员，以后的任命由该机关的系统管理员提出、安全管理员确认。",
        ),
        Verdict.when(
            sorted(keeper.role for keeper in order.keepers) == sorted(KEEPERS),
            "首任管理人员须为系统管理员、安全管理员、安全审计员各一人。",
        ),
    )
    machine = system(authority.code)
    unit = _opened(machine, order)
    for keeper in order.keepers:
        fields = keeper.model_dump(exclude={"role"})
        appoint_officer(machine, AppointOfficer(unit=unit.pk, roles=[keeper.role], **fields))
    if order.beside:
        told = "、".join(f"{CAPTIONS[keeper.role]}{keeper.name}" for keeper in order.keepers)
        facts = {"keepers": told, "beside": Officer.known(order.beside).name}
        record(events.KEEPERS_APPOINTED, actor=actor, subject=authority, facts=facts)


def _are_two(actor: Actor, *, beside: int | None) -> Verdict:
    """One who runs the installation and one who grants offices: as everywhere, neither does it alone."""
    two = {actor.officer_id, beside}
    both = all(two & holding(actor.authority, (office,)) for office in (Role.ADMINISTRATOR, Role.SECURITY))
    return Verdict.when(
        actor.has(SYSTEM_ROLE) or (both and actor.has(*KEEPERS)),
        "新机关的首任管理人员，由最先设立的机关的系统管理员和安全管理员两人一起在服务器上任命。",
    )


def _opened(machine: Actor, order: AppointKeepers) -> Unit:
    """Units that were opened before stand."""
    standing = {unit.name: unit for unit in Unit.objects.filter(authority__code=order.authority)}
    for row in [*order.units, OpenUnit(authority=order.authority, name=order.unit)]:
        if row.name not in standing:
            standing[row.name] = open_unit(machine, row)
    return standing[order.unit]
