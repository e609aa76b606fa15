"""The timeline as a story: by day and step, who did what in which office; a paper's way through its hands is one sentence.

To which proceeding an entry belongs stands in no entry: it is read from the rows that the entry has sealed, the papers
that it names and the kind whose event it is; what none of these says belongs to the whole case.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from sanzhi.cases import events, queries
from sanzhi.cases.models import Case, Paper, Proceeding
from sanzhi.cases.remedies import Part, parts_of
from sanzhi.cases.who_may import OFFICERS
from sanzhi.kernel.db import rows_of, with_lists
from sanzhi.ledger import queries as ledger
from sanzhi.ledger.queries import TimelineItem
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import CAPTIONS, Role

MOVES = {
    row.name: fact
    for row, fact in (
        (events.STEP_COMPLETED, "next"),
        (events.SENT_BACK, "next"),
        (events.TURNED, "step"),
        (events.TURNED_BACK, "step"),
        (events.REOPENED, "step"),
    )
}
# the way of one paper through its hands
HANDS = {
    events.DOCUMENT_WRITTEN.name: "起草",
    events.DOCUMENT_FILLED.name: "填写",
    events.DOCUMENT_SUBMITTED.name: "提交签批",
    events.DOCUMENT_SIGNED.name: "签署",
}
TABLES = {"cases.proceeding", "cases.paper", "documents.document"}
DIGEST = re.compile("[0-9a-f]{64}")
SHOWN = 8  # signs of a digest that a sentence shows


@dataclass(frozen=True)
class Told:
    """One entry: when, who in which office, what; `index` is its place in the log."""

    entry: int
    at: datetime
    who: str
    name: str
    words: tuple[Part, ...]
    event: str
    lane: int | None
    step: str
    paper: Paper | None
    role: str = ""
    index: int | None = None


@dataclass(frozen=True)
class Line:
    """One sentence of the story, with the entries that it tells."""

    words: tuple[Part, ...]
    who: str
    told: tuple[Told, ...]

    @property
    def began(self) -> datetime:
        return self.told[0].at

    @property
    def ended(self) -> datetime:
        return self.told[-1].at

    @property
    def is_folded(self) -> bool:
        return len(self.told) > 1


@dataclass(frozen=True)
class Chapter:
    """What happened in one step of one proceeding without anything else in between."""

    lane: str
    step: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Day:
    on: date
    chapters: tuple[Chapter, ...]


def story_of(case: Case, *, called: Mapping[int, str]) -> tuple[Day, ...]:
    """`called`: how each of the case's proceedings is called."""
    told = _Reader(case).read()
    several = len(called) > 1
    days = []
    for on, of_day in groupby(told, key=lambda row: timezone.localtime(row.at).date()):
        chapters = [
            Chapter(called.get(lane, "全案") if several else "", step, tuple(_lines(rows)))
            for (lane, step), rows in groupby(of_day, key=lambda row: (row.lane or 0, row.step))
        ]
        days.append(Day(on, tuple(chapters)))
    return tuple(days)


def _lines(rows: Iterable[Told]) -> Iterable[Line]:
    for of_papers, run in groupby(rows, key=lambda row: row.event in HANDS and row.paper is not None):
        if of_papers:
            hands: dict[int, list[Told]] = {}
            for row in run:
                assert row.paper is not None
                hands.setdefault(row.paper.pk, []).append(row)
            yield from (_folded(one) if len(one) > 1 else _line(one[0]) for one in hands.values())
        else:
            yield from map(_line, run)


def _line(row: Told) -> Line:
    return Line(row.words, row.who, (row,))


def _folded(rows: list[Told]) -> Line:
    """《…》：甲起草、提交签批；甲（承办人意见）、乙（机关负责人意见）签署."""
    name = next((part for row in rows for part in row.words if part.url), Part(""))
    clauses = []
    for is_signed, run in groupby(rows, key=lambda row: row.event == events.DOCUMENT_SIGNED.name):
        if is_signed:
            clauses.append(
                "、".join(f"{row.name}（{row.role}）" if row.role else row.name for row in run) + "签署"
            )
        else:
            clauses.extend(
                who + "、".join(dict.fromkeys(HANDS[row.event] for row in own))
                for who, own in groupby(run, key=lambda row: row.name)
            )
    return Line((name, Part(f"：{'；'.join(clauses)}")), "", tuple(rows))


class _Reader:
    """Reads the entries of one case in their order (4 queries)."""

    def __init__(self, case: Case) -> None:
        self.case, self.subject = case, queries.subject_of(case)
        self.lanes: dict[int, Proceeding] = {row.pk: row for row in rows_of(case.proceedings)}
        self.steps: dict[int, str] = {}
        self.newest: dict[str, Paper] = {}  # by title: of which paper the next entry speaks

    def read(self) -> list[Told]:
        items = ledger.timeline(self.subject)
        touched = ledger.rows_touched(self.subject, tables=TABLES)
        placed = [(item, *self._place(item, touched.get(item.entry_id, []))) for item in items]
        for item, lane, _ in reversed(placed):  # where each began is where it left first
            if lane and item.event == events.STEP_COMPLETED.name:
                self.steps[lane] = str(item.facts.get("step", ""))
        return [self._told(item, lane=lane, paper=paper) for item, lane, paper in placed]

    def _place(self, item: TimelineItem, rows: list[tuple[str, int]]) -> tuple[int | None, Paper | None]:
        paper = self._paper(item, rows)
        if len(self.lanes) == 1:
            return next(iter(self.lanes)), paper
        own = {row for table, row in rows if table == "cases.proceeding"}
        if paper is not None:
            return paper.proceeding_id, paper
        if len(own) == 1:
            return own.pop(), None
        kind = item.event.partition(".")[0]
        of_kind = [pk for pk, lane in self.lanes.items() if lane.procedure_key.startswith(f"{kind}/")]
        return (of_kind[0] if len(of_kind) == 1 else None), None

    def _paper(self, item: TimelineItem, rows: list[tuple[str, int]]) -> Paper | None:
        """The paper that the entry names: by the rows that it sealed, by its number, else the last one of its title."""
        title, number = str(item.facts.get("title", "")), str(item.facts.get("number", ""))
        if not title:
            return None
        by_row = {("cases.paper", paper.pk): paper for paper in self._papers}
        by_row |= {("documents.document", paper.document_id): paper for paper in self._papers}
        sealed = (paper for row in rows if (paper := by_row.get(row)) and paper.title == title)
        numbered = (row for row in self._papers if number and row.number == number and row.title == title)
        found = next(sealed, None) or next(numbered, None) or self.newest.get(title)
        if found is not None:
            self.newest[title] = found
        return found

    @cached_property
    def _papers(self) -> tuple[Paper, ...]:
        rows = with_lists(self.lanes.values(), "papers", joined=("document",))
        return tuple(paper for row in rows for paper in rows_of(row.papers))

    def _told(self, item: TimelineItem, *, lane: int | None, paper: Paper | None) -> Told:
        step = self.steps.get(lane or 0) or (self._stands(lane) if lane else "")
        if lane and (fact := MOVES.get(item.event)):
            self.steps[lane] = str(item.facts.get(fact, ""))
        office = self._offices.get(item.actor_key, "")
        return Told(
            entry=item.entry_id,
            at=item.happened_at,
            who=f"{office}{item.actor_name}",
            name=item.actor_name,
            words=self._words(item, paper),
            event=item.event,
            lane=lane,
            step=step,
            paper=paper,
            role=str(item.facts.get("role", "")),
            index=item.index,
        )

    def _stands(self, lane: int) -> str:
        """A proceeding that never left a step stands where it began."""
        step = queries.current_step(self.lanes[lane])
        return step.title if step else ""

    @cached_property
    def _offices(self) -> dict[str, str]:
        """Whoever handled the case did it as its officer; others by the office that they hold today."""
        named = {
            organisation.key_of(row.pk): "、".join(CAPTIONS[role] for role in Role if role in row.offices)
            for row in organisation.holders(self.case.authority.code)
        }
        handled = {organisation.key_of(row.officer_id): OFFICERS for row in queries.ever_assigned(self.case)}
        return {**named, **handled}

    def _words(self, item: TimelineItem, paper: Paper | None) -> tuple[Part, ...]:
        """The sentence; what it names leads there, of a digest the first signs are enough."""
        sentence = DIGEST.sub(lambda found: f"{found[0][:SHOWN]}…", item.sentence)
        place = {"pk": self.case.pk}
        if paper is not None:
            url = reverse("cases:paper", kwargs={**place, "document": paper.document_id})
            return parts_of(sentence, acts={f"《{paper.title}》": url})
        if item.event.startswith("recordings."):
            return (Part(sentence), Part("打开音像", reverse("recordings:of_case", kwargs=place)))
        return (Part(sentence),)
