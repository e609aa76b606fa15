"""One line of somebody's worklist."""

from dataclasses import dataclass
from datetime import date

from sanzhi.kernel import clock


@dataclass(frozen=True)
class Task:
    """`days` left in calendar days, negative when overdue, None without a deadline."""

    kind: str
    title: str
    detail: str
    url: str
    due_on: date | None
    days: int | None


def task(kind: str, title: str, *, detail: str, url: str, due_on: date | None) -> Task:
    return Task(kind, title, detail, url, due_on, (due_on - clock.today()).days if due_on else None)
