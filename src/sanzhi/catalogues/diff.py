"""What changed between two editions of a list: rows added, ended, changed, field by field, in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sanzhi.catalogues.columns import columns_of

LONG = 100  # more of one kind than a page shows


@dataclass(frozen=True)
class FieldChange:
    caption: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        if not self.before:
            return f"“{self.caption}”补充为“{self.after}”"
        if not self.after:
            return f"“{self.caption}”删去“{self.before}”"
        return f"“{self.caption}”由“{self.before}”改为“{self.after}”"


@dataclass(frozen=True)
class RowChange:
    """`fields` is empty for a row that was added or ended."""

    code: str
    title: str
    fields: tuple[FieldChange, ...] = ()

    @property
    def sentence(self) -> str:
        return f"{self.title}：" + "；".join(field.sentence for field in self.fields) + "。"


@dataclass(frozen=True)
class Diff:
    """`same` counts the rows that did not change."""

    added: tuple[RowChange, ...]
    ended: tuple[RowChange, ...]
    changed: tuple[RowChange, ...]
    same: int

    def __bool__(self) -> bool:
        return bool(self.added or self.ended or self.changed)

    @property
    def is_long(self) -> bool:
        return max(map(len, (self.added, self.ended, self.changed))) > LONG

    @property
    def codes(self) -> frozenset[str]:
        """The rows that are not as they were."""
        return frozenset(row.code for row in (*self.added, *self.ended, *self.changed))


Rows = Iterable[tuple[str, str, Mapping[str, Any]]]


def compare(kind: str, before: Rows, *, after: Rows) -> Diff:
    """Compare two lists of (code, title, content); a code names the same row in both."""
    old = {code: (title, content) for code, title, content in before}
    new = {code: (title, content) for code, title, content in after}
    changed = []
    same = 0
    for code, (title, content) in new.items():
        if code not in old:
            continue
        fields = () if old[code][1] == content else fields_changed(kind, old[code][1], after=content)
        if fields:
            changed.append(RowChange(code, title, fields))
        else:
            same += 1
    return Diff(
        added=tuple(RowChange(code, title) for code, (title, _) in new.items() if code not in old),
        ended=tuple(RowChange(code, title) for code, (title, _) in old.items() if code not in new),
        changed=tuple(changed),
        same=same,
    )


def fields_changed(
    kind: str, before: Mapping[str, Any], *, after: Mapping[str, Any]
) -> tuple[FieldChange, ...]:
    pairs = ((column.caption, column.write(before), column.write(after)) for column in columns_of(kind))
    return tuple(FieldChange(caption, old, new) for caption, old, new in pairs if old != new)
