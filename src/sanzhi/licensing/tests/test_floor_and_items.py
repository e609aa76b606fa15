"""A local list is never weaker than the statute: procedures below the floor, items that ask or cost too much."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.catalogues import board
from sanzhi.catalogues.licences import read_field
from sanzhi.catalogues.models import Kind
from sanzhi.catalogues.schemas import check_row
from sanzhi.documents import queries as documents
from sanzhi.kernel.questions import TEXT, read_question
from sanzhi.law.floors.common import breaches
from sanzhi.law.floors.licensing import RULES
from sanzhi.law.procedures import parse_procedure

ROOT = Path(__file__).resolve().parents[4] / "catalogues"
ITEMS = yaml.safe_load((ROOT / "wugang" / "licence_items.yaml").read_text(encoding="utf-8"))
GUIDES = yaml.safe_load((ROOT / "wugang" / "guides.yaml").read_text(encoding="utf-8"))["rows"]


def table(key: str) -> Any:
    return yaml.safe_load(
        (ROOT / "national" / "procedures" / f"license-{key}.yaml").read_text(encoding="utf-8")
    )


def undercut(content: Any) -> str:
    purposes = {code: form.purpose for code, form in documents.forms().items()}
    found = breaches(parse_procedure(content, board.words()), RULES, purposes=purposes)
    return "；".join(row.sentence for row in found)


@pytest.mark.parametrize("key", ["ordinary", "change", "end"])
def test_the_procedures_keep_the_floor(key: str) -> None:
    assert undercut(table(key)) == ""


@pytest.mark.parametrize(
    ("step", "field", "gone", "words"),
    [
        ("decision", "needs", "licensing.examined", "两名以上工作人员核查"),
        ("decision", "needs", "licensing.interested_heard", "听取申请人、利害关系人"),
        ("decision", "needs", "licensing.decided_in_time", "说明原因的记录"),
        ("decision", "needs", "reviews.review_passed", "未经法制审核"),
        ("delivery", "needs", "licensing.delivered", "许可证件应当颁发"),
        ("application", "acts", "licensing.tell_corrections", "一次告知补正"),
    ],
)
def test_what_undercuts_it_is_named(step: str, field: str, gone: str, words: str) -> None:
    content = table("ordinary")
    row = next(row for row in content["steps"] if row["key"] == step)
    row[field].remove(gone)
    assert words in undercut(content)


def test_one_alone_does_not_examine() -> None:
    content = table("ordinary")
    next(row for row in content["steps"] if row["key"] == "examination")["officers"] = 1
    assert "不得少于两人" in undercut(content)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fee_basis": "《平顶山市城市绿化条例》第三条"}, "只能依据法律、行政法规"),
        ({"fee_basis": "《城市道路占用费管理办法》第三条"}, "只能依据法律、行政法规"),
        ({"fee_basis": ""}, "只能依据法律、行政法规"),
        ({"limit_days": 45}, "不超过20个工作日"),
        ({"extension_days": 30}, "延长不超过10个工作日"),
        ({"promised_days": 21}, "不能长于法定时限"),
        ({"materials": ["申请书"]}, "应写成"),
        ({"fields": ["宽度"]}, "应写成"),
        ({"fields": ["width；宽度；长短"]}, "类型应为"),
        ({"fields": ["width；宽度；数字"]}, "“宽度”没有写明范围"),
        ({"fields": ["width；宽度；数字；2～1"]}, "范围应写成“最小～最大”"),
        ({"instant": ["width<2"]}, "字段名≤数字"),
        ({"instant": ["height≤2"]}, "不是填写内容中的数字"),
        ({"instant": ["part=车站"]}, "不是填写内容“part”的选项"),
        ({"applicants": ["外星人"]}, "没有“外星人”"),
        ({"basis": "有关规定"}, "没有写明法律法规"),
    ],
)
def test_an_item_that_is_not_kept(changes: dict[str, Any], words: str) -> None:
    row = {**ITEMS["shared"], **ITEMS["rows"][0], **changes}
    checked = check_row(Kind.LICENCE_ITEMS, row, number=1)
    assert words in "；".join(wrong.reason.sentence for wrong in checked.wrongs)


def test_items_and_guides_ask_for_the_same() -> None:
    """Who reads the guide is asked for nothing else at the window."""
    items = {row["title"]: row for row in ITEMS["rows"]}
    shared = [row for row in GUIDES if row["title"] in items]
    assert len(shared) == 3
    for guide in shared:
        needed = [line.split("；")[0] for line in items[guide["title"]]["materials"] if "；必需" in line]
        assert needed == guide["materials"]
        fields = {row.label: row.question for row in map(read_field, items[guide["title"]]["fields"])}
        asked = [read_question(line) for line in guide["questions"]]
        assert all(one == fields[one.label] for one in asked if one.label in fields and one.kind != TEXT)


@pytest.mark.parametrize(
    ("line", "words"),
    [("面积；数字", "“面积；数字”没有写明范围"), ("面积；平方米；1～2", "应写成：标题")],
)
def test_a_guide_that_asks_without_a_range(line: str, words: str) -> None:
    checked = check_row(Kind.GUIDES, {**GUIDES[0], "questions": [line]}, number=1)
    assert words in "；".join(wrong.reason.sentence for wrong in checked.wrongs)
