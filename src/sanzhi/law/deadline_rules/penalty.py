"""Periods of penalties and of handing a case to the police (facts 2.1, 2.6)."""

from datetime import date

from sanzhi.law.deadline_rules.units import C, M, W
from sanzhi.law.deadlines import DeadlineRule

TRANSFERRED = "行政执法机关移送涉嫌犯罪案件的规定第{}条"
CRIME = TRANSFERRED.format("五")
AMENDED = date(2020, 8, 7)  # 移送规定修订公布并施行日
NEW = date(2021, 7, 15)  # 行政处罚法 2021 修订施行日

RULES: tuple[DeadlineRule, ...] = (
    DeadlineRule(
        "lead_check",
        "线索核查期限",
        15,
        W,
        "登记线索",
        False,
        "住房和城乡建设行政处罚程序规定",
        date(2022, 5, 1),
        mark="记忆",
    ),
    DeadlineRule(
        "lead_check_extension",
        "线索核查期限延长",
        10,
        W,
        "线索核查期限届满",
        False,
        "住房和城乡建设行政处罚程序规定",
        date(2022, 5, 1),
        mark="记忆",
    ),
    DeadlineRule("case_decision", "办案期限", 90, C, "立案", False, "行政处罚法第六十条", NEW),
    DeadlineRule(
        "case_decision_extension",
        "办案期限延长",
        30,
        C,
        "办案期限届满",
        False,
        "住房和城乡建设行政处罚程序规定",
        date(2022, 5, 1),
        mark="记忆",
    ),
    DeadlineRule(
        "plea",
        "陈述申辩期限",
        5,
        W,
        "告知书送达",
        False,
        "行政处罚法第四十四条、第四十五条",
        mark="建议",
        of_party=True,
    ),
    DeadlineRule(
        "hearing_request",
        "听证申请期限",
        5,
        W,
        "听证告知书送达",
        False,
        "行政处罚法第六十四条第一项",
        NEW,
        of_party=True,
    ),
    DeadlineRule(
        "hearing_request_entry", "听证申请登记期限", 10, C, "申请", False, "行政处罚法第六十四条", mark="建议"
    ),
    DeadlineRule(
        "money_entry",
        "款物登记期限",
        15,
        C,
        "收取、退还",
        False,
        "行政处罚法第六十六条、第七十四条",
        mark="建议",
    ),
    DeadlineRule(
        "deferral",
        "暂缓、分期缴纳最长期限",
        12,
        M,
        "登记申请",
        False,
        "行政处罚法第六十六条第二款",
        mark="建议",
    ),
    DeadlineRule("payment", "缴款期限", 15, C, "收到决定书", True, "行政处罚法第六十七条", of_party=True),
    DeadlineRule(
        "registration_preservation", "登记保存处理期限", 7, W, "登记保存", False, "行政处罚法第五十六条"
    ),
    DeadlineRule("on_the_spot_turn_in", "当场收缴罚款上交期限", 2, W, "收缴", False, "行政处罚法第七十一条"),
    DeadlineRule(
        "on_the_spot_banking", "当场收缴罚款缴付银行期限", 2, W, "机关收到罚款", False, "行政处罚法第七十一条"
    ),
    DeadlineRule("crime_answer", "涉嫌犯罪移送审批期限", 3, C, "报告移送", False, CRIME, AMENDED),
    DeadlineRule("crime_handing", "涉嫌犯罪案件移送期限", 1, C, "批准移送", False, CRIME, AMENDED),
    DeadlineRule(
        "police_answer",
        "公安机关审查期限",
        3,
        C,
        "移交公安机关",
        False,
        TRANSFERRED.format("八"),
        AMENDED,
    ),
    DeadlineRule(
        "crime_objection",
        "不予立案的复议、监督建议期限",
        3,
        C,
        "接到不予立案通知书",
        False,
        TRANSFERRED.format("九"),
        AMENDED,
    ),
    DeadlineRule(
        "crime_review",
        "不予立案的公安机关复议期限",
        3,
        C,
        "公安机关收到提请复议的文件",
        False,
        f"{TRANSFERRED.format('九')}第二款",
        AMENDED,
    ),
    DeadlineRule(
        "crime_supervision",
        "复议后的立案监督建议期限",
        3,
        C,
        "收到复议决定通知书",
        False,
        f"{TRANSFERRED.format('九')}第二款",
        AMENDED,
    ),
    DeadlineRule(
        "crime_goods", "涉案物品移交期限", 3, C, "接到立案通知书", False, TRANSFERRED.format("十二"), AMENDED
    ),
)
