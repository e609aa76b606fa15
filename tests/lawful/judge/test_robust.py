"""No chronicle makes a rule raise: cut, shuffled, with empty and with senseless fields, with times that run backwards."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lawful.chronicle import Chronicle, Penalty
from tests.lawful.chronicle.happenings import Decided, Happening, Issued
from tests.lawful.judge.example import HEAD, changed, fine, ordinary
from tests.lawful.judge.example_building import torn_down as building
from tests.lawful.judge.example_coercion import carried_out, kept
from tests.lawful.judge.example_fee import cut_short, levied
from tests.lawful.judge.example_grave import corrected_first, grave, pleaded, referred, spared, spot
from tests.lawful.judge.example_licence import heard, licence
from tests.lawful.judge.example_other import (
    court,
    enforcing,
    inspected_then_punished,
    inspection,
    levy,
    requisition,
    seizure,
)
from tests.lawful.judge.example_taking import taken
from tests.lawful.judge.rule import UNJUDGED, all_rules, judge

LAWFUL = [
    *(ordinary(), grave(), pleaded(), corrected_first(), spot(), spared(), spared("unfounded"), referred()),
    *(
        seizure(),
        enforcing(),
        court(),
        licence(),
        inspection(),
        levy(),
        requisition(),
        inspected_then_punished(),
    ),
    *(kept(), carried_out(), heard(), building(), levied(), cut_short(), taken()),
]
PLANTED = [example() for rule in all_rules().values() for example in rule.breaches]


def _empty(row: Happening, name: str) -> Happening:
    """The field as it is where nobody said anything: None if it may be, else its default."""
    if name == "at":
        return row
    spot_of = {field.name: field for field in fields(row)}[name]
    if "None" in str(spot_of.type):
        return replace(row, **{name: None})
    bare: Any = type(row)(at=row.at)
    return replace(row, **{name: getattr(bare, name)})


ODD: dict[type, list[Any]] = {
    Decimal: [
        Decimal(word) for word in ("NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999", "-5")
    ],
    int: [4_000_000, -4_000_000, 10**30],
    date: [date.min, date.max, date(9998, 12, 31), datetime(2026, 9, 9)],
    datetime: [datetime(2026, 9, 9, 9), datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)],
    tuple: [(None, 3), (("officer",), 7), ("苏甲", None)],
    frozenset: [frozenset({None, 3})],
    str: ["停业" + "9" * 5000 + "日", "罚款" + "9" * 5000 + "元", "没收、，", "\x00"],
    Mapping: [["list"], "text", {"amount": None, 3: 4}, {"items": "NaN", "sqm": "1E+999999"}],
    Penalty: [
        Penalty(fine=Decimal("NaN"), confiscated=Decimal("Infinity"), text="停业" + "9" * 5000 + "日"),
        Penalty(fine=Decimal("1E+999999"), quantities={"items": Decimal("NaN")}),
        Penalty(measures=frozenset({"halt"}), text="责令停业三日；没收车、炉"),
    ],
}


def _odd(row: Happening, name: str, *, pick: int) -> Happening:
    """The field as no source can mean it: a value of its kind that is far out, or of another kind."""
    wanted = str({field.name: field.type for field in fields(row)}[name])
    fitting = [value for kind, values in ODD.items() if kind.__name__ in wanted for value in values]
    fitting = ODD[datetime] if name == "at" else fitting
    return replace(row, **{name: fitting[pick % len(fitting)]}) if fitting else row


@st.composite
def chronicles(draw: st.DrawFn) -> Chronicle:
    case = draw(st.sampled_from(LAWFUL + PLANTED))
    rows = (
        draw(st.lists(st.sampled_from(case.happenings), max_size=len(case.happenings)))
        if case.happenings
        else []
    )
    if draw(st.booleans()):
        rows = [row for row in case.happenings if draw(st.booleans())]
    bent = []
    for row in rows:
        names = draw(st.lists(st.sampled_from([field.name for field in fields(row)]), max_size=3))
        for name in names:
            row = _empty(row, name)
        shift = timedelta(days=draw(st.sampled_from([0, 0, 0, -400, -3, 3, 400])))
        row = replace(row, at=row.at + shift)
        for name in draw(st.lists(st.sampled_from([field.name for field in fields(row)]), max_size=2)):
            row = _odd(row, name, pick=draw(st.integers(0, 20)))
        bent.append(row)
    more: dict[str, Any] = {"offence": draw(st.sampled_from([None, case.offence]))}
    more["today"] = draw(st.sampled_from([None, case.today, date.max, date.min]))
    if draw(st.booleans()):
        more["roster"] = replace(case.roster, people={})
    return replace(case, happenings=tuple(bent), **more)


@settings(max_examples=300, deadline=None)
@given(chronicles())
def test_no_chronicle_makes_a_rule_raise(case: Chronicle) -> None:
    found = judge(case)
    assert all(str(row) for row in found)
    assert UNJUDGED not in {row.rule for row in found}


class Broken:
    """Nothing that a rule could compare."""


def test_what_no_source_can_mean_stops_no_rule() -> None:
    case, some = ordinary(), ordinary().happenings[3]
    deep: dict[str, Any] = {}
    inner = deep
    for _ in range(5000):
        inner["x"] = inner = {}
    paper = Issued(at=some.at, form="D45", content=deep, row={"x": 1})
    person = next(iter(case.roster.people.values()))
    undated = replace(person.certificates[0], issued_on=None, until=None)  # type: ignore[arg-type]
    roster = replace(case.roster, people={person.key: replace(person, certificates=(undated,)), "x": None})  # type: ignore[dict-item]
    offence = replace(case.offence, maximum={"": Decimal("NaN"), "person": "many"}) if case.offence else None
    for odd in (
        replace(case, today="2026-09-30"),  # type: ignore[arg-type]
        replace(case, today=datetime(2026, 9, 30)),
        replace(case, happenings=(*case.happenings, None, "x", Broken())),  # type: ignore[arg-type]
        *(replace(case, happenings=(replace(some, at=at),)) for at in (None, "x", date(2026, 9, 1))),
        replace(case, happenings=(*case.happenings, paper)),
        replace(
            case, happenings=(*case.happenings, replace(paper, content={1: 2, "a": 3}, row={1: 3, "a": 4}))
        ),
        replace(case, roster=roster, offence=offence, others=(None,), moments={"site_inspection": "60"}),  # type: ignore[arg-type]
    ):
        assert [str(found) for found in judge(odd) if found.rule is UNJUDGED] == []


def test_what_is_no_chronicle_at_all_is_said_and_nothing_leaves_the_judge() -> None:
    def broken() -> Any:
        yield ordinary().happenings[0]
        raise ZeroDivisionError

    case = ordinary(fine(9000))
    odd: list[Any] = [None, "x", 7, [], replace(case, case=None), replace(case, case=7)]  # type: ignore[arg-type]
    odd += [replace(case, happenings=given) for given in (None, "x", 7, broken())]  # type: ignore[arg-type]
    odd += [replace(case, today="2026-09-30"), changed(case, Decided, by="officer:4")]  # type: ignore[arg-type]
    for chronicle in odd:
        assert {found.rule.number for found in judge(chronicle)} & {"63.5", "0.0"}


def test_what_is_meant_is_judged_and_named_all_the_same() -> None:
    case = ordinary(fine(9000))
    whole = {found.rule.number for found in judge(case)}
    meant: list[Any] = [replace(case, happenings=iter(case.happenings)), changed(case, Decided, by=[HEAD])]  # type: ignore[arg-type]
    meant.append(changed(case, Decided, penalty=Penalty(fine=9000)))  # type: ignore[arg-type]
    for chronicle in meant:
        assert {found.rule.number for found in judge(chronicle)} == whole | {"63.5"}
    assert judge(replace(case, happenings=list(case.happenings))) == judge(case)  # type: ignore[arg-type]


def test_a_rule_that_falls_over_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(case: Chronicle) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(all_rules()["7.1"], "find", falls)
    found = judge(ordinary(fine(900), told=fine(800), today=None))
    assert [row.what for row in found if row.rule is UNJUDGED] == ["规则7.1没有判断出来（ZeroDivisionError）"]


def test_a_case_cut_anywhere_is_judged() -> None:
    for case in LAWFUL:
        for length in range(len(case.happenings) + 1):
            assert all(str(found) for found in judge(replace(case, happenings=case.happenings[:length])))


def test_a_lawful_case_cut_in_time_is_lawful_up_to_there() -> None:
    """Who looks on the day of the last happening sees nothing wrong in a case that goes on lawfully."""
    found = []
    for case in LAWFUL:
        for length in range(1, len(case.happenings) + 1):
            rows = case.happenings[:length]
            part = replace(case, happenings=rows, today=rows[-1].day)
            found += [(case.kind, case.procedure, rows[-1].word, str(breach)) for breach in judge(part)]
    assert found == []
