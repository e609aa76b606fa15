"""How long a seizure may last: thirty days, once longer by at most thirty, appraisals taken out (行政强制法 §25).

An appraisal is taken out only for the days of which the party was told in writing, and no longer than it took. Plain
days that roll over nothing: the authority's own period (facts F2-002, F2-004).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from sanzhi.law.days import Calendar, DayUnit, chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import DeadlineRule, Exclusion, Extension, due
from sanzhi.law.derivation import DAYS, CannotCount, Derivation, Step

# plain days are counted without knowing which of them are days off
ANY_CALENDAR = Calendar(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True)
class Prolonged:
    """The head's approval before the first period was over; `days` at most thirty."""

    approved_on: date
    days: int
    reason: str


@dataclass(frozen=True)
class Appraisal:
    """检测、检验、检疫、技术鉴定: the days told to the party by `document`; `ended_on` when it was over.

    What had passed before the party was told on `told_on` is not taken out.
    """

    from_on: date
    to_on: date
    what: str
    document: str = ""
    ended_on: date | None = None
    told_on: date | None = None

    @property
    def first_on(self) -> date:
        return max(self.from_on, self.told_on or self.from_on)

    @property
    def is_taken_out(self) -> bool:
        return bool(self.document.strip()) and self.first_on <= self.last_on

    @property
    def last_on(self) -> date:
        return min(self.to_on, self.ended_on or self.to_on)


@dataclass(frozen=True)
class SeizureDays:
    """`last_on` is the last day of the seizure; `excluded` the days of appraisals that were taken out."""

    last_on: date
    excluded: int
    derivation: Derivation


def seizure_days(
    decided_on: date,
    *,
    carried_out_on: date,
    decided_days: int | None = None,
    prolonged: Prolonged | None = None,
    appraisals: tuple[Appraisal, ...] = (),
) -> SeizureDays:
    """The last day, counted from the earlier of decision and carrying out. Raises CannotCount.

    `decided_days` is the term that the decision names, where it is shorter than the statute allows.
    """
    start = min(decided_on, carried_out_on)
    longest, longer = rule("seizure", start), rule("seizure_extension", start)
    basic = _decided(longest, decided_days)
    taken = tuple(
        _exclusion(row) for row in appraisals if row.document.strip() and row.last_on >= row.from_on
    )
    first = due(basic, start, calendar=ANY_CALENDAR, exclusions=taken).on
    steps = [Step("基本期限", f"自{chinese_date(start)}起，开始之日不计入", Decimal(basic.days), DAYS)]
    extensions: tuple[Extension, ...] = ()
    if prolonged is not None:
        _check_prolonged(prolonged, most=longer.days, between=(start, first))
        extensions = (Extension(prolonged.days, DayUnit.CALENDAR, prolonged.reason, longer.citation),)
        formula = f"{chinese_date(prolonged.approved_on)}经负责人批准，{prolonged.reason}"
        steps.append(Step("延长", formula, Decimal(prolonged.days), DAYS))
    last = due(basic, start, calendar=ANY_CALENDAR, extensions=extensions, exclusions=taken).on
    allowed = basic.days + (prolonged.days if prolonged else 0)
    excluded = (last - start).days - allowed
    steps += [_told(row) for row in appraisals]
    if appraisals:
        steps.append(Step("检测、鉴定不计入", "期限之内、扣除重复的日数", Decimal(excluded), DAYS))
    steps.append(
        Step("届满", f"至{chinese_date(last)}（届满日为休假日的不顺延）", Decimal(allowed + excluded), DAYS)
    )
    result = Derivation(
        "查封、扣押期限", tuple(steps), Decimal(allowed + excluded), "行政强制法第二十五条", DAYS
    )
    return SeizureDays(last, excluded, result)


def used_days(start: date, on: date, *, appraisals: tuple[Appraisal, ...] = ()) -> int:
    """The days of the seizure that count by the end of `on`: the first day does not, told appraisals do not."""
    out = {
        day
        for row in appraisals
        if row.is_taken_out
        for day in _days(row.first_on, row.last_on)
        if start < day <= on
    }
    return max((on - start).days - len(out), 0)


def _decided(longest: DeadlineRule, days: int | None) -> DeadlineRule:
    if days is not None and not 0 < days <= longest.days:
        raise CannotCount(
            f"查封、扣押应为一日以上、{longest.days}日以下，现为{days}日（行政强制法第二十五条第一款）。"
        )
    return longest if days is None else replace(longest, days=days)


def _check_prolonged(prolonged: Prolonged, *, most: int, between: tuple[date, date]) -> None:
    if not 0 < prolonged.days <= most:
        raise CannotCount(
            f"延长查封、扣押应为一日以上、{most}日以下，现为{prolonged.days}日（行政强制法第二十五条第一款）。"
        )
    if not between[0] <= prolonged.approved_on <= between[1]:
        raise CannotCount(
            f"延长查封、扣押应在期满之前批准：期限至{chinese_date(between[1])}，"
            f"批准在{chinese_date(prolonged.approved_on)}（行政强制法第二十五条第一款）。"
        )
    if not prolonged.reason.strip():
        raise CannotCount("延长查封、扣押应说明理由（行政强制法第二十五条第二款）。")


def _exclusion(row: Appraisal) -> Exclusion:
    return Exclusion(row.first_on, row.last_on, row.what, row.document)


def _told(row: Appraisal) -> Step:
    if not row.is_taken_out:
        span = f"{chinese_date(row.from_on)}至{chinese_date(row.last_on)}"
        return Step(f"{row.what}不扣除", f"{span}，期间没有书面告知当事人", Decimal(0), DAYS)
    span = f"{chinese_date(row.first_on)}至{chinese_date(row.last_on)}"
    days = (row.last_on - row.first_on).days + 1
    return Step(row.what, f"{span}，{row.document}已告知", Decimal(days), DAYS)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
