"""No chronicle makes a rule raise: cut, shuffled, with empty fields, with times that run backwards."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.judge.example import ordinary
from tests.lawful.judge.example_grave import corrected_first, grave, pleaded, spared, spot
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
    *(ordinary(), grave(), pleaded(), corrected_first(), spot(), spared(), spared("unfounded")),
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
    spot_of = {field.name: field for field in fields(row)}[name]
    if name == "at":
        return row
    if "None" in str(spot_of.type):
        return replace(row, **{name: None})
    bare: Any = type(row)(at=row.at)
    return replace(row, **{name: getattr(bare, name)})


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
        bent.append(replace(row, at=row.at + shift))
    more: dict[str, Any] = {"offence": draw(st.sampled_from([None, case.offence]))}
    more["today"] = draw(st.sampled_from([None, case.today]))
    if draw(st.booleans()):
        more["roster"] = replace(case.roster, people={})
    return replace(case, happenings=tuple(bent), **more)


@settings(max_examples=120, deadline=None)
@given(chronicles())
def test_no_chronicle_makes_a_rule_raise(case: Chronicle) -> None:
    assert all(str(found) for found in judge(case))


def test_a_case_cut_anywhere_is_judged() -> None:
    for case in LAWFUL:
        for length in range(len(case.happenings) + 1):
            judge(replace(case, happenings=case.happenings[:length]))


def test_a_lawful_case_cut_in_time_is_lawful_up_to_there() -> None:
    """Who looks on the day of the last happening sees nothing wrong in a case that goes on lawfully."""
    found = []
    for case in LAWFUL:
        for length in range(1, len(case.happenings) + 1):
            rows = case.happenings[:length]
            part = replace(case, happenings=rows, today=rows[-1].day)
            found += [(case.kind, case.procedure, rows[-1].word, str(breach)) for breach in judge(part)]
    assert found == []
