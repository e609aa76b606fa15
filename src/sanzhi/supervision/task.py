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
    """`days` left in the `unit` of the deadline's own rule, negative when it is over, None without a deadline.

    `of_party`: it is the party's own time, which makes nobody late.
    """

    kind: str
    title: str
    detail: str
    url: str
    due_on: date | None
    days: int | None
    unit: str
    of_party: bool = False

    @property
    def is_late(self) -> bool:
        return self.days is not None and self.days < 0 and not self.of_party


def task(kind: str, title: str, *, detail: str, url: str, due: Left | None = None) -> Task:
    if due is None:
        return Task(kind, title, detail, url, None, None, "")
    return Task(kind, title, detail, url, due.on, due.days, due.unit, due.of_party)


def title_of(proceeding: Proceeding) -> str:
    party = proceeding.respondent.name if proceeding.respondent else "当事人待登记"
    return f"{party} · {proceeding.cause}"


@dataclass(frozen=True)
class Source:
    """Rows that wait, and what is to be done with them; `proceedings` are those of which that asks more than the row says."""

    rows: QuerySet[Any]
    tasks: Callable[[Iterable[Any]], Iterable[Task]]
    proceedings: Callable[[Any], Iterable[Proceeding]] = lambda row: ()
