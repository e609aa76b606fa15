"""Readers of what is carried out: a seizure and the things in custody, a proxy, a clearing, how an execution halts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sanzhi.kernel.clock import CHINA
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.lane_readers import day, moment, on_lane, standing
from tests.lawful.adapter.lanes import Lane
from tests.lawful.adapter.papers import content_of, money
from tests.lawful.adapter.readers import when
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle import lanes as c
from tests.lawful.chronicle.other_kinds import (
    Enforced,
    EnforcementStopped,
    Seized,
    SeizureApproved,
    SeizureEnded,
    SeizureExtended,
    Thing,
)

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

FATES = {
    "returned": "returned",
    "confiscated": "confiscated",
    "destroyed": "destroyed",
    "handed_over": "transferred",
    "sold": "auctioned",
    "set_off": "auctioned",
}
THREATS = {"traffic": "traffic", "pollution": "pollution", "resources": "resources"}
SCENE = "implementation"


def text_of(row: Any) -> str:
    """轻型自卸货车（豫D·00000挂）1辆, as a list of what was decided says it."""
    spec = f"（{row.spec}）" if row.spec and row.spec != "无" else ""
    return f"{row.name}{spec}{Decimal(row.count).normalize():f}{row.unit}"


@on_lane("coercion.seized")
@on_lane("coercion.seized_at_once")
def seized(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("seizures")
    if row is None or row.begun_at is None:
        return
    decision = _decision_says(sources, lane=lane)
    yield Seized(
        **{**when(entry), "ref": lane.ref},
        on=day(row.begun_at),
        basis=str(decision.get("basis") or ""),
        approved_at=_approved_at(sources, lane=lane),
        is_urgent=row.is_urgent,
        things=tuple(Thing(text_of(thing)) for thing in lane.things),
        officers=_hands(sources, lane=lane, form="D54") or tuple(sorted(sources.handlers)),
        site=_site(sources, lane=lane, row=row),
        is_party_present=row.present != "nobody",
    )


def _decision_says(sources: "Sources", *, lane: Lane) -> dict[str, Any]:
    """The data of the decision's paper."""
    row = lane.one("decisions")
    paper = sources.papers.get(row.document_id or 0) if row else None
    return content_of(paper.sha256) if paper else {}


def _approved_at(sources: "Sources", *, lane: Lane) -> datetime | None:
    """When a head signed the approval that stands, or decided; the earlier of both."""
    signed = [
        moment(signature.signed_at)
        for pk, form in lane.issued.items()
        if form == "D52"
        for signature in sources.signatures.get(pk, ())
        if signature.role == "bureau_head"
    ]
    return min([*signed, *lane.decided_at], default=None)


def _hands(sources: "Sources", *, lane: Lane, form: str) -> tuple[str, ...]:
    """The officers who signed the record, once it is issued."""
    record = standing(sources, form, lane=lane)
    signed = sources.signatures.get(record.pk, ()) if record else ()
    rows = [row for row in signed if row.role == "officer" and row.round == record.round]
    return tuple(dict.fromkeys(f"officer:{row.officer_id}" for row in rows))


def _site(sources: "Sources", *, lane: Lane, row: Any) -> frozenset[str]:
    """What was done on the spot. While they are still there, the papers that follow count as made."""
    record = standing(sources, "D54", lane=lane)
    says = content_of(record.sha256) if record else {}
    there = not lane.has_left(SCENE)
    handed = all(first_served(sources, form, lane=lane) == day(row.begun_at) for form in ("D53", "D20"))
    marks = {
        "told": there or bool(says.get("identity_shown")),
        "heard": there or bool(says.get("plea")),
        "minutes": there or record is not None,
        "signed": there or (record is not None and not says.get("refusal")),
        "refusal_noted": bool(says.get("refusal")),
        "witnessed": bool(row.witness),
        "listed": there or standing(sources, "D20", lane=lane) is not None,
        "delivered": there or handed,
    }
    return frozenset(name for name, is_so in marks.items() if is_so)


def first_served(sources: "Sources", form: str, *, lane: Lane) -> date | None:
    """The first day on which a paper of the form counted as served."""
    rows = [sources.papers[pk] for pk in lane.papers if sources.papers[pk].form == form]
    days = [sources.services[row.pk].served_on for row in rows if row.pk in sources.services]
    return min((one for one in days if one), default=None)


@on_lane("coercion.seizure_decided")
def head_decided(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    lane.decided_at.append(entry.happened_at.astimezone(CHINA))
    yield from ()


@on_lane("coercion.seizure_regularised")
def regularised(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield SeizureApproved(**when(entry), of=lane.ref, approves=entry.facts["outcome"] == "批准")


@on_lane("coercion.seizure_extended")
def extended(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row, told = lane.one("seizures"), first_served(sources, "D55", lane=lane)
    is_told = told is not None or not lane.has_left("custody")
    yield SeizureExtended(
        **when(entry),
        of=lane.ref,
        days=int(entry.facts["days"]),
        is_told=is_told,
        is_complex=bool(row and row.extended_for.strip()),
    )


@on_lane("coercion.things_settled")
def settled(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    rows = [row for row in lane.things if day(row.settled_at) and is_at(row.settled_at, entry)]
    things = tuple(text_of(row) for row in rows)
    way = FATES.get(rows[0].way, rows[0].way) if rows else ""
    lifted_for = rows[0].lifted_for if rows else ""
    yield c.ThingsSettled(**when(entry), of=lane.ref, way=way, things=things, lifted_for=lifted_for)


def is_at(moment: datetime, entry: Entry) -> bool:
    """Entered by this entry: the row's own moment is the command's."""
    return abs((moment - entry.happened_at).total_seconds()) < 1


@on_lane("coercion.things_gone")
@on_lane("coercion.auctioned")
def gone(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    rows = [row for row in lane.things if row.gone_at and is_at(row.gone_at, entry)]
    things = tuple(Thing(text_of(row), ended=FATES.get(row.way, row.way)) for row in rows)
    way = FATES.get(rows[0].way, rows[0].way) if rows else ""
    yield SeizureEnded(
        **when(entry), of=lane.ref, on=day(rows[0].gone_at) if rows else None, things=things, way=way
    )


@on_lane("coercion.performed")
def performed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield from enforced(entry, sources, lane=lane, way="substitute")


@on_lane("coercion.cleared")
def cleared(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("clearings")
    for one in enforced(entry, sources, lane=lane, way="clear_now"):
        public = row is not None and row.site in {"road", "river", "waterway", "public"}
        nobody = lane.proceeding.respondent_id is None
        told = nobody or first_served(sources, "D60", lane=lane) is not None or not lane.has_left("cleared")
        yield replace(one, is_public_place=public, is_party_told=told)  # type: ignore[call-arg]


def enforced(entry: Entry, sources: "Sources", *, lane: Lane, way: str) -> Iterator[Enforced]:
    row = lane.one("enforcements")
    if row is None:
        return
    record = standing(sources, "D62", lane=lane)
    yield Enforced(
        **{**when(entry), "ref": lane.ref},
        of=lane.ref,
        way=way,
        executor=str(content_of(record.sha256).get("executor") or "") if record else row.executor,
        basis=str(_decision_says(sources, lane=lane).get("basis") or ""),
        starts_at=moment(row.begun_at),
        is_urgent=bool(row.urgent_for.strip()),
        is_supervised=bool(row.supervisors.strip()),
        is_witnessed=bool((row.witness if row.present == "nobody" else row.present_name).strip()),
        has_minutes=record is not None
        or not lane.has_left("execution" if way == "substitute" else "cleared"),
        cost=row.cost or Decimal(0),
        charged=sum((one.amount for one in lane.all["payments"]), Decimal(0)),
        threat=THREATS.get(row.harm, ""),
    )


@on_lane("coercion.proxy_day_moved")
def put_off(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    year, month, number = (int(part) for part in re.findall(r"\d+", entry.facts["day"]))
    yield c.ProxyDayMoved(**when(entry), of=lane.ref, until=date(year, month, number))


@on_lane("coercion.costs_settled")
def counted(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """The vouchers are the rows that were typed: what, sum, number."""
    row = lane.one("enforcements")
    lines = [line.replace(";", "；").split("；") for line in (row.cost_rows if row else [])]
    sums = [money(parts[1].strip().removesuffix("元")) or Decimal(0) for parts in lines if len(parts) > 2]
    amount = (row.cost if row else None) or Decimal(0)
    yield c.ProxyCounted(**when(entry), of=lane.ref, amount=amount, vouched=sum(sums, Decimal(0)))


@on_lane("coercion.fulfilled")
def fulfilled(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("enforcements")
    yield c.DutyFulfilled(**when(entry), on=row.fulfilled_on if row else None, of=lane.ref)


@on_lane("coercion.halted")
def halted(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("halts")
    if row is not None:
        yield EnforcementStopped(
            **when(entry), on=row.halted_on, of=lane.ref, way=row.kind, ground=row.ground
        )


@on_lane("coercion.agreed")
def agreed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.take("agreements")
    days = [date.fromisoformat(one["by"]) for one in row.stages] if row else []
    yield c.ExecutionAgreed(**when(entry), of=lane.ref, until=max(days, default=None))


@on_lane("coercion.agreement_broken")
def broken(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.AgreementBroken(**when(entry), of=lane.ref)
