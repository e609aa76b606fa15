"""What the party said and how it was answered, each plea by itself, as the papers tell it (行政处罚法 §45)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.addressed import Said, notice_of_plea, said
from sanzhi.cases.answering import answered_text, outcome
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.hearings import UNTIL_LEFT
from sanzhi.cases.models import Hearing, HearingOutcome, Paper, Plea, Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.law.wording import sentence

WAIVED = "明确放弃陈述、申辩的权利"
SILENT = "你（单位）在规定期限内未提出陈述、申辩意见。"


@facts("case", "pleas plea_answers", by={"pleas": "cases.record_plea", "plea_answers": "cases.answer_plea"})
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
        "notice": notice.number if (notice := notice_of_plea(proceeding, row)) else "",
        "said": f"当事人{WAIVED}。" if row.is_waived else row.text,
    }


def _answered(row: Plea) -> dict[str, str]:
    assert row.answered_on is not None  # its caller asks
    return {
        "day": chinese_date(row.made_on),
        "manner": row.get_manner_display(),
        "proposed": row.proposal.text,
        "said": row.text,
        "answer": row.answer,
        "result": outcome(row),
        "answered_on": chinese_date(row.answered_on),
    }


@facts("case", "pleaded_text")
def told(proceeding: Proceeding) -> dict[str, Any]:
    """For papers of the house and of the street."""
    parts = [f"{row.opening}{words}" for row in said(proceeding) if (words := _of_house(row))]
    return {"pleaded_text": "".join(parts) or None}


def _of_house(row: Said) -> str:
    """Where something was said to an earlier notice, that nothing was said to this one is told too."""
    pleas = [_told(plea, party="当事人") for plea in row.pleas]
    if pleas or _is_heard(row):
        return "".join(pleas) or _at_the_hearing(row)
    return "没有当事人陈述申辩的登记。" if row.opening and row.is_last else ""


@facts("case", "heard_text")
def heard(proceeding: Proceeding) -> dict[str, Any]:
    """What the party said and asked for, and what came of it: only what rows tell, each with the notice that it answers."""
    parts = [f"{row.opening}{_of_party(row)}" for row in said(proceeding)]
    return {"heard_text": "".join(parts) or SILENT}


def _of_party(row: Said) -> str:
    parts = [_told(plea, party="你（单位）") for plea in row.pleas]
    parts += [SILENT] if row.is_last and not parts and not _is_heard(row) else []
    asked = [_heard(hearing, notice=row.notice) for hearing in row.hearings]
    if row.is_last and not asked and row.notice is not None and row.notice.purpose == "hearing_notice":
        asked = ["你（单位）在规定期限内未要求举行听证。"]
    return "".join([*parts, *asked])


def _heard(hearing: Hearing, *, notice: Paper | None) -> str:
    """What came of one wish for a hearing; nothing before its day was set."""
    day = chinese_date(hearing.requested_on)
    if hearing.is_withdrawn and hearing.concluded_on is not None:
        return f"你（单位）于{day}要求听证，{chinese_date(hearing.concluded_on)}撤回听证要求。"
    is_older = notice is not None and notice.served_on is not None and hearing.requested_on < notice.served_on
    asked = f"你（单位）此前于{day}要求听证" if is_older else "你（单位）要求听证"
    if hearing.is_unattended:
        return f"{asked}，经通知无正当理由未出席，视为放弃听证。"
    if hearing.held_on is None:
        return ""
    held = chinese_date(hearing.held_on)
    if hearing.outcome == HearingOutcome.LEFT:
        return f"{asked}，{held}举行听证时未经许可中途退出，视为放弃听证，{UNTIL_LEFT}"
    return f"{asked}，本机关于{held}举行了听证，听取了你（单位）的陈述、申辩和质证。"


def _at_the_hearing(row: Said) -> str:
    if any(hearing.outcome == HearingOutcome.HELD for hearing in row.hearings):
        return "当事人的陈述、申辩在听证中提出，见听证情况。"
    return f"当事人出席了听证，中途退出，{UNTIL_LEFT}"


def _is_heard(row: Said) -> bool:
    """The party was at a hearing (行政处罚法 §64(7)): who says nothing beside it has not been silent.

    Of who went midway the minutes alone tell what was said before.
    """
    return any(hearing.outcome in {HearingOutcome.HELD, HearingOutcome.LEFT} for hearing in row.hearings)


def _told(row: Plea, *, party: str) -> str:
    """2026年12月3日，当事人口头陈述、申辩：…。经复核，…。"""
    begun = f"{chinese_date(row.made_on)}，{party}{row.get_manner_display()}"
    if row.is_waived:
        return f"{begun}{WAIVED}。"
    words = f"{begun}陈述、申辩：{sentence(row.text)}"
    return f"{words}{answered_text(row)}" if row.answered_on else words


GROUPS = (pleaded, told, heard)
