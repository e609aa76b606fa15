"""A levy as the page of its case shows it: how it was counted, what lowers it, what was paid and given back."""

from collections.abc import Iterable

from sanzhi.cases.correcting_payments import found_wrong
from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.levy import owed
from sanzhi.levy.models import Assessment, Lowering, Refund
from sanzhi.levy.queries import (
    applications,
    assessment_of,
    levy_end_of,
    lowerings,
    payments,
    refunds,
    successions,
)
from sanzhi.levy.terms import pay_by

DECIDING = ("levy.decide_levy", "levy.assess_levy")
MONEY = (
    "levy.collect_levy",
    "levy.refund_levy",
    "levy.pay_levy_refund",
    "levy.ask_court_for_levy",
    "levy.end_levy",
    "levy.correct_levy_payment",
)


def matters(proceeding: Proceeding) -> Iterable[Matter]:
    row = assessment_of(proceeding)
    if row is not None:
        yield _assessed(row)
    for lowering in lowerings(proceeding):
        yield _lowered(lowering)
    if row is not None and hasattr(proceeding, "decision"):
        yield _money(proceeding)


def _assessed(row: Assessment) -> Matter:
    return matter(
        f"征收核定：{row.item}",
        f"{yuan(row.amount)}元",
        acts=DECIDING,
        rows={
            "计算": row.lines,
            "标准文件": f"{row.standard}（{row.mark}）",
            "证据": f"{len(row.evidence)}份",
            "与另案不是同一占用": row.proposal.basis.get("said", {}).get("apart_for", ""),
            "核定": f"{chinese_date(row.assessed_on)}，{row.assessed_by}",
            "滞纳金": rate_text(row),
        },
    )


def rate_text(row: Assessment) -> str:
    if row.late_per_day is None:
        return "收费依据没有规定滞纳金，不收。"
    percent = (row.late_per_day * 100).normalize()
    return f"逾期每日按未缴数额的{percent:f}%（{row.late_basis}），不超出应缴数额。"


def _lowered(row: Lowering) -> Matter:
    state = {None: "待审批", True: "准予", False: "不予准许"}[row.is_granted]
    said = f"{row.reduction['title']}，{row.reduction['percent']}%" if row.reduction else ""
    return matter(
        row.get_kind_display(),
        state,
        acts=("levy.decide_lowering",),
        rows={
            "减免": said,
            "理由": row.reason,
            "证明材料": row.proof,
            "减少以后应缴": f"{yuan(row.owed)}元",
            "计算": row.lines,
            "提出": f"{chinese_date(row.asked_on)}，{row.asked_by}",
            "审批": f"{chinese_date(row.decided_on)}，{row.decided_by}：{row.opinion}"
            if row.decided_on
            else "",
        },
    )


def _money(proceeding: Proceeding) -> Matter:
    left, late, end = (
        owed.outstanding(proceeding),
        owed.late(proceeding),
        levy_end_of(proceeding),
    )
    state = f"尚欠{yuan(left)}元" if left > 0 else f"多收{yuan(-left)}元，待退还" if left < 0 else "已缴清"
    return matter(
        "缴款",
        state,
        acts=MONEY,
        rows={
            "应缴": f"{yuan(owed.principal(proceeding))}元",
            "缴款期限": pay_by(proceeding),
            "滞纳金": late.lines() if late and late.result else "",
            "已缴": [_paid(row) for row in payments(proceeding)],
            "登记有误的缴款": [_wrong(row, right) for row, right in found_wrong(proceeding)],
            "退费": [_back(row, proceeding) for row in refunds(proceeding)],
            "义务承受人": [
                f"{row.get_how_display()}：{row.name}（{row.proof}）" for row in successions(proceeding)
            ],
            "申请法院强制执行": [
                f"{chinese_date(row.asked_on)}申请{yuan(row.amount)}元"
                f"{f'，{row.get_says_display()}（{row.reference}）' if row.says else '，等待答复'}"
                for row in applications(proceeding)
            ],
            "终止征收": f"{chinese_date(end.ended_on)}，{end.get_ground_display()}" if end else "",
        },
    )


def _paid(row: Payment) -> str:
    return f"{chinese_date(row.paid_on)}缴{yuan(row.amount)}元，票据号{row.receipt_number}"


def _wrong(row: Payment, right: Payment) -> str:
    now = f"更正为{_paid(right)}" if right.amount else "更正为没有这笔缴款"
    return f"{_paid(row)}；{now}"


def _back(row: Refund, proceeding: Proceeding) -> str:
    if row.paid_on:
        paid = f"{chinese_date(row.paid_on)}退还{row.receiver}，凭证号{row.voucher}"
    else:
        is_open = row == owed.waiting_refund(proceeding)
        paid = "尚未退还" if is_open else "所据的缴款已经更正，不再退还"
    return f"{chinese_date(row.decided_on)}决定退{yuan(row.amount)}元，{paid}"
