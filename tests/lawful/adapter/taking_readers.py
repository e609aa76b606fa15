"""Readers of a requisition and of the compensation beside it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sanzhi.ledger.models import Entry
from tests.lawful.adapter.coercion_readers import first_served, is_at
from tests.lawful.adapter.lane_readers import day, on_lane, served_on_lane
from tests.lawful.adapter.lanes import Lane
from tests.lawful.adapter.papers import content_of, money
from tests.lawful.adapter.readers import when
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle import takings as c
from tests.lawful.chronicle.other_kinds import Requisitioned, Thing
from tests.lawful.chronicle.text import letters

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources


def _ref(row: Any) -> str:
    return f"requisition.requisitionedthing:{row.pk}"


def _text(row: dict[str, Any]) -> str:
    """挖掘机（20吨）1台, from a line as it was decided."""
    spec = f"（{row['spec']}）" if row.get("spec") and row["spec"] != "无" else ""
    return f"{row['name']}{spec}{Decimal(str(row['count'])).normalize():f}{row['unit']}"


def _name(row: Any) -> str:
    return _text({"name": row.name, "spec": row.spec, "count": row.count, "unit": row.unit})


@on_lane("requisition.decided")
def decided(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row, decision = lane.one("requisitions"), lane.one("decisions")
    paper = sources.papers.get(decision.document_id or 0)
    says = content_of(paper.sha256) if paper else {}
    until = says.get("until_before")
    things = tuple(_text(one) for one in row.things)
    common = {**when(entry), "on": decision.decided_on}
    yield c.RequisitionDecided(
        **common,
        of=lane.ref,
        things=things,
        until=date.fromisoformat(str(until)) if until else None,
        declared_on=row.declared_on,
        served_on=first_served(sources, "D95", lane=lane),
    )
    declared = row.declared_on is not None and row.declared_on <= decision.decided_on
    yield Requisitioned(**common, is_emergency=declared, things=tuple(map(Thing, things)))


@on_lane("requisition.taken_over")
@on_lane("requisition.taken_at_once")
def taken(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("requisitions")
    things = tuple(
        c.TakenThing(_ref(one), _name(one), one.count, one.worth, one.daily)
        for one in lane.all["requisitioned"]
    )
    yield c.ThingsTaken(
        **when(entry),
        on=day(row.taken_at),
        of=lane.ref,
        things=things,
        is_urgent=entry.event.endswith("at_once"),
        is_witnessed=bool(row.present_name.strip() or row.witness.strip()),
        receipt_on=first_served(sources, "D96", lane=lane),
    )


@on_lane("requisition.refused")
def refused(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.RequisitionRefused(**when(entry), of=lane.ref)


@on_lane("requisition.extended")
def longer(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Each with its own paper; the row holds the last."""
    lane.longer += 1
    papers = sorted(pk for pk in lane.papers if sources.papers[pk].form == "D101")
    paper = sources.papers[papers[lane.longer - 1]] if len(papers) >= lane.longer else None
    says = content_of(paper.sha256) if paper else {}
    service = sources.services.get(paper.pk) if paper else None
    until = says.get("until_on")
    yield c.RequisitionLonger(
        **when(entry),
        of=lane.ref,
        until=date.fromisoformat(str(until)) if until else None,
        told_on=service.served_on if service else None,
    )


@on_lane("requisition.used")
def used(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """The rows of one command say the same of each thing."""
    count = int(entry.facts["count"])
    rows, lane.waiting["uses"] = lane.waiting["uses"][:count], lane.waiting["uses"][count:]
    for row in rows[:1]:
        yield c.ThingsUsed(**when(entry), on=row.used_on, of=lane.ref, purpose=row.purpose)


@on_lane("requisition.use_ended")
def use_ended(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("requisitions")
    yield c.UseEnded(**when(entry), on=row.use_ended_on, of=lane.ref, ground=row.use_ended_for)


@on_lane("requisition.thing_back")
def back(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Of several that came back at one moment, in the order of the entries, that of the name."""
    what = letters(entry.facts["what"])
    here = [row for row in lane.waiting["requisitioned"] if row.settled_at and is_at(row.settled_at, entry)]
    for row in [one for one in here if letters(one.name) in what][:1]:
        lane.waiting["requisitioned"].remove(row)
        counts = {name: getattr(row, name) or Decimal(0) for name in ("returned", "consumed", "lost")}
        common = {**when(entry), "ref": _ref(row)}
        party = sources.one_or_none("parties")
        own = (
            {letters(name) for name in (party.name, party.representative, party.guardian)} if party else set()
        )
        vouched = letters(row.received_by) in own - {""} or bool(row.receiver_proof.strip())
        yield c.ThingBack(**common, of=lane.ref, is_damaged=row.is_damaged, is_vouched=vouched, **counts)


@on_lane("requisition.damage_valued")
def valued(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """What it was valued at last stands in the row."""
    what = letters(entry.facts["what"])
    rows = [row for row in lane.all["requisitioned"] if letters(row.name) in what and row.damage_worth]
    for row in rows[:1]:
        explained = bool(row.damage_reason.strip() and row.owner_word.strip())
        more = {"worth": row.damage_worth, "remaining": row.remaining, "is_explained": explained}
        yield c.DamageValued(**{**when(entry), "ref": _ref(row)}, of=lane.ref, **more)


@on_lane("requisition.objected")
def objected(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.Objected(**when(entry), of=lane.ref)


@on_lane("requisition.objection_answered")
def objection_answered(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.ObjectionAnswered(**when(entry), of=lane.ref)


@served_on_lane("D98")
def told(row: h.Served, *, says: dict[str, Any], lane: Lane) -> Iterator[h.Happening]:
    common = {"at": row.at, "on": row.on, "by": row.by, "ref": row.ref, "of": lane.ref}
    text = str(says.get("proposed_text") or "")
    yield c.CompensationTold(**common, text=text, days=int(says.get("plea_days") or 0))


@on_lane("requisition.compensation_decided")
def compensation(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("decisions")
    paper = sources.papers.get(row.document_id or 0)
    says = content_of(paper.sha256) if paper else {}
    yield c.CompensationDecided(
        **when(entry),
        on=row.decided_on,
        of=lane.ref,
        amount=money(says.get("amount")) or Decimal(0),
        text=row.text,
        served_on=first_served(sources, "D99", lane=lane),
        pays_within=int(says.get("payment_days") or 0),
    )


@on_lane("requisition.compensation_paid")
def paid(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row, party = lane.take("compensation_payments"), sources.one_or_none("parties")
    own = party is not None and letters(row.receiver) == letters(party.name)
    yield c.CompensationPaid(
        **when(entry),
        on=row.paid_on,
        of=lane.ref,
        amount=row.amount,
        voucher=row.voucher,
        is_vouched=own or bool(row.proof.strip()),
    )
