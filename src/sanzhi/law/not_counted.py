"""Periods that do not count towards the ninety days: the law itself names none, a rule of a ministry may (行政处罚法 §60)."""

from dataclasses import dataclass
from datetime import date

MINISTRY = "住房和城乡建设行政处罚程序规定"


@dataclass(frozen=True)
class NotCounted:
    """`mark` tells how sure the row is."""

    key: str
    title: str
    citation: str
    valid_from: date
    mark: str = "原文"


RULES = (
    NotCounted("suspension", "中止调查期间", MINISTRY, date(2022, 5, 1), mark="记忆"),
    NotCounted("appraisal", "检测、检验、鉴定期间", MINISTRY, date(2022, 5, 1), mark="记忆"),
)


def not_counted(key: str, on: date) -> NotCounted | None:
    """The rule for such a period as it is valid on the day, or None: then every day counts."""
    return next((row for row in RULES if row.key == key and row.valid_from <= on), None)
