"""Move an open case from the edition that it was opened under to the one in force; a case moves for a stated reason only."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.editions import newer_edition
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_no_handler, is_not_recused, is_open
from sanzhi.cases.queries import proceeding_for_update
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class MoveToEdition(OnProceeding):
    """`kind` is the kind of list; the target is the edition in force."""

    kind: Kind
    reason: str = Field(min_length=4, max_length=500)


@command("cases.move_to_edition", title="改用施行中的清单版本")
def move_to_edition(actor: Actor, order: MoveToEdition) -> Case:
    proceeding = proceeding_for_update(actor, order)
    case = proceeding.case
    target = newer_edition(proceeding, order.kind)
    require(
        may_move(actor, proceeding),
        Verdict.when(target is not None, f"本案适用的{Kind(order.kind).label}已经是施行中的版本。"),
    )
    assert target is not None
    require(_fits(proceeding, target))
    if target.kind == Kind.PROCEDURE:
        proceeding.procedure_edition = target
    elif target.kind == Kind.POWERS:
        proceeding.power_edition = target
    if target.kind != Kind.PROCEDURE:
        case.editions = {**case.editions, target.kind: target.pk}
        case.save()
    proceeding.save()
    facts = {"title": target.title, "ordinal": target.ordinal, "reason": order.reason}
    record(events.EDITION_MOVED, actor=actor, subject=case, facts=facts)
    return case


def may_move(actor: Actor, proceeding: Proceeding) -> Verdict:
    """Before the decision, by those who answer for the lists (行政处罚法 §37: the law of the act, unless the new is milder)."""
    return (
        is_open(proceeding)
        & is_not_recused(actor, proceeding.case)
        & is_no_handler(actor, proceeding.case)
        & Verdict.when(actor.has(Role.LEGAL_REVIEWER), "改用新版清单由法制审核人员决定。")
        & Verdict.when(
            proceeding.decided_on is None,
            "本案已经作出决定，不能再改用新版清单。",
            citation="行政处罚法第三十七条",
        )
    )


def _fits(proceeding: Proceeding, target: Edition) -> Verdict:
    if target.kind == Kind.PROCEDURE:
        steps = {step.key for step in catalogues.procedure_of_edition(target.pk).steps}
        return Verdict.when(
            proceeding.step in steps,
            f"新版流程没有本案现在的环节，不能改用{target}。",
            remedy="请办理到新版也有的环节以后再改用，或者继续按原版本办理。",
        )
    if target.kind != Kind.POWERS:
        return Verdict.yes()
    power = catalogues.powers_of_edition(target.pk).get(proceeding.cause_code)
    if power is None:
        return Verdict.no(
            f"新版权责清单没有编码{proceeding.cause_code}的职权，不能改用{target}。",
            remedy="请继续按原版本办理；该职权已经取消的，依法终止案件。",
        )
    return Verdict.when(
        power.is_valid_on(proceeding.happened_on),
        f"新版中“{power.title}”的依据不适用于违法行为发生日。",
        citation=power.penalty_basis,
    )
