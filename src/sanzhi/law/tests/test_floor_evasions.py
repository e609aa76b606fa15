"""A local list may not slip past the floor by renaming, splitting or reordering steps, nor break the reader."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.deadline_rules import RULES
from sanzhi.law.procedures import ProcedureError
from sanzhi.law.tests.reading import breaches, read

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "catalogues" / "national" / "procedures"
TABLES: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))
}
ORDINARY = TABLES["penalty-ordinary"]


def ordinary(changes: dict[str, dict[str, Any]], *, order: tuple[str, ...] = ()) -> dict[str, Any]:
    """The national procedure with fields of some steps replaced, and perhaps its first steps in another order."""
    fresh = copy.deepcopy(ORDINARY)
    for row in fresh["steps"]:
        row.update(changes.get(row["key"], {}))
    if order:
        fresh["steps"].sort(key=lambda row: order.index(row["key"]) if row["key"] in order else len(order))
    return fresh


def step(key: str) -> dict[str, Any]:
    return copy.deepcopy(next(row for row in ORDINARY["steps"] if row["key"] == key))


def test_the_unchanged_procedure_keeps_the_floor() -> None:
    assert breaches(read(ordinary({}))) == ()


EVASIONS = [
    ("the inquiry renamed", {"filing": {"next": ["survey"]}, "investigation": {"key": "survey", "officers": 1}, "report": {"back": ""}}, "执法人员不得少于两人"),
    ("one officer reviews the correction", {"correction": {"officers": 1}}, "执法人员不得少于两人"),
    ("a second decision without guards", {"service": {"documents": ["D46", "D41"], "officers": 2}}, "重大执法决定未经法制审核"),
    ("the act of deciding offered early", {"report": {"acts": ["penalty.propose_penalty", "penalty.decide_penalty"], "officers": 2}}, "要求听证的必须组织"),
    ("the hearing renamed", {
        "plea": {"next": [{"to": "audience", "when": "cases.hearing_requested"}, "review"]},
        "hearing": {"key": "audience", "needs": []},
    }, "没有要求提前七个工作日通知听证"),
    ("review only by name", {"review": {"key": "hasty_look", "acts": []}, "plea": {"next": [{"to": "hearing", "when": "cases.hearing_requested"}, "hasty_look"]}, "hearing": {"next": ["hasty_look"]}}, "没有法制审核"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes", "sentence"), EVASIONS, ids=[name for name, _, _ in EVASIONS])
def test_evasions_are_seen(name: str, changes: dict[str, dict[str, Any]], sentence: str) -> None:
    found = breaches(read(ordinary(changes)))
    assert any(sentence in row.sentence for row in found), [row.sentence for row in found]


def test_an_inquiry_that_ends_before_the_filing_is_seen() -> None:
    early = ordinary(
        {
            "lead": {"next": ["investigation"]},
            "investigation": {"next": ["filing"]},
            "filing": {"next": ["report"]},
        }
    )
    assert "立案之后没有调查取证" in {row.sentence for row in breaches(read(early))}
    also_early = ordinary({"lead": {"documents": ["D02", "D08"], "officers": 2}})
    assert breaches(read(also_early)) == ()


def test_a_plea_before_the_notice_is_seen() -> None:
    plea_ways = step("plea")["next"]
    early = ordinary(
        {
            "report": {"next": ["plea"]},
            "plea": {"next": ["notice"], "documents": []},
            "notice": {"next": plea_ways},
        }
    )
    assert "陈述申辩在事先告知之前" in {row.sentence for row in breaches(read(early))}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"decision": {"next": [{"to": "service", "when": "cases.plea_made"}]}}, "还应有一条无条件的去向"),
        ({"service": {"within": "whenever"}}, "“service”的 within“whenever”"),
        ({"service": {"officers": "two"}}, "“service”的 officers“two”"),
        ({"service": {"officers": -1}}, "应为人数"),
        ({"service": {"acts": "serve_document"}}, "“service”的 acts 应为列表"),
        ({"service": {"documents": [{"when": "cases.plea_made"}]}}, "应写明 form"),
        ({"service": {"next": [{"when": "cases.plea_made"}]}}, "应写明 to"),
        ({"service": {"documents": [7]}}, "应写明 form"),
    ],
)
def test_what_cannot_be_read_is_told_with_step_and_field(
    changes: dict[str, dict[str, Any]], words: str
) -> None:
    with pytest.raises(ProcedureError, match=words):
        read(ordinary(changes))


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["", "lead", "D41", "cases.plea_made", "闭"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["to", "form", "when", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(
    st.sampled_from(sorted({field for row in ORDINARY["steps"] for field in row})), st.integers(0, 13), ODD
)
def test_no_table_breaks_the_reader(field: str, number: int, value: object) -> None:
    fresh = copy.deepcopy(ORDINARY)
    fresh["steps"][number][field] = value
    try:
        procedure = read(fresh)
    except ProcedureError as refused:
        assert str(refused).endswith("。")
    else:
        assert isinstance(breaches(procedure), tuple)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_forms_and_limits_of_the_national_procedures_exist(table: dict[str, Any]) -> None:
    forms = {folder.name.partition("-")[0] for folder in (ROOT / "forms").glob("*/D*")}
    procedure = read(table)
    assert {need.form for row in procedure.steps for need in row.documents} <= forms
    assert {row.within for row in procedure.steps} <= {"", *(rule.key for rule in RULES)}
