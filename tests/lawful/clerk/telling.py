"""Tells a breach as a story of at most ten lines: what led to it, with who and when, for a lawyer to read."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Approved,
    Assigned,
    Charged,
    Closed,
    Decided,
    Discussed,
    Filed,
    Happening,
    Heard,
    HearingAsked,
    Ordered,
    Paid,
    PartyNamed,
    Pleaded,
    Proposed,
    Published,
    Rechecked,
    Reported,
    Reviewed,
    Served,
    Told,
    Voided,
    Waived,
)
from tests.lawful.chronicle.story import line
from tests.lawful.judge import Breach

LINES = 10
# what a reader wants to know first; the rest is left out when the story grows too long
TELLING: tuple[type[Happening], ...] = (
    Decided, Told, Proposed, Reviewed, Discussed, Voided, Pleaded, Waived, Ordered, Rechecked, Heard, HearingAsked,
    Paid, Charged, Served, Published, Approved, Assigned, PartyNamed, Reported, Filed, Closed,
)  # fmt: skip


def short_story(case: Chronicle, breach: Breach) -> str:
    """At most ten lines; where it shows is always among them, and the last says which rule is broken."""
    rows = [row for row in case if isinstance(row, TELLING) or row is breach.at]
    rows.sort(key=lambda row: (row is not breach.at, _rank(row)))
    chosen = rows[: LINES - 1]
    told = [line(row, case.roster) for row in case if any(row is kept for kept in chosen)]
    return "\n".join([*told, f"→ {breach}"])


def _rank(row: Happening) -> int:
    return next((n for n, kind in enumerate(TELLING) if isinstance(row, kind)), len(TELLING))
