"""All reads of illegal structures and of their demolition."""

from sanzhi.cases import queries as cases
from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.models import ClosureKind, Paper, Proceeding
from sanzhi.coercion.halting import enforcement_of, is_ended
from sanzhi.coercion.models import Demolition, Entrusting, LeftThing, Sort, Structure
from sanzhi.coercion.queries import DEMOLITION, lanes_beside
from sanzhi.kernel.db import rows_of
from sanzhi.law.measures import Disposal

STOP, NOTICE, ORDERED = "stop_order", "demolition_notice", "demolition_order"
LETTER, LIFTED = "referral_letter", "stop_release"


def structure_of(proceeding: Proceeding) -> Structure | None:
    return getattr(proceeding, "structure", None)


def entrusting_of(proceeding: Proceeding) -> Entrusting | None:
    return getattr(proceeding, "entrusting", None)


def demolition_of(proceeding: Proceeding) -> Demolition | None:
    return getattr(proceeding, "demolition", None)


def left_things(proceeding: Proceeding) -> tuple[LeftThing, ...]:
    """The goods of the list, in its order."""
    row = demolition_of(proceeding)
    return rows_of(row.left) if row is not None else ()


def kept_things(proceeding: Proceeding) -> tuple[LeftThing, ...]:
    """What is still kept for the party."""
    return tuple(row for row in left_things(proceeding) if row.gone_on is None)


def stop_notice(proceeding: Proceeding) -> Paper | None:
    """The notice to stop that was served, the last one."""
    rows = [row for row in cases.issued_for(proceeding, STOP) if row.served_on]
    return rows[-1] if rows else None


def stop_stands(proceeding: Proceeding) -> bool:
    """The party was told to stop, and not in writing that it may go on."""
    stop = stop_notice(proceeding)
    lifted = [row for row in cases.issued_for(proceeding, LIFTED) if row.served_on and is_true_today(row)]
    return stop is not None and all(row.pk < stop.pk for row in lifted)


def is_referred(proceeding: Proceeding) -> bool:
    """It was handed to the authority that has jurisdiction, by a letter that says what was approved."""
    row = structure_of(proceeding)
    letters = [one for one in cases.issued_for(proceeding, LETTER) if is_true_today(one)]
    return row is not None and row.referred_on is not None and bool(letters)


def lanes_of(order: Proceeding) -> tuple[Proceeding, ...]:
    """The demolitions that were begun on this order."""
    return lanes_beside(order, DEMOLITION)


def is_gone(order: Proceeding) -> bool:
    """Whether the structure is down: by the party, or by force."""
    return was_removed_by_party(order) or was_removed_by_force(order)


def was_removed_by_party(order: Proceeding) -> bool:
    row = structure_of(order)
    fulfilled = [enforcement_of(lane) for lane in lanes_of(order)]
    by_lane = any(one is not None and one.fulfilled_on for one in fulfilled)
    return by_lane or (row is not None and row.removed_on is not None)


def was_removed_by_force(order: Proceeding) -> bool:
    done = [enforcement_of(lane) for lane in lanes_of(order)]
    return any(one is not None and one.ended_at for one in done)


def was_given_up(order: Proceeding) -> bool:
    """A demolition was terminated, or ended with its party, and no other is under way (行政强制法 §39, §40)."""
    lanes = lanes_of(order)
    over = any(is_ended(lane) or lane.closure_kind == ClosureKind.ENDED for lane in lanes)
    return over and all(is_ended(lane) or lane.closed_on for lane in lanes)


def is_removable(proceeding: Proceeding) -> bool:
    row = structure_of(proceeding)
    return row is not None and row.sort == Sort.REMOVABLE


def is_ordered(proceeding: Proceeding) -> bool:
    decision = getattr(proceeding, "decision", None)
    return decision is not None and decision.disposal == Disposal.DEMOLISH
