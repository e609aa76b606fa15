"""A lawful chronicle of an illegal structure: told to stop, ordered to go, not contested, announced, torn down, its goods kept."""

from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.buildings import (
    DemolitionAnnounced,
    DemolitionDaySet,
    GoodsCalled,
    GoodsDeposited,
    GoodsFetched,
    GoodsLeft,
    GovernmentOrdered,
    GovernmentReported,
    RemovalOrdered,
    RemovalTold,
    StopLooked,
    StructureSorted,
)
from tests.lawful.chronicle.happenings import Happening, Reported, Served
from tests.lawful.chronicle.lanes import (
    Content,
    LaneBegun,
    LaneClosed,
    LaneDecided,
    LaneDiscussed,
    LaneProposed,
    LaneReviewed,
)
from tests.lawful.chronicle.other_kinds import Enforced, Urged
from tests.lawful.judge.example import HEAD, LEADER, ONE, REVIEWER, TWO, at, in_order, on
from tests.lawful.judge.example_other import of_kind

THE_ORDER, FORCED = "cases.proceeding:1", "cases.proceeding:2"  # the order, the demolition
DUTY = "于2026年10月13日前自行拆除"
BED, SHELF = "折叠床2张", "货架3个"
GO = Content(act="demolish", text="限期拆除", things=frozenset())
DOWN = Content(act="demolition", text="强制拆除", things=frozenset())
RECEIVED: dict[str, Any] = {"to": "王某", "relation": "本人"}
SAYS = frozenset({"deadline", "way", "amount", "rights"})
BASIS = "《中华人民共和国城乡规划法》第六十八条"


def ordered(*more: Happening) -> Chronicle:
    """Found on day 0, still built on day 1, sorted on day 2, told on day 3, ordered on day 11, served on day 12."""
    rows: list[Happening] = [
        Reported(at=at(0), by=(ONE,), happened_on=on(0), found_on=on(0), place="演示路8号", cause="QZ07"),
        LaneBegun(at=at(0), by=(ONE,), of=THE_ORDER, kind="demolition-order"),
        Served(at=at(0, 12), on=on(0), by=(ONE,), form="D24", issued_on=on(0), **RECEIVED),
        StopLooked(at=at(1), on=on(1), by=(ONE,), of=THE_ORDER, has_stopped=False),
        GovernmentReported(at=at(1, 10), on=on(1), by=(ONE,), of=THE_ORDER),
        GovernmentOrdered(at=at(1, 11), on=on(1), by=(ONE,), of=THE_ORDER, body="舞钢市人民政府"),
        StructureSorted(at=at(2), by=(ONE,), of=THE_ORDER),
        LaneProposed(at=at(2, 10), by=(ONE,), of=THE_ORDER, content=GO),
        RemovalTold(at=at(3), on=on(3), by=(ONE,), of=THE_ORDER, duty=DUTY),
        LaneDecided(at=at(11), on=on(11), by=(HEAD,), of=THE_ORDER, content=GO),
        RemovalOrdered(
            at=at(11), on=on(11), by=(HEAD,), of=THE_ORDER, duty=DUTY, due_on=on(42), served_on=on(12)
        ),
        Served(at=at(12), on=on(12), by=(ONE,), form="D63", issued_on=on(11), **RECEIVED),
        *more,
    ]
    return in_order(of_kind("coercion", today=500), [*of_kind("coercion"), *rows])


def _decided(begun: int) -> tuple[Happening, ...]:
    """Announced, demanded, reported, ordered, weighed, decided."""
    return (
        LaneBegun(at=at(begun), by=(ONE,), of=FORCED, kind="demolition"),
        LaneProposed(at=at(begun, 10), by=(ONE,), of=FORCED, content=DOWN),
        DemolitionAnnounced(
            at=at(begun, 11),
            by=(ONE,),
            of=FORCED,
            posted_on=on(begun),
            media_on=on(begun),
            remove_by=on(begun + 12),
            clear_by=on(begun + 14),
            planned_on=on(begun + 45),
        ),
        Urged(at=at(begun, 12), on=on(begun), by=(ONE,), of=FORCED, days=10, says=SAYS),
        GovernmentReported(at=at(begun + 17), on=on(begun + 17), by=(ONE,), of=FORCED),
        GovernmentOrdered(
            at=at(begun + 17, 10), on=on(begun + 17), by=(ONE,), of=FORCED, body="舞钢市人民政府"
        ),
        LaneReviewed(at=at(begun + 18), by=(REVIEWER,), of=FORCED, saw=DOWN),
        LaneDiscussed(at=at(begun + 19), on=on(begun + 19), by=(HEAD,), of=FORCED, saw=DOWN),
        LaneDecided(at=at(begun + 20), on=on(begun + 20), by=(HEAD,), of=FORCED, content=DOWN, is_major=True),
    )


def torn_down(*more: Happening, begun: int = 230, **changes: Any) -> Chronicle:
    """Begun on day 230, announced and demanded, reported on day 247, decided on day 250, torn down on day 276."""
    day = begun + 46
    enforced: dict[str, Any] = {
        "way": "demolition",
        "starts_at": at(day, 10),
        "basis": BASIS,
        "of": FORCED,
        "ref": FORCED,
    }
    rows: list[Happening] = [
        *_decided(begun),
        DemolitionDaySet(at=at(begun + 21), by=(ONE,), of=FORCED, day_set=on(day), told_on=on(begun + 21)),
        Enforced(at=at(day, 12), by=(ONE, TWO), **{**enforced, **changes}),
        GoodsLeft(at=at(day, 12), by=(ONE,), of=FORCED, goods=(BED, SHELF)),
        GoodsFetched(at=at(day + 5), by=(ONE,), of=FORCED, goods=(BED,)),
        GoodsCalled(at=at(day + 22), on=on(day + 22), by=(ONE,), of=FORCED),
        GoodsDeposited(at=at(day + 90), by=(ONE,), of=FORCED, goods=(SHELF,)),
        LaneClosed(at=at(day + 91), by=(LEADER,), of=FORCED, kind="executed"),
        LaneClosed(at=at(day + 91, 10), by=(LEADER,), of=THE_ORDER, kind="removed"),
        *more,
    ]
    return in_order(ordered(), [*ordered(), *rows])
