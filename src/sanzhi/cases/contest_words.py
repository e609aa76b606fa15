"""Whether the party sought a remedy and how that ended, as the application to the court tells it (行政强制法 §55)."""

from sanzhi.cases.contests import contests
from sanzhi.cases.models import Contest, ContestOutcome, ContestWay, Proceeding
from sanzhi.law.days import chinese_date

SOUGHT = {ContestWay.RECONSIDERATION: "申请", ContestWay.LITIGATION: "提起"}


def contested_course(proceeding: Proceeding, *, partly: str = "") -> str:
    """Only what rows tell; `partly`: 全部, where some of it was done."""
    rows = [(row, row.ended_on) for row in contests(proceeding) if row.ended_on]
    if not rows:
        return f"被申请人在法定期限内未申请行政复议、未提起行政诉讼，又未{partly}履行决定。"
    ended = "；".join(
        f"{row.get_way_display()}（{row.body}{row.number}）于{chinese_date(ended_on)}审结"
        f"{_received(row)}，{_ended(row)}"
        for row, ended_on in rows
    )
    return f"被申请人提起的{ended}，此后仍未{partly}履行决定。"


def contested_by_you(proceeding: Proceeding) -> str:
    """The same to the party itself, without the numbers of others' files: it stands on a wall."""
    rows = [(row, row.ended_on) for row in contests(proceeding) if row.ended_on]
    if not rows:
        return "你（单位）在法定期限内没有申请行政复议，也没有提起行政诉讼"
    ended = "；".join(
        f"{SOUGHT[ContestWay(row.way)]}的{row.get_way_display()}（{row.body}）于{chinese_date(ended_on)}审结，"
        f"{_outcome(row)}"
        for row, ended_on in rows
    )
    return f"你（单位）{ended}"


def _received(row: Contest) -> str:
    return f"，当事人于{chinese_date(row.received_on)}收到" if row.received_on else ""


def _ended(row: Contest) -> str:
    """What is entered as one of two is told by the paper that says which."""
    by = f"，文书为{row.outcome_number}" if row.outcome_number else ""
    return f"{_outcome(row)}{by}"


def _outcome(row: Contest) -> str:
    told = {ContestOutcome.UPHELD: "决定没有被改变", ContestOutcome.WITHDRAWN: "没有作出改变决定的裁判、决定"}
    outcome = ContestOutcome(row.outcome)
    return told.get(outcome, f"结果为{outcome.label}")
