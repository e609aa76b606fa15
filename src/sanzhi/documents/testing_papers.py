"""What an officer of the invented case types, and what is known of it at its end."""

from datetime import date
from decimal import Decimal
from typing import Any

from sanzhi.documents.filling import Values

# what an officer types by hand, by form
TYPED: dict[str, Values] = {
    "D92": {
        "due_on": "2026-12-09",
        "amount": "3960.00",
        "amount_capital": "人民币叁仟玖佰陆拾元整",
        "late_text": "收费依据没有规定滞纳金，不收。",
    },
    "D01": {"agent_address": "演示市示范路9号"},
    "D08": {"started_at": "2026-10-12T09:10", "ended_at": "2026-10-12T09:50", "photos": "4"},
    "D10": {
        "started_at": "2026-10-12T15:00",
        "ended_at": "2026-10-12T15:40",
        "dialogue": [
            {
                "question": "我们的执法证件您看清楚了吗？您是否申请我们回避？",
                "answer": "看清楚了，不申请回避。",
            },
            {
                "question": "您依法享有陈述、申辩的权利，应当如实回答询问。您听清楚了吗？",
                "answer": "听清楚了。",
            },
            {
                "question": "人行道上的水泥、砂石是谁堆放的？什么时候堆放的？",
                "answer": "是我堆的，10月10日拉来的，店里装修用。",
            },
            {"question": "有没有办理占用道路的批准手续？", "answer": "没有办，不知道要办。"},
            {"question": "以上所说是否属实？", "answer": "属实。"},
        ],
    },
    "D12": {"evidence_name": "购销单", "evidence_source": "当事人提供", "original_place": "当事人处"},
    "D11": {"asked_at": "2026-11-26T09:30", "materials": [{"name": "身份证明"}, {"name": "物料的购销单"}]},
    "D89": {
        "items": [
            {
                "name": f"遮阳伞（第{number}号）",
                "spec": "直径3米",
                "quantity": "1",
                "unit": "把",
                "condition": "八成新",
                "note": "",
            }
            for number in range(1, 41)
        ]
    },
    "D25": {"conclusion": "未改正"},
    "D26": {"resume_on": "2026-11-24", "conclusion": "物料已经全部清理，路面恢复原状。"},
    "D35": {"requested_on": "2026-11-12", "ground": "late"},
    "D47": {"tried": "受送达人下落不明，直接送达、邮寄送达均未送达"},
    "D67": {
        "way": "destroy",
        "reason": "物品没有使用价值，依法应当销毁。",
        "place": "演示市废旧物资处理站",
        "supervisors": "周己示、吴庚示",
    },
    "D73": {"return_by": "2026-11-30"},
    "D69": {"archive_number": "20260012", "fonds": "J012", "catalogue": "3", "file_number": "45"},
    "D45": {"electronic_consent": True, "electronic_address": "shiyan@example.com"},
}

TAKEN = [{"name": "售货亭", "spec": "长2米、宽1.5米", "count": "1", "unit": "个", "condition": "完好"}]
SEIZURE: dict[str, Any] = {
    "manner": "扣押",
    "basis": "《演示市城市道路管理条例》第四十五条",
    "reason": "当事人拒不停止违法行为，工具可能继续用于违法。",
    "urgency": "",
    "listed": "1．售货亭一个，长2米、宽1.5米",
    "place": "演示市城市管理局物品保管室",
    "custodian": "演示市城市管理局",
    "days": 30,
    "begun_on": date(2026, 10, 14),
    "present": "当事人到场",
    "present_name": "张试验",
    "witness": "周己示",
    "plea": "当事人没有陈述、申辩。",
    "plea_answer": "",
    "taken": TAKEN,
    "taken_text": "售货亭一个，长2米、宽1.5米",
    "last_before": date(2026, 11, 12),
    "extended_days": 30,
    "extended_for": "需要等待鉴定意见。",
    "extended_until": date(2026, 12, 12),
    "lifted_on": date(2026, 11, 10),
    "lifted_for": "违法行为已经处理决定，不再需要扣押",
    "lifted_reason": "违法行为已经作出处理决定，不再需要扣押。",
    "lifted_things": TAKEN,
    "handed_on": date(2026, 11, 10),
    "handed_reason": "违法行为涉嫌犯罪，案件已经移送公安机关。",
    "handed_things": TAKEN,
}
STRUCTURE: dict[str, Any] = {
    "location": "演示市示范路8号院内东侧",
    "kind": "一层砖混结构房屋",
    "area": "86.5平方米",
    "basis": "《中华人民共和国城乡规划法》第六十四条",
    "item": "《平顶山市城乡规划建设管理条例》第二十六条第四项：侵占道路、消防通道等公共用地",
    "sort_reason": "房屋占用消防通道，无法采取改正措施消除影响。",
    "duty": "于2026年12月31日前自行拆除位于演示市示范路8号院内东侧的房屋。",
    "due_on": date(2026, 12, 31),
    "notice_title": "限期拆除事先告知书",
    "notice_number": "演城管拆告字〔2026〕第3号",
    "notice_on": date(2026, 11, 2),
}
DEMOLITION: dict[str, Any] = {
    "target": "演示市示范路8号院内东侧的一层砖混结构房屋",
    "basis": "《中华人民共和国城乡规划法》第六十八条",
    "executor": "演示市城市管理局",
    "keeper": "演示市仓库，保管员仓某",
    "ordered_title": "限期拆除决定书",
    "ordered_number": "演城管限拆字〔2026〕第2号",
    "decision_title": "强制执行决定书",
    "decision_number": "演城管执决字〔2026〕第2号",
    "goods": TAKEN,
    "kept": TAKEN,
}
ENDED: dict[str, Any] = {
    "seizure": SEIZURE,
    "structure": STRUCTURE,
    "demolition": DEMOLITION,
    "annex": {
        "title": "先行登记保存证据通知书",
        "number": "演城管登保字〔2026〕第4号",
        "things": [{"name": "遮阳伞一把，直径3米"}],
    },
    "announced": {
        "title": "行政处罚决定书",
        "number": "演城管罚决字〔2026〕第12号",
        "issued_on": date(2026, 11, 23),
        "digest": "罚款人民币八百元。",
    },
    "late": {
        "fine": Decimal("800.00"),
        "amount": Decimal("72.00"),
        "amount_capital": "人民币柒拾贰元整",
        "charged_on": date(2026, 12, 12),
        "text": "缴款期限于2026年12月9日届满，计至2026年12月12日，计收3日，加处罚款72元。",
        "remedy": "如不服本决定，可以自收到本决定书之日起六十日内向演示市人民政府申请行政复议，"
        "也可以自收到本决定书之日起六个月内依法直接向演示市人民法院提起行政诉讼。",
    },
    "halt": {
        "kind": "ended",
        "since": date(2026, 12, 20),
        "ground": "执行标的灭失",
        "law": "《中华人民共和国行政强制法》第四十条",
        "proof": "现场检查笔录",
    },
    "file": {
        "unit": "执法一中队",
        "closed_on": date(2026, 11, 20),
        "decision": "行政处罚决定书（演城管罚决字〔2026〕第12号）",
        "pieces": "14",
        "pages": "38",
        "contents": [
            {
                "number": f"演城管立字〔2026〕第{number}号",
                "author": "演示市城市管理局",
                "title": "立案（不予立案）审批表",
                "day": "2026-10-13",
                "pages": f"{number}-{number + 1}",
                "remark": "",
            }
            for number in range(1, 31)
        ],
    },
    "recordings": [
        {
            "number": "1",
            "moment": "现场检查",
            "kind": "录像",
            "device": "ZF-0012",
            "began": "2026年10月12日9时10分",
            "ended": "2026年10月12日9时48分",
            "length": "38分12秒",
            "taken_by": "王甲示",
            "sha256": "5f" * 32,
        }
    ],
}
