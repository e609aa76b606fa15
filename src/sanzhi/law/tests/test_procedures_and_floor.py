"""The national procedures keep the floor; whatever is taken out of them is found, with path and article."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.law.floors.penalty import BEFORE_DECISION, ON_THE_SPOT
from sanzhi.law.procedures import ProcedureError, next_step, paths
from sanzhi.law.tests.reading import breaches, read

FOLDER = Path(__file__).resolve().parents[4] / "catalogues" / "national" / "procedures"
ORDINARY: dict[str, Any] = yaml.safe_load((FOLDER / "penalty-ordinary.yaml").read_text(encoding="utf-8"))
SIMPLIFIED: dict[str, Any] = yaml.safe_load((FOLDER / "penalty-simplified.yaml").read_text(encoding="utf-8"))


def changed(table: dict[str, Any], step: str, **change: Any) -> dict[str, Any]:
    fresh = copy.deepcopy(table)
    next(row for row in fresh["steps"] if row["key"] == step).update(change)
    return fresh


def step_of(table: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in table["steps"] if row["key"] == key)
    return found


@pytest.mark.parametrize("table", [ORDINARY, SIMPLIFIED], ids=["ordinary", "simplified"])
def test_the_national_procedures_keep_the_floor(table: dict[str, Any]) -> None:
    assert breaches(read(table)) == ()


@pytest.mark.parametrize("guard", sorted(BEFORE_DECISION))
def test_a_guard_taken_from_the_decision_is_missed(guard: str) -> None:
    needs = [name for name in step_of(ORDINARY, "decision")["needs"] if name != guard]
    found = breaches(read(changed(ORDINARY, "decision", needs=needs)))
    assert found and all(row.step == "决定" and row.citation == BEFORE_DECISION[guard][1] for row in found)
    assert all(row.path[0] == "线索核查" and "决定" in row.path for row in found)


@pytest.mark.parametrize("guard", sorted(ON_THE_SPOT))
def test_a_guard_taken_from_the_spot_is_missed(guard: str) -> None:
    needs = [name for name in step_of(SIMPLIFIED, "on_the_spot")["needs"] if name != guard]
    found = breaches(read(changed(SIMPLIFIED, "on_the_spot", needs=needs)))
    assert [row.citation for row in found] == [ON_THE_SPOT[guard][1]]


@pytest.mark.parametrize(
    ("step", "change", "article"),
    [
        ("investigation", {"officers": 1}, "行政处罚法第四十二条"),
        ("decision", {"officers": 1}, "行政处罚法第四十二条"),
        ("filing", {"documents": []}, "行政处罚法第五十四条"),
        ("investigation", {"documents": []}, "行政处罚法第五十四条、第五十五条"),
        ("decision", {"documents": ["D41"]}, "行政处罚法第五十七条"),
        ("decision", {"within": ""}, "行政处罚法第六十条"),
        ("decision", {"next": ["performance"]}, "行政处罚法第六十一条"),
        ("service", {"within": "payment"}, "行政处罚法第六十一条"),
        ("plea", {"next": ["decision"]}, "行政处罚法第五十八条；河南省行政执法条例第二十八条"),
        (
            "plea",
            {"next": [{"to": "decision", "when": "reviews.not_owed"}, "review"]},
            "行政处罚法第六十三条、第六十四条",
        ),
        ("hearing", {"next": ["decision"]}, "行政处罚法第五十八条第一款第二项"),
        ("hearing", {"needs": ["cases.hearing_concluded"]}, "行政处罚法第六十四条第二项"),
        ("hearing", {"documents": ["D36", "D37", "D38"]}, "行政处罚法第六十四条第二项"),
        ("hearing", {"documents": ["D34", "D36", "D38"]}, "行政处罚法第六十四条第八项"),
        ("review", {"next": ["decision"]}, "河南省行政执法条例第二十八条"),
        ("review", {"needs": []}, "行政处罚法第五十八条"),
        ("overturned", {"marks": ""}, "行政处罚法第七十五条第二款；河南省行政执法条例第三十二条"),
        ("overturned", {"issues": {}}, "行政处罚法第七十五条第二款；河南省行政执法条例第三十二条"),
        (
            "overturned",
            {"acts": ["cases.decide_anew"]},
            "行政处罚法第七十五条第二款；河南省行政执法条例第三十二条",
        ),
    ],
)
def test_what_is_weaker_than_statute_is_found(step: str, change: dict[str, Any], article: str) -> None:
    found = breaches(read(changed(ORDINARY, step, **change)))
    assert article in {row.citation for row in found}


def test_a_procedure_without_any_notice_is_found() -> None:
    table = ORDINARY
    for step in ("notice", "plea", "review"):
        table = changed(table, step, documents=["D28"] if step == "review" else [])
    assert "行政处罚法第四十四条、第六十二条" in {row.citation for row in breaches(read(table))}


def test_the_report_after_the_spot_is_not_forgotten() -> None:
    found = breaches(read(changed(SIMPLIFIED, "filing_report", documents=[])))
    assert {row.citation for row in found} == {"行政处罚法第五十二条"}


@pytest.mark.parametrize(
    ("step", "change", "words"),
    [
        ("notice", {"needs": ["wishful"]}, "环节“notice”的 needs 中“wishful”"),
        ("notice", {"acts": ["bribe"]}, "环节“notice”的 acts 中“bribe”"),
        ("notice", {"role": "king"}, "环节“notice”的 role“king”"),
        ("notice", {"next": ["nowhere"]}, "不存在的环节“nowhere”"),
        ("notice", {"next": [{"to": "plea", "when": "amount > 5000"}]}, "条件“amount > 5000”"),
        ("notice", {"next": ["plea", "decision"]}, "两条无条件的去向"),
        ("notice", {"colour": "red"}, "不认识的字段：colour"),
        ("notice", {"key": "plea"}, "两个环节使用了同一个键"),
        ("notice", {"title": ""}, "缺少 key 或者 title"),
        ("notice", {"back": "decision"}, "环节“notice”的 back 应为在它之前的环节"),
    ],
)
def test_words_outside_the_vocabulary_are_refused(step: str, change: dict[str, Any], words: str) -> None:
    with pytest.raises(ProcedureError, match=words.replace("(", r"\(")):
        read(changed(ORDINARY, step, **change))


def test_the_first_way_that_holds_is_taken() -> None:
    plea = read(ORDINARY).step("plea")
    assert next_step(plea, lambda name: True) == "spare"
    assert next_step(plea, lambda name: name.startswith("cases.")) == "hearing"
    assert next_step(plea, lambda name: name == "reviews.not_owed") == "decision"
    assert next_step(plea, lambda name: False) == "review"


def test_every_path_ends_and_none_repeats() -> None:
    for path in paths(read(ORDINARY)):
        assert len(set(path.steps)) == len(path.steps) and path.steps[-1] == "closure"
