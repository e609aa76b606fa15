"""Readers of what happens after the decision: more time, remedies, the court, a decision that does not stay."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sanzhi.cases.models import OverturnedFor
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.readers import reads, when
from tests.lawful.adapter.surroundings import chinese_day
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle.aftermath import Instalment
from tests.lawful.chronicle.other_kinds import CourtAnswered, CourtAsked

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources


@reads("penalty.deferral_granted")
def postponed(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    plan = sources.take_granted_deferral().instalments
    parts = tuple(Instalment(date.fromisoformat(one["day"]), Decimal(one["amount"])) for one in plan)
    yield h.Postponed(**when(entry), until=chinese_day(entry.facts["until"]), instalments=parts)


@reads("penalty.cash_transferred")
def cash_moved(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    yield h.CashMoved(**when(entry), target="bank" if "银行" in entry.facts["target"] else "authority")


@reads("penalty.confiscation_carried_out")
def confiscated(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("confiscations")
    yield h.Confiscated(**when(entry), on=row.taken_on, measure=row.measure.rpartition("_")[2])


@reads("cases.contest_recorded")
def challenged(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("remedies")
    sources.challenged.append(row)
    until = row.received_on or row.ended_on
    yield h.Challenged(**when(entry), on=row.accepted_on, way=row.way, until=until)


ANSWERS = ("不予受理", "不予执行", "准予执行", "受理")
WORDS = {"changed": "变更", "unlawful": "确认违法"}


@reads("cases.overturned")
def overturned(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("overturns")
    others = row.by_whom != "self"
    grounds = "；".join(OverturnedFor(key).label for key in row.overturned_for)
    yield h.Overturned(
        **when(entry),
        by_whom=row.by_whom,
        ground=f"{WORDS[row.kind]}：{grounds}" if row.kind in WORDS else grounds,
        fine=row.fine,
        has_judgment=not others or bool(_judgments(row, sources)),
        orders_anew=others and "cases.decided_anew" in sources.events,
        contrary_by=next((one.contrary_by for one in _judgments(row, sources)), "") if others else "",
    )


def _judgments(row: Any, sources: "Sources") -> list[Any]:
    """The remedies of the same proceeding that ended by that paper, with that outcome and that fine, by then."""
    way = {"court": "litigation", "reconsideration": "reconsideration"}[row.by_whom]
    number = "".join(unicodedata.normalize("NFKC", row.reference).split())
    return [
        one
        for one in sources.challenged
        if one.way == way
        and (one.outcome, one.fine) == (row.kind, row.fine)
        and "".join(unicodedata.normalize("NFKC", one.outcome_number).split()) == number
        and one.ended_on is not None
        and one.ended_on <= row.decided_on
    ]


@reads("cases.decided_anew")
def anew(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """From here on the entries speak of the next proceeding; the case itself goes on."""
    later = [row for row in sources.proceedings if row.pk > sources.proceeding.pk]
    sources.proceeding = later[0] if later else sources.proceeding
    yield from ()


@reads("penalty.court_asked")
def court_asked(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """The head's signature and the date are those of the application as it was issued; so is the seal."""
    forms = {pk for pk, form in sources.issued.items() if form == "D66"}
    signed = any(row.role == "bureau_head" for pk in forms for row in sources.signatures.get(pk, ()))
    dated = any(sources.papers[pk].issued_at for pk in forms)
    signs = {"head": signed, "seal": bool(forms), "date": dated}
    yield CourtAsked(**when(entry), signs=frozenset(name for name, given in signs.items() if given))


@reads("penalty.court_answered")
def court_answered(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    said = str((entry.facts or {}).get("answer", ""))
    says = next((word for word in ANSWERS if word in said), "")
    yield CourtAnswered(**when(entry), says=says, is_of_higher=said.startswith("上一级"))
