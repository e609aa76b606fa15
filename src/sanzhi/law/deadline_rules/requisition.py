"""Periods of requisitions 征用: statute says 及时, so each is a proposal for the list."""

from datetime import date

from sanzhi.law.deadline_rules.units import C, M, W
from sanzhi.law.deadlines import DeadlineRule

NEW = date(2024, 11, 1)  # 突发事件应对法 2024 修订施行日

RULES: tuple[DeadlineRule, ...] = (
    DeadlineRule(
        "requisition_return",
        "征用财产返还期限",
        3,
        W,
        "使用完毕或者应急处置工作结束",
        False,
        "突发事件应对法第十二条",
        NEW,
        mark="建议",
    ),
    DeadlineRule(
        "requisition_compensation",
        "征用补偿决定期限",
        2,
        M,
        "返还财产或者确认毁损、灭失",
        False,
        "突发事件应对法第十二条",
        NEW,
        mark="建议",
    ),
    DeadlineRule(
        "requisition_payment",
        "征用补偿支付期限",
        15,
        C,
        "收到补偿决定书",
        False,
        "突发事件应对法第十二条",
        NEW,
        mark="建议",
    ),
)
