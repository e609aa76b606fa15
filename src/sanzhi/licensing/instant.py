"""Whether an application may be decided at once: every limit of the item kept, and its words say no other (行政许可法 §34(2))."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from sanzhi.cases.models import Proceeding
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.law.chinese_numbers import NUMERAL, number_of
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.queries import application_of, item_of

FIGURE = re.compile(r"\d+(?:\.\d+)?")
MEASURED = re.compile(rf"({NUMERAL})(?=平方米|米|条|面|处|日|天|个)")


def is_instant(proceeding: Proceeding) -> bool:
    row, item = application_of(proceeding), item_of(proceeding)
    if row is None or item is None or not item.instant or item.on_site or row.asks != Asks.NEW:
        return False
    said = said_of(row, item)
    return all(one.admits(said.get(one.field, "")) for one in item.instant) and _says_no_other(row, item)


def said_of(row: LicenceApplication, item: LicenceItem) -> dict[str, str]:
    """What was answered, by field; `days` is the length of the term that is asked for."""
    answers = {field.name: row.answers.get(field.label, "") for field in item.fields}
    return {"days": str(term_days(row.starts_on, row.ends_on)), **answers}


def _says_no_other(row: LicenceApplication, item: LicenceItem) -> bool:
    """The words that are granted name neither another choice nor a figure that was not answered: else somebody looks."""
    given = set(row.answers.values())
    chosen = {choice for field in item.fields for choice in field.choices}
    if any(choice in row.content for choice in chosen - given):
        return False
    days = [part for day in (row.starts_on, row.ends_on) for part in (day.year, day.month, day.day)]
    known = " ".join(map(str, [*days, term_days(row.starts_on, row.ends_on), row.place, *given]))
    return _figures(row.content) <= _figures(known)


def _figures(text: str) -> set[Decimal]:
    plain = unicodedata.normalize("NFKC", text)
    words = {Decimal(number_of(one)) for one in MEASURED.findall(plain)}
    return words | {Decimal(one) for one in FIGURE.findall(plain)}


def term_days(starts_on: date, ends_on: date) -> int:
    return (ends_on - starts_on).days + 1
