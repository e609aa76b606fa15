"""What the office's pages of the lists show: editions by list, the state of every row, what may be done and why not."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from sanzhi.catalogues.checks import Looked, is_ready
from sanzhi.catalogues.diff import Diff, compare
from sanzhi.catalogues.models import Edition, Kind, Remark, Row, Status
from sanzhi.catalogues.policies import (
    OPEN,
    SHOWN_TO_JUSTICE,
    has_no_open_remarks,
    is_another,
    may_compile,
    may_review,
    may_see,
    only_reviews,
)
from sanzhi.catalogues.queries.public import brief_columns
from sanzhi.catalogues.step_words import in_words
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict

PAGE = 50


@dataclass(frozen=True)
class ListState:
    """One list of the authority: what is in force, and what is being made of it."""

    kind: str
    caption: str
    key: str
    title: str
    running: Edition | None
    coming: Edition | None


@dataclass(frozen=True)
class RowState:
    """A row with what is still open on it."""

    row: Row
    brief: tuple[str, ...]
    gaps: tuple[str, ...]
    broken: str
    remarks: int
    change: str

    @property
    def has_issue(self) -> bool:
        return bool(self.gaps or self.broken or self.remarks or self.row.is_unchecked)


def edition_for(actor: Actor, pk: int) -> Edition:
    """The edition, if this person may see it. Raises NotVisible."""
    found = Edition.objects.select_related("authority").filter(pk=pk).first()
    if found is None or not may_see(actor, found):
        raise NotVisible
    return found


def visible_editions(actor: Actor) -> QuerySet[Edition]:
    rows = Edition.objects.filter(authority__code=actor.authority).annotate(row_count=Count("rows"))
    return rows.filter(status__in=SHOWN_TO_JUSTICE) if only_reviews(actor) else rows


def lists_of(actor: Actor) -> list[ListState]:
    """Every list of the authority, those never compiled too (1 query)."""
    by_list: dict[tuple[str, str], list[Edition]] = {}
    for edition in visible_editions(actor).order_by("kind", "key", "-ordinal"):
        by_list.setdefault((edition.kind, edition.key), []).append(edition)
    states = []
    for kind in Kind:
        keys = sorted(key for found, key in by_list if found == kind) or [""]
        for key in keys:
            editions = by_list.get((kind, key), [])
            running = next((row for row in editions if row.status == Status.IN_FORCE), None)
            coming = next(
                (row for row in editions if row.status not in {Status.IN_FORCE, Status.SUPERSEDED}), None
            )
            title = (running or coming).title if running or coming else kind.label  # type: ignore[union-attr]
            states.append(ListState(kind.value, kind.label, key, title, running, coming))
    return states


def editions_of_list(actor: Actor, edition: Edition) -> list[Edition]:
    rows = visible_editions(actor).filter(kind=edition.kind, key=edition.key)
    return list(rows.order_by("-ordinal"))


def predecessor(edition: Edition) -> Edition | None:
    """The edition that this one replaces or would replace."""
    rows = Edition.objects.filter(authority=edition.authority, kind=edition.kind, key=edition.key)
    kept = rows.filter(ordinal__lt=edition.ordinal, in_force_on__isnull=False)
    return kept.order_by("-ordinal").first()


def rows_for_diff(edition: Edition | None) -> list[tuple[str, str, Mapping[str, Any]]]:
    return list(edition.rows.values_list("code", "title", "content")) if edition else []


def changes(edition: Edition) -> tuple[Edition | None, Diff]:
    """What this edition changes against its predecessor (3 queries)."""
    older = predecessor(edition)
    return older, compare(edition.kind, rows_for_diff(older), after=rows_for_diff(edition))


def row_states(looked: Looked) -> list[RowState]:
    """The rows with all that is open on them (2 queries more than the look)."""
    edition = looked.edition
    remarks = Counter(remark.code for remark in looked.open_remarks)
    older = predecessor(edition)
    now = [(row.code, row.title, row.content) for row in looked.rows]
    diff = compare(edition.kind, rows_for_diff(older), after=now)
    added, changed = ({row.code for row in rows} for rows in (diff.added, diff.changed))
    marks = dict.fromkeys(added, "新增") | dict.fromkeys(changed, "修改") if older else {}
    columns, words = brief_columns(edition.kind), in_words(edition.kind, looked.rows)
    return [
        RowState(
            row=row,
            brief=tuple(words(column.write(row.content)) for column in columns),
            gaps=looked.gaps.get(row.code, ()),
            broken=looked.broken.get(row.code, ""),
            remarks=remarks[row.code],
            change=marks.get(row.code, ""),
        )
        for row in looked.rows
    ]


def remarks_on(edition: Edition, code: str) -> list[Remark]:
    return list(edition.row_remarks.filter(code=code))


@dataclass(frozen=True)
class May:
    """What this person may do with the edition now; the page draws the same verdicts that the commands ask."""

    compile: Verdict
    review: Verdict
    ready: Verdict
    approve: Verdict

    @property
    def compiles(self) -> bool:
        return bool(self.compile)

    @property
    def reviews(self) -> bool:
        return bool(self.review)


def may(actor: Actor, edition: Edition, *, looked: Looked | None = None) -> May:
    """`ready` is worked out only where the whole edition has been looked at; other pages do not ask it."""
    compiles = may_compile(actor, edition.authority.code)
    ready = is_ready(looked) if looked and compiles and edition.status in OPEN else Verdict.yes()
    reviews = may_review(actor, edition.authority.code)
    if reviews:
        reviews &= is_another(actor, edition)
    approves = reviews & has_no_open_remarks(edition) if looked else reviews
    return May(compiles, reviews, ready, approves)
