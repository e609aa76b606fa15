"""Until when a decision of whatever kind may be contested: the decision itself, what ended, what we changed of it.

行政诉讼法 §45, §46; 行政复议法 §20; 最高人民法院关于适用行政诉讼法的解释 §58.
"""

from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.contests import contests
from sanzhi.cases.deadlines import decision_counts_from
from sanzhi.cases.models import Contest, ContestOutcome, ContestWay, OverturnedBy, Proceeding
from sanzhi.cases.overturning import to_be_told
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due

Span = tuple[date, date]


def contestable_until(proceeding: Proceeding, *, since: date | None = None) -> date | None:
    """The last day of the remedies: the six months, or the end of the suit that was brought within them.

    `since`: the day on which another paper than the decision was served, where it is that one which is contested.
    """
    return max((until for _, until in spans(proceeding, since=since)), default=None)


def is_final(proceeding: Proceeding, *, what: str, citation: str, since: date | None = None) -> Verdict:
    """Nobody may contest it any more; `what` must wait until then."""
    until = contestable_until(proceeding, since=since)
    if until is None:
        return Verdict.no(f"决定尚未送达，不能{what}。", citation, remedy="请先送达并登记。")
    return Verdict.when(
        clock.today() > until,
        f"复议、起诉期限到{chinese_date(until)}止，期限届满以前不能{what}。",
        citation=citation,
        remedy="请在期限届满，当事人不复议、不诉讼又不履行以后办理。",
    )


def spans(proceeding: Proceeding, *, since: date | None = None) -> list[Span]:
    """Of the decision, of each remedy that ended, of each change of our own: from when until when they may be contested."""
    served_on = since or decision_counts_from(proceeding)
    if served_on is None:
        return []
    # 行政复议法 §23(1): what was decided on the spot goes to reconsideration first; no change is made on the spot
    decision = getattr(proceeding, "decision", None)
    first = "reconsideration" if decision and decision.is_simplified else "litigation"
    whole = (served_on, ends(first, served_on, proceeding=proceeding))
    changed = [(day, ends("litigation", day, proceeding=proceeding)) for day in changes_told(proceeding)]
    rows = [row for row in contests(proceeding) if row.ended_on and _was_in_time(row, [whole, *changed])]
    ended = [(row.accepted_on, _end_of(row, proceeding)) for row in rows]
    own = [] if _was_decided(proceeding, (date.min, whole[1])) else [whole]
    return [*own, *sorted(ended), *(span for span in changed if not _was_decided(proceeding, span))]


def _was_in_time(row: Contest, within: list[Span]) -> bool:
    """What came too late and was not decided is dismissed for that, and moves nothing (行政诉讼法 §46)."""
    was_decided = row.outcome != ContestOutcome.WITHDRAWN
    return was_decided or any(since <= row.accepted_on <= until for since, until in within)


def changes_told(proceeding: Proceeding) -> list[date]:
    """From which days the changes of our own that stand may be contested: the party was told them then."""
    ours = {row.document_id for row in to_be_told(proceeding) if row.by_whom == OverturnedBy.SELF}
    own = (row for row in queries.papers(proceeding) if row.document_id in ours)
    return sorted(row.counts_from for row in own if row.counts_from)


def _was_decided(proceeding: Proceeding, span: Span) -> bool:
    """Whether a remedy of this span was decided: then its end counts in the place of the whole span.

    Where all ended undecided the party has as long as if there had been none
    (最高人民法院关于适用行政诉讼法的解释 §58). A remedy before a change has not judged that change.
    """
    since, until = span
    rows = [row for row in contests(proceeding) if row.ended_on and since <= row.accepted_on <= until]
    return any(row.outcome != ContestOutcome.WITHDRAWN for row in rows)


def _end_of(row: Contest, proceeding: Proceeding) -> date:
    """Fifteen days from the receipt of the reconsideration the party may still sue (行政诉讼法 §45)."""
    assert row.over_on is not None
    if row.way == ContestWay.RECONSIDERATION:
        return ends("litigation_after_reconsideration", row.over_on, proceeding=proceeding)
    return row.over_on


def ends(key: str, start: date, *, proceeding: Proceeding) -> date:
    return due(rule(key, start), start, calendar=proceeding.calendar).on
