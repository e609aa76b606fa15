"""Readers of a levy: assessed, told, decided, billed, lowered, paid, given back; and the tariff that was applied."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sanzhi.catalogues import queries as catalogues
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.coercion_readers import first_served
from tests.lawful.adapter.lane_readers import on_lane, served_on_lane
from tests.lawful.adapter.lanes import Lane
from tests.lawful.adapter.papers import content_of, money
from tests.lawful.adapter.readers import when
from tests.lawful.chronicle import fees as c
from tests.lawful.chronicle import happenings as h

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources


def tariff_of(sources: "Sources") -> c.Tariff | None:
    """Of the item that was assessed last, by the edition that was applied."""
    rows = sources.lanes.all[sources.proceeding.pk].all["assessments"]
    return _tariff(rows[-1].edition_id, rows[-1].item) if rows else None


@lru_cache(maxsize=64)
def _tariff(edition: int, item: str) -> c.Tariff:
    found = catalogues.edition(edition)
    rows = [row.content for row in found.rows.all()] if found else []
    own = [row for row in rows if row["title"] == item]
    reliefs = {
        one["name"]: Decimal(str(one["percent"])) for row in own for one in row.get("reductions") or ()
    }
    late = next((row["late_per_day"] for row in own if row.get("late_per_day")), None)
    return c.Tariff(
        item=item,
        by_day=any(row.get("by_day") for row in own),
        bands=tuple(_band(row) for row in own if row.get("price") not in (None, "")),
        reliefs=reliefs,
        late_per_day=money(late) if late else None,
    )


def _band(row: dict[str, Any]) -> c.Band:
    return c.Band(
        price=Decimal(str(row["price"])),
        above=Decimal(str(row.get("above") or 0)),
        upto=Decimal(str(row["upto"])) if row.get("upto") not in (None, "") else None,
        since=_day(row.get("valid_from")),
        until=_day(row.get("valid_to")),
    )


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _uses(rows: list[dict[str, str]]) -> tuple[c.Used, ...]:
    return tuple(c.Used(Decimal(row["quantity"]), _day(row["from_on"]), _day(row["to_on"])) for row in rows)


@on_lane("levy.assessed")
def assessed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("assessments")
    reliefs = frozenset(one["title"] for one in row.reductions)
    yield c.Assessed(**when(entry), of=lane.ref, amount=row.amount, uses=_uses(row.uses), reliefs=reliefs)


@served_on_lane("D90")
def told(row: h.Served, *, says: dict[str, Any], lane: Lane) -> Iterator[h.Happening]:
    common = {"at": row.at, "on": row.on, "by": row.by, "ref": row.ref, "of": lane.ref}
    text = str(says.get("proposed_text") or "")
    yield c.LevyTold(**common, text=text, days=int(says.get("plea_days") or 0))


@served_on_lane("D92")
def billed(row: h.Served, *, says: dict[str, Any], lane: Lane) -> Iterator[h.Happening]:
    common = {"at": row.at, "on": row.on, "by": row.by, "ref": row.ref, "of": lane.ref}
    denial, remedy = (str(says.get(name) or "") for name in ("denied_text", "denied_remedy"))
    yield c.Billed(**common, amount=money(says.get("amount")) or Decimal(0), denial=denial, remedy=remedy)


@on_lane("levy.decided")
def decided(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("decisions")
    paper = sources.papers.get(row.document_id or 0)
    says = content_of(paper.sha256) if paper else {}
    yield c.LevyDecided(
        **when(entry),
        on=row.decided_on,
        of=lane.ref,
        amount=money(says.get("amount")) or Decimal(0),
        basis=str(says.get("basis") or ""),
        text=row.text,
        served_on=first_served(sources, "D91", lane=lane),
        pays_within=int(says.get("payment_days") or 0),
    )


@on_lane("levy.lowering_asked")
def lowering(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("lowerings")
    yield c.LoweringAsked(
        **{**when(entry), "ref": f"levy.lowering:{row.pk}"},
        of=lane.ref,
        relief=row.reduction.get("title", ""),
        uses=_uses(row.uses),
        owed=row.owed,
    )


@on_lane("levy.lowering_decided")
def lowered(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Of those that were asked, the one that waited: only one waits at a time."""
    rows = [row for row in lane.all["lowerings"] if row not in lane.waiting["lowerings"]]
    granted = entry.facts["outcome"] == "准予"
    yield c.LoweringDecided(
        **{**when(entry), "ref": f"levy.lowering:{rows[-1].pk}"},
        of=lane.ref,
        is_granted=granted,
        why=rows[-1].opinion,
    )


@on_lane("levy.refund_decided")
def refund(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("refunds")
    yield c.RefundDecided(**when(entry), on=row.decided_on, of=lane.ref, amount=row.amount)


@on_lane("levy.refunded")
def refunded(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = next(one for one in lane.all["refunds"] if one.voucher == entry.facts["voucher"])
    yield c.Refunded(**when(entry), on=row.paid_on, of=lane.ref, amount=row.amount, voucher=row.voucher)


@on_lane("levy.ended")
def ended(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.LevyEnded(**when(entry), of=lane.ref, ground=lane.one("ends").ground)


@on_lane("levy.court_asked")
def asked(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("court")
    excuse = bool(row.late_reason.strip())
    yield c.LevyToCourt(**when(entry), on=row.asked_on, of=lane.ref, amount=row.amount, has_excuse=excuse)
