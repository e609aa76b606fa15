"""What levies answer to the words of their procedure."""

from sanzhi.cases.court_models import ENDED_BY_COURT, CourtSays
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.queries import has_fallen, issued_for, papers
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan
from sanzhi.levy import owed
from sanzhi.levy.assessing import LAW, charge_named, counted
from sanzhi.levy.models import Lowering
from sanzhi.levy.queries import (
    assessment_of,
    denial_of,
    denied,
    granted_since,
    last_application,
    levy_end_of,
    reliefs,
    tariffs_in_force,
    told_of,
    waiting_lowering,
)

REFUND = "城市道路管理条例第三十八条"


def assessed_now(proceeding: Proceeding) -> Verdict:
    """Assessed, by the tariff in force, with every relief that was granted."""
    row = assessment_of(proceeding)
    if row is None:
        return Verdict.no("尚未核定征收数额。", LAW, remedy="请核定数量、期间和数额。")
    if row.edition_id != tariffs_in_force(proceeding):
        return Verdict.no(
            "核定以后收费标准清单有新的版本，核定所用的已不是现行版本。",
            LAW,
            remedy="请按现行清单重新核定；数额、期间有变化的，重新告知。",
        )
    now = counted(charge_named(proceeding, row.item), row.used, reductions=reliefs(proceeding))
    return Verdict.when(
        now.result == row.amount,
        f"核定为{yuan(row.amount)}元，按现行标准和已经准予的减免应为{yuan(now.result)}元。",
        citation=LAW,
        remedy="请重新核定。",
    )


def lowerings_settled(proceeding: Proceeding) -> Verdict:
    row = waiting_lowering(proceeding)
    return Verdict.when(
        row is None,
        f"“{row.get_kind_display() if row else ''}”尚未审批。",
        citation=REFUND,
        remedy="请机关负责人先审批。",
    )


def nothing_to_give_back(proceeding: Proceeding) -> Verdict:
    """What was paid beyond what is owed has gone back (城市道路管理条例 §38)."""
    left = owed.outstanding(proceeding)
    return Verdict.when(
        left >= 0,
        f"多收了{yuan(-left)}元，尚未退还。",
        citation=REFUND,
        remedy="请机关负责人决定退费，凭退款凭证登记退还。",
    ) & Verdict.when(
        owed.waiting_refund(proceeding) is None,
        "已经决定的退费尚未退还。",
        citation=REFUND,
        remedy="请凭退款凭证登记退还。",
    )


def collected(proceeding: Proceeding) -> Verdict:
    """Paid in full; or the court has ended it; or nobody is left who could pay."""
    left, asked = owed.outstanding(proceeding), last_application(proceeding)
    is_over = levy_end_of(proceeding) is not None or (asked is not None and asked.says in ENDED_BY_COURT)
    return (
        Verdict.when(
            left <= 0 or is_over,
            f"尚有{yuan(left)}元没有缴纳。",
            citation=LAW,
            remedy="逾期的请催告；催告以后仍不缴纳的，申请人民法院强制执行。",
        )
        & lowerings_settled(proceeding)
        & nothing_to_give_back(proceeding)
        & court_has_answered(proceeding)
    )


def lowering_told(proceeding: Proceeding) -> Verdict:
    """What a grant has left to be paid reaches the party in writing, as long as anything is left (河南省行政执法条例 §30)."""
    rows = granted_since(proceeding)
    untold = [row for row in rows if not _is_told(proceeding, row, field="paid_text", as_=told_of(row))]
    return Verdict.when(
        not untold or owed.outstanding(proceeding) <= 0,
        "准予减免、缩短占用以后的应缴金额没有书面告知当事人，送达的《行政征收缴费通知书》还是原来的金额。",
        citation="河南省行政执法条例第三十条",
        remedy="请重新制作并送达《行政征收缴费通知书》。",
    ) & denial_told(proceeding)


def denial_told(proceeding: Proceeding) -> Verdict:
    """Whoever asked for a relief and did not get it reads why, and what may be done against it (河南省行政执法条例 §29, §30)."""
    rows = denied_still(proceeding)
    untold = [row for row in rows if not _is_told(proceeding, row, field="denied_text", as_=denial_of(row))]
    title = untold[0].reduction.get("title", "") if untold else ""
    return Verdict.when(
        not untold,
        f"没有准许当事人“{title}”的减免申请，送达的《行政征收缴费通知书》没有写明，当事人不知道理由和救济途径。",
        citation="河南省行政执法条例第二十九条、第三十条",
        remedy="请重新制作并送达《行政征收缴费通知书》。",
    )


def _is_told(proceeding: Proceeding, row: Lowering, *, field: str, as_: str) -> bool:
    """By a bill that was made after that very decision and handed over: an earlier one in the same words tells of another."""
    decided = next((one for one in papers(proceeding) if one.document_id == row.document_id), None)
    return decided is not None and any(
        bill.served_on
        and _order_of(bill) > _order_of(decided)
        and as_ in str(bill.document.values.get(field))
        for bill in issued_for(proceeding, "levy_bill")
    )


def _order_of(paper: Paper) -> tuple[float, int]:
    """When it was issued; of two in the same instant, the later key."""
    issued_at = paper.document.issued_at
    return (issued_at.timestamp() if issued_at else 0.0, paper.document_id)


def denied_still(proceeding: Proceeding) -> tuple[Lowering, ...]:
    """As long as there is a levy from which the party might have been freed, and somebody who asked."""
    is_over = has_fallen(proceeding) or levy_end_of(proceeding) is not None
    return () if is_over else denied(proceeding)


def lowered_since(proceeding: Proceeding) -> bool:
    """Something was granted that leaves another sum to be paid, or was not granted."""
    return (bool(granted_since(proceeding)) and to_pay(proceeding)) or bool(denied_still(proceeding))


def court_has_answered(proceeding: Proceeding) -> Verdict:
    asked = last_application(proceeding)
    return Verdict.when(
        asked is None or asked.says not in {"", CourtSays.GRANTED} or owed.outstanding(proceeding) <= 0,
        "申请人民法院强制执行的，法院尚未执行终结。",
        citation="行政强制法第五十七条",
        remedy="请登记人民法院的答复和执行结果；已经缴清的，登记缴款。",
    )


def to_pay(proceeding: Proceeding) -> bool:
    return owed.outstanding(proceeding) > 0


def overdue(proceeding: Proceeding) -> bool:
    return owed.is_overdue(proceeding)
