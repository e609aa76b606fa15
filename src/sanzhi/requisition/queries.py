"""All reads of requisitions."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.db import rows_of
from sanzhi.law.derivation import NOTHING
from sanzhi.requisition.models import (
    CompensationAssessment,
    CompensationPayment,
    Objection,
    Requisition,
    RequisitionedThing,
    UseEntry,
)

EMERGENCY, COMPENSATION = "requisition/emergency", "requisition/compensation"
CATEGORY = "行政征用"


def requisition_of(proceeding: Proceeding) -> Requisition | None:
    """That of the proceeding, or of the one whose compensation this is; nothing before it was proposed."""
    own: Requisition | None = getattr(proceeding, "requisition", None)
    if own is not None or proceeding.main is None:
        return own
    return getattr(proceeding.main, "requisition", None)


def things_of(proceeding: Proceeding) -> tuple[RequisitionedThing, ...]:
    """The things of the inventory, in its order."""
    row = requisition_of(proceeding)
    return rows_of(row.taken) if row is not None else ()


def unsettled(proceeding: Proceeding) -> tuple[RequisitionedThing, ...]:
    return tuple(row for row in things_of(proceeding) if row.settled_at is None)


def to_value(proceeding: Proceeding) -> tuple[RequisitionedThing, ...]:
    """Damaged or lost, and nobody has said what it costs."""
    return tuple(row for row in things_of(proceeding) if row.is_hurt and row.damage_worth is None)


def uses_of(thing: RequisitionedThing) -> tuple[UseEntry, ...]:
    return rows_of(thing.uses)


def last_use(proceeding: Proceeding) -> date | None:
    days = [use.used_on for row in things_of(proceeding) for use in uses_of(row)]
    return max(days, default=None)


def objections(proceeding: Proceeding) -> tuple[Objection, ...]:
    return rows_of(proceeding.objections)


def waiting_objections(proceeding: Proceeding) -> tuple[Objection, ...]:
    return tuple(row for row in objections(proceeding) if row.answered_on is None)


def beside(main: Proceeding) -> tuple[Proceeding, ...]:
    """The proceedings in which it is compensated."""
    rows: Iterable[Proceeding] = rows_of(main.case.proceedings)
    return tuple(row for row in rows if row.main_id == main.pk and row.procedure_key == COMPENSATION)


def compensation_of(proceeding: Proceeding) -> CompensationAssessment | None:
    """That of the decision, or of what is proposed now."""
    rows: tuple[CompensationAssessment, ...] = rows_of(proceeding.compensations)
    decision, now = getattr(proceeding, "decision", None), cases.current_proposal(proceeding)
    wanted = decision.proposal_id if decision else now.pk if now else None
    return next((row for row in rows if row.proposal_id == wanted), None)


def paid_rows(proceeding: Proceeding) -> tuple[CompensationPayment, ...]:
    return rows_of(proceeding.compensation_payments)


def compensated_sum(proceeding: Proceeding) -> Decimal | None:
    """What the decision pays; None for that which only takes things over."""
    is_it = proceeding.procedure_key == COMPENSATION
    return Decimal(proceeding.decision.weight.compensated) if is_it else None


def left_to_pay(proceeding: Proceeding) -> Decimal:
    """Of what was decided, less what was paid, by a decision that fell since too; nothing once this one has fallen."""
    decision = getattr(proceeding, "decision", None)
    if decision is None or cases.has_fallen(proceeding):
        return NOTHING
    changed = cases.changed_fine(proceeding)
    decided: Decimal = decision.weight.compensated if changed is None else changed
    every = beside(proceeding.main) if proceeding.main else (proceeding,)
    return decided - sum((row.amount for one in every for row in paid_rows(one)), NOTHING)
