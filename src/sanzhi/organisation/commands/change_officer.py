"""Change a person's unit, position, area, offices or qualification, or end the service: one proposes it, another confirms."""

from datetime import date

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Joint, Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Officer, Unit
from sanzhi.organisation.policies import may_change, offices_fit
from sanzhi.organisation.queries import serving
from sanzhi.organisation.roles import CAPTIONS, KEEPERS, Role
from sanzhi.organisation.shapes import Area, Position


class ChangeOfficer(Order):
    officer: int
    unit: int | None = None
    position: Position | None = None
    area: Area | None = None
    roles: list[Role] | None = None
    left_on: date | None = None
    qualified_on: date | None = None
    has_legal_qualification: bool | None = None


def _objects(actor: Actor, order: ChangeOfficer) -> Verdict:
    officer = Officer.known(order.officer)
    unit = Unit.known(order.unit) if order.unit else officer.unit
    return (
        may_change(actor, officer)
        & Verdict.when(unit.authority_id == officer.authority_id, "不能调往其他机关的中队科室。")
        & _leaves_a_keeper(officer, order)
        & offices_fit(officer.name, order.roles or [], is_lawyer=_is_lawyer(officer, order))
        & Verdict.when(
            order.qualified_on is None or order.qualified_on <= clock.today(),
            "执法资格考试合格的日期不能晚于今天。",
        )
    )


def _leaves_a_keeper(officer: Officer, order: ChangeOfficer) -> Verdict:
    """Where one of the three is wanting, nothing that needs two can be done any more."""
    kept = set() if order.left_on else set(officer.roles if order.roles is None else order.roles)
    verdict = Verdict.yes()
    for office in KEEPERS & set(officer.roles) - kept:
        others = (row for row in serving().filter(authority=officer.authority_id) if row.pk != officer.pk)
        verdict &= Verdict.when(
            any(office in row.roles and row.left_on is None for row in others),
            f"{officer.name}是唯一的{CAPTIONS[office]}，不能离岗、改任。",
            remedy="请先任命接任的人。",
        )
    return verdict


def _is_lawyer(officer: Officer, order: ChangeOfficer) -> bool:
    said = order.has_legal_qualification
    return officer.has_legal_qualification if said is None else said


def _qualified(order: ChangeOfficer) -> list[str]:
    exam = [f"{chinese_date(order.qualified_on)}执法资格考试合格"] if order.qualified_on else []
    if order.has_legal_qualification is None:
        return exam
    return [*exam, f"登记为{'有' if order.has_legal_qualification else '没有'}法律职业资格"]


def _service(officer: Officer, left_on: date) -> str:
    """Whoever has left comes back by a later day: it must not read like leaving."""
    if officer.left_on is not None and officer.left_on <= clock.today() < left_on:
        return f"已于{officer.left_on}离岗，恢复在岗至{left_on}"
    return f"{left_on}离岗"


def _told(order: ChangeOfficer) -> str:
    officer = Officer.known(order.officer)
    parts = [f"调至{Unit.known(order.unit).name}"] if order.unit else []
    parts += [f"职务{order.position}"] if order.position is not None else []
    parts += [f"区域{order.area}"] if order.area is not None else []
    offices = "、".join(CAPTIONS[role] for role in order.roles or []) or "无"
    parts += [f"岗位{offices}"] if order.roles is not None else []
    parts += [_service(officer, order.left_on)] if order.left_on else []
    parts += _qualified(order)
    who = "，".join(
        filter(
            None,
            (
                officer.unit.name,
                officer.position,
                "有法律职业资格" if officer.has_legal_qualification else "没有法律职业资格",
            ),
        )
    )
    return f"{officer.name}（{who}）：{'；'.join(parts) or '无变化'}"


JOINT = Joint(
    proposes=(Role.ADMINISTRATOR,),
    confirms=(Role.SECURITY,),
    names=("officer",),
    tells=_told,
    concerns=lambda order: frozenset({order.officer}),
    objects=_objects,
)


@command("organisation.change_officer", title="调整人员", internal=True, joint=JOINT)
def change_officer(actor: Actor, order: ChangeOfficer) -> Officer:
    require(_objects(actor, order))
    officer = Officer.locked(order.officer)
    officer.unit_id = order.unit or officer.unit_id
    officer.position = officer.position if order.position is None else order.position
    officer.area = officer.area if order.area is None else order.area
    officer.roles = officer.roles if order.roles is None else sorted(order.roles)
    officer.left_on = order.left_on or officer.left_on
    officer.qualified_on = order.qualified_on or officer.qualified_on
    officer.has_legal_qualification = _is_lawyer(officer, order)
    officer.save()
    record(events.OFFICER_CHANGED, actor=actor, subject=officer, facts={"change": _told(order)})
    return officer
