"""The bureau's smaller lists against forms, procedures and statutes: what a row says is what its form, step or article says."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.catalogues.queries import Circumstances, _is_hit
from sanzhi.law.citations import parse_citations
from sanzhi.law.testing import ROOT, statute_of, text_of, with_laws

WUGANG = ROOT / "catalogues" / "wugang"
# moments of the list for which no step of a procedure asks yet
AWAITED = {
    "evidence_preservation",
    "statement_defence",
    "correction_review",
    "seizure",
    "forced_demolition",
    "performance_by_proxy",
    "service_by_leaving",
    "service_by_publication",
}


def content_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def rows_of(name: str) -> dict[str, dict[str, Any]]:
    table = content_of(WUGANG / f"{name}.yaml")
    shared = table.get("shared", {})
    return {
        str(row.get("code", number)): {**shared, **row} for number, row in enumerate(table["rows"], start=1)
    }


SAMPLES, GUIDES, CHECKS = rows_of("form_samples"), rows_of("guides"), rows_of("spot_checks")
MAJOR = rows_of("major_decisions")
POWERS, LENIENT = rows_of("powers"), rows_of("lenient")
RECORDING, DISCLOSURE = rows_of("recording"), rows_of("disclosure")
FORMS = {form["code"]: form for form in map(content_of, (ROOT / "forms").rglob("form.yaml"))}
PROCEDURES = [content_of(path) for path in sorted((ROOT / "catalogues").rglob("procedures/*.yaml"))]


@pytest.mark.parametrize("row", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_the_form_that_it_names(row: dict[str, Any]) -> None:
    assert row["title"] == FORMS[row["form"]]["name"]


@with_laws
@pytest.mark.parametrize(
    ("name", "field"),
    [(name, "basis") for name in ("form_samples", "guides", "spot_checks", "major_decisions")],
)
def test_every_place_cited_exists(name: str, field: str) -> None:
    for code, row in rows_of(name).items():
        cited = parse_citations(row[field])
        assert cited, code
        assert all(text_of(citation) for citation in cited if statute_of(citation)), code


def cited_text(row: dict[str, Any]) -> str:
    return "".join(text_of(citation) for citation in parse_citations(row["basis"]))


@with_laws
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SJ-01", ("市容整洁", "环境卫生")),
        ("SJ-02", ("户外广告", "安全")),
        ("SJ-03", ("密闭", "路线")),
        ("SJ-04", ("位置、面积、期限", "清理现场")),
        ("SJ-05", ("围挡", "覆盖", "冲洗", "洒水", "现场检查")),
        ("SJ-06", ("养护", "占用城市绿地", "树木")),
    ],
)
def test_what_is_checked_is_a_duty_of_the_article(code: str, words: tuple[str, ...]) -> None:
    text = cited_text(CHECKS[code])
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize(("code", "fee"), [("FW-01", "城市道路占用费"), ("FW-02", "城市道路挖掘修复费")])
def test_whoever_uses_a_road_pays_and_the_police_consent(code: str, fee: str) -> None:
    row = GUIDES[code]
    assert fee in row["fees"] and "第三十七条" in row["fees"]
    assert "公安" in row["approving"] and "公安" in row["process"]
    assert 37 in {
        each.article for each in parse_citations(row["basis"]) if each.statute == "城市道路管理条例"
    }


def test_a_new_road_is_not_dug_up() -> None:
    conditions = GUIDES["FW-02"]["conditions"]
    assert "五年内" in conditions and "三年内" in conditions and "不得挖掘" in conditions
    assert "人民政府批准" in conditions and "一般" not in conditions
    assert "城市规划部门批准签发的文件" in GUIDES["FW-02"]["materials"]


@pytest.mark.parametrize(
    "row", [row for row in LENIENT.values() if row.get("power")], ids=lambda row: row["code"]
)
def test_who_corrects_in_time_cannot_be_fined(row: dict[str, Any]) -> None:
    power = POWERS[row["power"]]
    if not power["correct_first"]:
        return
    assert row["category"] == "不予处罚" and power["penalty_basis"] in row["basis"]
    said = row["situation"] + row["conditions"]
    assert "不论是否初次" in said and "初次违法" not in said and "轻微" not in said


def test_the_grounds_of_leniency_are_the_statute_s() -> None:
    grounds = {row["basis"]: row for row in LENIENT.values()}
    softened = grounds["《行政处罚法》第三十二条第一项"]
    assert softened["category"] == "从轻或者减轻处罚"
    assert "消除或者减轻" in softened["title"] and "并" not in softened["situation"]
    first = [row for row in LENIENT.values() if row["category"] == "首违免罚"]
    assert first and all("第三十三条第一款" in row["basis"] for row in first)
    assert all("及时改正" in row["conditions"] and "后果轻微" in row["conditions"] for row in first)


@pytest.mark.parametrize("row", DISCLOSURE.values(), ids=lambda row: row["what"])
def test_a_row_rests_on_what_orders_its_disclosure(row: dict[str, Any]) -> None:
    if row.get("level"):
        assert "国办发〔2018〕118号二(六)" in row["basis"] and "《行政处罚法》第四十八条" in row["basis"]
        assert (row["days"], row["unit"]) == (7, "working")
    if "处罚决定" not in row["what"] and "许可" not in row["what"] and row.get("days"):
        assert row["days"] == 20


def test_licences_and_withdrawals_have_their_own_days() -> None:
    said = {row["what"]: (row.get("days"), row.get("unit")) for row in DISCLOSURE.values()}
    assert (7, "working") in [days for what, days in said.items() if "行政许可决定" in what]
    assert (3, "working") in [days for what, days in said.items() if "撤回" in what]


@pytest.mark.parametrize(
    ("number", "seen"),
    [
        (1, {"fine": 5000}),
        (1, {"fine": 50000, "party_kind": "organisation"}),
        (2, {"other_measures": "责令停业整顿"}),
        (2, {"other_measures": "予以关闭"}),
        (3, {"other_measures": "吊销许可证"}),
        (4, {"confiscated": 5000}),
        *((5, {"act": act}) for act in ("seizure", "seizure_extension", "forced_demolition")),
        (5, {"act": "performance_by_proxy"}),
        (6, {"is_mitigated": True}),
        (6, {"is_beyond_standard": True}),
        (6, {"act": "licence_revocation"}),
        (7, {"had_hearing": True}),
        (7, {"is_remade": True}),
        (8, {"public_interest": True}),
    ],
)
def test_each_of_the_eight_kinds_is_major(number: int, seen: dict[str, Any]) -> None:
    """F7-11 ①–⑧; without what makes it major the same decision hits nothing."""
    plain: dict[str, Any] = {"party_kind": "person", "fine": 10, "other_measures": "", "confiscated": 0}
    plain |= {"had_hearing": False, "is_mitigated": False}
    hits = [
        [row["title"] for row in MAJOR.values() if _is_hit(row["condition"], Circumstances(**said))]
        for said in (plain, plain | seen)
    ]
    assert hits[0] == [] and len(hits[1]) == 1, number


def test_what_118_and_the_seed_want_filmed_is_filmed_whole() -> None:
    by_moment = {row["moment"]: row for row in RECORDING.values()}
    for moment in ("seizure", "forced_demolition", "performance_by_proxy", "hearing"):
        assert by_moment[moment].get("whole_process"), moment
    for moment in ("service_by_leaving", "service_by_publication"):
        assert by_moment[moment].get("whole_process"), moment


def test_the_moments_of_the_list_are_those_of_the_steps() -> None:
    listed = {row["moment"] for row in RECORDING.values()}
    asked = {
        moment for table in PROCEDURES for step in table["steps"] for moment in step.get("recording", ())
    }
    assert asked <= listed
    assert listed - asked <= AWAITED


def test_every_row_says_how_sure_it_is() -> None:
    for path in sorted(WUGANG.glob("*.yaml")):
        table = content_of(path)
        for row in table["rows"] if "kind" in table else ():
            assert re.search("原文|摘录|记忆|建议", str(row.get("mark", table.get("mark")))), (path.stem, row)
