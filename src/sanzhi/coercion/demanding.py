"""The demand 催告: told in writing before the decision, and again three working days before the proxy (行政强制法 §§35–38, §51)."""

from datetime import date

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import decision_paper
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.vouching import fits
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.proxy_days import day_of
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due

DEMAND, AGAIN = "demand", "second_demand"
LAW = "行政强制法第三十五条"


def demands(proceeding: Proceeding) -> tuple[Paper, ...]:
    """The demands that were served, the oldest first; those made after the decision too."""
    rows = [row for row in cases.issued_for(proceeding, DEMAND) if row.served_on]
    return tuple(sorted(rows, key=lambda row: (row.served_on or date.max, row.pk)))


def first_demand(proceeding: Proceeding) -> Paper | None:
    """The last one that was served before it was decided, and tells what is proposed now."""
    now, decided = cases.current_proposal(proceeding), proceeding.decided_on
    rows = [row for row in demands(proceeding) if decided is None or (row.served_on or date.max) <= decided]
    told = [row for row in rows if row.proposal is not None and now is not None and fits(row.proposal, now)]
    return told[-1] if told else None


def period(proceeding: Proceeding) -> Deadline | None:
    """The days that the demand leaves to the party (the number is 建议: the law names none for this)."""
    paper = first_demand(proceeding)
    start = paper.counts_from if paper else None
    return due(rule(DEMAND, start), start, calendar=proceeding.calendar) if start else None


def demanded(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        first_demand(proceeding),
        "没有按现在的意见催告当事人履行：《履行义务催告书》尚未送达。",
        citation=LAW,
        remedy="请制作并直接送达；拒收、无法直接送达的，依民事诉讼法送达。",
    )


def demand_over(proceeding: Proceeding) -> Verdict:
    until = period(proceeding)
    return Verdict.when(
        until is None or clock.today() > until.on,
        f"催告的期限至{chinese_date(until.on) if until else ''}，尚未届满。",
        citation="行政强制法第三十五条、第三十七条",
        remedy="请等期限届满、当事人仍不履行再作决定。",
    )


def plea_respected(proceeding: Proceeding) -> Verdict:
    """What was accepted is not executed all the same: it is withdrawn, or proposed and demanded otherwise (行政强制法 §36)."""
    now = cases.current_proposal(proceeding)
    rows = [row for row in cases.pleas(proceeding) if row.is_accepted]
    return Verdict.when(
        not rows or (now is not None and all(row.proposal_id != now.pk for row in rows)),
        "当事人的陈述申辩已经采纳，不能仍按原来的意见执行。",
        citation="行政强制法第三十六条",
        remedy="请重新提出意见并催告，或者终结执行。",
    )


def second_demand(proceeding: Proceeding) -> Paper | None:
    """The one that was made and served after the decision, and names the day on which it is done."""
    decision, day = decision_paper(proceeding), _day(proceeding)
    rows = [row for row in demands(proceeding) if decision is not None and row.pk > decision.pk]
    told = [row for row in rows if day and chinese_date(day) in str(row.document.values.get("consequence"))]
    return told[-1] if told else None


def _day(proceeding: Proceeding) -> date | None:
    row = enforcement_of(proceeding)
    return day_of(row) if row is not None else None


def demanded_again(proceeding: Proceeding) -> Verdict:
    day, first = _day(proceeding), earliest_day(proceeding)
    return Verdict.when(
        second_demand(proceeding),
        f"代履行三日前没有再次催告当事人履行、写明{chinese_date(day) if day else '代履行日期'}代履行。",
        citation="行政强制法第五十一条第一款第二项",
        remedy="请再次制作《履行义务催告书》并送达。",
    ) & Verdict.when(
        first is None or day is None or day >= first,
        f"代履行日期{chinese_date(day) if day else ''}早于再次催告满三个工作日的{chinese_date(first) if first else ''}。",
        citation="行政强制法第五十一条第一款第二项、第六十九条",
        remedy="请机关负责人改定代履行日期，再次催告。",
    )


def earliest_day(proceeding: Proceeding) -> date | None:
    """The first day on which it may be done: three working days lie between the second demand and it."""
    paper = second_demand(proceeding)
    if paper is None or paper.counts_from is None:
        return None
    days = rule(AGAIN, clock.today()).days
    return proceeding.calendar.add_working(paper.counts_from, days)


def is_late_enough(proceeding: Proceeding) -> Verdict:
    first = earliest_day(proceeding)
    return demanded_again(proceeding) & Verdict.when(
        first is None or clock.today() >= first,
        f"再次催告以后应当满三个工作日，{chinese_date(first) if first else ''}起才能代履行。",
        citation="行政强制法第五十一条第一款第二项、第六十九条",
        remedy="当事人在此以前履行的，停止代履行。",
    )
