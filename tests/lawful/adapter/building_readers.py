"""Readers of an illegal structure: the order to demolish it, the demolition beside that order, the goods that were left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sanzhi.ledger.models import Entry
from tests.lawful.adapter.coercion_readers import enforced, first_served, text_of
from tests.lawful.adapter.lane_readers import on_lane, served_on_lane, standing
from tests.lawful.adapter.lanes import Lane
from tests.lawful.adapter.papers import content_of
from tests.lawful.adapter.readers import when
from tests.lawful.chronicle import buildings as c
from tests.lawful.chronicle import happenings as h

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources


@on_lane("coercion.stop_looked_at")
def looked(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """What the entry says; its day as the row stands, where nobody has written a later one over it."""
    row, common = lane.one("structures"), when(entry)
    stopped = entry.facts["outcome"] == "已经停止"
    yield c.StopLooked(**common, on=_until_then(row.looked_on, common), of=lane.ref, has_stopped=stopped)


def _until_then(day: date | None, common: dict[str, Any]) -> date | None:
    """The day of a row that may have been written over since."""
    return day if day is not None and day <= common["at"].date() else None


@on_lane("coercion.government_reported")
def reported(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row, common = lane.one("entrustings"), when(entry)
    yield c.GovernmentReported(**common, on=_until_then(row.reported_on, common), of=lane.ref)


@on_lane("coercion.government_ordered")
def ordered(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row, common = lane.one("entrustings"), when(entry)
    yield c.GovernmentOrdered(
        **common, on=_until_then(row.ordered_on, common), of=lane.ref, body=row.ordered_by
    )


@on_lane("coercion.structure_sorted")
def structure_sorted(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """As the entry says; whether experts were heard as the row stands."""
    row, said = lane.one("structures"), entry.facts
    yield c.StructureSorted(
        **when(entry),
        of=lane.ref,
        sort=SORTS.get(said["sort"], ""),
        item=_item(said["item"]),
        is_appraised=any(one.result for one in lane.all["appraisals"]),
        is_heard=row.heard_on is not None,
    )


def _item(label: str) -> str:
    """第二十六条第四项：… → 26_4"""
    article = next((number for word, number in ARTICLES.items() if label.startswith(word)), "")
    point = next((number for number, word in enumerate("一二三四五", start=1) if f"条第{word}项" in label), 0)
    return f"{article}_{point}"


ARTICLES = {"第二十五条": "25", "第二十六条": "26", "第二十七条": "27", "城乡规划法第四十条": "40"}
SORTS = {
    "尚可采取改正措施": "correctable",
    "应当拆除": "removable",
    "不能拆除": "stays",
    "不属于违法建设": "lawful",
}


@served_on_lane("D104")
def told(row: h.Served, *, says: dict[str, Any], lane: Lane) -> Iterator[h.Happening]:
    yield c.RemovalTold(
        at=row.at,
        on=row.on,
        by=row.by,
        ref=row.ref,
        of=lane.ref,
        duty=str(says.get("duty") or ""),
        days=int(says.get("plea_days") or 0),
    )


@on_lane("coercion.removal_decided")
def removal(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("decisions")
    paper = sources.papers.get(row.document_id or 0)
    says = content_of(paper.sha256) if paper else {}
    due = says.get("due_on")
    yield c.RemovalOrdered(
        **when(entry),
        on=row.decided_on,
        of=lane.ref,
        duty=str(says.get("duty") or ""),
        due_on=date.fromisoformat(str(due)) if due else None,
        served_on=first_served(sources, "D63", lane=lane),
    )


@on_lane("coercion.removed")
def removed(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.RemovedByParty(**when(entry), on=lane.one("structures").removed_on, of=lane.ref)


@on_lane("cases.contest_recorded")
def contested(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """Over on the day on which the party held the outcome; a judgment that has no effect yet is none."""
    row = lane.take("contests")
    over = row.received_on or row.ended_on
    is_open = row.way == "litigation" and not row.is_effective and row.outcome != "withdrawn"
    yield c.Contested(
        **when(entry),
        on=row.accepted_on,
        way=row.way,
        ended_on=None if is_open else over,
        outcome="overturned" if row.outcome in FELL else row.outcome,
    )


FELL = frozenset({"revoked", "changed", "unlawful", "void"})


@on_lane("coercion.announced")
def announced(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    """What the paper says that stood then: other days are announced by another one."""
    row, paper = lane.one("demolitions"), standing(sources, "D61", lane=lane)
    says = content_of(paper.sha256) if paper else {}
    days = {
        field: date.fromisoformat(str(says[name])) if says.get(name) else None
        for field, name in (
            ("remove_by", "remove_by_on"),
            ("clear_by", "clear_by_on"),
            ("planned_on", "planned_on"),
        )
    }
    yield c.DemolitionAnnounced(
        **when(entry), of=lane.ref, posted_on=row.posted_on, media_on=row.media_on, **days
    )


@on_lane("coercion.day_set")
def day_set(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row = lane.one("demolitions")
    told_on = [
        sources.services[pk].served_on
        for pk in lane.papers & sources.services.keys()
        if sources.papers[pk].form == "D105"
        and sources.papers[pk].status == "issued"
        and str(content_of(sources.papers[pk].sha256).get("day")) == str(row.day)
    ]
    yield c.DemolitionDaySet(
        **when(entry), of=lane.ref, day_set=row.day, told_on=min(filter(None, told_on), default=None)
    )


@on_lane("coercion.torn_down")
def torn_down(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    row, plan, asked = lane.one("enforcements"), lane.one("demolitions"), lane.one("entrustings")
    there = not lane.has_left("execution")
    filmed = any(one.moment == "forced_demolition" for one in (*sources.filmed, *sources.recordings))
    for one in enforced(entry, sources, lane=lane, way="demolition"):
        yield replace(
            one,
            is_announced=plan.posted_on is not None and plan.media_on is not None,
            is_charged_by_government=asked is not None and asked.ordered_on is not None,
            has_minutes=there or standing(sources, "D62", lane=lane) is not None,
            has_film=there or filmed,
        )
    if lane.all["left"]:
        yield c.GoodsLeft(
            **when(entry),
            of=lane.ref,
            goods=tuple(map(text_of, lane.all["left"])),
            is_listed=there or first_served(sources, "D106", lane=lane) is not None,
            is_witnessed=bool(row.witness.strip()) or plan.handed_over,
            handed_over=plan.handed_over,
        )


@on_lane("coercion.left_claimed")
def fetched(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    rows = [row for row in lane.waiting["left"] if row.voucher == entry.facts["voucher"] and row.claimed_on]
    lane.waiting["left"] = [row for row in lane.waiting["left"] if row not in rows]
    yield c.GoodsFetched(**when(entry), of=lane.ref, goods=tuple(map(text_of, rows)))


@on_lane("coercion.left_called")
def called(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    yield c.GoodsCalled(**when(entry), on=lane.one("demolitions").called_on, of=lane.ref)


@on_lane("coercion.left_deposited")
def deposited(entry: Entry, sources: "Sources", *, lane: Lane) -> Iterator[h.Happening]:
    rows = [row for row in lane.waiting["left"] if row.deposited_on and row.voucher == entry.facts["voucher"]]
    lane.waiting["left"] = [row for row in lane.waiting["left"] if row not in rows]
    yield c.GoodsDeposited(**when(entry), of=lane.ref, goods=tuple(map(text_of, rows)))
