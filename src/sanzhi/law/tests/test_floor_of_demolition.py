"""A local list may not take a guard, a paper or an officer out of the way to a demolition (law.floors.demolition)."""

import copy
from typing import Any

import pytest

from sanzhi.law.tests.reading import breaches, read
from sanzhi.law.tests.test_floor_evasions import TABLES

ORDER, TEARING = TABLES["coercion-demolition-order"], TABLES["coercion-demolition"]


def changed(table: dict[str, Any], key: str, **fields: Any) -> dict[str, Any]:
    fresh = copy.deepcopy(table)
    next(row for row in fresh["steps"] if row["key"] == key).update(fields)
    return fresh


def without(table: dict[str, Any], key: str, guard: str) -> dict[str, Any]:
    needs = next(row for row in table["steps"] if row["key"] == key)["needs"]
    assert guard in needs
    return changed(table, key, needs=[name for name in needs if name != guard])


def said(table: dict[str, Any]) -> str:
    return "".join(row.sentence for row in breaches(read(table)))


def test_the_national_procedures_keep_it() -> None:
    assert not breaches(read(ORDER)) and not breaches(read(TEARING))


@pytest.mark.parametrize(
    ("key", "guard", "sentence"),
    [
        ("found", "coercion.stop_told", "没有送达责令停止"),
        ("stop_review", "coercion.stop_looked_at", "没有复查"),
        ("decision", "coercion.removal_authorised", "没有授权的"),
        ("decision", "coercion.structure_sorted", "不属于应当拆除"),
        ("decision", "coercion.removal_told", "没有告知"),
        ("decision", "coercion.removal_heard", "期限没有届满"),
        ("decision", "cases.plea_answered", "没有复核"),
        ("decision", "reviews.review_passed", "未经法制审核"),
        ("decision", "reviews.deliberation_concluded", "集体讨论"),
        ("decision", "cases.two_qualified_officers", "不少于两人"),
    ],
)
def test_of_the_order(key: str, guard: str, sentence: str) -> None:
    assert sentence in said(without(ORDER, key, guard))


@pytest.mark.parametrize(
    ("key", "guard", "sentence"),
    [
        ("decision", "coercion.order_final", "终局以前不得强制拆除"),
        ("decision", "coercion.announced", "应当公告"),
        ("decision", "coercion.demanded", "应当催告"),
        ("decision", "coercion.demand_over", "催告的期限"),
        ("decision", "cases.plea_answered", "没有复核"),
        ("decision", "coercion.plea_respected", "没有落实"),
        ("decision", "coercion.government_ordered", "书面责成"),
        ("decision", "reviews.review_passed", "未经法制审核"),
        ("decision", "reviews.deliberation_concluded", "集体讨论"),
        ("decision", "cases.two_qualified_officers", "不少于两人"),
        ("decision", "coercion.goes_on", "中止、终结"),
        ("summons", "coercion.summoned", "书面告知当事人到场"),
        ("execution", "coercion.torn_down", "没有实施"),
        ("execution", "coercion.list_given", "没有清单"),
    ],
)
def test_of_the_demolition(key: str, guard: str, sentence: str) -> None:
    assert sentence in said(without(TEARING, key, guard))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"officers": 1}, "不得少于两人"),
        ({"documents": ["D106"]}, "没有现场笔录"),
        ({"recording": []}, "应当拍照、录像"),
        ({"documents": ["D62", "D66"]}, "不能申请法院执行"),
    ],
)
def test_of_the_scene(fields: dict[str, Any], sentence: str) -> None:
    assert sentence in said(changed(TEARING, "execution", **fields))


def test_goods_do_not_stay_behind() -> None:
    fresh = without(without(TEARING, "goods", "coercion.goods_settled"), "closure", "coercion.goods_settled")
    assert "没有领取或者提存" in said(fresh)
