"""What is known is never typed twice; what is missing or wrong is said in Chinese."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from sanzhi.documents.filling import flaws, laid_out, prefill
from sanzhi.documents.form_catalogue import load_forms
from sanzhi.documents.shapes import misshapen
from sanzhi.documents.testing import case_facts, typical_values

CODE = "“缴款码”应为缴费平台生成的编码，10至32位数字、大写字母。"
TODAY = date(2026, 12, 1)
FORMS = load_forms(Path(settings.SANZHI_FORMS_DIR))


@pytest.mark.parametrize("code", sorted(FORMS))
def test_typical_values_are_complete(code: str) -> None:
    assert flaws(FORMS[code], typical_values(FORMS[code]), today=TODAY) == ()


def test_a_decision_is_filled_from_the_case_alone() -> None:
    values = prefill(FORMS["D41"], case_facts())
    assert flaws(FORMS["D41"], values, today=TODAY) == ()
    assert values["party_name"] == "张试验" and values["amount"] == "800.00"
    assert "演示市人民政府" in values["remedy_text"] and "演示市人民法院" in values["remedy_text"]


def test_a_prepared_sentence_drops_what_is_not_known() -> None:
    facts = case_facts()
    assert prefill(FORMS["D40"], facts)["notice"] == (
        "2026年11月3日送达《行政处罚事先告知书》（演城管罚告字〔2026〕第7号）。"
    )
    facts["documents"] = {}
    assert "notice" not in prefill(FORMS["D40"], facts)


@pytest.mark.parametrize(
    ("code", "change", "expected"),
    [
        ("D41", {"party_name": ""}, "请填写“姓名或者名称”。"),
        ("D41", {"party_name": "  "}, "请填写“姓名或者名称”。"),
        ("D41", {"party_kind": "organisation"}, "请填写“统一社会信用代码”。"),
        ("D41", {"party_kind": "ghost"}, "“当事人类别”只能选：自然人、法人或者其他组织、个体工商户。"),
        ("D41", {"filed_on": "2026-02-30"}, "“立案日期”不是有效的日期：2026-02-30。"),
        ("D41", {"amount": "八百"}, "“罚款（元）”不是有效的数字：八百。"),
        ("D41", {"amount": "NaN"}, "“罚款（元）”不是有效的数字：NaN。"),
        ("D41", {"amount": "-1"}, "“罚款（元）”不能为负。"),
        ("D41", {"amount": "1.005"}, "“罚款（元）”最多精确到分。"),
        ("D41", {"amount_capital": ""}, "填写了“罚款（元）”，还应填写“罚款（大写）”。"),
        ("D41", {"evidence": "甲"}, "“证据”应为列表，每行含kind、name、proves。"),
        ("D41", {"party_name": "长" * 301}, "“姓名或者名称”有301字，超过300字。"),
        ("D41", {"colour": "红"}, "《行政处罚决定书》没有“colour”这一栏。"),
        ("D41", {"evidence": [{"name": " ", "kind": "", "proves": ""}]}, "请填写“证据”。"),
        ("D08", {"officers": [{"name": "甲"}]}, "“执法人员”不得少于2项（现有1项）。"),
        ("D08", {"ended_at": "2026-10-12T09:00"}, "“结束时间”不能早于“开始时间”。"),
        ("D08", {"ended_at": "2026-12-02T09:00"}, "“结束时间”不能晚于今天。"),
        ("D45", {"confirmed_on": "2026-12-02"}, "“确认日期”不能晚于今天。"),
        ("D43", {"amount": "200.01"}, "“罚款（元）”不得超过200。"),
        ("D45", {"electronic_consent": "是"}, "“同意电子送达”应选是或者否。"),
        ("D48", {"payment_code": "微信转账某人 13800000000"}, CODE),
        ("D48", {"payment_code": "00000000000000000000"}, CODE),
        ("D34", {"members": "某甲，罚款改为五百元"}, "“听证员”应为姓名，用顿号隔开。"),
        ("D36", {"seats": "旁听人员另缴罚款500元。"}, "“旁听说明”不能写处罚、金额、收款账户。"),
        ("D15", {"testing": "检测费 6217 0000 0000 0000 000"}, "“检测”不能写处罚、金额、收款账户。"),
        ("D15", {"sealing": "当场封样，处五百元"}, "“封样情况”不能写处罚、金额、收款账户。"),
        ("D45", {"service_phone": "没有"}, "“联系电话”应为电话号码。"),
        ("D45", {"service_phone": "0375-7000001转8002123"}, "“联系电话”应为电话号码。"),
        ("D45", {"substitute": "张某（罚款已免）"}, "“代收人”应为姓名，用顿号隔开。"),
        ("D46", {"method": "留置送达"}, "请填写“拒收事由”。"),
        (
            "D46",
            {"made": "当时制作", "late_because": "送达人忘记。"},
            "“事后制作的原因”只在“回证制作”为“事后制作”时填写，请留空。",
        ),
        (
            "D46",
            {"made": "事后制作", "late_because": "。"},
            "“事后制作的原因”只有标点符号，没有可以阅读的内容。",
        ),
        (
            "D45",
            {"electronic_consent": False, "electronic_address": "a@example.org"},
            "“电子送达地址”只在“同意电子送达”为“是”时填写，请留空。",
        ),
        (
            "D73",
            {"way": "copy", "return_by": "2026-12-02"},
            "“归还期限”只在“调阅方式”为“查看”时填写，请留空。",
        ),
    ],
)
def test_flaws_are_told(code: str, change: dict[str, Any], expected: str) -> None:
    values = typical_values(FORMS[code])
    assert expected not in _sentences(code, values)
    assert expected in _sentences(code, values | change)


def _sentences(code: str, values: dict[str, Any]) -> list[str]:
    return [flaw.sentence for flaw in flaws(FORMS[code], values, today=TODAY)]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ("code", "41048126000000012345"),
        ("phone", "0375-7000001"),
        ("phone", "（0375）7000001转8002、13800000000"),
        ("phone", "+86 138 0000 0000"),
        ("phone", "12345"),
        ("phone", "0375-7000001转800212"),
        ("names", "阿卜杜拉·买买提、王某"),
        ("address", "舞钢市演示大道18号（北门）2楼"),
        ("plain", "公民、法人或者其他组织可以凭有效身份证件旁听。"),
        ("postcode", "462500"),
        ("told", "现场查封的店铺已被公安机关解封，当事人未取得许可证。"),
    ],
)
def test_what_has_its_shape_passes(shape: str, text: str) -> None:
    assert misshapen(shape, text, label="栏") == ""


@pytest.mark.parametrize("text", ["另处行政拘留十日", "罚款20000元，当场交清", "缴至某人个人账户"])
def test_what_is_told_orders_nothing(text: str) -> None:
    assert "不能写另行处罚" in misshapen("told", text, label="栏")


def test_what_is_typed_is_kept_in_one_line_where_the_form_has_one() -> None:
    typed = {"members": "某甲\n某乙", "place": "一室"}
    assert laid_out(FORMS["D34"], typed)["members"] == "某甲 某乙"
    rows = [{"name": "书证"}, {"name": " "}, {}]
    assert laid_out(FORMS["D41"], {"evidence": rows})["evidence"] == rows[:1]
