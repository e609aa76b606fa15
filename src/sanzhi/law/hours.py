"""Periods of hours: counted to the minute and stopped by no night, no holiday; the hour of the beginning is not rounded."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sanzhi.law.days import chinese_date


@dataclass(frozen=True)
class HourRule:
    """`hours` after the moment of `starts`. `mark` tells how sure the figure is."""

    key: str
    title: str
    hours: int
    starts: str
    citation: str
    valid_from: date = date(1900, 1, 1)
    valid_to: date | None = None
    mark: str = "原文"

    @property
    def caption(self) -> str:
        """24小时内."""
        return f"{self.hours}小时内"


@dataclass(frozen=True)
class HourDeadline:
    """`at` is the last moment at which the act is in time."""

    rule: HourRule
    start: datetime
    at: datetime
    explained: tuple[str, ...]


PLANNING = "平顶山市城乡规划建设管理条例"
HOURS: tuple[HourRule, ...] = (
    HourRule("urgent_report", "当场强制的报告、补办批准期限", 24, "当场实施", "行政强制法第十九条"),
    HourRule("road_emergency_dig", "抢修挖掘的补办批准期限", 24, "破路抢修", "城市道路管理条例第三十四条"),
    HourRule(
        "building_urgent_approval",
        "立即查封、暂扣的补办批准期限",
        24,
        "采取措施",
        f"{PLANNING}第三十四条第二款",
        date(2018, 1, 1),
    ),
)


class NoHourRule(LookupError):
    """No rule of this key is valid on the day."""


def hour_rule(key: str, on: date) -> HourRule:
    """The rule `key` as it is valid on the day `on`. Raises NoHourRule."""
    for row in HOURS:
        if row.key == key and row.valid_from <= on and (row.valid_to is None or on <= row.valid_to):
            return row
    raise NoHourRule(f"no rule {key} on {on}")


def due_at(rule: HourRule, start: datetime) -> HourDeadline:
    """The last moment of `rule` for what started at `start`; local time, without a zone or with one that never shifts."""
    at = start + timedelta(hours=rule.hours)
    said = f"{rule.title}：自{chinese_date(start)}（{rule.starts}）起{rule.caption}，至{chinese_date(at)}（{rule.citation}）。"
    return HourDeadline(rule, start, at, (said,))
