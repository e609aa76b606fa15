"""Until when the party may contest what is owed, and from then on how long the court may be asked.

Both are counted from the same spans (行政处罚法 §72(2); 行政强制法 §53; 行政诉讼法 §45, §46; 行政复议法 §20).
"""

from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.deadlines import decision_counts_from
from sanzhi.cases.models import OverturnedBy, Proceeding
from sanzhi.cases.overturning import to_be_told
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, Exclusion, due
from sanzhi.penalty.models import Remedy, RemedyOutcome, RemedyWay
from sanzhi.penalty.queries import granted_deferrals, remedies, wrongly_ended

WRONG_END = "终结执行的登记有误，已经更正"
Span = tuple[date, date]


def remedies_over_on(proceeding: Proceeding) -> date | None:
    """The last day of the remedies: the six months, or the end of the suit that was brought within them."""
    return max((until for _, until in _spans(proceeding)), default=None)


def court_period(proceeding: Proceeding) -> Deadline | None:
    """The three months for the application, from the end of the remedies, or of the deferral (行政处罚法 §72(2)).

    What comes when they are over revives nothing: no deferral, no change of our own, no suit.
    """
    spans = _spans(proceeding)
    if not spans:
        return None
    put_off = [(row.decided_on or row.asked_on, row.until) for row in granted_deferrals(proceeding)]
    start = spans[0][1]
    for since, until in sorted([*spans[1:], *put_off]):
        if since <= _ends("court_application", start, proceeding=proceeding):
            start = max(start, until)
    stood = tuple(Exclusion(*span, WRONG_END) for span in wrongly_ended(proceeding))
    return due(rule("court_application", start), start, calendar=proceeding.calendar, exclusions=stood)


def _spans(proceeding: Proceeding) -> list[Span]:
    """Of the decision, of each remedy that ended, of each change of our own: from when until when they may be contested."""
    served_on = decision_counts_from(proceeding)
    if served_on is None:
        return []
    # 行政复议法 §23(1): what was decided on the spot goes to reconsideration first; no change is made on the spot
    first = "reconsideration" if proceeding.decision.is_simplified else "litigation"
    whole = (served_on, _ends(first, served_on, proceeding=proceeding))
    changed = [(day, _ends("litigation", day, proceeding=proceeding)) for day in changes_told(proceeding)]
    rows = [row for row in remedies(proceeding) if row.ended_on and _was_in_time(row, [whole, *changed])]
    ended = [(row.accepted_on, _end_of(row, proceeding)) for row in rows]
    own = [] if _was_decided(proceeding, (date.min, whole[1])) else [whole]
    return [*own, *sorted(ended), *(span for span in changed if not _was_decided(proceeding, span))]


def _was_in_time(row: Remedy, spans: list[Span]) -> bool:
    """What came too late and was not decided is dismissed for that, and moves nothing (行政诉讼法 §46)."""
    was_decided = row.outcome != RemedyOutcome.WITHDRAWN
    return was_decided or any(since <= row.accepted_on <= until for since, until in spans)


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
    rows = [row for row in remedies(proceeding) if row.ended_on and since <= row.accepted_on <= until]
    return any(row.outcome != RemedyOutcome.WITHDRAWN for row in rows)


def _end_of(row: Remedy, proceeding: Proceeding) -> date:
    """Fifteen days from the receipt of the reconsideration the party may still sue (行政诉讼法 §45)."""
    assert row.over_on is not None
    if row.way == RemedyWay.RECONSIDERATION:
        return _ends("litigation_after_reconsideration", row.over_on, proceeding=proceeding)
    return row.over_on


def _ends(key: str, start: date, *, proceeding: Proceeding) -> date:
    return due(rule(key, start), start, calendar=proceeding.calendar).on
