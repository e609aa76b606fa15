"""The judge's own table of offences: complete, and the figures of the articles that count in the walks."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from tests.lawful.chronicle.happenings import Decided, Found, PartyNamed
from tests.lawful.judge.example import ONE, adult, at, changed, fine, plus
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.offences import CODE, OFFENCES, offence_of
from tests.lawful.judge.readings import as_numbers, counted, fine_range, offence_for

PERSON, SHOP, FIRM = adult(), adult(kind="individual_business"), adult(kind="organisation")


def test_each_cause_of_the_bureau_has_a_row() -> None:
    """What is seized, executed, licensed is no offence."""
    powers = Path(__file__).parents[3] / "catalogues" / "wugang" / "powers.yaml"
    whole = yaml.safe_load(powers.read_text(encoding="utf-8"))
    codes = [row["code"] for row in whole["rows"] if row.get("category", "行政处罚") == "行政处罚"]
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
        ("C34", FIRM, {"base": 200000}, 10000, 20000),
        ("C34-2", FIRM, {"base": 200000}, 0, 20000),
        ("C35", PERSON, {"base": 3000}, 0, 3000),
        ("C38", SHOP, {}, 100, 500),
        ("C38-F", PERSON, {}, 100, 1000),
        ("C38-F", FIRM, {}, 100000, 1000000),
        ("C39", PERSON, {}, 0, 0),
        ("C41", FIRM, {}, 50000, 500000),
        ("C41-F", PERSON, {}, 0, None),
        ("C45", FIRM, {}, 500, 2000),
        ("C45-2", FIRM, {}, 10000, 100000),
        ("C47-2", FIRM, {}, 2000, 20000),
        ("C47-3", FIRM, {}, 50000, 200000),
        ("C52-3", FIRM, {}, 50000, 500000),
        ("C16-2-F", PERSON, {}, 5000, 20000),
        ("C48", FIRM, {"sqm": Decimal("2.5")}, 3000, 15000),
        ("C49-4", FIRM, {"items": 2}, 10000, 20000),
        ("C50-2", PERSON, {"trees": 2}, 20000, 200000),
        ("C54-2", PERSON, {}, 0, 1000),
        ("C55", PERSON, {}, 0, None),
        ("C56-2", FIRM, {}, 5000, 10000),
        ("C57", PERSON, {}, 0, None),
    ],
)
def test_the_range_follows_the_article(code, party, given, least, most) -> None:  # type: ignore[no-untyped-def]
    row = OFFENCES[code]
    units = counted(row, {name: Decimal(number) for name, number in given.items()})
    assert units is not None
    assert fine_range(row, party, units=units) == (least, most)


@pytest.mark.parametrize(
    ("code", "words", "most"),
    [
        ("C16-F", "在禁止区域露天烧烤", 5000),
        ("C16-F", "露天烧烤，责令改正，拒不改正", 20000),
        ("C47", "用高音喇叭叫卖，没有拒不改正的情形", 50000),
        ("C47", "用高音喇叭叫卖，复查时仍未改正", 200000),
        ("C47-F", "用高音喇叭叫卖，复查时已改正", 50000),
        ("C47-F", "用高音喇叭叫卖，拒不改正", 200000),
        ("C52-2", "不按许可证排放，没有造成严重后果", 50000),
        ("C52-2", "不按许可证排放，造成管网堵塞等严重后果", 500000),
        ("C45-2", "露天焚烧落叶", 2000),
        ("C45-2-F", "露天焚烧落叶和塑料", 100000),
    ],
)
def test_the_graver_half_is_for_what_the_words_say(code, words, most) -> None:  # type: ignore[no-untyped-def]
    case = changed(grave(fine(1000), offence=OFFENCES[code], cause=code), PartyNamed, party=FIRM)
    case = plus(case, Found(at=at(2, 20), by=(ONE,), conduct=words))
    row = offence_for(case, case.all(Decided)[0])
    assert row is not None
    assert fine_range(row, FIRM, units=Decimal(1))[1] == most


def test_the_code_takes_the_place_of_three_statutes() -> None:
    new = {"C16-2-F"}  # the old statute had no figures of their own for who refuses
    heirs = [row for row in OFFENCES.values() if row.code.endswith("-F") and row.code not in new]
    assert len(heirs) == 17
    for heir in heirs:
        assert OFFENCES[heir.code.removesuffix("-F")].until == CODE, heir.code
        # a lighter one holds for earlier conduct too
        assert (heir.since, heir.until) == (None if heir.code == "C16-F" else CODE, None), heir.code


@pytest.mark.parametrize(
    ("code", "given"),
    [("C17", {}), ("C17", {"items": 0}), ("GREEN-43-3", {"sqm": 3}), ("C34", {}), ("C35", {"sqm": 3})],
)
def test_what_is_not_counted_has_no_range(code, given) -> None:  # type: ignore[no-untyped-def]
    assert counted(OFFENCES[code], {name: Decimal(number) for name, number in given.items()}) is None


def test_quantities_are_read_from_texts_too() -> None:
    given = {"items": "3", "sqm": Decimal("1.5"), "days": "三", "trees": "NaN"}
    assert as_numbers(given) == {"items": Decimal(3), "sqm": Decimal("1.5")}
