"""The tables of periods and limits against the text of the statutes: places, figures, lengths of lists; nothing twice."""

import re
from collections import Counter
from collections.abc import Iterator, Sized
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.days import DayUnit
from sanzhi.law.deadline_rules import RULES
from sanzhi.law.deadlines import DeadlineRule
from sanzhi.law.floors import penalty as floor
from sanzhi.law.hours import HOURS, HourRule
from sanzhi.law.limits import LIMITS, Bound, LegalLimit, NoLimit, limit
from sanzhi.law.limits.row import ALL, ANY, BELOW, EXACT, FIGURES, MAX, MIN, NONE
from sanzhi.law.measures import CAPTIONS
from sanzhi.law.penalties import HEARING, MITIGATIONS, SIMPLIFIED
from sanzhi.law.testing import article_of, statute_of, text_of, with_files

Row = DeadlineRule | HourRule | LegalLimit
ROWS: tuple[Row, ...] = (*RULES, *HOURS, *LIMITS)
# read from the text itself; of the others only the place is known, or not even that
READ = tuple(row for row in ROWS if row.mark == "原文")
TABLES: tuple[Sized, ...] = (SIMPLIFIED, HEARING, CAPTIONS, MITIGATIONS, floor.BEFORE_DECISION, floor.RULES)
FACT = re.compile(r"F2-\d{3}|F3-\d{2}|N[36]-\d{2}|D\d{2}|O\d{1,2}")
# no text of these is at hand; they are gaps of docs/law
NOT_AT_HAND = {"罚款决定与罚款收缴分离实施办法"}
LONGEST_WORD = 24  # own words, never the words of a statute
UNITS = {DayUnit.WORKING: "日", DayUnit.CALENDAR: "日", DayUnit.MONTH: "个月"}
# what the statute says otherwise: 不得超出, 一次告知, 每年, 两次以上, 伐一补三; twenty-four hours as a day
UNSAID = {
    "late_charge_cap",
    "late_penalty_cap",
    "license_corrections_told",
    "license_renewal_decision",
    "files_reviewed",
    "fines_for_one_act",
    "tree_replanted",
    "crime_handing",
    "urgent_report",
}
# the place has items, and the list stands in the sentence around them
AROUND_ITEMS = {"seizable_waste", "goods_carried_out_before"}
each_read = pytest.mark.parametrize("row", READ, ids=[f"{row.key}-{row.valid_from.year}" for row in READ])
each_list = pytest.mark.parametrize(
    "row", [row for row in LIMITS if row.bound not in FIGURES], ids=lambda row: row.key
)


def cited(row: Row) -> tuple[Citation, ...]:
    return parse_citations(row.citation)


def test_there_are_three_hundred_rules_and_limits_with_their_places() -> None:
    assert len(ROWS) + sum(map(len, TABLES)) >= 300
    assert Counter(row.mark for row in LIMITS)["原文"] >= 250


def test_every_row_has_a_place_or_says_that_it_has_none() -> None:
    assert [
        row.key for row in ROWS if not cited(row) and row.mark == "原文" and "国办发" not in row.citation
    ] == []
    assert [row.key for row in LIMITS if not FACT.fullmatch(row.fact)] == []
    assert {row.mark for row in ROWS} == {"原文", "摘录", "记忆", "建议"}


def test_no_key_has_two_rows_on_one_day() -> None:
    for table in (RULES, HOURS, LIMITS):
        for row in table:
            days = {row.valid_from, row.valid_to or date.max}
            rivals = [other for other in table if other.key == row.key and other is not row]
            assert not [other for other in rivals for day in days if _applies(other, day)], row.key


def _applies(row: Row, on: date) -> bool:
    return row.valid_from <= on <= (row.valid_to or date.max)


def test_no_row_stands_twice() -> None:
    limits = Counter((row.title, row.bound, row.value, row.citation) for row in LIMITS)
    periods = Counter((row.title, row.starts, row.days, row.citation, row.valid_from) for row in RULES)
    assert [said for said, times in limits.items() if times > 1] == []
    assert [said for said, times in periods.items() if times > 1] == []


@with_files
@each_read
def test_every_place_exists(row: Row) -> None:
    for citation in cited(row):
        if citation.statute in NOT_AT_HAND:
            assert statute_of(citation) is None, "the text is at hand now"
        elif statute_of(citation) is not None:
            assert text_of(citation)


@with_files
@each_read
def test_every_figure_stands_in_its_text(row: Row) -> None:
    if (
        row.key in UNSAID
        or row.valid_to
        or (isinstance(row, LegalLimit) and (row.bound not in FIGURES or not row.value))
    ):
        return
    texts = [text_of(one) for one in cited(row) if statute_of(one) is not None]
    if texts:
        assert any(word in text for text in texts for word in _spellings(row)), (row.key, _spellings(row))


def _spellings(row: Row) -> set[str]:
    if isinstance(row, DeadlineRule):
        found = _numbers(row.days, UNITS[row.unit])
        found |= _numbers(row.days, "个工作日") if row.unit == DayUnit.WORKING else set()
        return found | (
            _numbers(row.days // 12, "年") if row.unit == DayUnit.MONTH and not row.days % 12 else set()
        )
    if isinstance(row, HourRule):
        return _numbers(row.hours, "小时")
    figure = int(row.figure)
    if row.unit == "%":
        return {f"百分之{numeral_of(figure)}"}
    if figure >= 10_000:
        return {f"{numeral_of(figure // 10_000)}万元"}
    units = {row.unit, "名", "人", "周岁", ""}
    words = {word for unit in units for word in _numbers(figure, unit) if unit or figure >= 10}
    return words | {"百年"} if figure == 100 else words


def _numbers(number: int, unit: str) -> set[str]:
    spoken = {str(number), numeral_of(number), *({"两"} if number == 2 else ())}
    wide = str(number).translate({ord("0") + n: ord("０") + n for n in range(10)})
    return {f"{word}{unit}" for word in (*spoken, wide)}


@with_files
@each_list
def test_a_list_is_as_long_as_the_items_of_its_place(row: LegalLimit) -> None:
    if row.mark != "原文" or len(cited(row)) != 1 or statute_of(cited(row)[0]) is None:
        return
    counts = set(_items(cited(row)[0]))
    assert not counts or len(row.words) in counts or row.key in AROUND_ITEMS, (row.key, counts)


def _items(citation: Citation) -> Iterator[int]:
    paragraphs = article_of(citation).paragraphs
    if citation.item:
        return
    if citation.paragraph:
        paragraphs = [paragraphs[citation.paragraph - 1]]
    yield from (len(part.items) for part in paragraphs if part.items)


@each_list
def test_a_list_says_each_thing_once_and_in_few_words(row: LegalLimit) -> None:
    assert row.words and len(set(row.words)) == len(row.words)
    assert not [word for word in row.words if len(word) > LONGEST_WORD or word != word.strip()]


def test_figures_and_lists_are_told_apart() -> None:
    assert {row.key for row in LIMITS if (row.bound in FIGURES) == isinstance(row.value, tuple)} == set()
    assert {row.key for row in LIMITS if row.bound in FIGURES and not row.unit} == set()
    assert all(row.figure >= 0 for row in LIMITS if row.bound in FIGURES)


@pytest.mark.parametrize(
    ("bound", "kept", "broken"), [(MIN, 2, 1), (MAX, 2, 3), (EXACT, 2, 3), (BELOW, 1, 2), (EXACT, 2, 1)]
)
def test_a_figure_binds_on_its_side(bound: Bound, kept: int, broken: int) -> None:
    row = LegalLimit("x", "人数", bound, 2, "某法第一条", "F2-116", "人")
    assert row.allows(kept) and row.allows(Decimal(kept)) and not row.allows(broken)
    assert row.caption == f"{bound.value}2人"
    with pytest.raises(TypeError):
        _ = row.words


@pytest.mark.parametrize(
    ("bound", "given", "unmet"),
    [
        (ALL, ("甲", "丙"), ("乙",)),
        (ALL, ("甲", "乙"), ()),
        (ANY, ("甲", "丙"), ("丙",)),
        (NONE, ("甲", "丙"), ("甲",)),
        (NONE, ("丙",), ()),
    ],
)
def test_a_list_names_what_breaks_it(bound: Bound, given: tuple[str, ...], unmet: tuple[str, ...]) -> None:
    row = LegalLimit("x", "内容", bound, ("甲", "乙"), "某法第一条", "F2-116")
    assert row.unmet(given) == unmet
    assert row.caption == f"{bound.value}：甲、乙"
    with pytest.raises(TypeError):
        _ = row.figure


def test_the_day_decides_which_row_applies() -> None:
    last = date(2026, 8, 14)
    assert limit("seizable_noise", last).citation == "噪声污染防治法第三十条"
    assert limit("seizable_noise", last + timedelta(days=1)).citation == "生态环境法典第五百六十二条"
    assert limit("measure_officers", last).allows(2) and not limit("measure_officers", last).allows(1)
    with pytest.raises(NoLimit):
        limit("seizable_air", date(2026, 8, 15))
    with pytest.raises(NoLimit):
        limit("nothing", last)
