"""Change a person's unit, position, area or roles, or end the service."""

from datetime import date

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Officer, Unit
from sanzhi.organisation.policies import may_administer
from sanzhi.organisation.roles import CAPTIONS, Role


class ChangeOfficer(Order):
    officer: int
    unit: int | None = None
    position: str | None = None
    area: str | None = None
    roles: list[Role] | None = None
    left_on: date | None = None


@command("organisation.change_officer", title="调整人员")
def change_officer(actor: Actor, order: ChangeOfficer) -> Officer:
    officer = Officer.locked(order.officer)
    unit = Unit.known(order.unit) if order.unit else officer.unit
    reviews = Role.LEGAL_REVIEWER in (order.roles or [])
    require(
        may_administer(actor),
        Verdict.when(unit.authority_id == officer.authority_id, "不能调往其他机关的中队科室。"),
        Verdict.when(
            not reviews or officer.has_legal_qualification,
            f"{officer.name}没有法律职业资格，不得担任法制审核人员。",
            citation="行政处罚法第五十八条",
        ),
    )
    officer.unit = unit
    officer.position = officer.position if order.position is None else order.position
    officer.area = officer.area if order.area is None else order.area
    officer.roles = officer.roles if order.roles is None else sorted(order.roles)
    officer.left_on = order.left_on or officer.left_on
    officer.save()
    change = _told(order, unit)
    record(events.OFFICER_CHANGED, actor=actor, subject=officer, facts={"change": change})
    return officer


def _told(order: ChangeOfficer, unit: Unit) -> str:
    parts = [f"调至{unit.name}"] if order.unit else []
    parts += [f"职务{order.position}"] if order.position is not None else []
    parts += [f"区域{order.area}"] if order.area is not None else []
    parts += ["岗位" + "、".join(CAPTIONS[role] for role in order.roles)] if order.roles is not None else []
    parts += [f"{order.left_on}离岗"] if order.left_on else []
    return "；".join(parts) or "无变化"
