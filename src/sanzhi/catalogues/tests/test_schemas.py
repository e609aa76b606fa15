"""Rows that do not fit are refused with their place; the bureau's own files fit; the major-decision list decides as it says."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sanzhi.catalogues.loading import read_catalogue
from sanzhi.catalogues.queries import Circumstances, _is_hit, publication_level
from sanzhi.catalogues.schemas import procedure_of_head, rows_of
from sanzhi.kernel.errors import Refused
from sanzhi.law.measures import Measure, Weight

FOLDER = Path(__file__).resolve().parents[4] / "catalogues"
FILES = [path for path in sorted(FOLDER.rglob("*.yaml")) if "kind" in read_catalogue(path)]
POWER = {
    "code": "C99",
    "title": "焚烧落叶",
    "conduct": "在公共场所焚烧落叶",
    "prohibition": "《某市落叶管理条例》第二条",
    "penalty_basis": "《某市落叶管理条例》第九条",
    "formula": {"kind": "range", "minimum": 50, "maximum": 200},
}
MAJOR = {"title": "较大数额罚款", "basis": "行政处罚法第五十八条"}


def content_of(path: Path) -> tuple[str, dict[str, Any]]:
    table = read_catalogue(path)
    return table["kind"], {name: value for name, value in table.items() if name != "kind"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_files_of_the_house_fit(path: Path) -> None:
    kind, content = content_of(path)
    head, rows = rows_of(kind, content)
    assert len(rows) == len(content.get("rows") or content["steps"])
    assert head["title"] == content["title"] and len({row.code for row in rows}) == len(rows)
    if kind == "procedure":
        assert [step.key for step in procedure_of_head(head).steps] == [row.code for row in rows]


@pytest.mark.parametrize(
    ("kind", "row", "words"),
    [
        ("powers", {**POWER, "penalty_basis": "按有关规定处理"}, "第1行“实施依据”：“按有关规定处理”没有写明"),
        ("powers", {**POWER, "prohibition": "国办发〔2018〕118号"}, "第1行“违反条款”"),
        ("powers", {**POWER, "formula": {"kind": "guess"}}, "计罚公式有误"),
        ("powers", {**POWER, "colour": "red"}, "第1行“colour”"),
        ("powers", {**POWER, "valid_from": "明年"}, "第1行“依据施行日”：请填写日期"),
        (
            "major_decisions",
            {**MAJOR, "condition": {"fine_atleast": {"person": 1, "organisation": 1}}},
            "触发条件.fine_atleast",
        ),
        (
            "major_decisions",
            {**MAJOR, "condition": {"fine_at_least": {"person": 5000}}},
            "应同时写明个人和单位",
        ),
        (
            "major_decisions",
            {**MAJOR, "condition": {"fine_at_least": {"citizen": 5000}}},
            "触发条件.fine_at_least.citizen",
        ),
        ("major_decisions", MAJOR, "没有写明何种情形"),
        ("major_decisions", {**MAJOR, "condition": {"hearing_held": False}}, "没有写明何种情形"),
        (
            "major_decisions",
            {**MAJOR, "title": "对公民处五千元以上罚款", "condition": {"hearing_held": True}},
            "第1行“具体执法事项”：写了数额“五千元”",
        ),
        (
            "major_decisions",
            {**MAJOR, "scope": "罚款5,000 元以上", "condition": {"hearing_held": True}},
            "第1行“法制审核范围”：写了数额",
        ),
        ("major_decisions", {**MAJOR, "condition": {"acts": ["closure"]}}, "触发条件.acts"),
        ("discretion", {"code": "C99", "tiers": []}, "第1行“裁量档次”：至少1项"),
        ("recording", {"matter": "听证"}, "第1行“记录方式”：请填写"),
    ],
)
def test_a_row_that_does_not_fit_is_named(kind: str, row: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused) as caught:
        rows_of(kind, {"title": "某清单", "rows": [row]})
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "content", [{"rows": 5}, {"rows": True}, {"rows": 1e308}, {"rows": "x"}, {"shared": 5}]
)
def test_a_content_that_is_no_list_is_refused(content: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="rows 应为各行的列表"):
        rows_of("powers", {"title": "测试", **content})


def test_a_list_without_rows_is_refused() -> None:
    with pytest.raises(Refused, match="没有任何一行"):
        rows_of("powers", {"title": "某清单", "rows": []})


LINE = {"fine_at_least": {"person": 5000, "organisation": 50000}}
STOP = {"measure_contains": ["停产停业", "吊销"]}


@pytest.mark.parametrize(
    ("condition", "kind", "fine", "changes", "hit"),
    [
        (LINE, "person", "4999.99", {}, False),
        (LINE, "person", "5000", {}, True),
        (LINE, "individual_business", "5000", {}, True),
        (LINE, "organisation", "49999.99", {}, False),
        (LINE, "organisation", "50000", {}, True),
        (STOP, "person", "0", {"other_measures": "责令停产停业三日"}, True),
        (STOP, "person", "0", {"other_measures": "责令改正"}, False),
        ({"hearing_held": True}, "person", "0", {"had_hearing": True}, True),
        ({"hearing_held": True}, "person", "0", {}, False),
        ({"below_range": True}, "person", "10", {"is_mitigated": True}, True),
        ({"below_range": True}, "person", "10", {}, False),
        ({"public_interest": True}, "person", "10", {"had_hearing": True, "is_mitigated": True}, False),
        ({"public_interest": True}, "person", "10", {"public_interest": True}, True),
        ({"beyond_standard": True}, "person", "10", {"is_beyond_standard": True}, True),
        ({"beyond_standard": True}, "person", "10", {"is_mitigated": True}, False),
        ({"remade": True}, "person", "10", {"is_remade": True}, True),
        ({"remade": True}, "person", "10", {}, False),
        ({"acts": ["seizure"]}, "person", "0", {"act": "seizure"}, True),
        ({"acts": ["seizure"]}, "person", "0", {"act": "forced_demolition"}, False),
        ({"acts": ["seizure"]}, "person", "10", {}, False),
        ({"confiscated_at_least": LINE["fine_at_least"]}, "person", "5000", {}, False),
        (
            {"confiscated_at_least": LINE["fine_at_least"]},
            "person",
            "0",
            {"confiscated": Decimal(4999)},
            False,
        ),
        (
            {"confiscated_at_least": LINE["fine_at_least"]},
            "person",
            "0",
            {"confiscated": Decimal(5000)},
            True,
        ),
        (
            {"confiscated_at_least": LINE["fine_at_least"]},
            "organisation",
            "0",
            {"confiscated": Decimal(5000)},
            False,
        ),
    ],
)
def test_when_a_decision_is_major(
    condition: dict[str, Any], kind: str, fine: str, changes: dict[str, Any], hit: bool
) -> None:
    _, (row,) = rows_of("major_decisions", {"title": "清单", "rows": [{**MAJOR, "condition": condition}]})
    usual: dict[str, Any] = {"other_measures": "", "had_hearing": False, "is_mitigated": False}
    seen = Circumstances(party_kind=kind, fine=Decimal(fine), **{**usual, **changes})
    assert _is_hit(row.content["condition"], seen) is hit


@pytest.mark.parametrize(
    ("fine", "kind", "more", "level"),
    [
        (Decimal(200), "person", {"simplified": True}, "minor"),
        (None, "person", {}, "minor"),
        (Decimal("4999.99"), "person", {}, "ordinary"),
        (Decimal(5000), "person", {}, "serious"),
        (Decimal(5000), "individual_business", {}, "serious"),
        (Decimal("49999.99"), "organisation", {}, "ordinary"),
        (Decimal(50000), "organisation", {}, "serious"),
        (None, "person", {"confiscated": Decimal(1)}, "ordinary"),
        (Decimal(1), "person", {"confiscated": Decimal(5000)}, "serious"),
        (None, "organisation", {"measures": frozenset({Measure.REVOCATION})}, "serious"),
        (None, "organisation", {"measures": frozenset({Measure.HALT})}, "serious"),
    ],
)
def test_the_level_of_publication(fine: Decimal | None, kind: str, more: dict[str, Any], level: str) -> None:
    rest = {name: value for name, value in more.items() if name != "simplified"}
    weight = Weight(fine=fine or Decimal(0), **rest)
    assert publication_level(weight, kind=kind, simplified="simplified" in more) == level
