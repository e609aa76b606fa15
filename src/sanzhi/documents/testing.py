"""Facts of an invented case, for this app's tests and those above it. No real person or number."""

from datetime import date
from decimal import Decimal
from typing import Any

from sanzhi.documents.filling import Values, prefill
from sanzhi.documents.form_model import Field, Form
from sanzhi.documents.testing_papers import ENDED, TYPED

REVIEW_POINTS = [
    "执法主体是否合法，执法人员是否具备执法资格",
    "执法程序是否合法",
    "案件事实是否清楚，证据是否合法充分",
    "适用法律、法规、规章是否准确，裁量基准运用是否适当",
    "执法是否超越本机关法定权限",
    "行政执法文书是否完备、规范",
    "违法行为是否涉嫌犯罪、需要移送司法机关",
    "其他应当审核的内容",
]
HOSTILE = [
    '#set page(paper: "a0") $x^2$ *粗* _斜_ `码` <b>标签</b> &amp; {{ v }} {% if %} @ref \\ // /* 尾',
    "张堃",
    "李\U0002cb5a",
    "店名😀",
    "阿卜杜拉·" + "买买提" * 65,
    "A" * 200,
]


PLEA = "当事人称近期生意困难，请求从轻处罚。"
CASE: dict[str, Any] = {
    "notice_title": "行政处罚事先告知书",
    "notice_number": "演城管罚告字〔2026〕第7号",
    "notice_served_on": date(2026, 11, 3),
    "payment_text": "罚款应当自收到本决定书之日起十五日内到指定的银行缴纳。",
    "collection_way": "指定银行缴纳",
    "review_materials": "案件调查终结报告、现场检查笔录",
    "number": "演城管案2026-0012",
    "title": "张试验占用城市道路堆放物料案",
    "cause": "擅自占用城市道路堆放物料",
    "filed_cause": "擅自占用城市道路",
    "cause_code": "C02",
    "source": "patrol",
    "source_text": "日常巡查发现",
    "registered_on": date(2026, 10, 12),
    "filed_on": date(2026, 10, 13),
    "happened_on": date(2026, 10, 12),
    "found_on": date(2026, 10, 12),
    "decided_on": date(2026, 11, 23),
    "submitted_on": date(2026, 11, 16),
    "place": "演示市示范路与样例街交叉口东侧",
    "summary": "执法人员巡查时发现，当事人在人行道上堆放建筑物料，占用面积约十二平方米，现场不能出示占用许可。",
    "findings": "现场人行道上堆放水泥、砂石等物料，经皮尺测量长6米、宽2米，占用面积12平方米，行人无法正常通行。",
    "violated": "《演示市城市道路管理条例》第十二条第一款",
    "penalty_basis": "《演示市城市道路管理条例》第四十二条第（一）项",
    "conduct": "当事人自2026年10月10日起，未经批准在演示市示范路人行道上堆放水泥、砂石等物料，"
    "占用城市道路面积12平方米，影响行人通行。2026年10月12日被执法人员巡查发现，"
    "经责令限期改正，当事人在期限届满后仍未清理。",
    "evidence": [
        {
            "name": "现场检查笔录1份",
            "kind": "勘验笔录、现场笔录",
            "proves": "占用城市道路的位置、面积和状态",
        },
        {"name": "询问笔录1份", "kind": "当事人的陈述", "proves": "当事人承认未经批准堆放物料"},
        {"name": "现场照片4张", "kind": "书证", "proves": "占用道路的现状及逾期未清理的情况"},
        {"name": "执法记录仪录像1段", "kind": "视听资料", "proves": "检查和告知的过程"},
    ],
    "photos": [
        {
            "name": "现场全景",
            "taken_at": "2026年10月12日09时20分",
            "place": "示范路东侧",
            "direction": "由南向北",
            "note": "物料占用人行道",
            "original": "音像记录库",
            "sha256": "5f" * 32,
        },
    ],
    "heard_text": "你（单位）在规定期限内未提出陈述、申辩意见。",
    "discretion_tier": "一般",
    "correction": "责令立即改正，恢复原状。",
    "discretion_reason": "占用面积十平方米以上二十平方米以下，经责令改正逾期未改，未造成其他危害后果，"
    "依照本机关行政处罚裁量基准，处五百元以上一千元以下罚款。",
    "proposed_text": "罚款人民币八百元。",
    "proposed_amount": Decimal("800.00"),
    "decision_text": "罚款人民币八百元。",
    "amount": Decimal("800.00"),
    "amount_capital": "人民币捌佰元整",
    "correct_content": "清理堆放在人行道上的水泥、砂石等物料，恢复道路原状。",
    "correct_by_on": date(2026, 10, 16),
    "corrected_text": "2026年10月12日，本机关责令当事人于2026年10月16日前改正：清理堆放的水泥、砂石等物料。"
    "2026年10月17日复查：物料仍未清理。",
    "correction_result": "2026年10月17日复查，物料仍未清理。",
    "pleaded_text": "2026年11月5日，当事人口头陈述、申辩：请求从轻处罚。经复核，没有提供证明。对上述意见不予采纳。",
    "pleas": [
        {"day": "2026年11月5日", "manner": "口头", "notice": "演城管罚告字〔2026〕第7号", "said": PLEA}
    ],
    "plea_answers": [
        {
            "day": "2026年11月5日",
            "manner": "口头",
            "proposed": "罚款人民币八百元。",
            "said": PLEA,
            "answer": "经复核，当事人未提供证明材料，且不属于法定从轻、减轻情形。",
            "result": "不予采纳",
            "answered_on": "2026年11月6日",
        },
    ],
    "review_opinion": "同意",
    "review_points": [{"item": item, "conclusion": "符合要求", "remark": ""} for item in REVIEW_POINTS],
    "review_text": "本案主体合法，程序合法，事实清楚，证据充分，适用法律准确，裁量适当，同意拟作出的决定。",
    "reviewer": "赵丙示",
    "reviewer_qualification": "A0000000000000",
    "review_days": 3,
    "deliberation_on": date(2026, 11, 20),
    "deliberation_time": "09时10分至09时50分",
    "deliberation_place": "三楼会议室",
    "deliberation_chair": "钱丁示",
    "deliberation_reporter": "郑壬示",
    "deliberation_recorder": "吴庚示",
    "deliberation_listeners": "王辛示",
    "deliberation_participants": [
        {"name": name, "position": "副局长", "opinion": "同意"} for name in ("钱丁示", "孙戊示", "周己示")
    ],
    "deliberation_opinions": "与会人员认为本案事实清楚，证据充分，处罚适当。",
    "deliberation_text": "一致同意对当事人处罚款人民币八百元。",
    "limitation": "未超过二年",
    "main_cause": "擅自占用城市道路堆放物料",
    "decision_title": "行政处罚决定书",
    "decision_number": "演城管罚决字〔2026〕第12号",
    "decision_served_on": date(2026, 11, 24),
    "duties": "缴纳罚款八百元。",
    "known_how": "经查",
    "hearing_until": date(2026, 11, 10),
    "hearing_late_from": date(2026, 11, 11),
    "confiscated_things": [
        {
            "name": "遮阳伞一把，直径3米",
            "value": "120",
            "taken_on": "2026年11月30日",
            "kept_at": "演示市城市管理局物品保管室",
            "voucher": "00000077",
        }
    ],
    "payment_due_on": date(2026, 12, 9),
    "paid_on": date(2026, 12, 1),
    "paid_amount": Decimal("800.00"),
    "receipt_number": "00000123",
    "spared_for": "minor",
    "spared_because": "违法行为轻微并及时改正，没有造成危害后果",
    "spared_under": "第三十三条第一款、第五十七条",
    "education": "2026年11月20日，已向当事人宣讲有关法律规定。",
    "closure_kind": "履行完毕",
}


HEARING: dict[str, Any] = {
    "requested_on": date(2026, 11, 5),
    "held_on": date(2026, 11, 17),
    "begins": "9时30分",
    "place": "演示市城市管理局三楼听证室",
    "manner": "公开举行",
    "proposed": "罚款人民币八百元。",
    "cause": "擅自占用城市道路堆放物料",
    "notice_title": "行政处罚听证告知书",
    "notice": "演城管听告字〔2026〕第3号",
    "chair": "赵丙示",
    "recorder": "吴庚示",
    "attendees": "张试验（当事人）；王甲示、李乙示（调查人员）",
    "attendance": "当事人出席",
    "course": "2026年11月17日9时30分，听证在演示市城市管理局三楼听证室举行（公开举行）。当事人出席；听取双方陈述、申辩、"
    "质证和最后陈述后，听证结束。",
    "minutes": "主持人宣布听证纪律，核对参加人身份，告知回避权利，当事人不申请回避。\n调查人员提出违法事实、证据和行政处罚建议："
    "现场检查笔录、照片证明占用面积12平方米，经责令改正逾期未清理，建议罚款八百元。\n当事人申辩：物料系临时堆放，生意困难，"
    "请求从轻。\n质证：当事人对现场检查笔录、照片的真实性没有异议。\n双方作最后陈述，均坚持各自意见。",
    "opinion": "违法事实清楚，证据充分，当事人的申辩不属于法定从轻、减轻情形，建议按拟处罚意见作出决定。",
}


KEPT: dict[str, Any] = {
    "reason": "物品可能被转移，证据以后难以取得。",
    "place": "演示市城市管理局物品保管室",
    "things": [{"name": "遮阳伞一把，直径3米"}, {"name": "折叠桌两张"}],
    "listed": "1．遮阳伞一把，直径3米\n2．折叠桌两张",
    "approved_on": date(2026, 10, 14),
    "begun_on": date(2026, 10, 14),
    "due_on": date(2026, 10, 23),
    "way": "解除保存，退还物品",
    "settle_reason": "已经拍照、清点，不再需要保存原物。",
    "settled_on": date(2026, 10, 20),
}
REFERRED: dict[str, Any] = {
    "receiver": "演示市交通运输局",
    "ground": "行政处罚法第二十二条",
    "reason": "违法行为发生在公路用地范围内，不属于本机关管辖。",
    "things": [{"name": "切割机一台"}],
    "reporters": "王甲示、李乙示",
    "approved_by": "赵丙示",
    "approved_on": date(2026, 10, 16),
}
ASIDES: dict[str, Any] = {
    **ENDED,
    "registration": KEPT,
    "sampling": KEPT,
    "referral": REFERRED,
    "crime": {**REFERRED, "receiver": "演示市公安局"},
    "recusal": {
        "told": "2026年10月14日，当事人申请李乙示回避，理由是：该执法人员是当事人的近亲属。",
        "recused": "李乙示",
        "outcome": "决定李乙示回避",
        "answer": "情况属实，影响公正执法。",
        "decided_by": "赵丙示",
        "decided_on": date(2026, 10, 15),
    },
    "appraisal": {
        "subject": "被损坏的护栏",
        "question": "鉴定损坏程度和修复费用。",
        "appraiser": "演示工程质量检测中心",
        "since": date(2026, 10, 15),
        "approved_by": "赵丙示",
    },
}

ISSUED: dict[str, dict[str, Any]] = {
    "D03": {"number": "演城管立字〔2026〕第3号"},
    "D23": {"number": "演城管改字〔2026〕第5号"},
    "D53": {"number": "演城管扣决字〔2026〕第1号", "issued_on": date(2026, 10, 14)},
    "D24": {"number": "演城管停字〔2026〕第2号", "issued_on": date(2026, 10, 12)},
    "D29": {"number": "演城管罚告字〔2026〕第7号", "served_on": date(2026, 11, 3)},
    "D41": {"number": "演城管罚决字〔2026〕第12号", "served_on": date(2026, 11, 24)},
    "D43": {"number": "演城管当罚字〔2026〕第2号", "served_on": date(2026, 11, 24)},
}
ORDINARY_REMEDY = (
    "如不服本决定，可以自收到本决定书之日起六十日内依法向演示市人民政府申请行政复议，"
    "也可以自收到本决定书之日起六个月内依法直接向演示市人民法院提起行政诉讼。"
)


def case_facts() -> dict[str, Any]:
    """The facts tree as a case builds it (every path that a form may name)."""
    return {
        "authority": _authority(),
        "case": dict(CASE),
        "party": {
            "kind": "person",
            "kind_label": "自然人",
            "name": "张试验",
            "sex": "男",
            "age": 41,
            "born_on": date(1985, 3, 2),
            "id_type": "居民身份证",
            "id_number": "000000198503020014",
            "occupation": "个体经营",
            "address": "演示市示范区样例街道1号",
            "phone": "000-0000001",
        },
        "officers": [
            {"name": "王甲示", "certificate": "00000000001", "unit": "执法一中队"},
            {"name": "李乙示", "certificate": "00000000002", "unit": "执法一中队"},
        ],
        "documents": dict(ISSUED),
        "service": {
            "papers": [{"name": "行政处罚决定书", "number": "演城管罚决字〔2026〕第12号", "copies": "1"}],
            "place": "演示市示范区样例街道1号",
        },
        "hearing": dict(HEARING),
        **ASIDES,
        "remedy": {
            "text": ORDINARY_REMEDY,
            "order_text": ORDINARY_REMEDY.replace("本决定", "本通知"),
            "reconsideration_body": "演示市人民政府",
            "court": "演示市人民法院",
        },
        "today": date(2026, 11, 23),
    }


def _authority() -> dict[str, Any]:
    return {
        "name": "演示市城市管理局",
        "code": "000000",
        "number_prefix": "演城管",
        "government": "演示市人民政府",
        "court": "演示市人民法院",
        "address": "演示市示范路8号",
        "postcode": "000000",
        "phone": "000-0000000",
        "bank_name": "演示银行示范支行",
        "bank_account_name": "演示市财政局（演示账户）",
        "bank_account": "0000 0000 0000 0000",
        "bank_address": "演示市示范路10号",
    }


def minimal_values(form: Form) -> Values:
    """Only what is required, each with the shortest thing that fits."""
    return {field.name: _short(field) for field in form.fields if field.required}


def typical_values(form: Form) -> Values:
    """What the facts give, and plausible entries for the rest of the required fields."""
    facts = case_facts()
    if form.stage == "simplified":  # 行政处罚法 §51: at most 200 yuan for a person
        text = "罚款人民币二百元。"
        facts["case"] |= {
            "decision_text": text,
            "amount": Decimal("200.00"),
            "amount_capital": "人民币贰佰元整",
        }
    return {**minimal_values(form), **prefill(form, facts), **TYPED.get(form.code, {})}


def hostile_values(form: Form) -> Values:
    """Every text field filled with what breaks templates: markup, rare characters, 200 letters on end."""
    values = typical_values(form)
    texts = [field for field in form.fields if field.type in {"text", "long_text"}]
    for index, field in enumerate(texts):
        values[field.name] = HOSTILE[index % len(HOSTILE)]
    for field in form.fields:
        if field.is_list:
            values[field.name] = [
                {
                    column.name: HOSTILE[(row + index) % len(HOSTILE)]
                    for index, column in enumerate(field.columns)
                }
                for row in range(2)
            ]
    return values


def _short(field: Field) -> Any:
    if field.is_list:
        return [{column.name: "甲" for column in field.columns}]
    samples = {
        "date": "2026-11-23",
        "datetime": "2026-11-23T09:30",
        "money": "1.00",
        "number": "1",
        "boolean": True,
    }
    return field.choices[0][0] if field.choices else samples.get(field.type, "甲")
