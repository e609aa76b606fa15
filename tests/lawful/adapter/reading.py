"""Gathers the rows of one case in few queries and walks its ledger entries; each entry becomes happenings."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from sanzhi.cases.models import (
    Appraisal,
    Case,
    CaseParty,
    Contest,
    Decision,
    Evidence,
    Finding,
    Hearing,
    Overturn,
    Payment,
    Plea,
    Proceeding,
    Proposal,
    RecordCorrection,
    Recusal,
    Suspension,
)
from sanzhi.documents.models import Document, Service, Signature
from sanzhi.kernel import clock
from sanzhi.ledger.models import Entry
from sanzhi.penalty.models import Confiscation, Correction, Deferral, Preservation, Referral
from sanzhi.publications.models import Publication
from sanzhi.recordings.models import Gap, Recording
from sanzhi.reviews.models import Deliberation, Review
from tests.lawful.adapter import (
    after_readers,
    building_readers,
    coercion_readers,
    course_readers,
    fee_readers,
    joined_readers,
    licence_readers,
    paper_readers,
    surroundings,
    taking_readers,
)
from tests.lawful.adapter.lane_readers import LANE_READERS
from tests.lawful.adapter.lanes import Lane, Lanes, is_lane
from tests.lawful.adapter.readers import READERS
from tests.lawful.adapter.rows import load
from tests.lawful.adapter.with_papers import with_papers
from tests.lawful.chronicle import Chronicle, Days, Penalty, Roster
from tests.lawful.chronicle.happenings import (
    Happening,
)
from tests.lawful.judge.offences import offence_of

# their readers register themselves
assert all(
    (
        after_readers,
        building_readers,
        coercion_readers,
        course_readers,
        fee_readers,
        joined_readers,
        paper_readers,
        taking_readers,
    )
)
# what a case's own proceeding tells like a penalty, whatever it is on
ALIKE = frozenset(
    f"cases.{event}"
    for event in (
        "lead_registered",
        "party_registered",
        "officers_assigned",
        "evidence_added",
        "facts_established",
        "cases_joined",
        "cases_severed",
    )
)
KINDS = {"license": "licence"}  # as the judge says it
OF_CASE = {
    "parties": CaseParty,
    "corrections": Correction,
    "pleas": Plea,
    "hearings": Hearing,
    "deliberations": Deliberation,
    "decisions": Decision,
    "findings": Finding,
    "proposals": Proposal,
    "evidence": Evidence,
    "payments": Payment,
    "overturns": Overturn,
    "deferrals": Deferral,
    "remedies": Contest,
    "confiscations": Confiscation,
    "reviews": Review,
    "referrals": Referral,
    "preservations": Preservation,
    "recusals": Recusal,
    "suspensions": Suspension,
    "appraisals": Appraisal,
}
OF_ITSELF = '"case_id" = %s ORDER BY "id"'
OF_PROCEEDING = '"proceeding_id" IN (SELECT "id" FROM "cases_proceeding" WHERE "case_id" = %s) ORDER BY "id"'
OF_DECISION = (
    '"decided_on" IS NOT NULL AND "decision_id" IN (SELECT "id" FROM "cases_decision" WHERE "proceeding_id" IN'
    ' (SELECT "id" FROM "cases_proceeding" WHERE "case_id" = %s)) ORDER BY "id"'
)
OWN_PAPERS = 'SELECT "id" FROM "documents_document" WHERE "subject" = %s'
PAPERS = f'"document_id" IN ({OWN_PAPERS})'
ENTRIES = (
    """ "subject_kind" = 'cases.case' AND "subject_id" = %s """
    f""" OR "subject_kind" = 'documents.document' AND "subject_id" IN ({OWN_PAPERS}) """
)


TAKING = {
    "cases.facts_established": "findings",
    "cases.proposal_made": "proposals",
    "cases.plea_recorded": "pleas",
    "penalty.correction_ordered": "corrections",
    "reviews.deliberation_recorded": "deliberations",
    "cases.evidence_added": "evidence",
    "cases.payment_recorded": "payments",
    "reviews.submitted": "reviews",
    "penalty.referral_reported": "referrals",
    "penalty.preservation_proposed": "preservations",
    "cases.recusal_asked": "recusals",
    "cases.case_suspended": "suspensions",
    "cases.appraisal_ordered": "appraisals",
    "recordings.moment_recorded": "recordings",
    "penalty.confiscation_carried_out": "confiscations",
    "recordings.gap_accepted": "gaps",
}


class Missing(LookupError):
    """A row that the ledger tells of is gone; the sentence says which."""


class Sources:
    """The rows of a case; a list is read once, when an entry first asks for it, and its rows are taken in order."""

    def __init__(self, case: Case, roster: Roster) -> None:
        self.case, self.roster, self.today = case, roster, clock.today()
        every = load(Proceeding, '"case_id" = %s ORDER BY "id"', case.pk)
        self.lanes = Lanes(every)
        self.proceedings = [row for row in every if not is_lane(row)] or every
        self.proceeding = self.proceedings[
            0
        ]  # the one that an entry speaks of: a later one once it has begun
        self.subject = f"cases.case:{case.pk}"
        self.papers = {row.pk: row for row in load(Document, '"subject" = %s', self.subject)}
        self.events: list[str] = []  # of the entries on the penalty
        self.told: frozenset[str] = frozenset()  # the events of all entries
        self.passed: dict[str, int] = {}
        self.issued: dict[int, str] = {}  # papers in force so far: id → form
        self.attempts: dict[int, int] = {}
        self.handlers: frozenset[str] = frozenset()
        self.proposed: Penalty | None = None
        self.penalties: dict[int, Penalty] = {}  # by the row of the proposal
        self.unanswered: list[Any] = []
        self.filmed: list[Any] = []
        self.gathered: dict[int, str] = {}  # names of the evidence so far, by key
        self.recusals: dict[str, Any] = {}  # by name, the last asked
        self.preservation: Any = None  # the one proposed last
        self.referral: Any = None  # the one reported last
        self.ordered: Any = None  # the order to correct that stands
        self.under_review: list[tuple[Any, Penalty | None]] = []
        self.challenged: list[Any] = []  # remedies so far
        self.prepared_by = ""
        self.delay_reason = ""  # of the copy that goes public next
        self.pages: Mapping[int, str] = {}
        self.flaws: list[str] = []
        self._rows: dict[str, list[Any]] = {}

    @cached_property
    def copies(self) -> dict[int, Publication]:
        """Every copy of the decision's paper that was ever public."""
        originals = [self.papers.get(row.document_id or 0) for row in self.rows("decisions")]
        shas = [paper.sha256 for paper in originals if paper is not None and paper.sha256]
        return {row.pk: row for sha in shas for row in load(Publication, '"source_sha256" = %s', sha)}

    @cached_property
    def signatures(self) -> dict[int, list[Signature]]:
        found: dict[int, list[Signature]] = {}
        for row in load(Signature, f'{PAPERS} ORDER BY "round", "order"', self.subject):
            found.setdefault(row.document_id, []).append(row)
        return found

    @cached_property
    def services(self) -> dict[int, Service]:
        """By document; of several the last, which corrects the others."""
        return {row.document_id: row for row in load(Service, f'{PAPERS} ORDER BY "id"', self.subject)}

    @cached_property
    def corrected(self) -> dict[int, Payment]:
        """By a payment that was recorded wrongly: the one that stands for it."""
        found = {row.corrects_id: row for row in self.rows("payments") if row.corrects_id}
        for pk, row in list(found.items()):
            while row.pk in found:
                row = found[row.pk]
            found[pk] = row
        return found

    def take_payment(self) -> Payment:
        """The next payment that was recorded, as it counts now."""
        stands = self.corrected
        while (row := self.take("payments")).corrects_id:
            pass
        return stands.get(row.pk, row)

    @cached_property
    def misread(self) -> frozenset[int]:
        """The orders whose re-inspection was entered wrongly."""
        rows = load(RecordCorrection, OF_PROCEEDING, self.case.pk)
        return frozenset(row.wrong_id for row in rows if row.kind == "review" and row.is_approved)

    @cached_property
    def reviewed_anew(self) -> dict[int, Correction]:
        """By an order whose re-inspection was entered wrongly: the row that holds the other one."""
        return {row.corrects_id: row for row in self.rows("corrections") if row.corrects_id}

    def take_order(self) -> Correction:
        """The next order that was given."""
        while (row := self.take("corrections")).corrects_id:
            pass
        return row

    def take_granted_deferral(self) -> Deferral:
        """The next that was granted: who is refused asks again."""
        while not (row := self.take("deferrals")).is_granted:
            pass
        return row

    @cached_property
    def recordings(self) -> list[Recording]:
        return load(Recording, '"subject" = %s ORDER BY "id"', self.subject)

    @cached_property
    def gaps(self) -> list[Gap]:
        """Those that were accepted, in that order."""
        return load(
            Gap, '"subject" = %s AND "accepted_at" IS NOT NULL ORDER BY "accepted_at", "id"', self.subject
        )

    def rows(self, name: str) -> list[Any]:
        if name not in self._rows:
            model = OF_CASE[name]
            where = OF_ITSELF if hasattr(model, "case_id") else OF_PROCEEDING
            where = OF_DECISION if hasattr(model, "decision_id") else where
            rows = load(model, where, self.case.pk)
            own = (row for row in rows if getattr(row, "proceeding_id", None) not in self.lanes.all)
            self._rows[name] = list(own)
        return self._rows[name]

    def one(self, name: str) -> Any:
        """The one row of `name` that the case has. Raises Missing."""
        found = self.one_or_none(name)
        if found is None:
            raise Missing(f"日志有{name}一条，数据表里没有这一行。")
        return found

    def hearing(self) -> Any:
        """That of the proceeding of which the entries speak. Raises Missing."""
        own = [row for row in self.rows("hearings") if row.proceeding_id == self.proceeding.pk]
        return own[-1] if own else self.one("hearings")

    def one_or_none(self, name: str) -> Any:
        rows = self.rows(name)
        return rows[0] if rows else None

    def take(self, name: str) -> Any:
        """The next row of `name` (proposals, evidence, payments, reviews, recordings, gaps). Raises Missing."""
        rows = getattr(self, name) if name in {"recordings", "gaps"} else self.rows(name)
        if not rows:
            raise Missing(f"日志有{name}一条，数据表里没有这一行。")
        return rows.pop(0)

    def pass_by(self, event: str) -> None:
        """An erased entry: what it tells is gone, and its row must not be taken for the next one's."""
        self.passed[event] = self.passed.get(event, 0) + 1
        if event in TAKING and (rows := getattr(self, TAKING[event], None) or self.rows(TAKING[event])):
            rows.pop(0)


def chronicle_of(
    pk: int,
    *,
    rosters: Mapping[int, Roster] | None = None,
    days: Days | None = None,
    pages: Mapping[int, str] | None = None,
) -> Chronicle:
    """The case `pk` as a chronicle; `rosters` by authority and `days` may be given where many cases are read.

    `pages`: which step the page of who acted showed, by the number of the entry, where a witness tells it.
    """
    (case,) = load(Case, '"id" = %s', pk)
    sources = Sources(
        case, (rosters or {}).get(case.authority_id) or surroundings.roster_of(case.authority_id)
    )
    sources.pages = pages or {}
    rows = with_papers(list(_happenings(sources)), sources)
    party = sources.one_or_none("parties")
    kind = sources.proceeding.procedure_key.partition("/")[0]
    return Chronicle(
        case=sources.subject,
        kind=KINDS.get(kind, kind),
        procedure=sources.proceeding.procedure_key.partition("/")[2],
        cause=sources.proceeding.cause_code,
        happenings=rows,
        roster=sources.roster,
        days=days or surroundings.days(),
        offence=offence_of(sources.proceeding.cause_code),
        others=surroundings.others_of(case, party)
        if party and any(row.decided_on for row in sources.proceedings)
        else (),
        tiers=surroundings.tiers_of(case.editions.get("discretion"), sources.proceeding.cause_code),
        moments=surroundings.moments_of(case.editions.get("recording")),
        closed_by=case.closed_on,
        today=sources.today,
        flaws=tuple(sources.flaws),
        licensing=licence_readers.licensing_of(sources) if kind == "license" else None,
        tariff=fee_readers.tariff_of(sources) if kind == "levy" else None,
    )


def _happenings(sources: Sources) -> Iterator[Happening]:
    entries = load(Entry, ENTRIES, sources.case.pk, sources.subject)
    for copy in sources.copies:
        entries += load(Entry, '"subject_kind" = %s AND "subject_id" = %s', "publications.publication", copy)
    entries.sort(key=lambda entry: entry.pk)
    sources.lanes.read(entries)
    sources.told = frozenset(entry.event for entry in entries)
    sources.events = [entry.event for entry in entries if sources.lanes.of(entry) is None]
    for before, entry in zip([None, *entries], entries, strict=False):
        if before is not None and entry.happened_at < before.happened_at:
            sources.flaws.append(f"日志第{entry.pk}条的时间早于它的前一条。")
        if entry.facts is None:
            sources.flaws.append(f"日志第{entry.pk}条的内容已依法抹去。")
            sources.pass_by(entry.event)
        elif (lane := sources.lanes.of(entry)) is not None:
            yield from _on_lane(entry, sources, lane=lane)
        elif (reader := READERS.get(entry.event)) is not None:
            try:
                yield from reader(entry, sources)
            except Missing as gone:
                sources.flaws.append(str(gone))
    if [entry.event for entry in entries].count("cases.document_written") > len(sources.papers):
        sources.flaws.append("日志中制作过的文书，数据表里少了。")


def _on_lane(entry: Entry, sources: Sources, *, lane: Lane) -> Iterator[Happening]:
    """What was typed on a proceeding that is no penalty: its own readers; what has none there says nothing."""
    reader = LANE_READERS.get(entry.event)
    if lane.pk == sources.proceeding.pk and entry.event in ALIKE:
        yield from READERS[entry.event](entry, sources)
    if reader is not None:
        yield from reader(entry, sources, lane=lane)
