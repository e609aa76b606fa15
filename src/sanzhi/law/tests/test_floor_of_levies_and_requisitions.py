"""What is taken out of the procedures of levies, requisitions and their compensation is missed, with its article."""

from typing import Any

import pytest
import yaml

from sanzhi.law.floors import levy, requisition
from sanzhi.law.tests.reading import breaches, read
from sanzhi.law.tests.test_procedures_and_floor import FOLDER, changed, step_of

FEE, EMERGENCY, COMPENSATION = (
    yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("levy-fee", "requisition-emergency", "requisition-compensation")
)


@pytest.mark.parametrize("table", [FEE, EMERGENCY, COMPENSATION], ids=["fee", "emergency", "compensation"])
def test_they_keep_the_floor(table: dict[str, Any]) -> None:
    assert breaches(read(table)) == ()


def missed(table: dict[str, Any], step: str, guard: str) -> set[str]:
    needs = [name for name in step_of(table, step)["needs"] if name != guard]
    return {row.citation for row in breaches(read(changed(table, step, needs=needs)))}


@pytest.mark.parametrize("guard", sorted(levy.BEFORE_DECISION))
def test_before_a_levy(guard: str) -> None:
    assert levy.BEFORE_DECISION[guard][1] in missed(FEE, "decision", guard)


@pytest.mark.parametrize("guard", sorted(requisition.REVIEWED))
def test_before_a_requisition(guard: str) -> None:
    assert requisition.REVIEWED[guard][1] in missed(EMERGENCY, "decision_requisition", guard)


@pytest.mark.parametrize("guard", sorted(requisition.BEFORE_COMPENSATION))
def test_before_a_compensation(guard: str) -> None:
    assert requisition.BEFORE_COMPENSATION[guard][1] in missed(COMPENSATION, "decision", guard)


@pytest.mark.parametrize(
    ("table", "step", "change", "article"),
    [
        (FEE, "notice", {"documents": []}, None),
        (FEE, "billing", {"needs": []}, "河南省行政执法条例第三十条"),
        (FEE, "collection", {"needs": []}, "城市道路管理条例第三十八条"),
        (FEE, "overturned", {"needs": []}, "河南省行政执法条例第三十二条"),
        (EMERGENCY, "handover", {"needs": ["requisition.taken_over"]}, "突发事件应对法第十二条"),
        (EMERGENCY, "use", {"needs": []}, "突发事件应对法第十二条"),
        (EMERGENCY, "compensation", {"needs": []}, "突发事件应对法第十二条"),
        (EMERGENCY, "use", {"officers": 1}, "河南省行政执法条例第二十四条"),
        (COMPENSATION, "payment", {"needs": ["cases.decision_served"]}, "突发事件应对法第十二条"),
    ],
)
def test_what_else_is_weakened(table: Any, step: str, change: dict[str, Any], article: str | None) -> None:
    found = {row.citation for row in breaches(read(changed(table, step, **change)))}
    assert article in found if article else not found  # the notice is made at the next step as well


def test_a_levy_without_a_notice() -> None:
    table = changed(changed(FEE, "notice", documents=[]), "plea", documents=[])
    assert "河南省行政执法条例第二十六条" in {row.citation for row in breaches(read(table))}
