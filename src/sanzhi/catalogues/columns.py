"""A row as texts: one description of a list's columns for the editor, the sheet, the comparison and the public page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from sanzhi.catalogues.cells import CELLS
from sanzhi.catalogues.schemas import SCHEMAS, Wrong
from sanzhi.catalogues.schemas.base import RowSchema, extra_of
from sanzhi.kernel.verdict import Reason

FINE = ("formula", "formulas", "alternatives")
TIER_CAPTIONS = ("档次", "情形", "下限（元）", "上限（元）", "处罚幅度")


@dataclass(frozen=True)
class Column:
    """`choices` are (value as text) where only some are allowed; `lines` the height of the field, `width` on paper."""

    name: str
    caption: str
    also: tuple[str, ...]
    cell: str
    is_wanted: bool
    is_required: bool
    hint: str
    lines: int
    width: int
    choices: tuple[str, ...] = ()

    def write(self, content: Mapping[str, Any]) -> str:
        value: Any = content if self.cell == "fine" else content.get(self.name)
        if value is None and self.cell in {"words", "lines", "tiers", "reductions", "papers", "ways"}:
            value = []
        if value is None and self.cell == "condition":
            value = {}
        if value is None and self.cell == "role":
            value = "officer"
        return CELLS[self.cell].write(value)

    def read(self, text: str) -> dict[str, Any]:
        """The part of a row's content that this text says. Raises ValueError with a Chinese sentence."""
        value = CELLS[self.cell].read(text.strip())
        if self.cell == "fine":
            return dict(value)
        if value is None and self.cell == "count":
            return {}
        return {self.name: value}


@lru_cache(maxsize=32)
def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of a kind of list, in the order in which they are read."""
    fields = SCHEMAS[kind].model_fields.items()
    return tuple(_column(name, info) for name, info in fields if extra_of(info)["cell"] != "none")


def title_column(kind: str) -> str:
    schema: type[RowSchema] = SCHEMAS[kind]
    return schema.title_field


def _column(name: str, info: Any) -> Column:
    extra, plain = extra_of(info), _plain(info.annotation)
    choices = get_args(plain) if get_origin(plain) is Literal and not extra["cell"] else ()
    return Column(
        name=name,
        caption=str(info.title),
        also=tuple(extra["also"]),
        cell=extra["cell"] or _cell(plain),
        is_wanted=extra["wanted"],
        is_required=extra["required"],
        hint=extra["hint"],
        lines=extra["lines"],
        width=extra["width"],
        choices=tuple(str(choice) for choice in choices if choice),
    )


def _plain(annotation: Any) -> Any:
    """`X | None` → `X`."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    return parts[0] if type(None) in get_args(annotation) else annotation


def _cell(kind: Any) -> str:
    if get_origin(kind) is list:
        return "words"
    return {bool: "flag", date: "day", Decimal: "amount", int: "count"}.get(kind, "text")


def texts(kind: str, content: Mapping[str, Any]) -> dict[str, str]:
    """The row's cells by column name."""
    return {column.name: column.write(content) for column in columns_of(kind)}


def content_of(kind: str, cells: Mapping[str, str]) -> tuple[dict[str, Any], tuple[Wrong, ...]]:
    """Values for the row's schema, and the cells that could not be read; an empty cell keeps the schema's default."""
    values: dict[str, Any] = {}
    wrongs = []
    for column in columns_of(kind):
        text = cells.get(column.name, "").strip()
        if not text:
            continue
        if column.choices and text not in column.choices:
            wrongs.append(
                Wrong(column.name, column.caption, Reason(f"“{text}”应为{'、'.join(column.choices)}之一。"))
            )
            continue
        try:
            values |= column.read(text)
        except ValueError as wrong:
            wrongs.append(Wrong(column.name, column.caption, Reason(str(wrong))))
    return values, tuple(wrongs)
