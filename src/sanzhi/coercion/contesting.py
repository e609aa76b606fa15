"""Whether an order to demolish may be enforced: nobody contests it, and nobody can any more (行政强制法 §44; 平顶山条例 §30)."""

from datetime import date

from sanzhi.cases.deadlines import decision_counts_from
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.models import Contest, ContestOutcome, ContestWay
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due

LAW = "行政强制法第四十四条；平顶山市城乡规划建设管理条例第三十条"
AFTER = "litigation_after_reconsideration"


def contests(order: Proceeding) -> tuple[Contest, ...]:
    return rows_of(order.contests)


def pending_contest(order: Proceeding) -> Contest | None:
    return next((row for row in contests(order) if row.ended_on is None), None)


def contested_until(order: Proceeding) -> date | None:
    """The last day of the remedies: of both periods, or what a remedy that was finally lost has left of them.

    What was withdrawn has decided nothing: the whole periods count on.
    """
    served_on = decision_counts_from(order)
    if served_on is None:
        return None
    lost = [row for row in contests(order) if row.outcome == ContestOutcome.UPHELD]
    if lost:
        return _left_after(order, lost[-1])
    return max(_ends(order, key, start=served_on) for key in ("reconsideration", "litigation"))


def _left_after(order: Proceeding, row: Contest) -> date:
    """After reconsideration fifteen days to sue (行政诉讼法 §45); after the judgment that took effect nothing."""
    assert row.ended_on is not None  # it has an outcome
    return _ends(order, AFTER, start=row.ended_on) if row.way == ContestWay.RECONSIDERATION else row.ended_on


def _ends(order: Proceeding, key: str, *, start: date) -> date:
    return due(rule(key, start), start, calendar=order.calendar).on


def is_final(order: Proceeding) -> Verdict:
    pending, until = pending_contest(order), contested_until(order)
    lost = [row for row in contests(order) if row.outcome == ContestOutcome.OVERTURNED]
    return (
        Verdict.when(
            pending is None,
            f"当事人对限期拆除决定的{pending.get_way_display() if pending else ''}尚未审结，不能强制拆除。",
            citation=LAW,
            remedy="请等待审结并登记结果。",
        )
        & Verdict.when(
            not lost,
            "限期拆除决定已经被复议、诉讼撤销、变更或者确认违法，不能强制拆除。",
            citation=LAW,
            remedy="请登记撤销；需要另行处理的，重新作出决定。",
        )
        & Verdict.when(
            until is not None and clock.today() > until,
            f"当事人申请复议、提起诉讼的期限至{chinese_date(until) if until else '决定送达以后'}，尚未届满。",
            citation=LAW,
            remedy="请等期限届满、当事人不复议不诉讼又不拆除，再强制拆除。",
        )
    )
