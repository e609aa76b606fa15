"""Penalty clauses of the real statutes, where they are at hand: four regulations figure by figure, the others honestly."""

import os
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import parse_citations
from sanzhi.law.fine_text import read_formulas, write_formulas
from sanzhi.law.fines import FormulaKind, parse_formula
from sanzhi.law.liability import PenaltyDraft, read_liability, read_penalties
from sanzhi.law.statute_text import StatuteText, parse_statute

ROOT = Path(__file__).resolve().parents[4]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR", ROOT.parent / "shared" / "laws"))
FILES = sorted(LAWS.glob("*.md"))
EXPECTED = yaml.safe_load((ROOT / "benchmarks" / "penalties_expected.yaml").read_text(encoding="utf-8"))
POWERS = yaml.safe_load((ROOT / "catalogues" / "wugang" / "powers.yaml").read_text(encoding="utf-8"))["rows"]
with_laws = pytest.mark.skipif(not FILES, reason="the real statutes are not at hand")
each_statute = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def statute(file: Path) -> StatuteText:
    return parse_statute(file.read_text(encoding="utf-8-sig"), name=file.name)


def fines(draft: PenaltyDraft) -> str:
    tables = dict(draft.formulas)
    return write_formulas(tables.pop("", None), tables, alternatives=draft.alternatives)


@with_laws
@pytest.mark.parametrize("title", EXPECTED)
def test_every_clause_is_found_with_its_figures_and_none_is_invented(title: str) -> None:
    (file,) = LAWS.glob(f"{title}(*.md")
    found = [
        [
            draft.basis.removeprefix(f"《{title}》"),
            [citation.removeprefix(f"《{title}》") for citation in draft.prohibitions],
            draft.correct_first,
            fines(draft),
            *([draft.executing_department] if draft.executing_department else []),
        ]
        for draft in read_penalties(statute(file))
    ]
    assert found == EXPECTED[title]
    assert not any(draft.unread for draft in read_penalties(statute(file)))


def local_powers() -> list[dict[str, Any]]:
    return [
        row
        for row in POWERS
        if row["penalty_basis"].startswith("《平顶山市城市市容")
        and row.get("category", "行政处罚") == "行政处罚"
    ]


@with_laws
@pytest.mark.parametrize("row", local_powers(), ids=lambda row: row["code"])
def test_the_bureaus_own_list_says_the_same(row: dict[str, Any]) -> None:
    (file,) = LAWS.glob("平顶山市城市市容*.md")
    drafts = [draft for draft in read_penalties(statute(file)) if draft.basis == row["penalty_basis"]]
    tables = [table for draft in drafts for table in (*draft.formulas.values(), *draft.alternatives)]
    read = {(formula.minimum, formula.maximum, formula.cap) for formula in map(parse_formula, tables)}
    for table in [*([row["formula"]] if "formula" in row else []), *row.get("formulas", {}).values()]:
        formula = parse_formula(table)
        assert (formula.minimum, formula.maximum, formula.cap) in read
    assert {draft.correct_first for draft in drafts} == {row["correct_first"]}
    assert {draft.correct_first_text for draft in drafts} == {row.get("correct_first_text", "")}


def spellings(amount: Decimal, kind: FormulaKind) -> set[str]:
    if kind in {FormulaKind.PERCENTAGE, FormulaKind.MULTIPLE}:
        ending = "倍" if kind == FormulaKind.MULTIPLE else "%"
        whole = int(amount)
        return {
            f"{numeral_of(whole)}倍",
            f"{numeral_of(whole)}至",
            f"{whole}{ending}",
            f"百分之{numeral_of(whole)}",
        }
    whole = int(amount)
    large, small = divmod(whole, 10_000)
    spelled = {f"{whole}元"} | ({f"{numeral_of(whole)}元"} if whole < 10_000 else set())
    return spelled | ({f"{numeral_of(large)}万元", f"{large}万元"} if large and not small else set())


@with_laws
@each_statute
def test_no_figure_is_read_that_the_clause_does_not_say(file: Path) -> None:
    for draft in read_penalties(statute(file)):
        article = next(
            row for row in statute(file).articles if (row.number, row.suffix) == (draft.article, draft.suffix)
        )
        parts = [
            text for part in article.paragraphs for text in (part.text, *(item.text for item in part.items))
        ]
        said = re.sub(r"\s", "", "".join(parts))
        for formula in map(parse_formula, (*draft.formulas.values(), *draft.alternatives)):
            figures = [figure for figure in (formula.minimum, formula.maximum, formula.cap) if figure]
            assert all(any(word in said for word in spellings(figure, formula.kind)) for figure in figures), (
                draft
            )


@with_laws
@each_statute
def test_every_amount_of_the_chapter_is_read_or_named_as_unread(file: Path) -> None:
    read = read_liability(statute(file))
    said = "".join("".join((*draft.unread, *draft.other_measures)) for draft in read.drafts)
    tables = [table for draft in read.drafts for table in (*draft.formulas.values(), *draft.alternatives)]
    formulas = [parse_formula(table) for table in tables]
    known = {
        word
        for formula in formulas
        for figure in (formula.minimum, formula.maximum, formula.cap)
        if figure
        for word in spellings(figure, formula.kind)
    }
    for draft in read.drafts:
        for amount in re.findall(r"[一二三四五六七八九十百千万\d]+元(?=以上|以下|罚款|的罚款)", draft.text):
            assert amount in known or amount in said, (draft.basis, amount)


@with_laws
@each_statute
def test_a_draft_can_stand_in_a_list(file: Path) -> None:
    for draft in read_penalties(statute(file)):
        assert parse_citations(draft.basis) and draft.text
        read = read_formulas(fines(draft))
        assert read.alternatives == tuple(draft.alternatives) and len(draft.formulas) == len(
            read.formulas
        ) + bool(read.formula)
        assert draft.correct_first is bool(draft.correct_first_text)
