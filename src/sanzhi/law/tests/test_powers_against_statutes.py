"""The bureau's powers list against the text of the statutes it cites: places, figures, the order to correct first."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import yaml

from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.fines import Formula, FormulaKind, parse_formula
from sanzhi.law.testing import PREFIX, ROOT, statute_of, statutes, text_of, with_files, with_laws

WUGANG = ROOT / "catalogues" / "wugang"
CODE = "生态环境法典"
BEGINS = date(2026, 8, 15)
COERCION = "行政强制"


def rows_of(name: str) -> dict[str, dict[str, Any]]:
    table = yaml.safe_load((WUGANG / name).read_text(encoding="utf-8"))
    return {row["code"]: row for row in table["rows"]}


POWERS = rows_of("powers.yaml")
DISCRETION = rows_of("discretion.yaml")
# no text of 城市建筑垃圾管理规定 is at hand: these rows are 摘录 or 记忆 and stand in docs/law/gaps.md
UNREAD = {"C56", "C56-2", "C57", "C57-2", "C57-3", "XK04", "XK05", "XK06"}
READ = {code: row for code, row in POWERS.items() if code not in UNREAD}
FINED = {code: row for code, row in READ.items() if row.get("formula") or row.get("formulas")}
# the fine only follows where the order to correct was not obeyed
REFUSED = "逾期(?:不改正|不补报|不恢复|不拆除)|拒不(?:改正|清理)"
CORRECT_FIRST = re.compile(
    rf"(?:{REFUSED})(?:或者造成严重后果)?的，(?:(?:依法强制拆除|予以关闭|责令关闭)，并|给予警告，)?"
    r"(?:可以)?(?:处|对[^，。；]{2,6}处|对[^，。；]{2,6}可以处|按照下列规定处罚)"
)
each_power = pytest.mark.parametrize("row", READ.values(), ids=READ)
each_fine = pytest.mark.parametrize("row", FINED.values(), ids=FINED)


def basis_of(row: dict[str, Any]) -> tuple[Citation, ...]:
    """The places of the penalty clause, all of one article."""
    cited = parse_citations(row["penalty_basis"])
    assert len({(each.statute, each.article, each.suffix) for each in cited}) == 1
    return cited


def clause_of(row: dict[str, Any]) -> str:
    return "".join(text_of(citation) for citation in basis_of(row))


def formulas(row: dict[str, Any]) -> list[Formula]:
    tables = [*([row["formula"]] if row.get("formula") else []), *row.get("formulas", {}).values()]
    return [parse_formula(table) for table in [*tables, *row.get("alternatives", ())]]


def spellings(amount: Decimal, kind: FormulaKind) -> set[str]:
    """20000: 二万元, 2万元, 20000元; of a percentage 百分之五, of a multiple 一倍."""
    whole = int(amount)
    if kind == FormulaKind.PERCENTAGE:
        return {f"百分之{numeral_of(whole)}"}
    if kind == FormulaKind.MULTIPLE:
        return {f"{numeral_of(whole)}倍"}
    large, small = divmod(whole, 10_000)
    if large and not small:
        return {f"{numeral_of(large)}万元", f"{large}万元", f"{whole}元"}
    return {f"{numeral_of(whole)}元", f"{whole}元"}


def test_the_list_is_complete() -> None:
    assert {f"C{number:02d}" for number in range(1, 58)} <= set(POWERS)


@with_files
def test_what_could_not_be_read_says_so() -> None:
    unread = {code for code, row in POWERS.items() if any(statute_of(each) is None for each in basis_of(row))}
    assert unread == UNREAD
    gaps = (ROOT / "docs" / "law" / "gaps.md").read_text(encoding="utf-8")
    for code in UNREAD:
        assert POWERS[code]["mark"][:2] in {"摘录", "记忆"} and "没有与条文核对" in POWERS[code]["note"]
        assert code in gaps


@with_laws
@each_power
def test_every_cited_place_exists(row: dict[str, Any]) -> None:
    forbids = row.get("category", "行政处罚") == "行政处罚"
    for field in ("prohibition", "penalty_basis") if forbids else ("penalty_basis",):
        cited = parse_citations(row[field])
        assert cited, f"{field} cites nothing"
        assert all(text_of(citation) for citation in cited)


@with_laws
def test_each_measure_stands_in_its_article() -> None:
    """行政强制法 §10, §13: a row that says so is not enough."""
    rows = [row for row in READ.values() if row.get("category") == COERCION]
    assert len(rows) >= 5
    for row in rows:
        assert all(measure in clause_of(row) for measure in row["authorises"]), row["code"]
        assert set(row["serves"]) <= set(POWERS), row["code"]


@with_laws
@each_fine
def test_every_figure_stands_in_the_article(row: dict[str, Any]) -> None:
    text = clause_of(row)
    for formula in formulas(row):
        figures = [amount for amount in (formula.minimum, formula.maximum, formula.cap) if amount]
        found = [any(word in text for word in spellings(amount, formula.kind)) for amount in figures]
        assert figures and all(found), (figures, text)


UNIT_WORDS = {
    FormulaKind.PER_SQM: "每平方米",
    FormulaKind.PER_SQM_PER_DAY: "每日每平方米",
    FormulaKind.PER_TREE: "每株",
    FormulaKind.PER_ITEM_CAPPED: "每处",
    FormulaKind.PERCENTAGE: "建设工程造价百分之",
    FormulaKind.MULTIPLE: "临时建设工程造价一倍",
}


@with_laws
@each_fine
def test_what_is_counted_is_what_the_article_counts(row: dict[str, Any]) -> None:
    text = clause_of(row)
    for formula in formulas(row):
        assert UNIT_WORDS.get(formula.kind, "") in text
        assert formula.kind in UNIT_WORDS or not re.search("每(?:日|平方米|株|处)", text)
        assert not formula.optional or re.search("可以(?:并处|处)", text)


@with_laws
@each_power
def test_a_row_without_a_fine_has_none_in_the_article(row: dict[str, Any]) -> None:
    if row["code"] not in FINED:
        assert not re.search("元|百分之|倍", clause_of(row))


@with_laws
@each_power
def test_correcting_first_is_what_the_article_says(row: dict[str, Any]) -> None:
    text = clause_of(row)
    found = CORRECT_FIRST.search(text)
    # 处五百元以上五千元以下的罚款；拒不改正的，处……: who obeys is fined all the same
    only = found is not None and (row["code"] in FOR_WHO_REFUSES or "元" not in text[: found.start()])
    assert bool(row["correct_first"]) is only
    assert bool(row["correct_first"]) is bool(row.get("correct_first_text"))
    if only and found:
        assert found[0][:4] in row["correct_first_text"]


@with_laws
@each_power
def test_the_penalty_article_names_the_prohibition(row: dict[str, Any]) -> None:
    basis, *_ = basis_of(row)
    whole = text_of(Citation(basis.statute, basis.article, basis.suffix))
    named = {citation.article for citation in parse_citations(whole, within=basis.statute)}
    if not named or row["code"] == "C14":
        return  # national laws describe the act instead of naming an article
    assert {citation.article for citation in parse_citations(row["prohibition"])} <= named


@pytest.mark.parametrize("row", POWERS.values(), ids=POWERS)
def test_a_power_that_conflicts_names_a_row_that_knows_of_it(row: dict[str, Any]) -> None:
    for code in re.findall(r"C\d\d(?:-\d)?(?:-F)?", f"{row.get('conflicts', '')}{row.get('note', '')}"):
        assert code in POWERS


FOR_WHO_REFUSES = {row["if_refused"] for row in POWERS.values() if row.get("if_refused")}
REPEALED = ("大气污染防治法", "固体废物污染环境防治法", "噪声污染防治法")
ENDED = {code: row for code, row in POWERS.items() if any(name in row["penalty_basis"] for name in REPEALED)}


def test_what_the_code_has_taken_over_ends_the_day_before_and_names_its_heir() -> None:
    assert {"C16", "C25", *(f"C{number}" for number in range(38, 48))} <= set(ENDED)
    for code, row in ENDED.items():
        heir = POWERS[row["successor"]]
        assert date.fromisoformat(row["valid_to"]) == BEGINS - timedelta(days=1), code
        assert date.fromisoformat(heir["valid_from"]) == BEGINS and CODE in heir["penalty_basis"]
        if row.get("category") != COERCION:  # a measure is on the law of its own day
            assert CODE in heir["prohibition"] and "第三十七条" in row["note"]
    heirs = {code for code, row in POWERS.items() if CODE in row["penalty_basis"]}
    # the former article made no difference between who obeys and who refuses
    assert heirs == {row["successor"] for row in ENDED.values()} | {"C16-2-F"}


@with_laws
def test_the_code_itself_says_since_when_and_instead_of_what() -> None:
    last = text_of(Citation(CODE, 1242))
    assert "2026年8月15日" in last
    assert all(f"《{PREFIX}{name}》" in last for name in REPEALED)
    assert CODE in statutes()


def heaviest(row: dict[str, Any]) -> tuple[Decimal, Decimal]:
    found = formulas(row)
    return min(formula.minimum for formula in found), max(formula.maximum for formula in found)


def test_only_what_fines_less_reaches_back() -> None:
    """行政处罚法 §37: lighter where the usual fine is lower and none is higher; all else stays with the law of the day."""
    for row in ENDED.values():
        old, new = row, POWERS[row["successor"]]
        usual = [parse_formula(each["formula"]).maximum for each in (old, new) if each.get("formula")]
        lower = len(usual) == 2 and usual[1] < usual[0]
        assert bool(row.get("successor_is_lighter")) is (lower and heaviest(new)[1] <= heaviest(old)[1])


OURS = [code for code, row in POWERS.items() if not row.get("executing_department")]
WITH_FINE = [code for code in OURS if POWERS[code].get("formula") or POWERS[code].get("formulas")]
RESPONDENTS = {"person": "（个人）", "organisation": "（单位）"}


@pytest.mark.parametrize("code", WITH_FINE)
def test_every_power_of_ours_has_its_tiers(code: str) -> None:
    names = [tier["name"] for tier in DISCRETION[code]["tiers"]]
    assert len(set(names)) == len(names) >= 3
    graver = {"C52-3": "没有造成严重后果"}  # a row of its own for the grave, which nobody is spared
    assert names[0] == graver.get(code, "已经改正" if POWERS[code]["correct_first"] else "特别轻微")


def test_no_tiers_for_what_is_not_ours_or_not_fined() -> None:
    assert set(DISCRETION) == set(WITH_FINE)


@pytest.mark.parametrize("code", [code for code in WITH_FINE if POWERS[code]["correct_first"]])
def test_who_corrects_in_time_meets_no_fine_in_any_tier(code: str) -> None:
    obeyed, *others = DISCRETION[code]["tiers"]
    assert "不得罚款" in obeyed["text"] and not obeyed.get("maximum")
    assert "不论是否初次" in obeyed["when"] and "轻微" not in obeyed["when"]
    refused = re.search(REFUSED, POWERS[code]["correct_first_text"])
    assert refused is not None
    for tier in others:
        assert "罚款" in tier["text"] and refused[0] in tier["when"], tier["name"]


@pytest.mark.parametrize("code", WITH_FINE)
def test_tiers_cover_the_statutory_range_and_climb(code: str) -> None:
    row = POWERS[code]
    tables = (
        {"": row["formula"]}
        if row.get("formula")
        else {
            RESPONDENTS[who] if len(row["formulas"]) > 1 else "": table
            for who, table in row["formulas"].items()
        }
    )
    for ending, table in tables.items():
        formula = parse_formula(table)
        tiers = [tier for tier in DISCRETION[code]["tiers"][1:] if tier["name"].endswith(ending)]
        bounds = [
            (Decimal(tier["minimum"]), Decimal(tier["maximum"])) for tier in tiers if tier.get("maximum")
        ]
        if formula.kind != FormulaKind.RANGE:
            assert tiers and bounds == [], "what is counted by the piece has no tier in yuan"
            continue
        # F9-22: 最低限不明的按最高限的百分之十计
        assert bounds[0][0] == (formula.minimum or formula.maximum / 10) and bounds[-1][1] == formula.maximum
        assert all(before[1] == after[0] for before, after in pairwise(bounds)), "no gap, no overlap"


@pytest.mark.parametrize("code", WITH_FINE)
def test_no_tier_offers_an_empty_range(code: str) -> None:
    for tier in DISCRETION[code]["tiers"]:
        low, high = tier.get("minimum"), tier.get("maximum")
        assert low is None or low != high or "以上" not in tier["text"], tier["text"]
