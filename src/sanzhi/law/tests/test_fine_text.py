"""Fines written as one line: what bureaus write is read, what is unclear is refused, what was written is read back."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.fine_spans import normal_table, read_fine
from sanzhi.law.fine_text import FineTables, read_formulas, write_formulas
from sanzhi.law.fines import FormulaError, FormulaKind, bounds, parse_formula

RANGE = {"kind": "range", "minimum": 200, "maximum": 2000}
ITEM = {"kind": "per_item_capped", "amount": 500, "cap": 10000}
SQM = {"kind": "per_sqm", "minimum": 1000, "maximum": 5000}
ONE_FINE: list[tuple[str, dict[str, Any]]] = [
    ("罚款200元至2000元", RANGE),
    ("处200元以上2000元以下罚款", RANGE),
    ("处以二百元以上二千元以下的罚款", RANGE),
    ("并处２００元以上２，０００元以下罚款。", RANGE),
    ("200-2000元", RANGE),
    ("¥200～¥2000", RANGE),
    ("2百元至2千元", RANGE),
    ("罚款 200 元 以上 2,000 元 以下", RANGE),
    ("处两万五千元以上十万元以下罚款", {"kind": "range", "minimum": 25000, "maximum": 100000}),
    ("2.5万元至10万元", {"kind": "range", "minimum": 25000, "maximum": 100000}),
    ("罚款200元", {"kind": "fixed", "amount": 200}),
    ("可以并处罚款20000元以下", {"kind": "range", "minimum": 0, "maximum": 20000, "optional": True}),
    ("可以处以2万元以下的罚款", {"kind": "range", "minimum": 0, "maximum": 20000, "optional": True}),
    ("最高不超过二万元罚款", {"kind": "range", "minimum": 0, "maximum": 20000}),
    ("每处（张）罚款500元，总额不超过10000元", ITEM),
    ("处以每处(张)五百元罚款，罚款最高不超过一万元", ITEM),
    ("500元/处，封顶10000元", ITEM),
    ("处以每处五千元以上一万元以下罚款", {"kind": "per_item_capped", "minimum": 5000, "maximum": 10000}),
    ("处以每平方米一千元以上五千元以下罚款", SQM),
    ("1000元至5000元/㎡", SQM),
    ("每平方米罚款1000元至5000元（不足一平方米的按一平方米计算）", {**SQM, "round_up": True}),
    ("处以每日每平方米五十元以上一百元以下罚款", {"kind": "per_sqm_per_day", "minimum": 50, "maximum": 100}),
    ("50-100元/平方米/日", {"kind": "per_sqm_per_day", "minimum": 50, "maximum": 100}),
    ("处以每株二千元以上二万元以下罚款", {"kind": "per_tree", "minimum": 2000, "maximum": 20000}),
    (
        "可以并处罚款造价（价款）5%至10%",
        {"kind": "percentage", "minimum": 5, "maximum": 10, "optional": True},
    ),
    (
        "处建设工程造价百分之五以上百分之十以下的罚款",
        {"kind": "percentage", "minimum": 5, "maximum": 10, "base": "建设工程造价"},
    ),
    (
        "并处货值金额一倍以上三倍以下的罚款",
        {"kind": "multiple", "minimum": 1, "maximum": 3, "base": "货值金额"},
    ),
    ("罚款违法所得0.5-1倍", {"kind": "multiple", "minimum": "0.5", "maximum": 1, "base": "违法所得"}),
]


@pytest.mark.parametrize(("text", "table"), ONE_FINE, ids=[text for text, _ in ONE_FINE])
def test_one_fine(text: str, table: dict[str, Any]) -> None:
    assert read_fine(text) == table
    assert read_formulas(text) == FineTables(table)


PERSON, ORGANISATION = (
    {"kind": "range", "minimum": 200, "maximum": 1000},
    {"kind": "range", "minimum": 1000, "maximum": 5000},
)
LINES = [
    ("", FineTables()),
    (
        "个人罚款200元至1000元；单位罚款1000元至5000元",
        FineTables(None, {"person": PERSON, "organisation": ORGANISATION}),
    ),
    (
        "对单位处以1000元以上5000元以下罚款，对个人处以200元以上1000元以下罚款。",
        FineTables(None, {"organisation": ORGANISATION, "person": PERSON}),
    ),
    (
        "个人：200-1000元\n单位：1000-5000元",
        FineTables(None, {"person": PERSON, "organisation": ORGANISATION}),
    ),
    ("公民处二百元以上一千元以下罚款", FineTables(None, {"person": PERSON})),
    (
        "罚款200元至2000元；情节严重的：罚款1000元至5000元",
        FineTables(RANGE, {}, ({**ORGANISATION, "label": "情节严重的"},)),
    ),
    (
        "单位拒不改正的：罚款1000元至5000元",
        FineTables(None, {}, ({**ORGANISATION, "label": "单位拒不改正的"},)),
    ),
]


@pytest.mark.parametrize(("text", "tables"), LINES, ids=[text for text, _ in LINES])
def test_one_line(text: str, tables: FineTables) -> None:
    read = read_formulas(text)
    assert read == tables
    assert read_formulas(write_formulas(read.formula, read.formulas, alternatives=read.alternatives)) == read


REFUSED = [
    ("警告", "没有读懂"),
    ("罚款", "没有读懂"),
    ("罚款200", "没有写单位"),
    ("2至5万元", "没有写单位"),
    ("罚款一万五元", "请写全"),
    ("罚款二百五元", "没有读懂"),
    ("罚款2000元至200元", "下限高于上限"),
    ("罚款200元以上", "没有读懂"),
    ("罚款5%至10%", "按什么"),
    ("罚款1倍", "按什么"),
    ("每平方米罚款造价5%", "两个计罚单位"),
    ("没收违法所得200元", "不知何意"),
    ("罚款没收违法所得1倍", "不像"),
    ("减轻百分之五", "不像"),
    ("罚款200元；罚款500元", "写了两次"),
    ("个人罚款200元；公民罚款500元", "写了两次"),
    ("罚款1.2.3元", "没有读懂"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED, ids=[text for text, _ in REFUSED])
def test_what_is_unclear_is_refused(text: str, words: str) -> None:
    with pytest.raises(FormulaError, match=words):
        read_formulas(text)


@pytest.mark.parametrize(
    ("formula", "formulas", "alternatives"),
    [
        (None, {}, [RANGE]),
        ({**RANGE, "label": "情节严重的"}, {}, []),
        (None, {}, [{**RANGE, "label": "单位"}]),
        (None, {}, [{**RANGE, "label": "甲；乙"}]),
        (None, {"official": RANGE}, []),
    ],
)
def test_what_no_line_can_say_is_not_written(
    formula: dict[str, Any] | None, formulas: dict[str, Any], alternatives: list[dict[str, Any]]
) -> None:
    with pytest.raises(FormulaError):
        write_formulas(formula, formulas, alternatives=alternatives)


def test_what_is_taken_as_base_is_asked_for_by_its_name() -> None:
    formula = parse_formula(read_fine("并处货值金额一倍以上三倍以下的罚款"))
    assert bounds(formula, {}).asks == (("base", "货值金额（元）"),)
    assert bounds(formula, {"base": "1000"}).explained[0] == "罚款货值金额1倍至3倍"


AMOUNTS = st.decimals(0, 10_000_000, places=2) | st.integers(0, 10_000_000).map(Decimal)
LABELS = st.sampled_from(
    [
        "经营性的",
        "非经营性的",
        "情节严重的",
        "单位拒不改正的",
        "造成严重后果：两处以上的",
        "（大型）2米以上的",
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    low, high = sorted((draw(AMOUNTS), draw(AMOUNTS)))
    table: dict[str, Any] = {
        "kind": draw(st.sampled_from(list(FormulaKind))),
        "minimum": low,
        "maximum": high,
    }
    table["cap"] = draw(st.none() | AMOUNTS)
    table["base"] = draw(st.sampled_from(["", "违法所得", "货值金额", "建设工程造价"]))
    return {**table, "optional": draw(st.booleans()), "round_up": draw(st.booleans())}


@given(
    st.none() | tables(),
    st.dictionaries(st.sampled_from(["person", "organisation", "individual_business"]), tables()),
    st.lists(st.tuples(tables(), LABELS), max_size=3),
)
def test_what_was_written_is_read_back(
    formula: dict[str, Any] | None, formulas: dict[str, Any], labelled: list[tuple[dict[str, Any], str]]
) -> None:
    alternatives = [{**table, "label": label} for table, label in labelled]
    text = write_formulas(formula, formulas, alternatives=alternatives)
    read = read_formulas(text)
    assert read.formula == (normal_table(formula) if formula else None)
    assert read.formulas == {kind: normal_table(table) for kind, table in formulas.items()}
    assert read.alternatives == tuple(normal_table(table) for table in alternatives)
    assert write_formulas(read.formula, read.formulas, alternatives=read.alternatives) == text
