"""A question as the lists write it, 占用面积（平方米）；数字；0.1～1000, and what speaks against an answer to it.

The range is the list's own: of figures from the least to the most, of days how many before (-) and after the day of the
answer. A question without a word of its kind is answered by any text. Refuses a line that cannot be read.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sanzhi.law.days import chinese_date

TEXT, NUMBER, WHOLE, DAY, DAYS = "文字", "数字", "整数", "日期", "起止日期"
KINDS = (TEXT, NUMBER, WHOLE, DAY, DAYS)
FIGURES, OF_DAYS = (NUMBER, WHOLE), (DAY, DAYS)
PART = "；"
RANGE = re.compile(r"(-?\d{1,9}(?:\.\d{1,4})?)[～~](-?\d{1,9}(?:\.\d{1,4})?)")
FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?")
WRITTEN = re.compile(r"(?:(\d+)\s*[年\-./]\s*)?(\d+)\s*[月\-./]\s*(\d+)(?!\d)")
UNBOUNDED = "请在类型后面写明范围，如：数字；0.1～1000。日期写距填写之日的日数，如：日期；-30～730。"
SHOWN = 20  # characters of an answer that a sentence repeats


class WrongQuestion(ValueError):
    """The sentence says how it is written."""


@dataclass(frozen=True)
class Question:
    label: str
    kind: str = TEXT
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def is_bounded(self) -> bool:
        return self.kind == TEXT or self.least is not None


def read_question(line: str) -> Question:
    """Label, kind and range; a kind is wanted where there is a range."""
    label, kind, span = (*map(str.strip, line.split(PART, 2)), "", "")[:3]
    kind = kind or TEXT
    if not label or kind not in KINDS:
        raise WrongQuestion(f"“{line}”应写成：标题；{'、'.join(KINDS)}；范围。")
    return Question(label, kind, *read_range(span, kind=kind, line=line))


def readable(line: str) -> Question:
    """The same of a line that was in force before it could be refused: any text answers it."""
    try:
        return read_question(line)
    except WrongQuestion:
        return Question(line)


def read_range(span: str, *, kind: str, line: str) -> tuple[Decimal | None, Decimal | None]:
    """Nothing where none is written."""
    if not span:
        return None, None
    found = RANGE.fullmatch(span)
    if found is None or kind == TEXT or Decimal(found[1]) > Decimal(found[2]):
        raise WrongQuestion(
            f"“{line}”的范围应写成“最小～最大”，如 0.1～1000；日期写距填写之日的日数，如 -30～730；文字没有范围。"
        )
    return Decimal(found[1]), Decimal(found[2])


def objection(question: Question, text: str, *, on: date) -> str:
    """What speaks against the answer, as a sentence that names the question; empty where nothing does, or all is empty."""
    if not text.strip() or question.kind == TEXT:
        return ""
    if question.kind in FIGURES:
        return _against_figure(question, text.strip())
    return _against_days(question, text.strip(), on=on)


def _against_figure(question: Question, text: str) -> str:
    is_one = FIGURE.fullmatch(text) and (question.kind == NUMBER or "." not in text)
    value = Decimal(text) if is_one else None
    if value is not None and _is_within(question, value):
        return ""
    return f"“{question.label}”应填{_span(question)}的{question.kind}，填的是“{_shown(text)}”。"


def _against_days(question: Question, text: str, *, on: date) -> str:
    days = written_days(text)
    wanted = f"“{question.label}”应写明{'起止' if question.kind == DAYS else ''}日期，如 2026年3月2日"
    if days is None or len(days) < (2 if question.kind == DAYS else 1):
        return f"{wanted}{'至2026年4月1日' if question.kind == DAYS else ''}，填的是“{_shown(text)}”。"
    if question.kind == DAYS and days[0] > days[-1]:
        return f"“{question.label}”的终止日早于起始日。"
    if all(_is_within(question, Decimal((day - on).days)) for day in days):
        return ""
    assert question.least is not None and question.most is not None  # without a range every day is within
    first, last = (on + timedelta(days=int(days_off)) for days_off in (question.least, question.most))
    return f"“{question.label}”应在{chinese_date(first)}至{chinese_date(last)}之间，填的是“{_shown(text)}”。"


def written_days(text: str) -> list[date] | None:
    """The days that are written, 2026年3月2日 or 2026-03-02, a year that is left out being the one before; None where one cannot be."""
    found: list[date] = []
    for year, month, day in WRITTEN.findall(text):
        if not year and not found:
            return None
        try:
            found.append(date(int(year) if year else found[-1].year, int(month), int(day)))
        except (ValueError, OverflowError):
            return None
    return found


def _is_within(question: Question, value: Decimal) -> bool:
    """A figure without a range is no debt: nothing that is measured is below nothing."""
    if question.least is None or question.most is None:
        return question.kind in OF_DAYS or value >= 0
    return question.least <= value <= question.most


def _span(question: Question) -> str:
    return f"{question.least}至{question.most}" if question.least is not None else "不小于0"


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}……"
