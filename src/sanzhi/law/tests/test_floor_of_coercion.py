"""A local list may relax nothing of coercion: each rule of the floor sees its own breach."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.law.tests.reading import breaches, read

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "catalogues" / "national" / "procedures"
TABLES: dict[str, dict[str, Any]] = {
    name: yaml.safe_load((FOLDER / f"coercion-{name}.yaml").read_text(encoding="utf-8"))
    for name in ("measure", "enforcement", "clearing")
}


def changed(name: str, changes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    fresh = copy.deepcopy(TABLES[name])
    for row in fresh["steps"]:
        row.update(changes.get(row["key"], {}))
    return fresh


def found(table: dict[str, Any]) -> set[str]:
    return {row.sentence for row in breaches(read(table))}


@pytest.mark.parametrize("name", TABLES)
def test_the_national_procedures_keep_the_floor(name: str) -> None:
    assert found(TABLES[name]) == set()


def without(name: str, step: str, *words: str) -> dict[str, dict[str, Any]]:
    row = next(one for one in TABLES[name]["steps"] if one["key"] == step)
    return {step: {"needs": [word for word in row["needs"] if word not in words]}}


RELAXED = [
    ("measure", without("measure", "decision", "coercion.measure_authorised"), "没有法律、法规授权的"),
    ("measure", without("measure", "decision", "reviews.review_passed"), "未经法制审核"),
    ("measure", without("measure", "implementation", "coercion.handed_over_there"), "当场交付"),
    ("measure", {"implementation": {"officers": 1}}, "不得少于两人"),
    ("measure", {"implementation": {"recording": []}}, "全程音像记录"),
    ("measure", {"implementation": {"documents": ["D20"]}}, "没有现场笔录"),
    ("measure", {"implementation": {"documents": ["D54"]}}, "没有清单"),
    ("measure", without("measure", "regularisation", "coercion.regularised"), "没有补办批准的不能继续"),
    ("measure", without("measure", "custody", "coercion.things_settled"), "应当在期限内处理"),
    ("measure", without("measure", "custody", "coercion.party_told"), "应当书面告知"),
    ("measure", {"report": {"next": ["implementation"]}}, "实施前须经机关负责人批准"),
    ("enforcement", without("enforcement", "decision", "coercion.demanded"), "必须书面催告"),
    ("enforcement", without("enforcement", "decision", "coercion.demand_over"), "催告期满"),
    ("enforcement", without("enforcement", "decision", "coercion.plea_respected"), "成立的应当采纳"),
    ("enforcement", without("enforcement", "second_demand", "coercion.demanded_again"), "必须再次催告"),
    ("enforcement", without("enforcement", "second_demand", "cases.decision_served"), "必须送达决定书"),
    ("enforcement", {"execution": {"officers": 1}}, "派员到场监督"),
    ("enforcement", {"execution": {"recording": []}}, "代履行应当全程音像记录"),
    ("enforcement", without("enforcement", "costs", "coercion.costs_settled"), "按成本结算"),
    ("clearing", without("clearing", "cleared", "coercion.party_notified"), "立即告知当事人"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes", "sentence"), RELAXED)
def test_each_relaxation_is_seen(name: str, changes: dict[str, dict[str, Any]], sentence: str) -> None:
    said = found(changed(name, changes))
    assert any(sentence in one for one in said), said
