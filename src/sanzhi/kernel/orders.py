"""What every order has in common: texts without what nobody sees, days and keys that can be, errors in Chinese."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from sanzhi.kernel.text import cleaned, one_line
from sanzhi.kernel.verdict import Reason

EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)
LONG = 300  # characters from which a text has several lines
OWN = frozenset({"day_out_of_bounds", "key_too_large", "too_fine", "null_sign"})  # said by ourselves
FEW_DIGITS = 12  # before the point: what any sum has
SENT_AS = ("body", "order")  # where the API puts an order
LARGEST_KEY = 2**63 - 1  # what both databases can hold


class Order(BaseModel):
    """The typed input of a command. Unknown fields are refused: a typo must not silently do less."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_what_nobody_sees(cls, said: Any) -> Any:
        """Where an order keeps its blanks, its text is taken to the letter: a signature covers it.

        A field that is one line on the page is one line by every road; of a list, what is empty falls away.
        """
        if not cls.model_config.get("str_strip_whitespace"):
            return _can_be_kept(said)
        said = cleaned(said)
        if not isinstance(said, Mapping):
            return said
        return {
            name: _laid_out(value, cls.model_fields.get(str(name)), name=str(name))
            for name, value in said.items()
        }

    @model_validator(mode="after")
    def _can_be(self) -> "Order":
        for name in type(self).model_fields:
            _bounded(getattr(self, name), name=name)
        return self


def _can_be_kept(said: Any) -> Any:
    """PostgreSQL keeps no text with a null in it: what is taken to the letter is refused then, and not cleaned."""
    for name, value in said.items() if isinstance(said, Mapping) else ():
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if isinstance(text, str) and "\x00" in text:
            raise PydanticCustomError("null_sign", "不能含有空字符。", {"field": str(name)})
    return said


def is_text(info: FieldInfo) -> bool:
    return str in _kinds(info.annotation)


def is_amount(info: FieldInfo) -> bool:
    return Decimal in _kinds(info.annotation)


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """`X | None` is X or nothing."""
    return get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)


def longest(info: FieldInfo) -> int | None:
    return next((rule.max_length for rule in info.metadata if getattr(rule, "max_length", None)), None)


def places_of(info: FieldInfo) -> int | None:
    """How many digits behind the point an amount may have."""
    return next((row.decimal_places for row in info.metadata if hasattr(row, "decimal_places")), None)


def _laid_out(value: Any, info: FieldInfo | None, *, name: str) -> Any:
    if info is None:
        return value
    if is_amount(info) and isinstance(value, float | str):
        _not_too_fine(str(value), info=info, name=name)
    if isinstance(value, str) and is_text(info) and (longest(info) or LONG) < LONG:
        return one_line(value)
    if isinstance(value, list) and get_args(info.annotation) == (str,):
        lines = (one_line(item) if isinstance(item, str) else item for item in value)
        return [line for line in lines if line != ""]
    return value


def _not_too_fine(said: str, *, info: FieldInfo, name: str) -> None:
    """Digits enough behind the point would be counted as a number too large."""
    places = places_of(info)
    whole, _, fraction = said.strip().partition(".")
    if places is not None and fraction.isdigit() and len(fraction) > places and len(whole) <= FEW_DIGITS:
        raise PydanticCustomError("too_fine", f"小数最多{places}位。", {"field": name})


def _bounded(value: Any, *, name: str) -> None:
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if not EARLIEST <= day <= LATEST:
            raise PydanticCustomError("day_out_of_bounds", "日期应在1900年至2099年之间。", {"field": name})
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST_KEY:
        raise PydanticCustomError("key_too_large", "数字太大。", {"field": name})
    elif isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            _bounded(item, name=name)


def misunderstood(
    errors: Iterable[Mapping[str, Any]],
    *,
    captions: Mapping[str, str] | None = None,
    of: type[BaseModel] | None = None,
    below: tuple[str, ...] = (),
) -> list[tuple[str, str]]:
    """What is wrong with an order, in Chinese: (field, sentence); with `captions` the sentence names the field.

    A field without a caption is named by its path, as in `party.id_number`, in an order that is `of` this type
    and was sent `below` a field of another.
    """
    found = []
    for error in errors:
        places = _path(error, of)
        name = places[0] if places else ""
        said = chinese(error)
        caption = (captions or {}).get(name, ".".join((*below, *places)))
        found.append((name, f"“{caption}”{said}" if captions is not None and caption else said))
    return found


def _path(error: Mapping[str, Any], of: type[BaseModel] | None) -> list[str]:
    """From the order to the field. Whose kinds are several, pydantic names the one it tried: that is no field."""
    places = [*error["loc"]]
    places = places[len(SENT_AS) :] if tuple(places[: len(SENT_AS)]) == SENT_AS else places
    if named := (error.get("ctx") or {}).get("field"):
        places += [] if places[-1:] == [named] else [named]
    found: list[str] = []
    here: Any = of or Any
    for part in places:
        kinds = [kind for kind in _kinds(here) if kind is not NoneType]
        if len(kinds) > 1:
            break
        found.append(str(part))
        here = _within(kinds[0], part)
    return found


def _within(kind: Any, part: Any) -> Any:
    """What stands in a field of an order, or in a list or a table of values."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        info = kind.model_fields.get(str(part))
        return info.annotation if info else Any
    return next((row for row in reversed(get_args(kind)) if row is not ...), Any)


def reasons(wrong: ValidationError, *, captions: Mapping[str, str] | None = None) -> tuple[Reason, ...]:
    """What is wrong with an order, as a page shows every no; `captions` name the fields."""
    return tuple(Reason(said) for _, said in misunderstood(wrong.errors(), captions=captions))


def wrong_fields(wrong: ValidationError) -> frozenset[str]:
    """The fields that a page marks."""
    return frozenset(name for name, _ in misunderstood(wrong.errors()))


def chinese(error: Mapping[str, Any]) -> str:
    """Pydantic's word in Chinese."""
    limits, kind = error.get("ctx") or {}, error["type"]
    if kind in OWN:
        return str(error["msg"])
    if kind in {"enum", "literal_error"}:
        limits = {"expected": "、".join(QUOTED.findall(str(limits.get("expected", ""))))}
    unit = "个字" if kind.startswith("string") else "项"
    for names, sentence in SENTENCES.items():
        if kind in names.split():
            return sentence.format(unit=unit, **limits)
    return "填写有误，请检查。"


QUOTED = re.compile("'([^']*)'")


SENTENCES = {
    "missing": "请填写。",
    "extra_forbidden": "没有这一栏。",
    "string_too_short too_short": "至少{min_length}{unit}。",
    "string_too_long too_long": "最多{max_length}{unit}。",
    "less_than_equal": "最大为{le}。",
    "less_than": "应小于{lt}。",
    "greater_than": "应大于{gt}。",
    "greater_than_equal": "不能小于{ge}。",
    "decimal_parsing decimal_type finite_number float_parsing": "应为数字。",
    "decimal_max_places": "小数最多{decimal_places}位。",
    "decimal_max_digits decimal_whole_digits int_parsing_size": "数字太大。",
    "int_parsing int_type int_from_float": "应为整数。",
    "bool_parsing bool_type": "应为是或者否（true、false）。",
    "string_type": "应为文字。",
    "list_type": "应为列表。",
    "dict_type model_type": "应为成对的名称和值。",
    "enum literal_error": "只能选：{expected}。",
    "string_pattern_mismatch": "格式不正确。",
    "date_from_datetime_parsing date_from_datetime_inexact date_parsing date_type": "请填写日期，如 2026-03-02。",
    "time_parsing time_type": "请填写时间，如 09:30。",
    "datetime_parsing datetime_type datetime_from_date_parsing": "请填写日期和时间，如 2026-03-02T09:30。",
}
