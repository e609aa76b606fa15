"""A decision that was changed, as it now stands, and how that is told (行政处罚法 §48(2))."""

from dataclasses import replace

from sanzhi.cases import queries
from sanzhi.cases.models import Decision, Overturn, OverturnedBy, OverturnKind
from sanzhi.cases.overturning import public_reference
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure, Term, described

CHANGE = "变更情况"


def change_of(decision: Decision) -> Overturn | None:
    """The change as which the decision stands; None where it stands as it was made, does not stand, or is unlawful.

    What was held unlawful stays so, however it was changed before or since (行政处罚法 §48(2)).
    """
    rows = [row for row in queries.overturns(decision.proceeding) if row.decided_on]
    return rows[-1] if rows and all(row.kind == OverturnKind.CHANGED for row in rows) else None


def terms_now(decision: Decision) -> tuple[Term, ...]:
    """The measures with the fine to which it was changed; a fine that was changed to nothing is none."""
    fine = queries.changed_fine(decision.proceeding)
    if fine is None:
        return decision.measures
    rows = (replace(row, amount=fine) if row.measure == Measure.FINE else row for row in decision.measures)
    return tuple(row for row in rows if row.measure != Measure.FINE or row.amount)


def text_now(decision: Decision) -> str:
    if change_of(decision) is None:
        return decision.text
    return described(terms_now(decision)) or "变更后不再给予罚款"


def change_rows(decision: Decision) -> list[tuple[str, str]]:
    """The row by which the public knows that it reads a decision that was changed, by whom and when."""
    row = change_of(decision)
    if row is None or row.decided_on is None:
        return []
    number, day = public_reference(row), chinese_date(row.decided_on)
    paper = f"（{number}）" if number else ""
    # on which day others spoke is told by their paper: ours is the day of the entry
    told = f"{day}由" if row.by_whom == OverturnedBy.SELF else f"{day}登记，由"
    return [(CHANGE, f"{told}{row.get_by_whom_display()}变更{paper}，现公示变更后的内容。")]
