"""One line of somebody's worklist, and where lines come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sanzhi.cases.models import Proceeding
from sanzhi.law.deadlines import Left


@dataclass(frozen=True)
class Task:
    """`terms`: its last days, the nearest first; that one decides where the line stands, and whether it is late.

    None of it without a deadline. The party's own time makes nobody late.
    """

    kind: str
    title: str
    detail: str
    url: str
    terms: tuple[Left, ...] = ()

    @property
    def words_of_terms(self) -> str:
        """What stands before a promised day, and before the statute's where both are shown."""
        return "承诺,法定" if len(self.terms) > 1 else "承诺,"

    @property
    def due_on(self) -> date | None:
        return self.terms[0].on if self.terms else None

    @property
    def is_late(self) -> bool:
        return any(row.days < 0 and not row.of_party for row in self.terms[:1])


def task(
    kind: str, title: str, *, detail: str, url: str, due: Left | None = None, terms: tuple[Left, ...] = ()
) -> Task:
    """With the one day that it is `due`, or with all its `terms`."""
    return Task(kind, title, detail, url, (due,) if due else terms)


def title_of(proceeding: Proceeding) -> str:
    party = proceeding.respondent.name if proceeding.respondent else "当事人待登记"
    return f"{party} · {proceeding.cause}"


@dataclass(frozen=True)
class Source:
    """Rows that wait, and what is to be done with them; `proceedings` are those of which that asks more than the row says."""

    rows: QuerySet[Any]
    tasks: Callable[[Iterable[Any]], Iterable[Task]]
    proceedings: Callable[[Any], Iterable[Proceeding]] = lambda row: ()
