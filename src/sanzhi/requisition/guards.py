"""What requisitions answer to the words of their procedures."""

from sanzhi.cases.fixed import tells_of_now
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.cases.queries import issued_for
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan
from sanzhi.requisition.claims import counted
from sanzhi.requisition.models import UseEndedFor
from sanzhi.requisition.proposing import LAW, TOLD
from sanzhi.requisition.queries import (
    beside,
    compensation_of,
    left_to_pay,
    requisition_of,
    things_of,
    to_value,
    unsettled,
    waiting_objections,
)


def taken_over(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    is_over = row is not None and clock.today() > row.last_on
    return Verdict.when(
        row is not None and row.taken_at is not None,
        "征用期限已经届满，财物没有接收。" if is_over else "征用的财物尚未清点、估价、接收。",
        citation=LAW,
        remedy="请机关负责人登记不再征用；仍然需要的，另行提出。"
        if is_over
        else "请到场清点接收；不再需要的，由机关负责人登记不再征用。",
    )


def receipt_handed(proceeding: Proceeding) -> Verdict:
    """The owner holds the inventory, which is the receipt, from the day on which the things were taken."""
    row, papers = requisition_of(proceeding), issued_for(proceeding, "requisition_receipt")
    return Verdict.when(
        row is None or row.taken_on is None or any(paper.served_on for paper in papers),
        "《征用财物清单和收据》没有交付权利人的登记。",
        citation=LAW,
        remedy="请当场交付并登记；权利人不在场的，以其他方式送达。",
    )


def extension_told(proceeding: Proceeding) -> Verdict:
    row, papers = requisition_of(proceeding), issued_for(proceeding, "requisition_extension")
    return Verdict.when(
        row is None or row.extended_on is None or any(paper.served_on for paper in papers[-1:]),
        "延长征用期限没有书面告知权利人。",
        citation=TOLD,
        remedy="请送达《征用延期通知书》。",
    )


def all_back(proceeding: Proceeding) -> Verdict:
    """Line by line the inventory is accounted for, and the owner holds the list of what came back."""
    rows, papers = unsettled(proceeding), issued_for(proceeding, "requisition_return")
    return (
        Verdict.when(
            not rows,
            f"还有{len(rows)}项财物没有返还、清点：{'、'.join(row.name for row in rows)}。",
            citation=LAW,
            remedy="请登记停止使用，逐项返还；灭失的登记灭失。",
        )
        & Verdict.when(
            bool(rows) or not things_of(proceeding) or tells_of_now(proceeding, "requisition_return"),
            "没有按现在的登记制作的《征用财物返还清单》。",
            citation=LAW,
            remedy="请制作，由权利人签收。",
        )
        & Verdict.when(
            bool(rows) or not papers or papers[-1].served_on,
            "《征用财物返还清单》没有交付权利人、签收的登记。",
            citation=LAW,
            remedy="请由权利人签收并登记；不签收的，以其他方式送达。",
        )
    )


def compensated(proceeding: Proceeding) -> Verdict:
    """Nothing that was taken stays uncompensated: decided, served, paid, closed."""
    rows = [row for row in beside(proceeding) if row.closure_kind != ClosureKind.OVERTURNED]
    done = [row for row in rows if row.closed_on is not None and left_to_pay(row) <= 0 and row.decided_on]
    return Verdict.when(
        not things_of(proceeding) or done,
        "征用的财物尚未补偿：没有作出补偿决定，或者补偿没有付清。",
        citation=LAW,
        remedy="请核算补偿，告知、听取意见，作出决定并支付。",
    )


def objections_answered(proceeding: Proceeding) -> Verdict:
    rows = waiting_objections(proceeding)
    return Verdict.when(
        not rows,
        f"权利人的异议有{len(rows)}份尚未答复。",
        citation=TOLD,
        remedy="请机关负责人逐份答复。",
    )


def assessed_now(proceeding: Proceeding) -> Verdict:
    """The compensation is assessed on what is recorded today."""
    row, waiting = compensation_of(proceeding), to_value(proceeding)
    if row is None or waiting:
        return Verdict.no("尚未核算补偿，或者毁损、灭失的财物尚未估价。", LAW, remedy="请估价以后核算补偿。")
    now = counted(proceeding)
    return Verdict.when(
        list(now.lines()) == row.lines,
        f"核算为{yuan(row.amount)}元，按现在的登记应为{yuan(now.result)}元。",
        citation=LAW,
        remedy="请重新核算。",
    )


def compensation_paid(proceeding: Proceeding) -> Verdict:
    left = left_to_pay(proceeding)
    return Verdict.when(
        left <= 0,
        f"补偿尚有{yuan(left)}元没有支付。",
        citation=LAW,
        remedy="请支付；权利人下落不明、拒绝受领的，依法提存。",
    )


def taken_at_once(proceeding: Proceeding) -> bool:
    row = requisition_of(proceeding)
    return row is not None and row.is_urgent and row.taken_at is not None


def is_taken(proceeding: Proceeding) -> bool:
    return bool(things_of(proceeding))


def is_back(proceeding: Proceeding) -> bool:
    return bool(things_of(proceeding)) and not unsettled(proceeding)


def is_refused(proceeding: Proceeding) -> bool:
    row = requisition_of(proceeding)
    return row is not None and row.use_ended_for == UseEndedFor.REFUSED
