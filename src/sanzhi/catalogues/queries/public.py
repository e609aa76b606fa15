"""What the public reads of the lists in force: pages of rows, one row, what the last edition changed.

An edition in force never changes, so its rows are written out once a process.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse

from sanzhi.catalogues.columns import Column, columns_of
from sanzhi.catalogues.diff import Diff, compare
from sanzhi.catalogues.models import Edition, Kind, Status
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.law.days import chinese_date

PAGE = 20
FOUND = 20
# columns for the program or for the compiler; the public needs none of them
INTERNAL = {"mark", "moment", "shortest_seconds", "level_key", "conflicts", "form", "is_absent", "fields"}

# the columns that a table of each kind has room for
BRIEF = {
    Kind.POWERS: ("category", "penalty_basis", "formula"),
    Kind.DUTIES: ("work", "basis"),
    Kind.PROCEDURE: ("role", "citation", "next"),
    Kind.GUIDES: ("accepting", "limit", "basis"),
    Kind.LICENCE_ITEMS: ("applicants", "promised_days", "fees"),
    Kind.SPOT_CHECKS: ("level", "target", "ratio", "frequency"),
    Kind.RECORDING: ("category", "method", "retention"),
    Kind.MAJOR_DECISIONS: ("condition", "basis", "within"),
    Kind.DISCRETION: ("tiers",),
    Kind.LENIENT: ("category", "situation", "basis"),
    Kind.TARIFFS: ("price", "unit", "above", "upto", "valid_from", "valid_to"),
    Kind.FORM_SAMPLES: ("stage", "used_when", "basis"),
    Kind.POSTS: ("window", "position", "matters"),
    Kind.CHANNELS: ("category", "where", "limit", "contact"),
    Kind.DELEGATIONS: ("delegator", "matters", "valid_to"),
    Kind.MONITORING: ("device", "use", "since"),
    Kind.DISCLOSURE: ("basis", "when", "level"),
}


@dataclass(frozen=True)
class PublicRow:
    """`cells` are (column, caption, text) of the filled columns; `searched` is all of them together."""

    kind: str
    code: str
    title: str
    cells: tuple[tuple[str, str, str], ...]
    content: Mapping[str, Any]
    searched: str

    def cell(self, name: str) -> str:
        return next((text for column, _, text in self.cells if column == name), "")

    @property
    def address(self) -> str:
        if self.kind == Kind.POWERS:
            return reverse("portal:power", kwargs={"code": self.code})
        return reverse("portal:row", kwargs={"kind": self.kind, "code": self.code})


CODED = {
    "unit": {"working": "工作日", "calendar": "自然日"},
    "level": {"minor": "轻微", "ordinary": "一般", "serious": "严重"},
}


def brief_columns(kind: str) -> tuple[Column, ...]:
    by_name = {column.name: column for column in columns_of(kind)}
    return tuple(by_name[name] for name in BRIEF[Kind(kind)])


def public_columns(kind: str) -> tuple[Column, ...]:
    return tuple(column for column in columns_of(kind) if column.name not in INTERNAL)


@lru_cache(maxsize=64)
def rows_of_edition(edition_id: int, kind: str) -> tuple[PublicRow, ...]:
    rows = Edition.objects.get(pk=edition_id).rows.values_list("code", "title", "content")
    return tuple(_row(kind, code, title=title, content=content) for code, title, content in rows)


def _row(kind: str, code: str, *, title: str, content: Mapping[str, Any]) -> PublicRow:
    written = ((column.name, column.caption, _shown(column, content)) for column in public_columns(kind))
    cells = tuple((name, caption, text) for name, caption, text in written if text and text != "否")
    return PublicRow(
        kind, code, title, cells, content, "\n".join([code, title, *(text for _, _, text in cells)])
    )


def _shown(column: Column, content: Mapping[str, Any]) -> str:
    """The cell in words: tiers and reductions as sentences, everything else as the editor wrote it."""
    if column.cell == "tiers":
        return "\n".join(f"{tier['name']}：{tier['when']}，{tier['text']}" for tier in content["tiers"])
    if column.cell == "reductions":
        rows = content.get(column.name) or []
        return "\n".join(f"{row['name']}：减免{row['percent']}%（{row['basis']}）" for row in rows)
    if column.cell == "day" and content.get(column.name):
        return chinese_date(date.fromisoformat(str(content[column.name])))
    written = column.write(content)
    return CODED.get(column.name, {}).get(written, written)


def in_force(authority: str, kind: str, *, key: str = "") -> Edition | None:
    rows = Edition.objects.filter(authority__code=authority, kind=kind, key=key, status=Status.IN_FORCE)
    return rows.first()


def lists_in_force(authority: str) -> list[Edition]:
    """Every list in force but the procedures, in the order of the kinds (1 query, and none until something changes)."""

    def ask() -> list[Edition]:
        rows = Edition.objects.filter(authority__code=authority, status=Status.IN_FORCE)
        order = list(Kind.values)
        return sorted(rows.exclude(kind=Kind.PROCEDURE), key=lambda edition: order.index(edition.kind))

    return while_unchanged(("lists_in_force", authority), ask=ask)


def page_of(edition: Edition, *, query: str, page: int) -> list[PublicRow]:
    """One page of rows that contain every word, with one row more when another page follows."""
    words = query.split()
    rows = rows_of_edition(edition.pk, edition.kind)
    found = [row for row in rows if all(word in row.searched for word in words)] if words else rows
    return list(found[(page - 1) * PAGE : page * PAGE + 1])


def row_of(edition: Edition, code: str) -> PublicRow:
    found = next((row for row in rows_of_edition(edition.pk, edition.kind) if row.code == code), None)
    if found is None:
        raise NotVisible
    return found


def rows_matching(authority: str, query: str) -> list[tuple[Edition, PublicRow]]:
    """Rows of all lists in force that contain every word, at most FOUND."""
    words = query.split()
    found: list[tuple[Edition, PublicRow]] = []
    for edition in lists_in_force(authority) if words else ():
        rows = rows_of_edition(edition.pk, edition.kind)
        found += [(edition, row) for row in rows if all(word in row.searched for word in words)][
            : FOUND - len(found)
        ]
    return found


def history(edition: Edition) -> list[Edition]:
    """This list's editions that were or are in force, newest first."""
    rows = Edition.objects.filter(authority=edition.authority_id, kind=edition.kind, key=edition.key)
    return list(rows.filter(status__in=[Status.IN_FORCE, Status.SUPERSEDED]).order_by("-ordinal"))


def edition_once_in_force(authority: str, kind: str, *, ordinal: int, key: str = "") -> Edition:
    rows = Edition.objects.filter(authority__code=authority, kind=kind, key=key, ordinal=ordinal)
    found = rows.filter(status__in=[Status.IN_FORCE, Status.SUPERSEDED]).first()
    if found is None:
        raise NotVisible
    return found


def last_changes(edition: Edition) -> tuple[Edition | None, Diff]:
    """What this edition changed against the one before it."""
    older = next((row for row in history(edition) if row.ordinal < edition.ordinal), None)
    return older, _compared(edition.kind, older.pk if older else None, newer=edition.pk)


@lru_cache(maxsize=32)
def _compared(kind: str, older: int | None, *, newer: int) -> Diff:
    return compare(kind, _plain(kind, older), after=_plain(kind, newer))


def _plain(kind: str, edition_id: int | None) -> list[tuple[str, str, Mapping[str, Any]]]:
    rows = rows_of_edition(edition_id, kind) if edition_id else ()
    return [(row.code, row.title, row.content) for row in rows]
