"""No chronicle makes a rule raise: cut, shuffled, with empty and with senseless fields, with times that run backwards."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lawful.chronicle import Chronicle, Penalty
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.judge.example import ordinary
from tests.lawful.judge.example_grave import corrected_first, grave, pleaded, referred, spared, spot
from tests.lawful.judge.example_other import (
    court,
    enforcing,
    inspected_then_punished,
    inspection,
    levy,
    licence,
    requisition,
    seizure,
)
from tests.lawful.judge.rule import all_rules, judge

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
    assert all(str(found) for found in judge(case))


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
