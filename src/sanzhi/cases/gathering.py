"""What is asked of many proceedings at once, for lists: brought for all of them, by two queries however many they are."""

from collections.abc import Iterable

from django.db.models import Model

from sanzhi.cases import board
from sanzhi.cases.deadlines import working_calendar
from sanzhi.cases.models import Joinder, Paper, Proceeding
from sanzhi.kernel.at_once import Wanted, bring, only_rows
from sanzhi.kernel.db import keep_list, keep_rows, rows_of
from sanzhi.law.days import Calendar

JOINED = {"papers": ("document",), "assignments": ("officer", "certificate"), "joinders": ("other",)}
TERM = ("delays", "suspensions", "appraisals")  # from what a term is counted
FRAMED = ("visits", "proposals", "contests", "hearings", *TERM)
PEOPLE = ("assignments", "recusals", "joinders")  # who may act in a case
OF_JOINED = ("recusals", "evidence")


def gather(judged: Iterable[Proceeding], *, beside: Iterable[Proceeding]) -> None:
    """Everything that hangs on the `judged`, and on those whose own clocks ask for it; of the others `beside`, for their term."""
    shown = tuple(beside)
    counting = [row for row in shown if board.main_clocks(row)]
    whole = tuple({id(row): row for row in (*judged, *counting)}.values())
    cases = [row.case for row in whole]
    first: list[Wanted] = [(whole, ()), (cases, ()), (shown, TERM), ([row.case for row in shown], PEOPLE)]
    found = bring(first, joined=JOINED)
    _know_each_other(whole)
    bring(_behind(whole, found=found), joined=JOINED)
    _date(shown)


def gather_for_frame(proceeding: Proceeding) -> None:
    """What every tab of a case shows of it, by one query; nothing where everything was gathered."""
    wanted: list[Wanted] = [([proceeding], FRAMED), ([proceeding.case], ("assignments",))]
    decision = getattr(proceeding, "decision", None)
    bring([*wanted, ([decision] if decision else [], ("overturns",))], joined=JOINED)


def _date(rows: Iterable[Proceeding]) -> None:
    """The calendar is asked once for all; for none not at all."""
    days: Calendar | None = None
    for row in rows:
        days = row.calendar = days or working_calendar()


def _know_each_other(rows: tuple[Proceeding, ...]) -> None:
    """The proceedings of a case are those that were brought with all that hangs on them."""
    known = {row.pk: row for row in rows}
    for case in {id(row.case): row.case for row in rows}.values():
        keep_list(case.proceedings, [known.get(row.pk, row) for row in rows_of(case.proceedings)])
        keep_rows(rows_of(case.proceedings), "finding", known=rows_of(case.findings))


def _behind(whole: Iterable[Proceeding], *, found: Iterable[Model]) -> Iterable[Wanted]:
    """What hangs on what was brought: the services of papers, the lists of a row that a proceeding has only one of."""
    rows = tuple(found)
    yield [row.document for row in rows if isinstance(row, Paper)], ("services",)
    yield [row.other for row in rows if isinstance(row, Joinder)], OF_JOINED
    yield only_rows(whole), ()
