"""A lawful chronicle of a requisition: decided in a flood, taken, used, given back, one thing damaged, all compensated."""

from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import Content, LaneBegun, LaneClosed, LaneDecided, LaneProposed
from tests.lawful.chronicle.takings import (
    CompensationDecided,
    CompensationPaid,
    CompensationTold,
    DamageValued,
    RequisitionDecided,
    TakenThing,
    ThingBack,
    ThingsTaken,
    ThingsUsed,
    UseEnded,
)
from tests.lawful.judge.example import HEAD, LEADER, ONE, at, in_order, on
from tests.lawful.judge.example_other import of_kind

NEED, PAYING = "cases.proceeding:1", "cases.proceeding:2"
DIGGER = TakenThing("thing:1", "挖掘机1台", Decimal(1), Decimal(450000), Decimal(1200))
PUMPS = TakenThing("thing:2", "抽水泵2台", Decimal(2), Decimal(16000), Decimal(150))
BAGS = TakenThing("thing:3", "沙袋500条", Decimal(500), Decimal(1000))
THINGS = (DIGGER, PUMPS, BAGS)
NAMES = tuple(one.name for one in THINGS)
# five days of digger and pumps, 400 bags at 2 yuan, the pump's repair
DUE = Decimal(5 * 1200 + 5 * 150 + 400 * 2 + 1800)


def taken(*more: Happening, amount: Decimal = DUE, **changes: Any) -> Chronicle:
    """Decided and taken on day 0, given back on day 4, compensation told on day 6, decided on day 14, paid on day 19."""
    go = Content(act="requisition", text="征用", things=frozenset(NAMES))
    pay = Content(act="compensation", text=f"补偿{amount}元", budget=amount)
    decided = {"things": NAMES, "until": on(10), "declared_on": on(0), "served_on": on(0), **changes}
    rows: list[Happening] = [
        LaneBegun(at=at(0), by=(ONE,), of=NEED, kind="requisition/emergency"),
        LaneProposed(at=at(0, 10), by=(ONE,), of=NEED, content=go),
        LaneDecided(at=at(0, 11), on=on(0), by=(HEAD,), of=NEED, content=go),
        RequisitionDecided(at=at(0, 11), on=on(0), by=(HEAD,), of=NEED, **decided),
        ThingsTaken(at=at(0, 12), on=on(0), by=(ONE,), of=NEED, things=THINGS, receipt_on=on(0)),
        ThingsUsed(at=at(1), on=on(1), by=(ONE,), of=NEED, purpose="抽排积水"),
        UseEnded(at=at(4), on=on(4), by=(ONE,), of=NEED, ground="over"),
        ThingBack(at=at(4, 10), by=(ONE,), of=NEED, ref="thing:1", returned=Decimal(1)),
        ThingBack(at=at(4, 11), by=(ONE,), of=NEED, ref="thing:2", returned=Decimal(2), is_damaged=True),
        ThingBack(
            at=at(4, 12), by=(ONE,), of=NEED, ref="thing:3", returned=Decimal(100), consumed=Decimal(400)
        ),
        LaneBegun(at=at(6), by=(ONE,), of=PAYING, kind="requisition/compensation"),
        DamageValued(at=at(6, 10), by=(ONE,), of=NEED, ref="thing:2", worth=Decimal(1800)),
        LaneProposed(at=at(6, 11), by=(ONE,), of=PAYING, content=pay),
        CompensationTold(at=at(6, 12), on=on(6), by=(ONE,), of=PAYING, text=pay.text),
        LaneDecided(at=at(14), on=on(14), by=(HEAD,), of=PAYING, content=pay),
        CompensationDecided(
            at=at(14), on=on(14), by=(HEAD,), of=PAYING, amount=amount, text=pay.text, served_on=on(14)
        ),
        CompensationPaid(at=at(19), on=on(19), by=(ONE,), of=PAYING, amount=amount, voucher="ZF1"),
        LaneClosed(at=at(19, 11), by=(LEADER,), of=PAYING, kind="compensated"),
        LaneClosed(at=at(20), by=(LEADER,), of=NEED, kind="settled"),
        *more,
    ]
    return in_order(of_kind("requisition"), [*of_kind("requisition"), *rows])
