"""The bureau's powers list against the text of the statutes it cites: places, figures, the order to correct first."""

import os
import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.fines import Formula, parse_formula
from sanzhi.law.statute_text import Article, StatuteText, parse_statute

ROOT = Path(__file__).resolve().parents[4]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR", ROOT.parent / "shared" / "laws"))
FILES = sorted(LAWS.glob("*.md"))
WUGANG = ROOT / "catalogues" / "wugang"


def rows_of(name: str) -> dict[str, dict[str, Any]]:
    table = yaml.safe_load((WUGANG / name).read_text(encoding="utf-8"))
    return {row["code"]: row for row in table["rows"]}


POWERS = rows_of("powers.yaml")
DISCRETION = rows_of("discretion.yaml")
# the fine only follows where the order to correct was not obeyed
CORRECT_FIRST = re.compile(
    r"(逾期不改正|拒不改正|拒不清理)的，(依法强制拆除，并)?(处|对[^，。；]{2,6}处|按照下列规定处罚)"
)
with_laws = pytest.mark.skipif(not FILES, reason="the real statutes are not at hand")
each_power = pytest.mark.parametrize("row", POWERS.values(), ids=POWERS)


@cache
def statutes() -> dict[str, StatuteText]:
    """The newest text of each statute (files are named by date)."""
    read = [parse_statute(file.read_text(encoding="utf-8-sig"), name=file.name) for file in FILES]
    return {text.title.removeprefix("中华人民共和国"): text for text in read}


def article_of(citation: Citation) -> Article:
    text = statutes()[citation.statute.removeprefix("中华人民共和国")]
    return next(
        row for row in text.articles if (row.number, row.suffix) == (citation.article, citation.suffix)
    )


def text_of(citation: Citation) -> str:
    """What the citation names: the article, its paragraph, or the paragraph's lead with one item. Fails if it is not there."""
    paragraphs = article_of(citation).paragraphs
    if citation.paragraph:
        paragraphs = [paragraphs[citation.paragraph - 1]]
    if not citation.item:
        return "".join(part.text + "".join(item.text for item in part.items) for part in paragraphs)
    return next(
        part.text + item.text for part in paragraphs for item in part.items if item.number == citation.item
    )


def formulas(row: dict[str, Any]) -> list[Formula]:
    tables = [*([row["formula"]] if row.get("formula") else []), *row.get("formulas", {}).values()]
    return [parse_formula(table) for table in tables]


def spellings(amount: Decimal) -> set[str]:
    """20000: 二万元, 2万元, 20000元."""
    whole = int(amount)
    large, small = divmod(whole, 10_000)
    if not small and large:
        return {f"{numeral_of(large)}万元", f"{large}万元", f"{whole}元"}
    return {f"{numeral_of(whole)}元", f"{whole}元"}


def test_the_list_is_complete() -> None:
    assert {f"C{number:02d}" for number in range(1, 34)} <= set(POWERS)


@with_laws
@each_power
def test_every_cited_place_exists(row: dict[str, Any]) -> None:
    for field in ("prohibition", "penalty_basis"):
        cited = parse_citations(row[field])
        assert cited, f"{field} cites nothing"
        assert all(text_of(citation) for citation in cited)


@with_laws
@each_power
def test_every_figure_stands_in_the_article(row: dict[str, Any]) -> None:
    (citation,) = parse_citations(row["penalty_basis"])
    text = text_of(citation)
    for formula in formulas(row):
        figures = [amount for amount in (formula.minimum, formula.maximum, formula.cap) if amount]
        assert figures and all(any(word in text for word in spellings(amount)) for amount in figures), text


@with_laws
@each_power
def test_correcting_first_is_what_the_article_says(row: dict[str, Any]) -> None:
    (citation,) = parse_citations(row["penalty_basis"])
    assert bool(row["correct_first"]) is bool(CORRECT_FIRST.search(text_of(citation)))
    assert bool(row["correct_first"]) is bool(row.get("correct_first_text"))


@with_laws
@each_power
def test_the_penalty_article_names_the_prohibition(row: dict[str, Any]) -> None:
    (basis,) = parse_citations(row["penalty_basis"])
    if basis.statute.endswith("大气污染防治法") or row["code"] == "C14":
        return  # these articles describe the act instead of naming an article
    named = {citation.article for citation in parse_citations(text_of_article(basis), within=basis.statute)}
    assert {citation.article for citation in parse_citations(row["prohibition"])} <= named


def text_of_article(citation: Citation) -> str:
    return text_of(Citation(citation.statute, citation.article, citation.suffix))


@each_power
def test_a_power_that_conflicts_names_a_row_that_knows_of_it(row: dict[str, Any]) -> None:
    for code in re.findall(r"C\d\d(?:-\d)?", str(row.get("conflicts", ""))):
        assert code in POWERS


OURS = [code for code, row in POWERS.items() if not row.get("executing_department")]
RESPONDENTS = {"person": "（个人）", "organisation": "（单位）"}


@pytest.mark.parametrize("code", OURS)
def test_every_power_of_ours_has_its_tiers(code: str) -> None:
    names = [tier["name"] for tier in DISCRETION[code]["tiers"]]
    assert names[0] == "特别轻微" and len(set(names)) == len(names) >= 3


@pytest.mark.parametrize("code", OURS)
def test_tiers_cover_the_statutory_range_and_climb(code: str) -> None:
    row = POWERS[code]
    tables = (
        {"": row["formula"]}
        if row.get("formula")
        else {RESPONDENTS[who]: table for who, table in row["formulas"].items()}
    )
    for ending, table in tables.items():
        formula = parse_formula(table)
        tiers = [tier for tier in DISCRETION[code]["tiers"][1:] if tier["name"].endswith(ending)]
        bounds = [
            (Decimal(tier["minimum"]), Decimal(tier["maximum"])) for tier in tiers if tier.get("maximum")
        ]
        if formula.minimum == formula.maximum:
            assert tiers and bounds == [], "a fixed amount leaves nothing to weigh"
            continue
        # F9-22: 最低限不明的按最高限的百分之十计
        assert bounds[0][0] == (formula.minimum or formula.maximum / 10) and bounds[-1][1] == formula.maximum
        assert all(before[1] == after[0] for before, after in pairwise(bounds)), "no gap, no overlap"


@pytest.mark.parametrize("code", OURS)
def test_no_tier_offers_an_empty_range(code: str) -> None:
    for tier in DISCRETION[code]["tiers"]:
        low, high = tier.get("minimum"), tier.get("maximum")
        assert low is None or low != high or "以上" not in tier["text"], tier["text"]
