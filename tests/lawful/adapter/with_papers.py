"""What happened, with the papers that there were of it in time: a hearing, its notice, an order to correct."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.lawful.chronicle.happenings import (
    Decided,
    Happening,
    Heard,
    HearingNotified,
    Issued,
    Ordered,
    Rechecked,
    Served,
)

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

HEARING_PAPERS = frozenset({"D34", "D35", "D36", "D37", "D38"})


def with_papers(rows: list[Happening], sources: "Sources") -> tuple[Happening, ...]:
    """Hearing, its notice and the order to correct say which papers there were of them in time; a notice counts when served."""
    standing = {f"documents.document:{pk}" for pk in sources.issued}
    decisions = [place for place, row in enumerate(rows) if isinstance(row, Decided)]

    def course(place: int) -> list[Happening]:
        """What happened from the decision before the place to the one after it."""
        begin = max((at for at in decisions if at < place), default=0)
        return rows[begin : next((at for at in decisions if at > place), len(rows))]

    def forms(place: int) -> frozenset[str]:
        issued = (row for row in course(place) if isinstance(row, Issued))
        return frozenset(row.form for row in issued if row.ref in standing)

    def served(form: str, among: list[Happening]) -> date | None:
        """The day on which a standing paper of the form was served first."""
        days = [row.day for row in among if isinstance(row, Served) and _is(row, form)]
        return min(days, default=None)

    def _is(row: Served, form: str) -> bool:
        return row.form == form and row.paper in standing

    def told(place: int, row: Happening) -> Happening:
        match row:
            case Heard():
                return replace(row, papers=forms(place) & HEARING_PAPERS)
            case HearingNotified():
                day = served("D34", course(place))
                return replace(row, is_written=day is not None, served_on=day)
            case Ordered():
                checked = (at for at in range(place, len(rows)) if isinstance(rows[at], Rechecked))
                day = served("D23", rows[: next(checked, len(rows))])
                return replace(row, is_written=day is not None, served_on=day)
        return row

    return tuple(told(place, row) for place, row in enumerate(rows))
