"""When a fine may go to the court: what is owed, demanded, and past every remedy (行政处罚法 §72; 行政强制法 §53, §54)."""

from sanzhi.cases import at_court, board, queries
from sanzhi.cases.correcting import no_correction_waits, nothing_is_doubted
from sanzhi.cases.models import Proceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.penalty.court import may_ask_again
from sanzhi.penalty.duties import demands_all, duties
from sanzhi.penalty.queries import granted_deferrals, waiting_deferral

LAW = "行政处罚法第七十二条；行政强制法第五十三条"


def may_ask_the_court(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(duties(proceeding), "没有尚未履行的罚款、没收。", citation=LAW)
        & Verdict.when(
            not queries.has_fallen(proceeding),
            "处罚决定已被撤销，不再执行。",
            citation=LAW,
            remedy="已经收取的，请退还当事人；需要重新作出决定的，请办理“撤销后重新办理”。",
        )
        & may_ask_again(proceeding)
        & nothing_is_to_be_overturned(proceeding)
        & no_correction_waits(proceeding)
        & nothing_is_doubted(proceeding)
        & _no_deferral_runs(proceeding)
        & board.guard("cases.overturn_served", proceeding)
        & at_court.is_final(proceeding)
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


def _demanded(proceeding: Proceeding) -> Verdict:
    """Of several demands of all that is left the last one counts; one before it was overdue demands nothing."""
    due_on = max((row.due_on for row in duties(proceeding) if row.due_on), default=None)
    told = [row for row in queries.issued_for(proceeding, "demand") if demands_all(row, proceeding)]
    days = [day for row in told if (day := row.counts_from) and (due_on is None or day > due_on)]
    lacks = "期限届满后，尚未送达《履行义务催告书》催告全部尚未履行的义务。"
    return at_court.has_waited(max(days, default=None), on=proceeding, lacks=lacks)
