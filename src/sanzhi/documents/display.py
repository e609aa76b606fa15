"""Turns a form's values into the texts that paper shows, and marks characters that must not vanish."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from sanzhi.documents.filling import decimal, is_blank, moment
from sanzhi.documents.form_model import Field, Form
from sanzhi.law.days import chinese_date
from sanzhi.law.money import grouped

KEPT_CONTROLS = "\n\t"


def shown_values(form: Form, values: Mapping[str, Any]) -> dict[str, Any]:
    """Every field of the form as text, lists as rows of texts; an empty field is an empty text or list."""
    return {field.name: shown(field, values.get(field.name)) for field in form.fields}


def shown(field: Field, value: Any) -> Any:
    if field.is_list:
        rows = value if isinstance(value, list) else []
        return [{column.name: _text(row.get(column.name)) for column in field.columns} for row in rows]
    if is_blank(value):
        return ""
    if field.type == "boolean":
        return "是" if value is True else "否"
    if field.type == "choice":
        return dict(field.choices).get(str(value), str(value))
    if field.type in {"date", "datetime"}:
        return _shown_moment(field, str(value))
    if field.type == "money":
        return _shown_money(value)
    return _text(value)


def _shown_moment(field: Field, value: str) -> str:
    when = moment(value)
    if when is None:
        return value
    return chinese_date(when if field.type == "datetime" else when.date())


def _shown_money(value: Any) -> str:
    amount = decimal(value)
    return str(value) if amount is None else grouped(amount)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def mark_unprintable(value: Any, strangers: frozenset[str]) -> Any:
    """The value with the characters of `strangers` written as 〔U+2CB5A〕."""
    return _translated(value, {ord(char): code_point(char) for char in strangers}) if strangers else value


def _translated(value: Any, written: Mapping[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(written)
    if isinstance(value, Mapping):
        return {key: _translated(item, written) for key, item in value.items()}
    if isinstance(value, list):
        return [_translated(item, written) for item in value]
    return value


def _vanishes(char: str) -> bool:
    return char not in KEPT_CONTROLS and unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}


def code_point(char: str) -> str:
    return f"〔U+{ord(char):04X}〕"


def unprintable_in(value: Any) -> set[str]:
    """The characters of `value` that no font shows: control characters, lone surrogates, unassigned ones."""
    if isinstance(value, str):
        return {char for char in set(value) if _vanishes(char)}
    children = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return set().union(*(unprintable_in(child) for child in children)) if children else set()
