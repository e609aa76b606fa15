"""Gathers the rows of one case in few queries and walks its ledger entries; each entry becomes happenings."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from sanzhi.cases.models import (
    Case,
    Correction,
    Decision,
    Deliberation,
    Evidence,
    Hearing,
    Party,
    Payment,
    Plea,
    Proposal,
)
from sanzhi.documents.models import Document, Service, Signature
from sanzhi.kernel import clock
from sanzhi.ledger.models import Entry
from sanzhi.publications.models import Publication
from sanzhi.recordings.models import Gap, Recording
from sanzhi.reviews.models import Review
from tests.lawful.adapter import paper_readers, surroundings
from tests.lawful.adapter.readers import READERS
from tests.lawful.adapter.rows import load
from tests.lawful.chronicle import Chronicle, Days, Penalty, Roster
from tests.lawful.chronicle.happenings import Happening, Heard, HearingNotified, Issued, Ordered
from tests.lawful.judge.offences import offence_of

assert paper_readers  # its readers register themselves
HEARING_PAPERS = frozenset({"D34", "D35", "D36", "D37", "D38"})
OF_CASE = {
    "parties": Party,
    "corrections": Correction,
    "pleas": Plea,
    "hearings": Hearing,
    "deliberations": Deliberation,
    "decisions": Decision,
    "proposals": Proposal,
    "evidence": Evidence,
    "payments": Payment,
    "reviews": Review,
}
OWN_PAPERS = 'SELECT "id" FROM "documents_document" WHERE "subject" = %s'
PAPERS = f'"document_id" IN ({OWN_PAPERS})'
ENTRIES = (
    """ "subject_kind" = 'cases.case' AND "subject_id" = %s """
    f""" OR "subject_kind" = 'documents.document' AND "subject_id" IN ({OWN_PAPERS}) """
)


class Sources:
    """The rows of a case; a list is read once, when an entry first asks for it, and its rows are taken in order."""

    def __init__(self, case: Case, roster: Roster) -> None:
        self.case, self.roster, self.today = case, roster, clock.today()
        self.subject = f"cases.case:{case.pk}"
        self.papers = {row.pk: row for row in load(Document, '"subject" = %s', self.subject)}
        self.events: list[str] = []
        self.passed: dict[str, int] = {}
        self.issued: dict[int, str] = {}  # papers in force so far: id → form
        self.attempts: dict[int, int] = {}
        self.handlers: frozenset[str] = frozenset()
        self.proposed: Penalty | None = None
        self.under_review: list[tuple[Any, Penalty | None]] = []
        self.prepared_by = ""
        self.flaws: list[str] = []
        self._rows: dict[str, list[Any]] = {}

    @cached_property
    def copies(self) -> dict[int, Publication]:
        """Every copy of the decision's paper that was ever public."""
        decision = self.one("decisions") if self.case.decided_on else None
        original = self.papers.get(decision.document_id or 0) if decision else None
        if original is None or not original.sha256:
            return {}
        return {row.pk: row for row in load(Publication, '"source_sha256" = %s', original.sha256)}

    @cached_property
    def signatures(self) -> dict[int, list[Signature]]:
        found: dict[int, list[Signature]] = {}
        for row in load(Signature, f'{PAPERS} ORDER BY "round", "order"', self.subject):
            found.setdefault(row.document_id, []).append(row)
        return found

    @cached_property
    def services(self) -> dict[int, Service]:
        return {row.document_id: row for row in load(Service, PAPERS, self.subject)}

    @cached_property
    def recordings(self) -> list[Recording]:
        return load(Recording, '"subject" = %s ORDER BY "id"', self.subject)

    @cached_property
    def gaps(self) -> list[Gap]:
        return load(Gap, '"subject" = %s ORDER BY "id"', self.subject)

    def rows(self, name: str) -> list[Any]:
        if name not in self._rows:
            self._rows[name] = load(OF_CASE[name], '"case_id" = %s ORDER BY "id"', self.case.pk)
        return self._rows[name]

    def one(self, name: str) -> Any:
        """The one row of `name` that the case has, or None."""
        rows = self.rows(name)
        return rows[0] if rows else None

    def take(self, name: str) -> Any:
        """The next row of `name` (proposals, evidence, payments, reviews, recordings, gaps); None and a flaw without one."""
        rows = getattr(self, name) if name in {"recordings", "gaps"} else self.rows(name)
        if rows:
            return rows.pop(0)
        self.flaws.append(f"日志有{name}一条，数据表里没有这一行。")
        return None


def chronicle_of(pk: int, *, roster: Roster | None = None, days: Days | None = None) -> Chronicle:
    """The case `pk` as a chronicle; `roster` and `days` may be given where many cases are read."""
    (case,) = load(Case, '"id" = %s', pk)
    sources = Sources(case, roster or surroundings.roster_of(case.authority_id))
    rows = _with_papers(list(_happenings(sources)), sources)
    party = sources.one("parties")
    return Chronicle(
        case=sources.subject,
        procedure=case.procedure_key.partition("/")[2],
        cause=case.cause_code,
        happenings=rows,
        roster=sources.roster,
        days=days or surroundings.days(),
        offence=offence_of(case.cause_code),
        others=surroundings.others_of(case, party) if party and case.decided_on else (),
        moments=surroundings.moments_of(case.editions.get("recording")),
        closed_by=case.closed_on,
        today=sources.today,
        flaws=tuple(sources.flaws),
    )


def _happenings(sources: Sources) -> Iterator[Happening]:
    entries = load(Entry, ENTRIES, sources.case.pk, sources.subject)
    for copy in sources.copies:
        entries += load(Entry, '"subject_kind" = %s AND "subject_id" = %s', "publications.publication", copy)
    entries.sort(key=lambda entry: entry.pk)
    sources.events = [entry.event for entry in entries]
    for before, entry in zip([None, *entries], entries, strict=False):
        if before is not None and entry.happened_at < before.happened_at:
            sources.flaws.append(f"日志第{entry.pk}条的时间早于它的前一条。")
        if entry.facts is None:
            sources.flaws.append(f"日志第{entry.pk}条的内容已依法抹去。")
        elif (reader := READERS.get(entry.event)) is not None:
            yield from reader(entry, sources)


def _with_papers(rows: list[Happening], sources: Sources) -> tuple[Happening, ...]:
    """Hearing and order to correct say which papers there are of them, whenever these were issued."""
    forms = frozenset(row.form for row in rows if isinstance(row, Issued)) & frozenset(
        sources.issued.values()
    )

    def told(row: Happening) -> Happening:
        match row:
            case Heard():
                return replace(row, papers=forms & HEARING_PAPERS)
            case HearingNotified():
                return replace(row, is_written="D34" in forms)
            case Ordered():
                return replace(row, is_written="D23" in forms)
        return row

    return tuple(map(told, rows))
