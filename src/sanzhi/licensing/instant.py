"""Whether an application may be decided at once: its papers complete, every limit of the item kept (行政许可法 §34(2))."""

from datetime import date
from decimal import Decimal, InvalidOperation

from sanzhi.cases.models import Proceeding
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.queries import application_of, item_of


def is_instant(proceeding: Proceeding) -> bool:
    row, item = application_of(proceeding), item_of(proceeding)
    if row is None or item is None or not item.instant or row.asks != Asks.NEW:
        return False
    figures = figures_of(row, {field.name: field.label for field in item.fields})
    return (
        all(figures.get(one.field, one.limit + 1) <= one.limit for one in item.instant) and not item.on_site
    )


def figures_of(row: LicenceApplication, labels: dict[str, str]) -> dict[str, Decimal]:
    """The numbers that were answered, by field; `days` is the length of the term that is asked for."""
    found = {"days": Decimal(term_days(row.starts_on, row.ends_on))}
    for name, label in labels.items():
        try:
            found[name] = Decimal(row.answers.get(label, ""))
        except InvalidOperation:
            continue
    return found


def term_days(starts_on: date, ends_on: date) -> int:
    return (ends_on - starts_on).days + 1
