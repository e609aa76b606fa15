"""The timeline as a story: by day and step, who did what in which office; a paper's way through its hands is one sentence.

To which proceeding an entry belongs stands in no entry: it is read from the rows that the entry has sealed, the papers
that it names and the kind whose event it is; what none of these says belongs to the whole case.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby

from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Case, Paper, Proceeding
from sanzhi.cases.remedies import Part, parts_of
from sanzhi.cases.who_may import OFFICERS
from sanzhi.kernel.at_once import keys_named
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
LANE = "cases.proceeding"
DIGEST = re.compile("[0-9a-f]{64}")
FILMS = "recordings."
WHOLE = "全案"
ONE_ACT = timedelta(seconds=1)
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
    of: str = ""  # where it belongs to no proceeding of several

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


Touched = Mapping[int, list[tuple[str, int]]]
Placed = tuple[TimelineItem, int | None, Paper | None]


def story_of(case: Case, *, called: Mapping[int, str]) -> tuple[Day, ...]:
    """`called`: how each of the case's proceedings is called."""
    told = _Reader(case).read()
    days = []
    for on, of_day in groupby(told, key=lambda row: timezone.localtime(row.at).date()):
        days.append(Day(on, tuple(_chapters(of_day, called=called))))
    return tuple(days)


def _chapters(rows: Iterable[Told], *, called: Mapping[int, str]) -> Iterable[Chapter]:
    """What is of the whole case breaks no chapter; it says that it is."""
    chapter: list[Told] = []
    for row in rows:
        last = next((one for one in reversed(chapter) if one.lane), None)
        if row.lane and last and (row.lane, row.step) != (last.lane, last.step):
            yield _chapter(chapter, called=called)
            chapter = []
        chapter.append(row)
    yield _chapter(chapter, called=called)


def _chapter(rows: list[Told], *, called: Mapping[int, str]) -> Chapter:
    first = next((row for row in rows if row.lane), rows[0])
    lane = called.get(first.lane or 0, WHOLE) if len(called) > 1 else ""
    return Chapter(lane, first.step, tuple(_lines(rows, is_one_of_several=len(called) > 1)))


def _lines(rows: Iterable[Told], *, is_one_of_several: bool) -> Iterable[Line]:
    for of_papers, run in groupby(rows, key=lambda row: row.event in HANDS and row.paper is not None):
        if of_papers:
            hands: dict[int, list[Told]] = {}
            for row in run:
                assert row.paper is not None
                hands.setdefault(row.paper.pk, []).append(row)
            yield from (_folded(one) if len(one) > 1 else _line(one[0]) for one in hands.values())
        else:
            yield from (_line(row, of=WHOLE if is_one_of_several and not row.lane else "") for row in run)


def _line(row: Told, *, of: str = "") -> Line:
    return Line(row.words, row.who, (row,), of)


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


def _is_one_act(inner: TimelineItem, outer: TimelineItem) -> bool:
    return inner.actor_key == outer.actor_key and outer.happened_at - inner.happened_at < ONE_ACT


def _names_a_proceeding(table: str) -> bool:
    return any(field.name == "proceeding" for field in apps.get_model(table)._meta.fields)


class _Reader:
    """Reads the entries of one case in their order: 3 queries, with several proceedings 4."""

    def __init__(self, case: Case) -> None:
        self.case, self.subject = case, queries.subject_of(case)
        self.lanes: dict[int, Proceeding] = {row.pk: row for row in rows_of(case.proceedings)}
        self.steps: dict[int, str] = {}
        self.newest: dict[str, Paper] = {}  # by title: of which paper the next entry speaks

    def read(self) -> list[Told]:
        placed = self._placed(ledger.timeline(self.subject), ledger.rows_touched(self.subject))
        for item, lane, _ in reversed(placed):  # where each began is where it left first
            if lane and item.event == events.STEP_COMPLETED.name:
                self.steps[lane] = str(item.facts.get("step", ""))
        return [self._told(item, lane=lane, paper=paper) for item, lane, paper in placed]

    def _placed(self, items: list[TimelineItem], touched: Touched) -> list[Placed]:
        """What a command has entered besides its own word, which seals all its rows, belongs where that does."""
        papers = {item.entry_id: self._paper(item, touched.get(item.entry_id, [])) for item in items}
        known = {
            item.entry_id: self._known(item, paper=papers[item.entry_id], touched=touched) for item in items
        }
        open_ones = {entry: rows for entry, rows in touched.items() if known.get(entry, 0) is None}
        lanes = {**known, **self._lanes_of(open_ones)}
        found: list[Placed] = []
        for item in reversed(items):
            lane = lanes[item.entry_id]
            is_inner = item.entry_id not in touched and not item.event.startswith(FILMS)
            if lane is None and is_inner and found and _is_one_act(item, found[-1][0]):
                lane = found[-1][1]
            found.append((item, lane, papers[item.entry_id]))
        return found[::-1]

    def _known(self, item: TimelineItem, *, paper: Paper | None, touched: Touched) -> int | None:
        """What needs no asking: there is only one, a paper is named, the proceeding itself is sealed, its kind is told."""
        if len(self.lanes) == 1:
            return next(iter(self.lanes))
        own = {row for table, row in touched.get(item.entry_id, []) if table == LANE}
        if paper is not None:
            return paper.proceeding_id
        return own.pop() if len(own) == 1 else self._of_its_kind(item)

    def _of_its_kind(self, item: TimelineItem) -> int | None:
        of_kind = [pk for pk, lane in self.lanes.items() if board.is_of_its_kind(lane, item.event)]
        return of_kind[0] if len(of_kind) == 1 else None

    def _lanes_of(self, touched: Touched) -> dict[int, int]:
        """Of each entry the one proceeding that is named by the rows that it sealed: one query for all."""
        keys: dict[str, set[int]] = {}
        for sealed in touched.values():
            for table, row in sealed:
                keys.setdefault(table, set()).add(row)
        asked = {apps.get_model(table): rows for table, rows in keys.items() if _names_a_proceeding(table)}
        of_row = {
            (model._meta.label_lower, pk): lane
            for (model, pk), lane in keys_named(asked, link="proceeding").items()
        }
        owners = (
            (entry, {of_row[row] for row in sealed if row in of_row}) for entry, sealed in touched.items()
        )
        return {entry: own.pop() for entry, own in owners if len(own) == 1}

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
        if item.event.startswith(FILMS):
            return (Part(sentence), Part("打开音像", reverse("recordings:of_case", kwargs=place)))
        return (Part(sentence),)
