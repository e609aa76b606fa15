"""Gathers the rows of one case in few queries and walks its ledger entries; each entry becomes happenings."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.db.models import Q

from sanzhi.cases.models import Case
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.ledger.models import Entry
from sanzhi.publications.models import Publication
from sanzhi.recordings.models import Gap, Recording
from tests.lawful.adapter import paper_readers, surroundings
from tests.lawful.adapter.readers import READERS
from tests.lawful.chronicle import Chronicle, Days, Penalty, Roster
from tests.lawful.chronicle.happenings import Happening, Heard, HearingNotified, Issued, Ordered

assert paper_readers  # its readers register themselves
HEARING_PAPERS = frozenset({"D34", "D35", "D36", "D37", "D38"})
ONE_TO_ONE = ("party", "correction", "plea", "hearing", "deliberation", "decision")


class Sources:
    """The rows of a case; a list is read once, when an entry first asks for it, and its rows are taken in order."""

    def __init__(self, case: Case, roster: Roster) -> None:
        self.case, self.roster, self.today = case, roster, clock.today()
        self.subject = f"cases.case:{case.pk}"
        papers = Document.objects.filter(subject=self.subject).select_related("service")
        self.papers = {row.pk: row for row in papers.prefetch_related("signatures")}
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
        original = self.papers.get(self.case.decision.document_id or 0) if self.case.decided_on else None
        if original is None or not original.sha256:
            return {}
        return {row.pk: row for row in Publication.objects.filter(source_sha256=original.sha256)}

    @cached_property
    def _recordings(self) -> list[Recording]:
        return list(Recording.objects.filter(subject=self.subject).order_by("id"))

    @cached_property
    def _gaps(self) -> list[Gap]:
        return list(Gap.objects.filter(subject=self.subject).order_by("id"))

    def take(self, name: str) -> Any:
        """The next row of `name` (proposals, evidence, payments, reviews); None and a flaw when there is none."""
        if name not in self._rows:
            self._rows[name] = list(getattr(self.case, name).order_by("id"))
        return self._next(self._rows[name], name)

    def take_recording(self) -> Recording | None:
        return self._next(self._recordings, "recordings")

    def take_gap(self) -> Gap | None:
        return self._next(self._gaps, "gaps")

    def _next(self, rows: list[Any], name: str) -> Any:
        if rows:
            return rows.pop(0)
        self.flaws.append(f"日志有{name}一条，数据表里没有这一行。")
        return None


def chronicle_of(pk: int, *, roster: Roster | None = None, days: Days | None = None) -> Chronicle:
    """The case `pk` as a chronicle; `roster` and `days` may be given where many cases are read."""
    case = Case.objects.select_related(*ONE_TO_ONE).get(pk=pk)
    sources = Sources(case, roster or surroundings.roster_of(case.authority_id))
    rows = _with_papers(list(_happenings(sources)), sources)
    party = surroundings.party_of(case.party) if hasattr(case, "party") else None
    return Chronicle(
        case=sources.subject,
        procedure=case.procedure_key.partition("/")[2],
        cause=case.cause_code,
        happenings=rows,
        roster=sources.roster,
        days=days or surroundings.days(),
        others=surroundings.others_of(case, party.identity) if party and case.decided_on else (),
        moments=surroundings.moments_of(case.editions.get("recording")),
        closed_by=case.closed_on,
        today=clock.today(),
        flaws=tuple(sources.flaws),
    )


def _happenings(sources: Sources) -> Iterator[Happening]:
    own = Q(subject_kind="cases.case", subject_id=sources.case.pk)
    own |= Q(subject_kind="documents.document", subject_id__in=list(sources.papers))
    if sources.copies:
        own |= Q(subject_kind="publications.publication", subject_id__in=list(sources.copies))
    entries = list(Entry.objects.filter(own).order_by("id"))
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
