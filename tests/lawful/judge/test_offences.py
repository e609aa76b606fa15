"""The judge's own table of offences: complete, and the figures of the articles that count in the walks."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.lawful.judge.example import adult
from tests.lawful.judge.offences import OFFENCES, offence_of
from tests.lawful.judge.readings import as_numbers, counted, fine_range

PERSON, SHOP, FIRM = adult(), adult(kind="individual_business"), adult(kind="organisation")


def test_each_cause_of_the_bureau_has_a_row() -> None:
    powers = Path(__file__).parents[3] / "catalogues" / "wugang" / "powers.yaml"
    codes = re.findall(r"^ *- code: *(\S+)", powers.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(codes) > 30
    assert [code for code in codes if code not in OFFENCES] == []
    assert offence_of("C99") is None


@pytest.mark.parametrize(
    ("code", "party", "given", "least", "most"),
    [
        ("C04", PERSON, {}, 500, 1000),
        ("C07", PERSON, {}, 200, 1000),
        ("C07", SHOP, {}, 200, 1000),
        ("C07", FIRM, {}, 1000, 5000),
        ("C15", PERSON, {}, 2000, 20000),
        ("C15-2", PERSON, {}, 500, 2000),
        ("C32-2", FIRM, {}, 1000, 5000),
        ("C32-3", FIRM, {}, 1000, 5000),
        ("C17", PERSON, {"items": 16}, 800, 800),
        ("C17", FIRM, {"items": 16}, 8000, 8000),
        ("C17", PERSON, {"items": 200}, 5000, 5000),
        ("C17", FIRM, {"items": 200}, 10000, 10000),
        ("GREEN-43-2", PERSON, {"sqm": Decimal("0.4")}, 1000, 5000),
        ("GREEN-43-3", PERSON, {"sqm": 3, "days": 10}, 1500, 3000),
        ("GREEN-43-6", PERSON, {"trees": 2}, 4000, 40000),
    ],
)
def test_the_range_follows_the_article(code, party, given, least, most) -> None:  # type: ignore[no-untyped-def]
    row = OFFENCES[code]
    units = counted(row, {name: Decimal(number) for name, number in given.items()})
    assert units is not None
    assert fine_range(row, party, units=units) == (least, most)


@pytest.mark.parametrize(("code", "given"), [("C17", {}), ("C17", {"items": 0}), ("GREEN-43-3", {"sqm": 3})])
def test_what_is_not_counted_has_no_range(code, given) -> None:  # type: ignore[no-untyped-def]
    assert counted(OFFENCES[code], {name: Decimal(number) for name, number in given.items()}) is None


def test_quantities_are_read_from_texts_too() -> None:
    given = {"items": "3", "sqm": Decimal("1.5"), "days": "三", "trees": "NaN"}
    assert as_numbers(given) == {"items": Decimal(3), "sqm": Decimal("1.5")}
