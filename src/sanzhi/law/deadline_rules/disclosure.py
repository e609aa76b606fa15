"""Periods of publishing and withdrawing, and of credit records (facts 1, 8, F3-13)."""

from datetime import date

from sanzhi.law.deadline_rules.units import M, W
from sanzhi.law.deadlines import DeadlineRule

NEW = date(2021, 7, 15)  # 行政处罚法 2021 修订施行日
CREDIT = date(2020, 5, 1)  # 河南省社会信用条例施行日

RULES: tuple[DeadlineRule, ...] = (
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
        "credit_check",
        "信用信息核查期限",
        5,
        W,
        "平台收到信用信息",
        False,
        "河南省社会信用条例第十七条第二款",
        CREDIT,
    ),
    DeadlineRule(
        "credit_publication",
        "失信信息披露期限",
        60,
        M,
        "失信行为认定",
        False,
        "河南省社会信用条例第十九条",
        CREDIT,
    ),
    DeadlineRule(
        "credit_objection",
        "信用异议处理期限",
        3,
        W,
        "收到异议申请",
        False,
        "河南省社会信用条例第四十一条",
        CREDIT,
    ),
    DeadlineRule(
        "credit_objection_checked",
        "信用异议核查处理期限",
        7,
        W,
        "收到异议申请",
        False,
        "河南省社会信用条例第四十一条",
        CREDIT,
    ),
    DeadlineRule(
        "credit_update",
        "失信信息撤销期限",
        1,
        W,
        "收到更新信息",
        False,
        "河南省社会信用条例第四十二条",
        CREDIT,
    ),
    DeadlineRule(
        "credit_repair",
        "信用修复期限",
        1,
        W,
        "符合信用修复规定",
        False,
        "河南省社会信用条例第四十三条",
        CREDIT,
    ),
)
