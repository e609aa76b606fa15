"""When a fine may go to the court: what is owed, demanded, and past every remedy (行政处罚法 §72; 行政强制法 §53, §54)."""

from sanzhi.cases import board, queries
from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.contests import outcome_entered, pending_contest
from sanzhi.cases.correcting import no_correction_waits, nothing_is_doubted
from sanzhi.cases.models import Proceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.penalty.contesting import court_period
from sanzhi.penalty.court import may_ask_again
from sanzhi.penalty.duties import demands_all, duties
from sanzhi.penalty.queries import granted_deferrals, waiting_deferral

LAW = "行政处罚法第七十二条；行政强制法第五十三条"
LATE = "行政强制法第五十三条；最高人民法院关于适用行政诉讼法的解释第一百五十六条"


def may_ask_the_court(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(duties(proceeding), "没有尚未履行的罚款、没收。", citation=LAW)
        & Verdict.when(
            not queries.has_fallen(proceeding),
            "处罚决定已被撤销，不再执行。",
            citation=LAW,
            remedy="已经收取的，请退还当事人；需要重新作出决定的，请办理“撤销后重新办理”。",
        )
        & Verdict.when(
            pending_contest(proceeding) is None,
            "行政复议、行政诉讼尚未审结，不能申请法院强制执行。",
            citation="行政强制法第五十三条；行政诉讼法第九十七条",
            remedy="审结后，请先登记其结果。",
        )
        & may_ask_again(proceeding)
        & outcome_entered(proceeding)
        & nothing_is_to_be_overturned(proceeding)
        & no_correction_waits(proceeding)
        & nothing_is_doubted(proceeding)
        & _no_deferral_runs(proceeding)
        & board.guard("cases.overturn_served", proceeding)
        & _remedies_are_over(proceeding)
        & _demanded(proceeding)
    )


def _no_deferral_runs(proceeding: Proceeding) -> Verdict:
    """What was put off is not enforced before its day (行政处罚法 §66(2), §72(2))."""
    until = max((row.until for row in granted_deferrals(proceeding)), default=None)
    return Verdict.when(
        waiting_deferral(proceeding) is None,
        "当事人暂缓、分期缴纳的申请尚未审批，不能申请。",
        citation="行政处罚法第六十六条第二款、第七十二条第二款",
        remedy="请机关负责人先审批该申请。",
    ) & Verdict.when(
        until is None or until < clock.today(),
        f"已经批准暂缓、分期缴纳至{chinese_date(until or clock.today())}，期限届满以前不能申请。",
        citation="行政处罚法第六十六条第二款、第七十二条第二款",
        remedy="请在期限届满、催告以后申请。",
    )


def _remedies_are_over(proceeding: Proceeding) -> Verdict:
    over_on = contestable_until(proceeding)
    if over_on is None:
        return Verdict.no("处罚决定尚未送达。", LAW, remedy="请先送达决定书并登记。")
    return Verdict.when(
        clock.today() > over_on,
        f"复议、起诉期限到{chinese_date(over_on)}止，期限届满以前不能申请。",
        citation=LAW,
        remedy="请在此日以后三个月内申请。",
    )


def is_in_time(proceeding: Proceeding, late_reason: str) -> Verdict:
    """Within the three months; later only for a good reason, which the application tells and the court weighs."""
    until = court_period(proceeding)
    is_late = until is not None and clock.today() > until.on
    return Verdict.when(
        not is_late or len(late_reason) >= 10,
        f"申请期限已于{chinese_date(until.on if until else clock.today())}届满，没有正当理由的，人民法院不予受理。",
        citation=LATE,
        remedy="请写明逾期申请的正当理由（不少于十个字）；人民法院裁定不予受理的，登记以后办理终结执行。",
    ) & Verdict.when(
        is_late or not late_reason,
        "申请期限尚未届满，没有逾期申请的理由可写。",
        citation=LATE,
        remedy="请不填写逾期申请的正当理由。",
    )


def _demanded(proceeding: Proceeding) -> Verdict:
    """Of several demands of all that is left the last one counts; one before it was overdue demands nothing."""
    due_on = max((row.due_on for row in duties(proceeding) if row.due_on), default=None)
    told = [row for row in queries.issued_for(proceeding, "demand") if demands_all(row, proceeding)]
    days = [day for row in told if (day := row.counts_from) and (due_on is None or day > due_on)]
    if not days:
        return Verdict.no(
            "期限届满后，尚未送达《履行义务催告书》催告全部尚未履行的义务。",
            "行政强制法第五十四条",
            remedy="请先催告当事人履行。",
        )
    until = due(rule("court_demand", max(days)), max(days), calendar=proceeding.calendar)
    if until.estimated:
        return Verdict.no(
            f"催告期限届满日{chinese_date(until.on)}所在年度的放假安排尚未录入，不能按估算认定届满。",
            "行政强制法第五十四条",
            remedy="请管理员录入该年度放假安排。",
        )
    return Verdict.when(
        clock.today() > until.on,
        f"催告书送达后满十个工作日（{chinese_date(until.on)}）当事人仍未履行的，才能申请。",
        citation="行政强制法第五十四条",
        remedy="请在此日以后申请。",
    )
