"""What reconsideration and the courts have judged of a decision, and what of it is still to be entered (行政处罚法 §75(2))."""

from sanzhi.cases import queries
from sanzhi.cases.models import Contest, ContestOutcome, ContestWay, OverturnedBy, Proceeding, RecordKind
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.receipts import plain_number

LAW = "行政处罚法第七十五条第二款；行政诉讼法第七十条；行政复议法第七十七条"
FELL = frozenset({ContestOutcome.REVOKED, ContestOutcome.VOID, ContestOutcome.CHANGED})
WAYS = {
    OverturnedBy.COURT: ContestWay.LITIGATION,
    OverturnedBy.RECONSIDERATION: ContestWay.RECONSIDERATION,
}


def contests(proceeding: Proceeding) -> tuple[Contest, ...]:
    """Not those that were entered wrongly."""
    rows = rows_of(proceeding.contests)
    wrong = queries.corrected(proceeding, RecordKind.CONTEST) if rows else frozenset()
    return tuple(row for row in rows if row.pk not in wrong)


def pending_contest(proceeding: Proceeding) -> Contest | None:
    return next((row for row in contests(proceeding) if row.ended_on is None), None)


def is_outcome_entered(proceeding: Proceeding) -> bool:
    """Whether each decision of others against this one was entered as its revocation or change."""
    return not unentered(proceeding)


def unentered(proceeding: Proceeding) -> tuple[Contest, ...]:
    """Those that overturned the decision and were not yet entered as its revocation or change."""
    others = (row for row in queries.overturns(proceeding) if row.by_whom != OverturnedBy.SELF)
    entered = {
        (WAYS[OverturnedBy(row.by_whom)], plain_number(row.reference), row.kind)
        for row in others
        if row.decided_on
    }
    if queries.has_fallen(proceeding):
        return ()  # there is nothing left that could be revoked or changed
    rows = contests(proceeding)
    lost = (
        row
        for number, row in enumerate(rows)
        if row.outcome
        and ContestOutcome(row.outcome).overturns
        and not _is_overtaken(row, rows[number + 1 :])
    )
    return tuple(
        row
        for row in lost
        if (row.way, plain_number(row.outcome_number), row.outcome) not in entered
        and not _is_passed_over(proceeding, row)
    )


def _is_passed_over(proceeding: Proceeding, row: Contest) -> bool:
    """What we had changed lower, while it was contested, than others then did, stays: nothing of theirs is entered.

    But where somebody asked for the contrary (行政诉讼法 §77(2); 行政复议法 §63(2)).
    """
    last = queries.overturn_of(proceeding)
    ours = last.fine if last and last.by_whom == OverturnedBy.SELF else None
    return row.fine is not None and ours is not None and ours <= row.fine and not row.contrary_by


def _is_overtaken(row: Contest, later: tuple[Contest, ...]) -> bool:
    """What a retrial has judged anew, or a later way has revoked or changed, is not entered any more (行政诉讼法 §70, §92)."""
    judged = [one for one in later if one.outcome and one.outcome != ContestOutcome.WITHDRAWN]
    again = row.way == ContestWay.LITIGATION
    return any(one.outcome in FELL or (again and one.way == ContestWay.LITIGATION) for one in judged)


def fell_by_others(proceeding: Proceeding) -> tuple[Contest, ...]:
    """Those by which reconsideration or a court has revoked the decision or changed it."""
    return tuple(row for row in contests(proceeding) if row.outcome in FELL)


def outcome_entered(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        is_outcome_entered(proceeding),
        "复议、诉讼结果是撤销、变更、确认违法或者无效，本案尚未据此撤销、变更决定。",
        citation=LAW,
        remedy="请先提出并登记该撤销、变更。",
    )


def none_is_pending(proceeding: Proceeding, *, what: str, citation: str) -> Verdict:
    """What is contested is not final: `what` waits for its end."""
    row = pending_contest(proceeding)
    return Verdict.when(
        row is None,
        f"当事人的{row.get_way_display() if row else ''}（{row.number if row else ''}）尚未审结，不能{what}。",
        citation=citation,
        remedy="请等待审结，登记复议、诉讼结果。",
    ) & outcome_entered(proceeding)


def is_not_stayed(proceeding: Proceeding) -> Verdict:
    """A remedy alone stops no execution; a stay does (行政复议法 §42; 行政诉讼法 §56)."""
    row = next((one for one in contests(proceeding) if one.is_stayed), None)
    return Verdict.when(
        row is None,
        f"{row.stayed_by if row else ''}已经决定停止执行，恢复以前不能执行。",
        citation="行政复议法第四十二条；行政诉讼法第五十六条",
        remedy="停止执行的情形消失的，登记恢复执行；审结的，登记结果。",
    )
