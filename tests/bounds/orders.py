"""Orders made from the registered commands' own schemas: one that could be meant, and what spoils each of its fields."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sanzhi.kernel.commands import Registered, registered_commands
from tests.stories import assumed_calendar

UNKNOWN = 999_999
NUMBERS: tuple[Any, ...] = (
    10**30,
    -(10**30),
    -1,
    1e30,
    1e300,
    "NaN",
    "Infinity",
    "1e30",
    "1e-30",
    "9" * 6000,
    0.1 + 0.2,
)
TEXTS = (
    "\x00",
    "张\x00三\x07丰",
    "\ue000\ue123",
    "\ud800 示例文字内容",
    "\U000f0000\uffff\u0378",
    "长" * 200_000,
    "\u202e" * 500,
)


def commands() -> list[Registered]:
    return [row for row in registered_commands().values() if not row.internal]


def kinds(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(part for part in get_args(annotation) if part is not type(None))
    return (annotation,)


def plausible(order: type[BaseModel], known: dict[str, Any]) -> dict[str, Any]:
    """Every field filled in; `known` gives the keys of things that there are."""
    samples = {**SAMPLES, **known}
    return {
        name: samples.get(name, value_of(info.annotation, info)) for name, info in order.model_fields.items()
    }


def value_of(annotation: Any, info: FieldInfo | None = None) -> Any:
    kind = kinds(annotation)[0]
    of = get_origin(kind)
    if of is Literal:
        return get_args(kind)[0]
    if of in {list, tuple, set, frozenset}:
        return [value_of(get_args(kind)[0])]
    if of is dict:
        return {str(value_of(get_args(kind)[0])): value_of(get_args(kind)[1])}
    if isinstance(kind, type):
        if issubclass(kind, Enum):
            return next(iter(kind)).value
        if issubclass(kind, BaseModel):
            return plausible(kind, {})
        if issubclass(kind, bool):
            return True
        for simple, value in SIMPLE.items():
            if issubclass(kind, simple):
                return value
    return TEXT


# what its pattern or its sense wants of a field, by the field's name
SAMPLES: dict[str, Any] = {
    "recording_sha256": "",
    "begins_at": "09:30",
    "form": "D09",
    "content": [["案由", "示例文字内容"]],
    "username": "xin.ren",
    "code": "X-1",
    "region_code": "990001",
    "year": 2027,
    "days": [{**row, "day": str(row["day"])} for row in assumed_calendar(2027)["days"]],
    "quantities": {"items": 1},
    "moment": "interview",
    "started_at": "2026-09-01T09:30:00+08:00",
    "ended_at": "2026-09-01T09:40:00+08:00",
    "participants": ["甲某", "乙某"],
}
TEXT = "示例文字内容十个字以上。"
SIMPLE: dict[type, Any] = {
    int: UNKNOWN,
    Decimal: "10",
    float: 1.5,
    datetime: "2026-09-01T09:30",
    date: "2026-09-01",
    time: "09:30",
    str: TEXT,
}


def spoilt(registered: Registered, known: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(field, order) with one field of the order spoilt at a time, in every way that its kind can be."""
    base = plausible(registered.order, known)
    for name, info in registered.order.model_fields.items():
        for bad in spoilings(base[name], info):
            yield name, {**base, name: bad}


def spoilings(value: Any, info: FieldInfo | None = None) -> Iterator[Any]:
    if isinstance(value, list):
        value = value or [TEXT]
        yield [value[0]] * 30_000
        for bad in spoilings(value[0]):
            yield [bad]
    elif isinstance(value, dict):
        yield {str(number): next(iter(value.values())) for number in range(30_000)}
        for key, item in value.items():
            for bad in spoilings(item):
                yield {**value, key: bad}
            for text in TEXTS[:3]:
                yield {text: item}
    elif isinstance(value, bool):
        return
    elif isinstance(value, int | float) or (info and Decimal in kinds(info.annotation)):
        yield from NUMBERS
    else:
        yield from TEXTS
