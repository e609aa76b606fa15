"""A question as the lists write it, 占用面积（平方米）；数字；0.1～1000, and what speaks against an answer to it.

The range is the list's own: of figures from the least to the most, of days how many before (-) and after the day of the
answer. Words parted by “/” are the answers to choose from; a period marked 申请期限 is the term that is applied for.
A question without a word of its kind is answered by any text. Refuses a line that cannot be read.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sanzhi.law.days import chinese_date

TEXT, NUMBER, WHOLE, DAY, DAYS = "文字", "数字", "整数", "日期", "起止日期"
KINDS = (TEXT, NUMBER, WHOLE, DAY, DAYS)
FIGURES, OF_DAYS = (NUMBER, WHOLE), (DAY, DAYS)
PART, OR, TERM = "；", "/", "申请期限"
CHOICE = "选项"
RANGE = re.compile(r"(-?\d{1,9}(?:\.\d{1,4})?)[～~](-?\d{1,9}(?:\.\d{1,4})?)")
FIGURE = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
WRITTEN = re.compile(r"(?:([0-9]+)\s*[年\-./]\s*)?([0-9]+)\s*[月\-./]\s*([0-9]+)(?![0-9])日?")
NARROW = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
DECIMALS = 2  # places of a figure, where the range is not finer
UNBOUNDED = "请在类型后面写明范围，如：数字；0.1～1000。日期写距填写之日的日数，如：日期；-30～730。"
SHOWN = 20  # characters of an answer that a sentence repeats


class WrongQuestion(ValueError):
    """The sentence says how it is written."""


@dataclass(frozen=True)
class Question:
    """`is_term`: the answer is the term that is applied for, which nobody is asked twice."""

    label: str
    kind: str = TEXT
    least: Decimal | None = None
    most: Decimal | None = None
    choices: tuple[str, ...] = ()
    is_term: bool = False

    @property
    def is_bounded(self) -> bool:
        return self.kind in {TEXT, CHOICE} or self.least is not None

    @property
    def places(self) -> int:
        """Decimals of an answer: two, or as many as the range has."""
        if self.kind == WHOLE:
            return 0
        spans = (span for span in (self.least, self.most) if span is not None)
        return max([DECIMALS, *(-int(span.as_tuple().exponent) for span in spans)])


def read_question(line: str) -> Question:
    """Label, kind and range; a kind is wanted where there is a range."""
    label, kind, span, mark = (*map(str.strip, line.split(PART, 3)), "", "", "")[:4]
    kind = kind or TEXT
    choices = tuple(filter(None, kind.split(OR))) if OR in kind else ()
    if choices and not span and label:
        return Question(label, CHOICE, choices=choices)
    if not label or kind not in KINDS or mark not in {"", TERM} or (mark and kind != DAYS):
        raise WrongQuestion(
            f"“{line}”应写成：标题；{'、'.join(KINDS)}；范围。选项写成“甲/乙”，没有范围；"
            f"起止日期就是申请的期限的，在范围后面加“；{TERM}”。"
        )
    least, most = read_range(span, kind=kind, line=line)
    return Question(label, kind, least, most, is_term=bool(mark))


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


def plain(question: Question, text: str) -> str:
    """The answer as it is kept: figures and days in narrow digits, whatever keyboard they come from."""
    text = text.strip()
    return text.translate(NARROW) if question.kind in (*FIGURES, *OF_DAYS) else text


def objection(question: Question, text: str, *, on: date) -> str:
    """What speaks against the answer, as a sentence that names the question; empty where nothing does, or all is empty."""
    said = plain(question, text)
    if not said or question.kind == TEXT:
        return ""
    if question.kind == CHOICE:
        is_one = said in question.choices
        return (
            "" if is_one else f"“{question.label}”应填{'、'.join(question.choices)}，填的是“{_shown(said)}”。"
        )
    if question.kind in FIGURES:
        return _against_figure(question, said)
    return _against_days(question, said, on=on)


def _against_figure(question: Question, text: str) -> str:
    found = FIGURE.fullmatch(text)
    if found is None or not _is_within(question, Decimal(text)) or (question.kind == WHOLE and found[1]):
        return f"“{question.label}”应填{_span(question)}的{question.kind}，填的是“{_shown(text)}”。"
    if len(found[1] or "") > question.places:
        return f"“{question.label}”最多写{question.places}位小数，填的是“{_shown(text)}”。"
    return ""


def _against_days(question: Question, text: str, *, on: date) -> str:
    if unborn := _no_day(text):
        return f"“{question.label}”的“{unborn}”不存在，没有这一天。"
    days = written_days(text)
    wanted = f"“{question.label}”应写明{'起止' if question.kind == DAYS else ''}日期，如 2026年3月2日"
    if days is None or len(days) < (2 if question.kind == DAYS else 1):
        return f"{wanted}{'至2026年4月1日' if question.kind == DAYS else ''}，填的是“{_shown(text)}”。"
    if question.kind == DAYS and days[0] > days[-1]:
        if _leaves_year_out(text):
            return f"“{question.label}”的终止日没有写明年份，请写明是哪一年，填的是“{_shown(text)}”。"
        return f"“{question.label}”的终止日早于起始日。"
    if all(_is_within(question, Decimal((day - on).days)) for day in days):
        return ""
    assert question.least is not None and question.most is not None  # without a range every day is within
    first, last = (on + timedelta(days=int(days_off)) for days_off in (question.least, question.most))
    return f"“{question.label}”应在{chinese_date(first)}至{chinese_date(last)}之间，填的是“{_shown(text)}”。"


def written_days(text: str) -> list[date] | None:
    """The days that are written, 2026年3月2日 or 2026-03-02, a year that is left out being the one before; None where one cannot be."""
    found: list[date] = []
    for year, month, day in WRITTEN.findall(text.translate(NARROW)):
        if not year and not found:
            return None
        try:
            found.append(date(int(year) if year else found[-1].year, int(month), int(day)))
        except (ValueError, OverflowError):
            return None
    return found


def term_in(question: Question, text: str) -> tuple[date, date] | None:
    """First and last day of a period; None where there is none to be read."""
    days = written_days(text) if question.kind == DAYS else None
    return (days[0], days[-1]) if days and len(days) > 1 and days[0] <= days[-1] else None


def _no_day(text: str) -> str:
    """The first written day that no calendar has; empty where there is none."""
    year = 0
    for found in WRITTEN.finditer(text):
        year = int(found[1]) if found[1] else year
        try:
            if year:
                date(year, int(found[2]), int(found[3]))
        except (ValueError, OverflowError):
            return found[0]
    return ""


def _leaves_year_out(text: str) -> bool:
    return not [*WRITTEN.finditer(text)][-1][1]


def _is_within(question: Question, value: Decimal) -> bool:
    """A figure without a range is no debt: nothing that is measured is below nothing."""
    if question.least is None or question.most is None:
        return question.kind in OF_DAYS or value >= 0
    return question.least <= value <= question.most


def _span(question: Question) -> str:
    return f"{question.least}至{question.most}" if question.least is not None else "不小于0"


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}……"
