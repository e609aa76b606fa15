"""The orders near a lawful one: one field changed, by its type: a sum, a day, an id, a flag, a choice, a list, a text."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from sanzhi.kernel.commands import Order, registered_commands
from sanzhi.recordings.commands import BeginUpload
from tests.lawful.clerk.acts import CASE, OPEN_GATE, TAKE_IN, Act, Alien, Day, Ref, Who
from tests.lawful.clerk.words import LISTS, OTHERS, PEOPLE, TEXTS

# told ± a little, twice, ten times, the lines that the statutes draw, nothing, and what is no sum at all
SUMS = (
    "-1",
    "-0.01",
    "+0.01",
    "+1",
    "*0.5",
    "*2",
    "*10",
    "200",
    "200.01",
    "3000",
    "5000",
    "50000",
    "0.01",
    None,
)
NO_SUMS = ("-1", "1e30", "NaN")
DAYS = (-800, -400, -30, -7, -1, 1, 7, 30)
ALIENS = ("foreign", "other", "closed")


def orders_near(act: Act) -> Iterator[tuple[str, dict[str, Any]]]:
    """The order with one field changed, each named by the kind of the change."""
    schema = schema_of(act.does)
    for name in schema.model_fields if schema else ():
        for kind, value in _near(act, name):
            yield kind, {**act.order, name: value}
        if name in act.order and schema and not schema.model_fields[name].is_required():
            yield "drop", {key: value for key, value in act.order.items() if key != name}


def schema_of(does: str) -> type[Order] | None:
    if does == TAKE_IN:
        return BeginUpload
    found = registered_commands().get(does)
    return found.order if found and does != OPEN_GATE else None


@cache
def offered(does: str, name: str) -> tuple[str, ...]:
    """The words that the order's description offers for a field of text."""
    schema = schema_of(does)
    fields = schema.model_json_schema()["properties"] if schema else {}
    return tuple(fields.get(name, {}).get("enum", ()))


def _near(act: Act, name: str) -> Iterator[tuple[str, Any]]:
    value = act.order.get(name)
    if name in OTHERS.get(act.verb, {}):
        yield from (("field", other) for other in OTHERS[act.verb][name])
    match value:
        case Ref():
            yield from (("foreign", Alien(other)) for other in _aliens(value))
        case bool():
            yield "flag", not value
        case Decimal():
            yield from (("amount", other) for other in sums_near(value))
        case Day():
            yield from (("date", replace(value, offset=value.offset + days)) for days in DAYS)
        case Enum():
            yield from (("choice", other) for other in type(value) if other != value)
        case Who():
            yield from (("person", Who(other)) for other in PEOPLE[:9] if other != value.username)
        case list() | tuple():
            yield from (("list", other) for other in _lists_near(name, list(value)))
        case dict():
            yield from (("contents", other) for other in _dicts_near(value))
        case str():
            yield from (("choice", other) for other in offered(act.does, name) if other != value)
            yield from (("text", other) for other in TEXTS.get(name, ()) if other != value)
        case None:
            yield from (("text", other) for other in TEXTS.get(name, ()))


def sums_near(value: Decimal) -> Iterator[Any]:
    """Sums around `value`, and the lines of the statutes; what is no sum at all last."""
    for change in SUMS:
        if change is None:
            yield None
        elif change[0] == "*":
            yield (value * Decimal(change[1:])).quantize(Decimal("0.01"))
        elif change[0] in "+-":
            yield value + Decimal(change)
        else:
            yield Decimal(change)
    yield from NO_SUMS


def _aliens(ref: Ref) -> Iterator[str]:
    form = ref.key.partition(":")[2].partition("#")[0]
    for other in ALIENS:
        yield f"{other}_case" if ref.key.partition("#")[0] == CASE else f"{other}_{form or 'D41'}"
    yield "nobody"


def _lists_near(name: str, value: list[Any]) -> Iterator[list[Any]]:
    yield from LISTS.get(name, ())
    for n in range(len(value)):
        yield value[:n] + value[n + 1 :]
    if value and isinstance(value[0], tuple | list):  # captions and texts of a copy
        for n, (caption, text) in enumerate(value):
            yield [*value[:n], (caption, f"{text}；罚款999999元"), *value[n + 1 :]]
    yield [*value, *value[:1]]


def _dicts_near(value: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name, part in value.items():
        yield {key: other for key, other in value.items() if key != name}
        if isinstance(part, Decimal):
            yield from ({**value, name: other} for other in sums_near(part))
        if isinstance(part, dict) and "holds" in part:
            yield {**value, name: {"holds": False, "note": "不符合"}}
