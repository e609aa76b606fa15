"""All deadlines that the platform counts, as rows; which row applies is decided by the day (facts 2.0–2.1, 2.7, 8)."""

from datetime import date

from sanzhi.law.days import DayUnit
from sanzhi.law.deadlines import DeadlineRule

W, C, M = DayUnit.WORKING, DayUnit.CALENDAR, DayUnit.MONTH
TRANSFERRED = "行政执法机关移送涉嫌犯罪案件的规定第{}条"
CRIME = TRANSFERRED.format("五")
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
        "plea", "陈述申辩期限", 5, W, "告知书送达", False, "行政处罚法第四十四条、第四十五条", mark="建议"
    ),
    DeadlineRule(
        "hearing_request", "听证申请期限", 5, W, "听证告知书送达", False, "行政处罚法第六十四条第一项", NEW
    ),
    DeadlineRule(
        "legal_review", "法制审核期限", 7, W, "送审", False, "重大执法决定法制审核目录清单", mark="建议"
    ),
    DeadlineRule("service", "送达期限", 7, W, "作出决定", False, "行政处罚法第六十一条", NEW),
    DeadlineRule("service_entry", "送达登记期限", 3, C, "送达", False, "民事诉讼法第八十七条", mark="建议"),
    DeadlineRule(
        "postal_entry", "邮寄送达登记期限", 15, C, "收件", False, "民事诉讼法第九十一条", mark="建议"
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
    DeadlineRule("payment", "缴款期限", 15, C, "收到决定书", True, "行政处罚法第六十七条"),
    DeadlineRule(
        "publication",
        "公示期限",
        7,
        W,
        "作出决定",
        False,
        "国办发〔2018〕118号二(六)",
        date(2018, 12, 5),
        mark="摘录",
    ),
    DeadlineRule(
        "publication_other",
        "公示期限",
        20,
        W,
        "作出决定",
        False,
        "国办发〔2018〕118号二(六)",
        date(2018, 12, 5),
        mark="摘录",
    ),
    DeadlineRule(
        "withdrawal",
        "撤回公示期限",
        3,
        W,
        "决定被变更、撤销、确认违法或者无效",
        False,
        "行政处罚法第四十八条",
        NEW,
    ),
    DeadlineRule(
        "registration_preservation", "登记保存处理期限", 7, W, "登记保存", False, "行政处罚法第五十六条"
    ),
    DeadlineRule("on_the_spot_turn_in", "当场收缴罚款上交期限", 2, W, "收缴", False, "行政处罚法第七十一条"),
    DeadlineRule(
        "on_the_spot_banking", "当场收缴罚款缴付银行期限", 2, W, "机关收到罚款", False, "行政处罚法第七十一条"
    ),
    DeadlineRule(
        "public_notice_service",
        "公告送达期限",
        30,
        C,
        "发出公告",
        False,
        "民事诉讼法第九十五条",
        date(2022, 1, 1),
    ),
    DeadlineRule(
        "reconsideration",
        "行政复议申请期限",
        60,
        C,
        "知道决定",
        True,
        "行政复议法第九条",
        valid_to=date(2023, 12, 31),
    ),
    DeadlineRule(
        "reconsideration", "行政复议申请期限", 60, C, "知道决定", True, "行政复议法第二十条", date(2024, 1, 1)
    ),
    DeadlineRule(
        "litigation_after_reconsideration",
        "复议后起诉期限",
        15,
        C,
        "收到复议决定书",
        True,
        "行政诉讼法第四十五条",
    ),
    DeadlineRule("litigation", "行政诉讼起诉期限", 6, M, "知道决定", True, "行政诉讼法第四十六条"),
    DeadlineRule("court_demand", "催告履行期限", 10, W, "催告书送达", False, "行政强制法第五十四条"),
    DeadlineRule(
        "court_application", "申请法院强制执行期限", 3, M, "起诉期限届满", False, "行政强制法第五十三条"
    ),
    DeadlineRule(
        "court_review",
        "向上一级法院申请复议期限",
        15,
        C,
        "收到不予受理、不予执行的裁定",
        False,
        "行政强制法第五十六条、第五十八条",
    ),
    DeadlineRule("license_correction", "许可补正告知期限", 5, W, "收到申请", False, "行政许可法第三十二条"),
    DeadlineRule("license_decision", "许可决定期限", 20, W, "受理", False, "行政许可法第四十二条"),
    DeadlineRule("license_delivery", "许可证件送达期限", 10, W, "作出决定", False, "行政许可法第四十四条"),
    DeadlineRule(
        "license_decision_extension",
        "许可决定期限延长",
        10,
        W,
        "许可决定期限届满",
        False,
        "行政许可法第四十二条第一款",
    ),
    DeadlineRule("license_promised", "许可承诺期限", 20, W, "受理", False, "行政许可事项清单", mark="建议"),
    DeadlineRule(
        "license_hearing_request",
        "许可听证申请期限",
        5,
        W,
        "被告知听证权利",
        False,
        "行政许可法第四十七条第一款",
        mark="建议",
    ),
    DeadlineRule(
        "license_hearing", "许可听证组织期限", 20, W, "提出听证申请", False, "行政许可法第四十七条第一款"
    ),
    DeadlineRule(
        "license_opinion",
        "利害关系人提出意见期限",
        5,
        W,
        "告知利害关系人",
        False,
        "行政许可法第三十六条",
        mark="建议",
    ),
    DeadlineRule(
        "license_correction_by_applicant",
        "申请人补正期限",
        10,
        W,
        "收到补正告知",
        False,
        "广州市户外广告办事指南（N3-09）",
        mark="摘录",
    ),
    DeadlineRule(
        "license_renewal", "许可延续决定期限", 0, C, "许可有效期届满", False, "行政许可法第五十条第二款"
    ),
    DeadlineRule(
        "license_ban_after_hiding",
        "隐瞒、虚假申请后不得再次申请的期限",
        12,
        M,
        "因隐瞒、虚假材料不予受理或者不予许可",
        False,
        "行政许可法第七十八条",
    ),
    DeadlineRule(
        "license_ban_after_fraud",
        "欺骗、贿赂取得许可后不得再次申请的期限",
        36,
        M,
        "因欺骗、贿赂撤销许可",
        False,
        "行政许可法第七十九条",
    ),
    DeadlineRule("crime_answer", "涉嫌犯罪移送审批期限", 3, C, "报告移送", False, CRIME, date(2020, 8, 7)),
    DeadlineRule("crime_handing", "涉嫌犯罪案件移送期限", 1, C, "批准移送", False, CRIME, date(2020, 8, 7)),
    DeadlineRule(
        "police_answer",
        "公安机关审查期限",
        3,
        C,
        "移交公安机关",
        False,
        TRANSFERRED.format("八"),
        date(2020, 8, 7),
    ),
    DeadlineRule(
        "crime_objection",
        "不予立案的复议、监督建议期限",
        3,
        C,
        "接到不予立案通知书",
        False,
        TRANSFERRED.format("九"),
        date(2020, 8, 7),
    ),
    DeadlineRule("seizure", "查封扣押期限", 30, C, "查封扣押", False, "行政强制法第二十五条"),
    DeadlineRule("seizure_extension", "查封扣押期限延长", 30, C, "原期限届满", False, "行政强制法第二十五条"),
    DeadlineRule("urgent_report", "当场实施后补办批准期限", 1, C, "当场实施", False, "行政强制法第十九条"),
    DeadlineRule(
        "recording_upload", "音像上传期限", 1, C, "记录结束", False, "音像记录管理规定", mark="记忆"
    ),
    DeadlineRule("archive", "立卷期限", 30, C, "结案", False, "行政执法案卷立卷规范", mark="建议"),
)


class NoRule(LookupError):
    """No rule of this key is valid on the day."""


def rule(key: str, on: date) -> DeadlineRule:
    """The rule `key` as it is valid on the day `on`. Raises NoRule."""
    for row in RULES:
        if row.key == key and row.valid_from <= on and (row.valid_to is None or on <= row.valid_to):
            return row
    raise NoRule(f"no rule {key} on {on}")


def captions(on: date) -> dict[str, str]:
    """The caption of every rule valid on the day: {"case_decision": "90日内"}."""
    return {
        row.key: row.caption
        for row in RULES
        if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
    }
