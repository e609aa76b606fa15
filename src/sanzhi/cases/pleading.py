"""What the party said and how it was answered, each plea by itself, as the papers tell it (行政处罚法 §45)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Hearing, HearingOutcome, Plea, Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.law.wording import sentence, without_opening

WAIVED = "明确放弃陈述、申辩的权利"


@facts("case", "pleas plea_answers")
def pleaded(proceeding: Proceeding) -> dict[str, Any]:
    """Every plea with its answer; a waiver is recorded, but there is nothing in it to answer."""
    rows = queries.pleas(proceeding)
    return {
        "pleas": [_recorded(proceeding, row) for row in rows],
        "plea_answers": [_answered(row) for row in rows if row.answered_on],
    }


def _recorded(proceeding: Proceeding, row: Plea) -> dict[str, str]:
    return {
        "day": chinese_date(row.made_on),
        "manner": row.get_manner_display(),
        "notice": _notice_of(proceeding, row),
        "said": f"当事人{WAIVED}。" if row.is_waived else row.text,
    }


def _notice_of(proceeding: Proceeding, row: Plea) -> str:
    """By which notice the party was told what it speaks to; on the spot it is told by word of mouth."""
    told = (paper.number for paper in queries.notices(proceeding) if paper.proposal_id == row.proposal_id)
    return next(told, "")


def _answered(row: Plea) -> dict[str, str]:
    assert row.answered_on is not None  # its caller asks
    return {
        "day": chinese_date(row.made_on),
        "manner": row.get_manner_display(),
        "proposed": row.proposal.text,
        "said": row.text,
        "answer": row.answer,
        "result": "采纳" if row.is_accepted else "不予采纳",
        "answered_on": chinese_date(row.answered_on),
    }


@facts("case", "pleaded_text")
def told(proceeding: Proceeding) -> dict[str, Any]:
    """For papers of the house and of the street."""
    said = [_told(row, party="当事人") for row in queries.pleas(proceeding)]
    said += [] if said or not _is_heard(proceeding) else ["当事人的陈述、申辩在听证中提出，见听证情况。"]
    return {"pleaded_text": "".join(said) or None}


@facts("case", "heard_text")
def heard(proceeding: Proceeding) -> dict[str, Any]:
    """What the party said and asked for, and what came of it: only what rows tell."""
    parts = [_told(row, party="你（单位）") for row in queries.pleas(proceeding)]
    parts += [] if parts or _is_heard(proceeding) else ["你（单位）在规定期限内未提出陈述、申辩意见。"]
    asked = [_heard(row) for row in queries.hearings(proceeding)]
    if not asked and any(paper.purpose == "hearing_notice" for paper in queries.notices(proceeding)):
        asked = ["你（单位）在规定期限内未要求举行听证。"]
    return {"heard_text": "".join([*parts, *asked])}


def _heard(hearing: Hearing) -> str:
    """What came of one wish for a hearing; nothing before its day was set."""
    if hearing.is_withdrawn and hearing.concluded_on is not None:
        asked, back = chinese_date(hearing.requested_on), chinese_date(hearing.concluded_on)
        return f"你（单位）于{asked}要求听证，{back}撤回听证要求。"
    if hearing.is_unattended:
        return "你（单位）要求听证，经通知无正当理由未出席，视为放弃听证。"
    if hearing.held_on is None:
        return ""
    held = chinese_date(hearing.held_on)
    if hearing.outcome == HearingOutcome.LEFT:
        return f"你（单位）要求听证，{held}举行听证时未经许可中途退出，视为放弃听证。"
    return f"你（单位）要求听证，本机关于{held}举行了听证，听取了你（单位）的陈述、申辩和质证。"


def _is_heard(proceeding: Proceeding) -> bool:
    """The party spoke at a hearing (行政处罚法 §64(7)): who says nothing beside it has pleaded all the same."""
    return any(row.outcome == HearingOutcome.HELD for row in queries.hearings(proceeding))


def _told(row: Plea, *, party: str) -> str:
    """2026年12月3日，当事人口头陈述、申辩：…。经复核，…。"""
    begun = f"{chinese_date(row.made_on)}，{party}{row.get_manner_display()}"
    if row.is_waived:
        return f"{begun}{WAIVED}。"
    said = f"{begun}陈述、申辩：{sentence(row.text)}"
    return f"{said}经复核，{sentence(without_opening(row.answer))}" if row.answered_on else said


GROUPS = (pleaded, told, heard)
