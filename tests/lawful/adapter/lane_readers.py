"""Readers of the entries of a proceeding that is no penalty: what its entry, its rows and its papers say, as happenings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sanzhi.kernel.clock import CHINA
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.lanes import Lane
from tests.lawful.adapter.paper_readers import issued as paper_issued
from tests.lawful.adapter.paper_readers import served as paper_served
from tests.lawful.adapter.paper_readers import voided as paper_voided
from tests.lawful.adapter.papers import content_of, money
from tests.lawful.adapter.readers import ON_THE_SPOT, recorded, when
from tests.lawful.adapter.surroundings import party_of, wants_of
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle import lanes as c
from tests.lawful.chronicle.fees import FeePaid
from tests.lawful.chronicle.other_kinds import Tested, Urged
from tests.lawful.chronicle.sums import working_days_in

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

LaneReader = Callable[..., Iterator[h.Happening]]  # (entry, sources, lane=…)
LANE_READERS: dict[str, LaneReader] = {}
# by form: what a paper tells beside that it was issued (row, lane=…), or served (row, says=…, lane=…)
ON_ISSUE: dict[str, LaneReader] = {}
ON_SERVICE: dict[str, LaneReader] = {}


def on_lane(event: str) -> Callable[[LaneReader], LaneReader]:
    def register(reader: LaneReader) -> LaneReader:
        LANE_READERS[event] = reader
        return reader

    return register


def issued_on_lane(form: str) -> Callable[[LaneReader], LaneReader]:
    def register(reader: LaneReader) -> LaneReader:
        ON_ISSUE[form] = reader
        return reader

    return register


def served_on_lane(form: str) -> Callable[[LaneReader], LaneReader]:
    def register(reader: LaneReader) -> LaneReader:
        ON_SERVICE[form] = reader
        return reader

    return register


def standing(sources: "Sources", form: str, *, lane: Lane) -> Any:
    """The paper of the form that stands issued today; None where there is none."""
    rows = [sources.papers[pk] for pk in sorted(lane.papers) if sources.papers[pk].form == form]
    return next((row for row in reversed(rows) if row.status == "issued"), None)


def content_in(row: Any) -> c.Content:
    """A proposal or decision row as what is to be done."""
    things = frozenset(str(term.get("thing", "")) for term in row.terms)
    sums = [money(term.get("amount")) or Decimal(0) for term in row.terms]
    grounds = getattr(row, "grounds", {})
    return c.Content(
        act=str(grounds.get("act", row.disposal)),
        text=row.text,
        things=things - {""},
        days=int(grounds.get("days", 0)),
        budget=sum(sums, Decimal(0)),
    )


@on_lane("cases.proceeding_begun")
def begun(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.LaneBegun(**when(entry), of=lane.ref, kind=lane.kind)


@on_lane("cases.lead_registered")
@on_lane("cases.case_opened")
def opened(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """A case of its own, with its party where one asks for something, in the hands of who opened it."""
    yield c.LaneBegun(**when(entry), of=lane.ref, kind=lane.kind)
    if entry.event == "cases.lead_registered":
        return
    party = sources.one_or_none("parties")
    if party is not None and "cases.party_registered" not in sources.told:
        yield h.PartyNamed(**when(entry), party=party_of(party))
    sources.handlers = frozenset({entry.actor_key})
    yield h.Assigned(**when(entry), joined=(entry.actor_key,))


@on_lane("cases.proposal_made")
def proposed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("proposals")
    if row is not None:
        lane.saw[row.pk] = content_in(row)
        yield c.LaneProposed(**when(entry), of=lane.ref, content=lane.saw[row.pk])


@on_lane("reviews.submitted")
def submitted(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    lane.under_review.append(lane.take("reviews"))
    yield from ()


@on_lane("reviews.opinion_given")
def reviewed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.under_review.pop() if lane.under_review else None
    if row is not None:
        saw, passes = lane.saw.get(row.proposal_id), row.verdict == "agreed"
        yield c.LaneReviewed(**when(entry), of=lane.ref, saw=saw, passes=passes)


@on_lane("reviews.deliberation_recorded")
def discussed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("deliberations")
    if row is not None:
        saw, agrees = lane.saw.get(row.proposal_id), row.outcome == "agreed"
        yield c.LaneDiscussed(**when(entry), on=row.held_on, of=lane.ref, saw=saw, agrees=agrees)


@on_lane("cases.decided")
def decided(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("decisions")
    if row is None:
        return
    paper = sources.papers.get(row.document_id or 0)
    says = content_of(paper.sha256) if paper else {}
    copied = next(reversed(lane.saw.values()), None)
    content = content_in(row)
    content = replace(content, act=copied.act, days=copied.days) if copied else content
    common = {**when(entry), "on": row.decided_on, "of": lane.ref}
    yield c.LaneDecided(**common, content=content, is_major=row.is_major, says=says)


@on_lane("cases.plea_recorded")
def pleaded(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("pleas")
    if row is not None and entry.facts["outcome"] == "明确放弃":
        filmed = any(one.moment == "statement_defence" for one in sources.filmed)
        yield h.Waived(**when(entry), right="plea", proof="recording" if filmed else "")
    elif row is not None:
        yield c.LanePleaded(**when(entry), of=lane.ref, text=row.text)
        if entry.facts["outcome"] == ON_THE_SPOT:
            yield c.LaneAnswered(**when(entry), of=lane.ref, is_accepted=bool(row.is_accepted))
        else:
            lane.unanswered.append(row)


@on_lane("cases.plea_answered")
def answered(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    accepted = str(entry.facts["outcome"]).startswith("采纳")
    if lane.unanswered:
        lane.unanswered.pop(0)
    yield c.LaneAnswered(**when(entry), of=lane.ref, is_accepted=accepted)


@on_lane("cases.payment_recorded")
def paid(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take_payment()
    if row is not None and row.amount:
        more = {"amount": row.amount, "receipt": row.receipt_number}
        kind = FeePaid if lane.kind.startswith("levy/") else c.ProxyPaid
        yield kind(**when(entry), on=row.paid_on, of=lane.ref, **more)


@on_lane("cases.appraisal_ordered")
def tested(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Told in writing by its notice; until it is served no day of it is taken out."""
    row = lane.take("appraisals")
    told = [pk for pk in lane.papers if sources.papers[pk].form == "D22" and pk in sources.services]
    told_on = min(
        (sources.services[pk].served_on for pk in told if row and _served_since(sources, pk) >= row.since),
        default=None,
    )
    if row is not None and told_on is not None:
        until = (row.until or sources.today).fromordinal((row.until or sources.today).toordinal() - 1)
        yield Tested(**when(entry), on=max(row.since, told_on), of=lane.ref, until=until)


def _served_since(sources: "Sources", pk: int) -> date:
    served: date | None = sources.services[pk].served_on
    return served or date.min


@on_lane("cases.step_completed")
def step(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    known = wants_of(lane.proceeding.procedure_edition_id)
    key, wants, moments = known.get(entry.facts["step"], ("", frozenset(), frozenset()))
    has = frozenset(lane.issued.values())
    following = entry.facts["next"]
    yield h.StepLeft(**when(entry), step=key, following=following, wants=wants, moments=moments, has=has)


@on_lane("cases.case_closed")
def closed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.LaneClosed(**when(entry), of=lane.ref, kind=lane.proceeding.closure_kind)


@on_lane("documents.document_issued")
@on_lane("documents.partys_paper_kept")
def issued(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    form = lane.issued[entry.subject_id] = sources.papers[entry.subject_id].form
    for row in paper_issued(entry, sources):
        if isinstance(row, h.Issued):
            yield row
            yield from ON_ISSUE[form](row, lane=lane) if form in ON_ISSUE else ()
    sources.issued.pop(entry.subject_id, None)


@on_lane("documents.document_voided")
def voided(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    was = lane.issued.pop(entry.subject_id, None) is not None
    yield from (replace(row, was_issued=was, of=lane.ref) for row in paper_voided(entry, sources))  # type: ignore[call-arg]


@on_lane("documents.document_served")
@on_lane("documents.service_corrected")
def served(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """With what the paper tells by it."""
    paper = sources.papers[entry.subject_id]
    for row in paper_served(entry, sources):
        if not isinstance(row, h.Served):
            continue
        reader = ON_SERVICE.get(paper.form)
        yield from reader(row, says=content_of(paper.sha256), lane=lane) if reader else ()
        yield row


@served_on_lane("D51")
def demanded(row: h.Served, *, says: dict[str, Any], lane: Lane) -> Iterator[h.Happening]:
    """The demand of an execution; where something is to be done no sum is owed. The court's has no proceeding of its own."""
    term, rights = str(says.get("term") or ""), str(says.get("rights") or "")
    found = {
        "deadline": term,
        "way": says.get("duties"),
        "amount": says.get("owed_text"),
        "rights": "申辩" in rights,
    }
    yield Urged(
        at=row.at,
        on=row.on,
        by=row.by,
        ref=row.ref,
        of=lane.ref,
        days=working_days_in(term),
        says=frozenset(name for name, said in found.items() if said),
        method=row.method,
        was_tried_directly=row.method in {"direct", "left"} or bool(row.note or row.attempts),
    )


def moment(value: Any) -> Any:
    return value.astimezone(CHINA) if value else None


def day(value: Any) -> date | None:
    return value.astimezone(CHINA).date() if value else None


@on_lane("recordings.moment_recorded")
def filmed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield from recorded(entry, sources)
