"""When a levy may go to the court: overdue, demanded, past every remedy, within three months (行政强制法 §§53, 54)."""

from sanzhi.cases import board, queries
from sanzhi.cases.contestable import contestable_until, is_final
from sanzhi.cases.contests import is_not_stayed, none_is_pending
from sanzhi.cases.correcting import nothing_is_doubted
from sanzhi.cases.court_models import CourtSays
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.levy.guards import lowerings_settled
from sanzhi.levy.owed import is_overdue, payment_due
from sanzhi.levy.queries import last_application

LAW = "行政强制法第五十三条"
LATE = "行政强制法第五十三条；最高人民法院关于适用行政诉讼法的解释第一百五十六条"


def court_period(proceeding: Proceeding) -> Deadline | None:
    over = contestable_until(proceeding)
    if over is None:
        return None
    return due(rule("court_application", over), over, calendar=proceeding.calendar)


def may_ask_the_court(proceeding: Proceeding) -> Verdict:
    asked = last_application(proceeding)
    return (
        Verdict.when(
            is_overdue(proceeding) and not queries.has_fallen(proceeding),
            "没有逾期未缴的征收款项。",
            citation=LAW,
            remedy="缴款期限届满以后仍未缴纳的，先催告。",
        )
        & Verdict.when(
            asked is None or asked.says == CourtSays.NOT_ACCEPTED,
            "已经申请过人民法院强制执行。",
            citation=LAW,
            remedy="请登记人民法院的答复；裁定不予受理的，可以在期限内再次申请。",
        )
        & lowerings_settled(proceeding)
        & nothing_is_to_be_overturned(proceeding)
        & nothing_is_doubted(proceeding)
        & board.guard("cases.overturn_served", proceeding)
        & none_is_pending(proceeding, what="申请法院强制执行")
        & is_not_stayed(proceeding)
        & is_final(proceeding, what="申请法院强制执行", citation=LAW)
        & _demanded(proceeding)
    )


def demand_of(proceeding: Proceeding) -> Paper | None:
    """The last demand that was served after the payment was overdue."""
    last = payment_due(proceeding)
    papers = (row for row in queries.issued_for(proceeding, "demand") if row.counts_from)
    told = [row for row in papers if last is None or (row.counts_from and row.counts_from > last.on)]
    return max(told, key=lambda row: (row.counts_from, row.pk)) if told else None


def _demanded(proceeding: Proceeding) -> Verdict:
    paper = demand_of(proceeding)
    if paper is None or paper.counts_from is None:
        return Verdict.no(
            "缴款期限届满后，尚未送达《履行义务催告书》。", "行政强制法第五十四条", remedy="请先催告。"
        )
    since = paper.counts_from
    until = due(rule("court_demand", since), since, calendar=proceeding.calendar)
    return Verdict.when(
        clock.today() > until.on and not until.estimated,
        f"催告书送达后满十个工作日（{chinese_date(until.on)}）仍未缴纳的，才能申请。",
        citation="行政强制法第五十四条",
        remedy="请在此日以后申请；该年度放假安排尚未录入的，请管理员录入。",
    )


def is_in_time(proceeding: Proceeding, late_reason: str) -> Verdict:
    until = court_period(proceeding)
    is_late = until is not None and clock.today() > until.on
    return Verdict.when(
        not is_late or len(late_reason) >= 10,
        f"申请期限已于{chinese_date(until.on if until else clock.today())}届满，没有正当理由的，人民法院不予受理。",
        citation=LATE,
        remedy="请写明逾期申请的正当理由（不少于十个字）。",
    ) & Verdict.when(
        is_late or not late_reason,
        "申请期限尚未届满，没有逾期申请的理由可写。",
        citation=LATE,
        remedy="请不填写逾期申请的正当理由。",
    )
