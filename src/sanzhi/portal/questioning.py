"""The field of one question of an application: a choice, a figure with its range, one or two days, or free words."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from sanzhi.applications.shapes import ANSWER
from sanzhi.kernel import clock
from sanzhi.kernel.questions import CHOICE, DAY, DAYS, FIGURES, WHOLE, Question, written_days
from sanzhi.law.days import chinese_date

UNTIL = "至"


def field_of(question: Question) -> forms.Field:
    """Nothing must be answered; what a widget cannot hold is kept as it was typed."""
    plain: dict[str, Any] = {"label": question.label, "required": False, "help_text": hint(question)}
    if question.kind == CHOICE:
        choices = [("", "暂不填写"), *((one, one) for one in question.choices)]
        return forms.CharField(**plain, max_length=ANSWER, widget=forms.Select(choices=choices))
    return forms.CharField(**plain, max_length=ANSWER, widget=_widget(question))


def _widget(question: Question) -> forms.Widget:
    if question.kind in FIGURES:
        mode = "numeric" if question.kind == WHOLE else "decimal"
        return forms.TextInput(attrs={"inputmode": mode, "autocomplete": "off"})
    if question.kind == DAY:
        return OneDay()
    return TwoDays() if question.kind == DAYS else forms.Textarea(attrs={"rows": 2})


def hint(question: Question) -> str:
    """Which answers fit, as the list says."""
    if question.least is None or question.most is None:
        return ""
    if question.kind in FIGURES:
        places = f"，最多{question.places}位小数" if question.places else ""
        return f"填{question.kind}，{question.least}～{question.most}{places}。"
    first, last = (clock.today() + timedelta(days=int(off)) for off in (question.least, question.most))
    return f"{chinese_date(first)}至{chinese_date(last)}之间。"


def _shown(text: str) -> str:
    """As an input of a day wants it; what is no day stays as it was typed."""
    days = written_days(text)
    return days[0].isoformat() if days and len(days) == 1 else text


def _said(text: str) -> str:
    try:
        return chinese_date(date.fromisoformat(text))
    except ValueError:
        return text


class OneDay(forms.DateInput):
    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"})

    def format_value(self, value: Any) -> str:
        return _shown(str(value or ""))

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:  # noqa: PLR0917 - as Django asks
        return _said(str(data.get(name) or "").strip())


class TwoDays(forms.MultiWidget):
    """First and last day; both together are one answer, 2026年3月2日至2026年4月1日."""

    def __init__(self) -> None:
        first, last = OneDay(), OneDay()
        first.attrs["aria-label"], last.attrs["aria-label"] = "起始日", "终止日"
        super().__init__({"from": first, "until": last})

    def decompress(self, value: Any) -> list[str]:
        first, _, last = str(value or "").partition(UNTIL)
        return [first.strip(), last.strip()]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:  # noqa: PLR0917 - as Django asks
        first, last = super().value_from_datadict(data, files, name)
        return f"{first}{UNTIL}{last}" if first or last else ""
