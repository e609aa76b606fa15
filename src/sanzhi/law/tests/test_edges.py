"""Edges that tables of ordinary cases pass by: overlapping periods, unknown years, lists of places, bare headings."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.days import Calendar, DayUnit
from sanzhi.law.deadline_rules import RULES, rule
from sanzhi.law.deadlines import DeadlineRule, Exclusion, due
from sanzhi.law.statute_text import StatuteError, parse_statute

PLAIN = Calendar(frozenset(), frozenset(), frozenset(range(2019, 2027)))
START = date(2026, 3, 2)
UNITS = st.sampled_from(list(DayUnit))


def exclusion(first: int, last: int, document: str = "") -> Exclusion:
    """From the day `first` after the start up to the day `last`."""
    return Exclusion(START + timedelta(days=first), START + timedelta(days=last), "鉴定", document)


@pytest.mark.parametrize(
    ("periods", "longer"),
    [
        ([(10, 19)], 10),
        ([(10, 19), (10, 19)], 10),
        ([(10, 19), (15, 24)], 15),
        ([(10, 19), (95, 99)], 15),
        ([(-9, 0)], 0),
        ([(-9, 3)], 3),
        ([(91, 99)], 0),
    ],
)
def test_no_day_is_taken_out_twice_in_whatever_order(periods: list[tuple[int, int]], longer: int) -> None:
    for order in permutations(exclusion(*period) for period in periods):
        found = due(rule("case_decision", START), START, calendar=PLAIN, exclusions=order)
        assert found.on == START + timedelta(days=90 + longer)
        assert len(found.explained) == 1 + len(periods)


@given(UNITS, st.lists(st.tuples(st.integers(1, 200), st.integers(0, 40)), max_size=4))
def test_an_exclusion_never_shortens_and_is_told(unit: DayUnit, periods: list[tuple[int, int]]) -> None:
    counted = DeadlineRule("x", "试验期限", 3, unit, "开始", False, "某法第一条")
    rows = tuple(exclusion(first, first + length, "告知书第1号") for first, length in periods)
    found = due(counted, START, calendar=PLAIN, exclusions=rows)
    away = {
        row.from_on + timedelta(days=n) for row in rows for n in range((row.to_on - row.from_on).days + 1)
    }
    assert found.on >= due(counted, START, calendar=PLAIN).on
    assert not rows or found.on not in away
    assert all("个月：" not in sentence and "告知书第1号" in sentence for sentence in found.explained[1:])


@pytest.mark.parametrize(
    ("key", "start", "years"),
    [
        ("case_decision", date(2026, 12, 1), None),  # plain days that roll nowhere need no notice
        ("payment", date(2026, 12, 28), "2027"),
        ("plea", date(2026, 12, 30), "2027"),
        ("plea", date(2018, 12, 28), "2018"),
        ("payment", date(2018, 12, 28), None),
        ("publication_other", date(2027, 12, 20), "2027、2028"),
    ],
)
def test_the_year_whose_notice_is_missing_is_named(key: str, start: date, years: str | None) -> None:
    found = due(rule(key, max(start, date(2021, 7, 15))), start, calendar=PLAIN)
    assert found.estimated is (years is not None)
    assert years is None or found.explained[-1].startswith(f"{years}年放假安排尚未录入")


@pytest.mark.parametrize(("on", "article"), [(date(2023, 12, 31), "第九条"), (date(2024, 1, 1), "第二十条")])
def test_the_article_of_the_day_is_cited(on: date, article: str) -> None:
    assert rule("reconsideration", on).citation.endswith(article)


def test_versions_of_a_rule_never_overlap() -> None:
    for row in RULES:
        others = [other for other in RULES if other.key == row.key and other is not row]
        assert all(
            (row.valid_to or date.max) < other.valid_from or (other.valid_to or date.max) < row.valid_from
            for other in others
        )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《某条例》第十一条第一款、第二款", ["《某条例》第十一条第一款", "《某条例》第十一条第二款"]),
        (
            "《某条例》第三十九条第（三）项和第（四）项",
            ["《某条例》第三十九条第三项", "《某条例》第三十九条第四项"],
        ),
        (
            "某条例第五条第一款第二项、第四项、第二款",
            ["《某条例》第五条第一款第二项", "《某条例》第五条第一款第四项", "《某条例》第五条第二款"],
        ),
        ("当事人违反了行政处罚法第五十八条的规定", ["《行政处罚法》第五十八条"]),
        ("依据城市市容和环境卫生管理条例第三十四条", ["《城市市容和环境卫生管理条例》第三十四条"]),
    ],
)
def test_lists_of_places(text: str, found: list[str]) -> None:
    assert [str(citation) for citation in parse_citations(text)] == found


@given(st.builds(Citation, st.just("某市落叶管理条例"), *(st.integers(low, 300) for low in (1, 0, 0, 0))))
def test_a_citation_reads_back(citation: Citation) -> None:
    assert parse_citations(str(citation)) == (citation,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《某法》第一条、本条例第三条", ["《某法》第一条", "《落叶条例》第三条"]),
        ("违反本条例第三条第一款", ["《落叶条例》第三条第一款"]),
        ("《某法》第一条；该法第九条", ["《某法》第一条", "《某法》第九条"]),
    ],
)
def test_this_and_that_statute(text: str, found: list[str]) -> None:
    assert [str(citation) for citation in parse_citations(text, within="落叶条例")] == found


def statute(*lines: str) -> str:
    return "\n\n".join(["# 某法", *lines])


def test_a_chapter_printed_without_number_is_no_paragraph() -> None:
    read = parse_statute(statute("第一条 甲。", "收集和 清运", "第二条 乙。", "丙。"), name="某法.md")
    assert [article.chapter for article in read.articles] == [(), ("收集和 清运",)]
    assert [[part.text for part in article.paragraphs] for article in read.articles] == [
        ["甲。"],
        ["乙。", "丙。"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("第一条 甲。", "第三条 丙。"),
        ("第一条 甲。", "第一条之二 乙。"),
        ("第一条 甲。", "第一条 乙。"),
        ("第一条之一 甲。",),
    ],
)
def test_a_missing_article_is_an_error_with_its_line(lines: tuple[str, ...]) -> None:
    with pytest.raises(StatuteError, match="第一条") as caught:
        parse_statute(statute(*lines), name="某法.md")
    assert caught.value.line == 1 + 2 * len(lines)
