"""The paper by which the duty was imposed that is to be executed: served, still standing, its day past, not obeyed."""

from datetime import date
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.contests import is_not_stayed
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date

LAW = "行政强制法第三十四条、第五十条"
# purpose of the paper: the field with the duty, the field with its last day where the paper names one
DUTIES = {
    "correction_order": ("correct_content", "correct_by_on"),
    "decision": ("correction", ""),
    "demolition_order": ("duty", "due_on"),
}


def imposing(main: Proceeding) -> tuple[Paper, ...]:
    """The served papers of the proceeding that demand something to be done."""
    found = (row for row in cases.issued_for(main, *DUTIES) if row.served_on)
    return tuple(row for row in found if duty_of(row))


def duty_of(paper: Paper) -> str:
    """What the paper demands, in its own words."""
    name, _ = DUTIES[paper.purpose]
    return str(paper.document.values.get(name) or "").strip()


def due_of(paper: Paper) -> date | None:
    """The last day that the paper itself names."""
    _, name = DUTIES[paper.purpose]
    value: Any = paper.document.values.get(name) if name else None
    return date.fromisoformat(str(value)[:10]) if value else None


def is_overdue(paper: Paper, due_on: date) -> Verdict:
    """The day is the paper's own, or lies behind its service, and is past."""
    own, served = due_of(paper), paper.served_on
    return Verdict.when(
        own in {None, due_on},
        f"《{paper.title}》写明的期限是{chinese_date(own) if own else ''}。",
        citation=LAW,
        remedy="请按该文书写明的期限填写。",
    ) & Verdict.when(
        served is not None and served <= due_on < clock.today(),
        "履行期限应在决定送达以后，并且已经届满。",
        citation=LAW,
        remedy="期限没有届满的，等期限届满、当事人仍不履行再提出。",
    )


def still_stands(main: Proceeding) -> Verdict:
    return Verdict.when(
        not cases.has_fallen(main),
        "据以执行的决定已经被撤销，不能执行。",
        citation="行政强制法第四十条第四项",
        remedy="正在执行的，请终结执行；仍需履行义务的，依法重新作出决定。",
    ) & is_not_stayed(main)
