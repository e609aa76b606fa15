"""Fines, lines and limits as tables; money and names as properties."""

from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law import penalties
from sanzhi.law.fines import COUNTED, WHOLE, FormulaError, FormulaKind, bounds, describe, parse_formula
from sanzhi.law.identity import (
    IdentityNumber,
    age_on,
    check_credit_code,
    check_digit,
    check_identity_number,
    is_a_residents,
)
from sanzhi.law.measures import Measure, Weight
from sanzhi.law.money import DIGITS, capital_amount
from sanzhi.law.numbering import format_number, parse_number
from sanzhi.law.redaction import mask_identifiers, mask_person_name

FORMULAS = [
    ({"kind": "fixed", "amount": 200}, {}, 200, 200, "罚款200元"),
    ({"kind": "range", "minimum": 200, "maximum": 2000}, {}, 200, 2000, "罚款200元至2000元"),
    (
        {"kind": "range", "minimum": 0, "maximum": 20000, "optional": True},
        {},
        0,
        20000,
        "可以并处罚款20000元以下",
    ),
    (
        {"kind": "per_item_capped", "amount": 500, "cap": 10000},
        {"items": 3},
        1500,
        1500,
        "每处（张）罚款500元，总额不超过10000元",
    ),
    ({"kind": "per_item_capped", "amount": 500, "cap": 10000}, {"items": 30}, 10000, 10000, ""),
    ({"kind": "per_sqm", "minimum": 1000, "maximum": 5000, "round_up": True}, {"sqm": "0.4"}, 1000, 5000, ""),
    (
        {"kind": "per_sqm", "minimum": 1000, "maximum": 5000},
        {"sqm": "2.5"},
        2500,
        12500,
        "每平方米罚款1000元至5000元",
    ),
    ({"kind": "per_sqm_per_day", "minimum": 50, "maximum": 100}, {"sqm": 10, "days": 3}, 1500, 3000, ""),
    ({"kind": "per_tree", "minimum": 2000, "maximum": 20000}, {"trees": 2}, 4000, 40000, ""),
    (
        {"kind": "percentage", "minimum": 5, "maximum": 10},
        {"base": 200000},
        10000,
        20000,
        "罚款造价（价款）5%至10%",
    ),
    ({"kind": "multiple", "minimum": 0, "maximum": 1}, {"base": 30000}, 0, 30000, ""),
]


@pytest.mark.parametrize(("table", "counted", "low", "high", "words"), FORMULAS)
def test_bounds(
    table: dict[str, object], counted: dict[str, object], low: int, high: int, words: str
) -> None:
    formula = parse_formula(table)
    found = bounds(formula, {name: str(value) for name, value in counted.items()})
    assert (found.minimum, found.maximum) == (Decimal(low), Decimal(high))
    assert found.explained[0] == describe(formula) and "法定幅度" in found.explained[-1]
    assert not words or describe(formula) == words


AMOUNTS = st.decimals(0, 100_000, places=2)
COUNTS = st.decimals("0.01", 1000, places=2)


@given(
    st.sampled_from(list(FormulaKind)),
    AMOUNTS,
    AMOUNTS,
    AMOUNTS | st.none(),
    st.lists(COUNTS, min_size=2, max_size=2),
    COUNTS,
)
def test_a_fine_stays_in_its_bounds_and_grows_with_what_was_counted(
    kind: FormulaKind, one: Decimal, other: Decimal, cap: Decimal | None, counts: list[Decimal], more: Decimal
) -> None:
    formula = parse_formula(
        {"kind": kind, "minimum": min(one, other), "maximum": max(one, other), "cap": cap}
    )
    given = {name: count for (name, _), count in zip(COUNTED[kind], counts, strict=False)}
    counted = {
        name: count.to_integral_value(ROUND_CEILING) if name in WHOLE else count
        for name, count in given.items()
    }
    more = more.to_integral_value(ROUND_CEILING)
    found = bounds(formula, counted)
    larger = bounds(formula, {name: count + more for name, count in counted.items()})
    assert found.maximum is not None and larger.maximum is not None
    assert (
        0 <= found.minimum <= found.maximum
        and found.maximum <= larger.maximum
        and found.minimum <= larger.minimum
    )
    assert cap is None or found.maximum <= cap


def test_what_is_not_counted_yet_is_asked() -> None:
    found = bounds(parse_formula({"kind": "per_sqm_per_day", "minimum": 50, "maximum": 100}), {"sqm": "2"})
    assert found.maximum is None and [name for name, _ in found.asks] == ["days"]


@pytest.mark.parametrize("value", ["0", "-1", "abc", "NaN", "Infinity"])
def test_quantities_are_positive_numbers(value: str) -> None:
    with pytest.raises(FormulaError, match="items"):
        bounds(parse_formula({"kind": "per_item_capped", "amount": 50, "cap": 5000}), {"items": value})


@pytest.mark.parametrize(
    "table", [{}, {"kind": "odd"}, {"kind": "range", "minimum": 5, "maximum": 2}, {"kind": "fixed"}]
)
def test_a_formula_that_makes_no_sense_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(FormulaError, match="计罚公式"):
        parse_formula(table)


@pytest.mark.parametrize(
    ("kind", "fine", "measures", "reached"),
    [
        ("person", "4999.99", "", False),
        ("person", "5000", "", True),
        ("individual_business", "5000", "", True),
        ("organisation", "49999.99", "", False),
        ("organisation", "50000", "", True),
        ("organisation", "100", "halt", True),
        ("person", "0", "revocation", True),
        ("person", "0", "suspension", False),
    ],
)
def test_hearing_line(kind: str, fine: str, measures: str, reached: bool) -> None:
    weight = Weight(fine=Decimal(fine), measures=frozenset(map(Measure, filter(None, [measures]))))
    assert penalties.hearing_line_reached(kind, weight) is reached


@pytest.mark.parametrize(
    ("acted_on", "found"),
    [
        (date(2026, 3, 2), penalties.Responsibility.NONE),
        (date(2026, 3, 3), penalties.Responsibility.REDUCED),
        (date(2030, 3, 2), penalties.Responsibility.REDUCED),
        (date(2030, 3, 3), penalties.Responsibility.FULL),
    ],
)
def test_age_of_responsibility(acted_on: date, found: penalties.Responsibility) -> None:
    assert penalties.responsibility(date(2012, 3, 2), acted_on) == found


@pytest.mark.parametrize(
    ("until", "amount", "capped"),
    [
        (date(2026, 3, 1), 0, False),
        (date(2026, 3, 2), 30, False),
        (date(2026, 4, 3), 990, False),
        (date(2026, 5, 1), 1000, True),
    ],
)
def test_late_penalty(until: date, amount: int, capped: bool) -> None:
    found = penalties.late_penalty(Decimal(1000), due_on=date(2026, 3, 1), until=until)
    assert (found.amount, found.capped) == (Decimal(amount), capped)


def test_days_under_reconsideration_do_not_count() -> None:
    found = penalties.late_penalty(
        Decimal(1000), due_on=date(2026, 3, 1), until=date(2026, 3, 11), suspended_days=4
    )
    assert (found.days, found.amount) == (6, Decimal(180))


def test_limitation_of_two_and_five_years() -> None:
    assert penalties.limitation_ends(date(2024, 2, 29)) == date(2026, 2, 28)
    assert penalties.limitation_ends(date(2024, 2, 29), endangers_life=True) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "人民币零元整"),
        ("10", "人民币壹拾元整"),
        ("200", "人民币贰佰元整"),
        ("1005.07", "人民币壹仟零伍元零柒分"),
        ("100010", "人民币壹拾万零壹拾元整"),
        ("0.50", "人民币伍角整"),
        ("100000001", "人民币壹亿零壹元整"),
    ],
)
def test_capital_amounts(amount: str, text: str) -> None:
    assert capital_amount(Decimal(amount)) == text


@given(st.integers(0, 10**12))
def test_capital_amounts_read_back(cents: int) -> None:
    text = capital_amount(Decimal(cents) / 100)
    assert "零零" not in text and read_back(text) == cents


def read_back(text: str) -> int:
    """The amount in 分 that the capitals say."""
    total = section = digit = cents = 0
    for letter in text.removeprefix("人民币").removesuffix("整"):
        if letter in DIGITS:
            digit = DIGITS.index(letter)
        elif letter in "拾佰仟":
            section, digit = section + digit * {"拾": 10, "佰": 100, "仟": 1000}[letter], 0
        elif letter == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif letter == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        elif letter == "元":
            total, section, digit = total + section + digit, 0, 0
        else:
            cents, digit = cents + digit * {"角": 10, "分": 1}[letter], 0
    return total * 100 + cents


@given(st.dates(date(1920, 1, 1), date(2026, 1, 1)), st.integers(0, 999))
def test_identity_numbers(born: date, order: int) -> None:
    body = f"000000{born:%Y%m%d}{order:03d}"
    right = body + check_digit(body)
    found = check_identity_number(right.lower(), on=date(2026, 3, 1))
    assert isinstance(found, IdentityNumber)
    assert (found.value, found.born_on, found.sex) == (right, born, "男" if order % 2 else "女")
    wrong = body + next(letter for letter in "0123456789X" if letter != right[-1])
    assert isinstance(check_identity_number(wrong, on=date(2026, 3, 1)), str)


@pytest.mark.parametrize(
    "text", ["", "1", "00000020260230001X", "000000202701010012", "０００００0199001010014"]
)
def test_identity_numbers_that_are_refused(text: str) -> None:
    assert "身份证" in str(check_identity_number(text, on=date(2026, 3, 1)))


def test_credit_codes_are_only_warned_about() -> None:
    assert check_credit_code("91350100M000100Y43") is None
    assert "可以继续办理" in str(check_credit_code("91350100M000100Y44"))
    assert "不是18位" in str(check_credit_code("91350100"))


@pytest.mark.parametrize(
    ("code", "is_private"),
    [
        ("990000199001010199", True),  # valid as both
        ("990000199001010287", True),
        ("99000019900101123x", True),
        ("990000199001011234", True),  # valid as neither
        ("91350100M000100Y43", False),
        ("990000209913010123", False),
        ("12990081199001018", False),
    ],
)
def test_a_residents_number_is_no_credit_code_also_where_both_checks_agree(
    code: str, is_private: bool
) -> None:
    assert is_a_residents(code) is is_private


def test_age_is_completed_on_the_birthday() -> None:
    assert [age_on(date(2000, 2, 29), day) for day in (date(2018, 2, 28), date(2018, 3, 1))] == [17, 18]


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三丰", "张某某"),
        ("李四", "李某"),
        ("欧阳靖", "欧阳某"),
        ("司马相如", "司马某某"),
        ("𬭚", "某"),
        ("堃", "某"),
        ("John Smith", "J**"),
        ("", "某"),
    ],
)
def test_names(name: str, masked: str) -> None:
    assert mask_person_name(name) == masked


@given(st.text("张李王堃𬭚三四五", min_size=2, max_size=4), st.text(max_size=40), st.text(max_size=40))
def test_the_masked_text_never_contains_the_name(name: str, before: str, after: str) -> None:
    assert name not in mask_identifiers(
        f"{before}{name}{after}".replace(mask_person_name(name), ""), names=(name,)
    )


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("身份证000000199003071230。", "身份证***。"),
        ("电话13800001111、0375-1234567", "电话***、***"),
        ("账号6222000011112222333", "账号***"),
        ("车牌豫D12345", "车牌豫D***45"),
        ("住钢城路12号院3号楼2单元501室", "住钢城路**号"),
        ("罚款2000元，2026年3月2日", "罚款2000元，2026年3月2日"),
    ],
)
def test_numbers_and_homes(text: str, masked: str) -> None:
    assert mask_identifiers(text) == masked


@given(
    st.sampled_from(["罚决字", "罚告字", "当罚字", "立字"]), st.integers(2000, 2099), st.integers(1, 99999)
)
def test_document_numbers_read_back(word: str, year: int, no: int) -> None:
    found = parse_number(
        format_number("舞城管", word, year=year, no=no),
        words=frozenset({"罚决字", "罚告字", "当罚字", "立字"}),
    )
    assert found is not None and (found.org, found.word, found.year, found.no) == ("舞城管", word, year, no)


@pytest.mark.parametrize("text", ["", "舞城管〔2026〕第012号", "舞城管(2026)第1号", "〔2026〕第1号号"])
def test_numbers_that_are_none(text: str) -> None:
    assert parse_number(text) is None
