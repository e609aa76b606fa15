"""Readers of what turns a case aside before its decision: it goes elsewhere, stands still, or loses somebody."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sanzhi.kernel.clock import CHINA
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.readers import reads, when
from tests.lawful.chronicle import happenings as h

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources


def _goes_to_the_police(sources: "Sources") -> bool:
    return sources.referral is not None and sources.referral.to == "police"


@reads("penalty.referral_reported")
def reported(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    sources.referral = sources.take("referrals")
    if _goes_to_the_police(sources):
        people = tuple(f"officer:{one['officer']}" for one in sources.referral.reporters)
        yield h.Suspected(**{**when(entry), "by": people}, stage="reported")


@reads("penalty.referral_answered")
def answered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    if _goes_to_the_police(sources):
        yield h.Suspected(**when(entry), stage="answered", approves=entry.facts["outcome"] == "批准")


@reads("penalty.case_handed_over")
def handed_over(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    if _goes_to_the_police(sources):
        yield h.Suspected(**when(entry), stage="transferred")


@reads("penalty.police_answered")
def police_answered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """`by` is the agency itself; taken up, the matter stays there."""
    if entry.facts["outcome"] != "决定立案" and _goes_to_the_police(sources):
        yield h.Suspected(**{**when(entry), "by": (entry.facts["receiver"],)}, stage="returned")


@reads("cases.recusal_asked")
def recusal_asked(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("recusals")
    sources.recusals[entry.facts["of"]] = row
    yield h.RecusalAsked(**when(entry), of=f"officer:{row.of_id}")


@reads("cases.recusal_decided")
def recusal_decided(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """Where the row names a number of its own, another body decided, and who entered it only wrote it down."""
    row = sources.recusals[entry.facts["of"]]
    of, granted = f"officer:{row.of_id}", entry.facts["outcome"] == "决定回避"
    by = (row.decided_by,) if row.decision_number else (entry.actor_key,)
    if granted and of in sources.handlers:
        sources.handlers -= {of}
        yield h.Assigned(**when(entry), left=(of,))
    yield h.RecusalDecided(**{**when(entry), "by": by}, of=of, is_granted=granted)


@reads("cases.case_suspended")
def suspended(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield _excluded(entry, sources.take("suspensions"), today=sources.today)


@reads("cases.appraisal_ordered")
def appraised(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield _excluded(entry, sources.take("appraisals"), today=sources.today)


def _excluded(entry: Entry, row: Any, *, today: date) -> h.Excluded:
    """The day on which it went on counts again."""
    until = row.until - timedelta(days=1) if row.until else today
    return h.Excluded(**when(entry), since=row.since, until=until, basis=entry.facts["basis"])


@reads("penalty.preservation_proposed")
def preservation_proposed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    sources.preservation = sources.take("preservations")
    yield from ()


@reads("penalty.preservation_withdrawn")
def preservation_withdrawn(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """Nothing was kept."""
    yield from ()


@reads("penalty.evidence_preserved")
def preserved(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """Samples are no registration: no seven days run for them. Approved by whose name stands in the approval."""
    row = sources.preservation
    if row.kept_as == "registration":
        yield h.Preserved(**when(entry), on=_day(row.begun_at), approved_on=_approved_on(row, sources))
    else:
        yield h.Sampled(**when(entry), on=_day(row.begun_at))


def _day(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


def _approved_on(row: Any, sources: "Sources") -> date | None:
    """The day on which a head signed the approval of these very things, from its paper."""
    listed = "\n".join(f"{number}．{thing}" for number, thing in enumerate(row.things, start=1))
    days = [
        _day(signature.signed_at)
        for pk, form in sources.issued.items()
        if form == "D17" and sources.papers[pk].values.get("listed") == listed
        for signature in sources.signatures.get(pk, ())
        if signature.role == "bureau_head"
    ]
    return min(days, default=None)


@reads("penalty.preservation_settled")
def preservation_settled(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.preservation
    if row.kept_as == "registration":
        yield h.PreservationSettled(**when(entry), on=_day(row.settled_at), way=row.way)


@reads("penalty.things_back")
@reads("penalty.things_back_settled")
def things_back(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """Where the things are is no question of any rule yet."""
    yield from ()
