"""When the costs of a proxy may go to the court: told, overdue, demanded, past every remedy (行政强制法 §51(2), §53, §54)."""

from datetime import date

from sanzhi.cases import queries as cases
from sanzhi.cases.contestable import contestable_until, is_final
from sanzhi.cases.contests import is_not_stayed, none_is_pending
from sanzhi.cases.correcting import nothing_is_doubted
from sanzhi.cases.court_models import ENDED_BY_COURT, CourtSays
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.coercion.costs import owed
from sanzhi.coercion.enforcement_models import CostsAtCourt
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due

LAW = "行政强制法第五十三条"
LATE = "行政强制法第五十三条；最高人民法院关于适用行政诉讼法的解释第一百五十六条"
DEMAND = "行政强制法第五十四条"
BILL, PAYMENT, COURT = "proxy_costs", "proxy_costs", "court_application"


def last_request(proceeding: Proceeding) -> CostsAtCourt | None:
    return next(reversed(rows_of(proceeding.costs_at_court)), None)


def bill(proceeding: Proceeding) -> Paper | None:
    """The notice of the costs that reached the party: it is this that the party may contest, and that is executed."""
    told = [row for row in cases.issued_for(proceeding, BILL) if row.counts_from]
    return told[-1] if told else None


def _after(key: str, since: date | None, *, on: Proceeding) -> Deadline | None:
    return due(rule(key, since), since, calendar=on.calendar) if since else None


def payment_due(proceeding: Proceeding) -> Deadline | None:
    paper = bill(proceeding)
    return _after(PAYMENT, paper.counts_from if paper else None, on=proceeding)


def is_overdue(proceeding: Proceeding) -> bool:
    last = payment_due(proceeding)
    return bool(owed(proceeding)) and last is not None and clock.today() > last.on


def court_period(proceeding: Proceeding) -> Deadline | None:
    paper = bill(proceeding)
    since = paper.counts_from if paper else None
    return _after(COURT, contestable_until(proceeding, since=since) if since else None, on=proceeding)


def demand_of(proceeding: Proceeding) -> Paper | None:
    """The last demand that was served after the costs were overdue; those before it demanded the deed."""
    last = payment_due(proceeding)
    papers = (row for row in cases.issued_for(proceeding, "demand") if row.counts_from)
    told = [row for row in papers if last and row.counts_from and row.counts_from > last.on]
    return max(told, key=lambda row: (row.counts_from, row.pk)) if told else None


def is_ended_by_court(proceeding: Proceeding) -> bool:
    """It has ended the matter, or has not taken it in when the time was over."""
    asked, until = last_request(proceeding), court_period(proceeding)
    if asked is None:
        return False
    is_late = until is not None and clock.today() > until.on
    return asked.says in ENDED_BY_COURT or (asked.says == CourtSays.NOT_ACCEPTED and is_late)


def may_ask_the_court(proceeding: Proceeding) -> Verdict:
    asked = last_request(proceeding)
    return (
        Verdict.when(
            is_overdue(proceeding),
            "没有逾期未缴的代履行费用。",
            citation=LAW,
            remedy="请结算费用，送达《代履行费用缴纳通知书》；期限届满仍不缴纳的，先催告。",
        )
        & Verdict.when(
            asked is None or asked.says == CourtSays.NOT_ACCEPTED,
            "已经申请过人民法院强制执行。",
            citation=LAW,
            remedy="请登记人民法院的答复；裁定不予受理的，可以在期限内再次申请。",
        )
        & Verdict.when(
            not cases.has_fallen(proceeding), "代履行的决定已经被撤销，不再收取费用。", citation=LAW
        )
        & nothing_is_to_be_overturned(proceeding)
        & nothing_is_doubted(proceeding)
        & _is_final(proceeding)
        & _demanded(proceeding)
    )


def _is_final(proceeding: Proceeding) -> Verdict:
    """It is the notice of the costs that the party may contest."""
    paper, what = bill(proceeding), "申请法院强制执行"
    pending = none_is_pending(proceeding, what=what) & is_not_stayed(proceeding)
    return pending & is_final(proceeding, what=what, citation=LAW, since=paper.counts_from if paper else None)


def _demanded(proceeding: Proceeding) -> Verdict:
    paper = demand_of(proceeding)
    until = _after("court_demand", paper.counts_from if paper else None, on=proceeding)
    if until is None:
        return Verdict.no(
            "缴费期限届满后，尚未送达《履行义务催告书》催告缴费。", DEMAND, remedy="请制作并送达。"
        )
    return Verdict.when(
        clock.today() > until.on and not until.estimated,
        f"催告书送达后满十个工作日（{chinese_date(until.on)}）仍未缴纳的，才能申请。",
        citation=DEMAND,
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
