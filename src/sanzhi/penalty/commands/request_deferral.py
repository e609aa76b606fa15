"""Record that the party asks to pay later or by instalments, and why (行政处罚法 §66(2))."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.court import is_not_at_court
from sanzhi.penalty.models import Deferral
from sanzhi.penalty.owed import outstanding, payment_due_on
from sanzhi.penalty.queries import waiting_deferral

LAW = "行政处罚法第六十六条第二款"
LINE = re.compile(r"^\s*(\d{4}-\d{2}-\d{2})\s+(\d+(?:\.\d{1,2})?)\s*元?\s*$")


class RequestDeferral(OnProceeding):
    """`instalments`: a line each, 2026-10-15 400; one line is a deferral of the whole."""

    reason: str = Field(min_length=5, max_length=1000)
    proof: str = Field(min_length=2, max_length=300)
    instalments: list[str] = Field(min_length=1, max_length=24)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            payment_due_on(proceeding),
            "处罚决定尚未送达，缴款期限没有起算。",
            citation=LAW,
            remedy="请先送达决定书并登记。",
        )
        & Verdict.when(outstanding(proceeding) > 0, "没有尚未缴纳的罚款。", citation=LAW)
        & Verdict.when(
            waiting_deferral(proceeding) is None,
            "已有一份申请等待审批。",
            citation=LAW,
            remedy="请机关负责人先审批该申请。",
        )
        & is_not_at_court(proceeding)
        & no_correction_waits(proceeding)
        & outcome_entered(proceeding)
    )


CARD = Card(
    captions={
        "reason": "当事人的理由（经济困难的情况）",
        "proof": "证明材料",
        "instalments": "缴纳方案",
    },
    helps={"instalments": "每行一期：日期 金额，例如 2026-10-15 400。暂缓缴纳的只写一行。"},
    objects=_objects,
)


@act("penalty.request_deferral", title="登记暂缓、分期缴纳申请", card=CARD)
def request_deferral(actor: Actor, order: RequestDeferral, *, on: Proceeding) -> Deferral:
    rows = _read(order.instalments)
    require(_fits(on, rows))
    plan = [{"day": day.isoformat(), "amount": str(amount)} for day, amount in rows]
    deferral = Deferral(
        proceeding=on,
        reason=order.reason,
        proof=order.proof,
        instalments=plan,
        until=rows[-1][0],
        asked_on=clock.today(),
    )
    deferral.save()
    record(events.DEFERRAL_ASKED, actor=actor, subject=on.case, facts={"until": chinese_date(rows[-1][0])})
    return deferral


def _fits(on: Proceeding, rows: list[tuple[date, Decimal]]) -> Verdict:
    """The instalments make up what is owed, one after the other, the last not too far away."""
    none = next((day for day, amount in rows if not amount), None)
    days, owed, due_on = [day for day, _ in rows], outstanding(on), payment_due_on(on)
    longest = due(rule("deferral", clock.today()), clock.today(), calendar=on.calendar).on
    return (
        Verdict.when(
            none is None,
            f"{chinese_date(none) if none else ''}一期的金额为零。",
            citation=LAW,
            remedy="请删去这一期，或者填写应缴的金额。",
        )
        & makes_up(owed, (amount for _, amount in rows), remedy="请调整各期金额，使合计等于应缴余额。")
        & Verdict.when(
            days == sorted(set(days)) and days[0] >= clock.today() and (due_on is None or days[-1] > due_on),
            "各期日期应依次在今天以后，最后一期晚于原缴款期限。",
            citation=LAW,
        )
        & Verdict.when(
            days[-1] <= longest,
            f"暂缓、分期缴纳最长到{chinese_date(longest)}。",
            citation=LAW,
            remedy="请缩短缴纳方案；到期仍有困难的，届时再次申请。",
        )
    )


def makes_up(owed: Decimal, amounts: Iterable[Decimal], *, remedy: str) -> Verdict:
    """What is put off is what is owed, neither more nor less."""
    total = sum(amounts, Decimal(0))
    return Verdict.when(
        total == owed,
        f"各期金额合计{yuan(total)}元，应缴余额是{yuan(owed)}元。",
        citation=LAW,
        remedy=remedy,
    )


def _read(lines: list[str]) -> list[tuple[date, Decimal]]:
    """Raises Refused for a line that is no day and amount."""
    found = []
    for line in lines:
        match = LINE.match(line)
        try:
            found.append((date.fromisoformat(match[1]), Decimal(match[2])) if match else None)
        except ValueError:
            found.append(None)
    wrong = [line for line, row in zip(lines, found, strict=True) if row is None]
    if wrong:
        raise Refused((Reason(f"缴纳方案“{wrong[0]}”应为日期和金额，例如 2026-10-15 400。", LAW),))
    return [row for row in found if row is not None]
