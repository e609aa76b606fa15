"""What papers say of the performance: when what was owed was paid, what of it was kept, what was given back."""

from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.law.money import capital_amount, yuan
from sanzhi.penalty.confiscating import gains_taken
from sanzhi.penalty.court import last_answer
from sanzhi.penalty.models import CourtSays
from sanzhi.penalty.owed import (
    NOTHING,
    falls_due_on,
    fine_owed,
    instalments_left,
    is_by_instalments,
    outstanding,
    overdue_now,
    owed_in_all,
)
from sanzhi.penalty.queries import (
    confiscations,
    enforcement_end,
    kept,
    kept_by,
    late_penalty_of,
    paid_gains,
    refunds,
    was_recounted,
)


@facts("case", "paid_on paid_amount receipt_number")
def paid(proceeding: Proceeding) -> dict[str, Any]:
    """What was kept of the payments, and by which of them what was owed was reached."""
    rows = _settling(proceeding)
    if not rows:
        return {}
    return {
        "paid_on": rows[-1].paid_on,
        "paid_amount": kept(proceeding) or None,
        "receipt_number": "、".join(row.receipt_number for row in rows),
    }


@facts("case", "received_on received_amount received_receipts")
def received(proceeding: Proceeding) -> dict[str, Any]:
    """The same of fine, late penalty and gains together."""
    rows, gains = _settling(proceeding), paid_gains(proceeding)
    days = [*(row.paid_on for row in rows), *(row.taken_on for row in gains)]
    amount = kept(proceeding) + gains_taken(proceeding)
    if not days or not amount:
        return {}
    receipts = [*(row.receipt_number for row in rows), *(row.voucher for row in gains)]
    return {
        "received_on": max(days),
        "received_amount": amount,
        "received_receipts": "、".join(dict.fromkeys(receipts)),
    }


def _settling(proceeding: Proceeding) -> list[Payment]:
    """The payments by their day up to that since which nothing was owed any more; all, where it never was so."""
    rows = sorted(queries.payments(proceeding), key=lambda row: (row.paid_on, row.pk))
    owed = owed_in_all(proceeding)
    if not owed:
        return rows
    days = {*(row.paid_on for row in rows), *(row.refunded_on for row in refunds(proceeding))}
    until = max((day for day in days if kept_by(proceeding, day) < owed), default=date.min)
    later = [row for row in rows if row.paid_on > until]
    held = kept_by(proceeding, until)
    before = sum(held + total < owed for total in accumulate(row.amount for row in later))
    return [*(row for row in rows if row.paid_on <= until), *later[: before + 1]]


@facts("case", "to_pay to_pay_capital to_pay_text")
def payable(proceeding: Proceeding) -> dict[str, Any]:
    """What of fine and late penalty is still to be paid today, the fine itself once nothing is; and by when."""
    fine = fine_owed(proceeding)
    if not fine:
        return {}
    left = max(outstanding(proceeding), NOTHING)
    return {
        "to_pay": left or fine,
        "to_pay_capital": capital_amount(left or fine),
        "to_pay_text": _asked(proceeding, left, by=_by_when(proceeding)),
    }


def _by_when(proceeding: Proceeding) -> str:
    """请于2026年9月21日前， or, where it was put off, by the plan that was granted (行政处罚法 §66(2))."""
    due_on, plan, late = falls_due_on(proceeding), instalments_left(proceeding), overdue_now(proceeding)
    days = "，".join(f"{chinese_date(day)}前{yuan(amount)}元" for day, amount in plan)
    word = "分期" if is_by_instalments(proceeding) else "暂缓"
    if plan and late:
        return f"已经批准{word}缴纳，其中{yuan(late)}元{_charged_too(proceeding)}的期限已经届满，请立即缴纳；其余{days}，请按期"
    if late and due_on is not None and clock.today() <= due_on:
        return f"其中{yuan(late)}元{_charged_too(proceeding)}的期限已经届满，请立即缴纳；其余请于{chinese_date(due_on)}前，"
    if due_on is not None and clock.today() > due_on:
        return f"缴款期限已于{chinese_date(due_on)}届满，请立即"
    if plan:
        return f"已经批准{word}缴纳：{days}。请按期"
    return f"请于{chinese_date(due_on) if due_on else '法定期限'}前，"


def _charged_too(proceeding: Proceeding) -> str:
    late = late_penalty_of(proceeding)
    return "（含加处罚款）" if late and late.amount else ""


def _asked(proceeding: Proceeding, left: Decimal, *, by: str) -> str:
    """罚款800元，加处罚款72元，已经缴纳300元，尚有572元未缴纳。"""
    late, paid = late_penalty_of(proceeding), kept(proceeding)
    charged = f"，加处罚款{yuan(late.amount)}元" if late and late.amount else ""
    said = f"罚款{yuan(fine_owed(proceeding))}元{charged}"
    if not left:
        return f"{said}已经缴清。"
    said += f"，已经缴纳{yuan(paid)}元，尚有{yuan(left)}元未缴纳。" if paid > 0 else "。"
    return f"{said}{by}持本通知书到下列代收机构或者通过电子支付系统缴纳。"


@facts("case", "execution_text")
def performed(proceeding: Proceeding) -> dict[str, Any]:
    if not hasattr(proceeding, "decision"):
        return {"execution_text": "未作出处罚决定，不涉及执行。"}
    back = _given_back(proceeding)
    if ended := enforcement_end(proceeding):
        on = chinese_date(ended.ended_on)
        return {
            "execution_text": f"因{ended.get_ground_display()}，已于{on}终结执行。{back}{_taken(proceeding)}"
        }
    if queries.has_fallen(proceeding):
        return {"execution_text": f"处罚决定已被撤销或者确认无效，不再执行。{back}"}
    said = _fine_performed(proceeding)
    return {"execution_text": said + back + _taken(proceeding)} if said else {}


def _fine_performed(proceeding: Proceeding) -> str:
    """Empty while something of it is owed. No row tells who paid: the party, heirs, the court."""
    if not proceeding.decision.weight.fine:
        return "决定没有罚款，不涉及缴款。"
    if not fine_owed(proceeding):
        return "罚款已变更为零，不再缴纳。"
    rows = _settling(proceeding)
    if not rows or outstanding(proceeding) > 0:
        return ""
    paid_on, answer = rows[-1].paid_on, last_answer(proceeding)
    if answer is not None and answer.says == CourtSays.GRANTED and answer.received_on <= paid_on:
        return f"人民法院裁定准予强制执行以后，罚款于{chinese_date(paid_on)}全部收到。"
    return f"罚款已于{chinese_date(paid_on)}缴清。"


def _given_back(proceeding: Proceeding) -> str:
    """另有多缴的2000元已于2026年9月23日退还。 What was owed when it was paid was not paid too much (行政处罚法 §75(2))."""
    lowered = queries.changed_fine(proceeding) is not None or was_recounted(proceeding)
    what = "应当退还的" if lowered else "另有多缴的"
    what = what if owed_in_all(proceeding) else "已经缴纳的"
    return "".join(
        f"{what}{yuan(row.amount)}元已于{chinese_date(row.refunded_on)}退还。" for row in refunds(proceeding)
    )


def _taken(proceeding: Proceeding) -> str:
    """Of a decision that stands only what was too much is given back."""
    return "".join(
        f"{chinese_date(row.taken_on)}，{row.what}已经执行（专用票据号{row.voucher}）。"
        if row.returned_on is None
        else f"另有{row.what}（专用票据号{row.voucher}）已于{chinese_date(row.returned_on)}返还。"
        for row in confiscations(proceeding)
    )


GROUPS = (paid, received, payable, performed)
