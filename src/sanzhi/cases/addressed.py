"""To which notice the party spoke: what was said to one, waived, asked for or heard, says nothing of another.

What is told later takes an earlier notice back (行政处罚法 §44, §45, §64). A hearing that is still to come is on what
was told last; one that is over stays what it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from sanzhi.cases import queries
from sanzhi.cases.models import Hearing, Paper, Plea, Proceeding, Proposal
from sanzhi.cases.vouching import fits
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal


@dataclass(frozen=True)
class Said:
    """What the party said to one notice, and the hearings on it; no notice: it was told by word of mouth."""

    notice: Paper | None
    pleas: tuple[Plea, ...]
    hearings: tuple[Hearing, ...]
    is_last: bool  # it tells what is proposed now: that nothing was said to it is told too
    opening: str = ""  # names the notice, where another one was answered as well


def told_by(proceeding: Proceeding, day: date) -> Paper | None:
    """The notice that the party had last on that day."""
    return _last_by(queries.notices(proceeding), day)


def _last_by(notices: Sequence[Paper], day: date) -> Paper | None:
    """Of the notices, in the order of their service, the last that was served by that day."""
    return next((row for row in reversed(notices) if row.served_on and row.served_on <= day), None)


def _own(proceeding: Proceeding, row: Plea | Hearing) -> list[Paper]:
    """The notices of what the party speaks to, or is heard on."""
    return [paper for paper in queries.notices(proceeding) if paper.proposal_id == row.proposal_id]


def notice_of_plea(proceeding: Proceeding, row: Plea) -> Paper | None:
    """By which notice the party was told what it speaks to; on the spot it is told by word of mouth."""
    own = _own(proceeding, row)
    return _last_by(own, row.made_on) or next(iter(own), None)


def notice_of_hearing(proceeding: Proceeding, row: Hearing) -> Paper | None:
    """By which notice the party was told on what it is heard."""
    if row.concluded_on is None:
        return queries.told(proceeding)
    own = _own(proceeding, row)
    return _last_by(own, row.concluded_on - timedelta(days=1)) or next(iter(own), None)


def heard_on(proceeding: Proceeding, row: Hearing) -> Proposal:
    """The proposal on which the party is heard, or was."""
    notice = notice_of_hearing(proceeding, row)
    return notice.proposal if notice is not None and notice.proposal is not None else row.proposal


def said(proceeding: Proceeding) -> tuple[Said, ...]:
    """What was said to each notice, at the end to the one that tells what is proposed now, be it nothing."""
    told, last = queries.told(proceeding), _standing(proceeding)
    rows = [_said_to(proceeding, notice, last=last) for notice in (None, *queries.notices(proceeding))]
    found = [row for row in rows if row.is_last or row.pleas or row.hearings]
    if told is None or all(row.is_last for row in found):
        return tuple(found)
    return tuple(replace(row, opening=_opening(row.notice)) for row in found)


def _standing(proceeding: Proceeding) -> Paper | None:
    """The last notice, as long as what is proposed now is what it tells; who is to be spared is told nothing else."""
    told, now = queries.told(proceeding), queries.current_proposal(proceeding)
    if told is None or told.proposal is None or now is None or now.disposal == Disposal.SPARE:
        return told
    return told if fits(told.proposal, now) else None


def _said_to(proceeding: Proceeding, notice: Paper | None, *, last: Paper | None) -> Said:
    pleas = (row for row in queries.pleas(proceeding) if notice_of_plea(proceeding, row) == notice)
    hearings = (row for row in _standing_hearings(proceeding) if notice_of_hearing(proceeding, row) == notice)
    return Said(notice, tuple(pleas), tuple(hearings), is_last=notice is not None and notice == last)


def _standing_hearings(proceeding: Proceeding) -> list[Hearing]:
    """Without those that did not count and were set anew for the same wish: of them nothing is told."""
    rows = queries.hearings(proceeding)
    same = {row.pk for row, later in pairwise(rows) if later.requested_on == row.requested_on}
    return [row for row in rows if row.is_withdrawn or row.pk not in same]


def _opening(notice: Paper | None) -> str:
    if notice is None or notice.served_on is None:
        return "对当场告知的内容："
    return f"对{chinese_date(notice.served_on)}送达的《{notice.title}》（{notice.number}）："
