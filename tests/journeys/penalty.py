"""What officers do in every penalty of the stories: from the lead to the facts, and from the proposal to the decision."""

from __future__ import annotations

import re
from typing import Any

from tests.journeys.tale import Tale


def investigated(tale: Tale, party: dict[str, Any], *, interviewed: dict[str, str], **lead: Any) -> None:
    """A lead, filed, looked at and asked about on film; the evidence is entered, the facts are not yet."""
    tale.reported(party, **lead)
    tale.written("zhifa1", "案件来源登记表", onward=True)
    tale.written("zhifa1", "立案（不予立案）审批表", onward=True)
    tale.record("site_inspection", "interview")
    seen = {**tale.hours, "present": ("当事人在场",)}
    tale.written("zhifa1", "现场检查（勘验）笔录", onward=True, **seen)  # and entered as evidence
    tale.written("zhifa1", "询问（调查）笔录", **tale.hours, **interviewed)


def established(tale: Tale) -> None:
    officer = tale.open("zhifa1", "查明事实")
    officer.page.get_by_label(re.compile("现场检查")).check()
    officer.fill(gains="0", gains_note="现场检查和询问均未发现违法所得。")
    officer.onward("查明事实")
    officer.sees("查明事实：已完成")


def fined(tale: Tale, fine: str, *, correction: str) -> None:
    """Proposed, told, not pleaded against, decided by the head, served."""
    reason = "初次违法，能够配合调查，属“一般”档次。"
    tale.does("zhifa1", "提出处罚建议", fine=fine, reason=reason, correction=correction)
    tale.written("zhifa1", "案件调查终结报告", onward=True)
    tale.written("zhifa1", "行政处罚事先告知书")
    tale.record("service")
    tale.served("行政处罚事先告知书", onward=True)
    tale.record("statement_defence")
    tale.does("zhifa1", "记录陈述申辩", is_waived=True, onward=True)


def decided(tale: Tale) -> None:
    """The head decides as he signs."""
    tale.written("zhifa1", "行政处罚决定审批表", onward=True)
    tale.record("service")
    assert tale.handed_in(tale.served("行政处罚决定书", onward=True))  # 送达回证
    tale.written("zhifa1", "罚款缴款通知书")


def paid_and_closed(tale: Tale, fine: str, *, receipt: str) -> None:
    today = tale.days.day(0)
    tale.does("zhifa1", "登记缴款", amount=fine, paid_on=today, receipt_number=receipt, onward=True)
    tale.written("zhifa1", "结案审批表", onward=True)
