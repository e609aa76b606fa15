"""A lawful chronicle of a levy: assessed by the tariff, told, decided, billed, paid; cut short and given back."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.fees import (
    Assessed,
    Band,
    Billed,
    FeePaid,
    LevyDecided,
    LevyTold,
    LoweringAsked,
    LoweringDecided,
    RefundDecided,
    Refunded,
    Tariff,
    Used,
)
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import Content, LaneBegun, LaneClosed, LaneDecided, LaneProposed
from tests.lawful.judge.example import HEAD, LEADER, ONE, at, in_order, on
from tests.lawful.judge.example_other import of_kind

FEE = "cases.proceeding:1"
BASIS = "《城市道路管理条例》第三十七条第一款"
TARIFF = Tariff(
    item="城市道路占用费",
    bands=(
        Band(Decimal("0.5"), Decimal(0), Decimal(100), on(-400), on(400)),
        Band(Decimal("0.8"), Decimal(100), None, on(-400), on(400)),
    ),
    reliefs={"残疾人自主经营": Decimal(50)},
)
USES = (Used(Decimal(120), on(0), on(59)),)  # 66 yuan a day
WHOLE = Decimal(3960)


def levied(
    *more: Happening, amount: Decimal = WHOLE, paid: Decimal | None = WHOLE, **changes: Any
) -> Chronicle:
    """Assessed and told on day 0, decided and served on day 8, paid on day 10, closed on day 30."""
    text = f"征收城市道路占用费{amount}元"
    content = Content(act="levy", text=text, budget=amount)
    decided = {"amount": amount, "basis": BASIS, "text": text, "served_on": on(8), **changes}
    rows: list[Happening] = [
        LaneBegun(at=at(0), by=(ONE,), of=FEE, kind="levy/fee"),
        LaneProposed(at=at(0, 10), by=(ONE,), of=FEE, content=content),
        Assessed(at=at(0, 10), by=(ONE,), of=FEE, amount=amount, uses=USES),
        LevyTold(at=at(0, 11), on=on(0), by=(ONE,), of=FEE, text=text),
        LaneDecided(at=at(8), on=on(8), by=(HEAD,), of=FEE, content=content),
        LevyDecided(at=at(8), on=on(8), by=(HEAD,), of=FEE, **decided),
        Billed(at=at(8, 12), on=on(8), by=(ONE,), of=FEE, amount=amount),
        *more,
    ]
    if paid is not None:
        rows.append(FeePaid(at=at(10), on=on(10), by=(ONE,), of=FEE, amount=paid, receipt="410001"))
        rows.append(LaneClosed(at=at(40), by=(LEADER,), of=FEE, kind="performed"))
    case = of_kind("levy", today=100)
    return replace(in_order(case, [*case, *rows]), tariff=TARIFF)


def cut_short(owed: int = 1980, back: int = 1980, *, granted: bool = True) -> Chronicle:
    """Used for thirty days only: half of it goes back."""
    uses = (Used(Decimal(120), on(0), on(29)),)
    ref = "levy.lowering:1"
    return levied(
        LoweringAsked(at=at(30), by=(ONE,), of=FEE, uses=uses, owed=Decimal(owed), ref=ref),
        LoweringDecided(at=at(31), by=(HEAD,), of=FEE, is_granted=granted, ref=ref),
        RefundDecided(at=at(32), on=on(32), by=(HEAD,), of=FEE, amount=Decimal(back)),
        Refunded(at=at(35), on=on(35), by=(ONE,), of=FEE, amount=Decimal(back), voucher="TF1"),
    )


def relieved(owed: int = 1980, paid: int = 1980, *, relief: str = "残疾人自主经营") -> Chronicle:
    """A relief of half, granted before anything was paid."""
    ref = "levy.lowering:1"
    return levied(
        LoweringAsked(at=at(9), by=(ONE,), of=FEE, relief=relief, owed=Decimal(owed), ref=ref),
        LoweringDecided(at=at(9, 11), by=(HEAD,), of=FEE, ref=ref),
        paid=Decimal(paid),
    )


NO, WHY = "活动有营业收入，不是公益活动。", "不予准许，理由：活动有营业收入，不是公益活动。"
REMEDY = "可以自收到本通知书之日起六十日内申请行政复议，也可以自收到本通知书之日起六个月内提起行政诉讼。"


def denied(*, denial: str = WHY, remedy: str = REMEDY, day: int = 9) -> Chronicle:
    """A relief that was asked for and not granted, before the whole of it was paid; the next bill says so."""
    ref = "levy.lowering:1"
    said = {"denial": denial, "remedy": remedy}
    return levied(
        LoweringAsked(at=at(9), by=(ONE,), of=FEE, relief="残疾人自主经营", owed=Decimal(1980), ref=ref),
        LoweringDecided(at=at(9, 11), by=(HEAD,), of=FEE, ref=ref, is_granted=False, why=NO),
        Billed(at=at(day, 15), on=on(day), by=(ONE,), of=FEE, amount=WHOLE, **said),
    )
