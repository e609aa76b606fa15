"""Periods of levies 征收: statute names none, so each is a proposal for the list."""

from sanzhi.law.deadline_rules.units import C
from sanzhi.law.deadlines import DeadlineRule

RULES: tuple[DeadlineRule, ...] = (
    DeadlineRule(
        "levy_payment",
        "征收款项缴纳期限",
        15,
        C,
        "收到征收决定书",
        True,
        "城市道路管理条例第三十七条第一款",
        mark="建议",
        of_party=True,
    ),
    DeadlineRule(
        "levy_refund",
        "占用费退还期限",
        15,
        C,
        "决定缩小面积、缩短时间或者停止占用",
        False,
        "城市道路管理条例第三十八条",
        mark="建议",
    ),
)
