"""Tariffs with holes are refused with the hole; levies, reductions and refunds are counted by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sanzhi.law.derivation import CannotCount
from sanzhi.law.levies import Reduction, Use, charge_for_days, charge_for_quantity, refund_for_unused
from sanzhi.law.tariffs import Tariff, TariffError, TariffRow, tariff_of

NEW_YEAR = date(2026, 1, 1)
ITEM = "城市道路占用费"


def row(price: str, *, above: str = "0", upto: str | None = None, **more: object) -> TariffRow:
    plain = TariffRow(ITEM, "平方米", Decimal(price), "某收费标准第一条", NEW_YEAR)
    tier = replace(plain, above=Decimal(above), upto=None if upto is None else Decimal(upto))
    return replace(tier, **more)  # type: ignore[arg-type]


def day(number: int, month: int = 3) -> date:
    return date(2026, month, number)


FLAT = tariff_of(ITEM, (row("0.35"),))
TIERS = tariff_of(ITEM, (row("0.5", above="100"), row("0.35", upto="100")))
CHANGED = tariff_of(ITEM, (row("0.35", valid_to=day(10)), row("0.4", valid_from=day(11))))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "没有“城市道路占用费”的收费标准"),
        ((row("1", upto="100"),), "2026年1月1日起的档次有空缺：100以上没有标准"),
        ((row("1", above="10"),), "档次有空缺：零至10没有标准"),
        ((row("1", upto="100"), row("2", above="120")), "档次有空缺：100至120没有标准"),
        ((row("1", upto="100"), row("2", above="90")), "档次有重叠：90以上有两项标准"),
        ((row("1"), row("2", above="90", upto="95")), "档次有重叠：90至95有两项标准"),
        ((row("1"), row("2")), "档次有重叠：0以上有两项标准"),
        (
            (row("1", valid_to=day(10)), row("2", valid_from=day(12))),
            "2026年3月11日至2026年3月11日没有收费标准",
        ),
        (
            (row("1", valid_to=day(10)), row("2", valid_from=day(10))),
            "2026年3月10日至2026年3月10日的档次有重叠",
        ),
        ((row("1", valid_to=date(2025, 1, 1)),), "2025年1月1日已失效"),
        ((row("1", upto="5", above="5"),), "一档上限5不高于下限5"),
        ((row("-1"),), "单价应为零以上的数"),
        ((row("1", citation=" "),), "没有写明依据"),
        ((row("1", upto="9"), row("2", above="9", unit="米")), "不同的单位：平方米、米"),
    ],
)
def test_a_tariff_with_a_hole_is_refused_with_the_hole(rows: tuple[TariffRow, ...], said: str) -> None:
    with pytest.raises(CannotCount, match=said):
        tariff_of(ITEM, rows)


def test_a_tariff_that_has_ended_is_whole_and_applies_no_longer() -> None:
    ended = tariff_of(ITEM, (row("1", valid_to=day(10)),))
    assert len(ended.rows_on(day(10))) == 1
    with pytest.raises(TariffError, match="2026年3月11日没有收费标准"):
        charge_for_days(ended, (Use(Decimal(1), day(9), day(11)),))


def charged(tariff: Tariff, area: str, first: int, last: int, *reductions: Reduction) -> Decimal:
    return charge_for_days(tariff, (Use(Decimal(area), day(first), day(last)),), reductions=reductions).result


def test_area_by_days_by_price() -> None:
    assert charged(FLAT, "12.5", 1, 30) == Decimal("131.25")
    assert charged(FLAT, "12.51", 1, 1) == Decimal("4.37")  # 4.3785
    assert charged(TIERS, "120.5", 1, 7) == Decimal("316.75")  # 245 + 71.75
    assert charged(CHANGED, "10", 9, 12) == Decimal("15.00")  # two days of 3.50, two of 4.00
    with pytest.raises(CannotCount, match="早于开始"):
        charged(FLAT, "10", 9, 8)


def test_quantity_by_the_tariff_of_the_day() -> None:
    assert charge_for_quantity(TIERS, Decimal("100"), on=day(1)).result == 35
    found = charge_for_quantity(TIERS, Decimal("101"), on=day(1))
    assert found.result == Decimal("35.50")
    assert found.lines()[1:3] == (
        "1. 100以内（某收费标准第一条）：100平方米×0.35元＝35元。",
        "2. 超过100（某收费标准第一条）：1平方米×0.5元＝0.5元。",
    )


def test_reductions_need_a_ground_and_stop_at_nothing() -> None:
    half = Reduction("公益活动", "某办法第三条", percent=Decimal(50))
    fixed = Reduction("疫情", "某通知", amount=Decimal(200), mark="建议")
    assert charged(TIERS, "120.5", 1, 7, half) == Decimal("158.37")  # 158.375
    assert charged(TIERS, "120.5", 1, 7, half, fixed) == 0
    found = charge_for_days(TIERS, (Use(Decimal("120.5"), day(1), day(7)),), reductions=(half, fixed))
    assert found.mark == "建议" and "按规定的金额，以余额为限＝158.375元" in "".join(found.lines())


@pytest.mark.parametrize(
    ("reduction", "said"),
    [
        (Reduction("公益", "", percent=Decimal(50)), "没有写明依据"),
        (Reduction("公益", "某办法第三条"), "比例或者金额之一"),
        (Reduction("公益", "某办法第三条", percent=Decimal(5), amount=Decimal(5)), "比例或者金额之一"),
        (Reduction("公益", "某办法第三条", percent=Decimal(101)), "超过百分之百"),
        (Reduction("公益", "某办法第三条", amount=Decimal(-1)), "零以上"),
    ],
)
def test_a_faulty_reduction_is_refused(reduction: Reduction, said: str) -> None:
    with pytest.raises(CannotCount, match=said):
        charged(FLAT, "1", 1, 1, reduction)


def test_unused_days_and_a_smaller_area_are_refunded() -> None:
    whole = charge_for_days(FLAT, (Use(Decimal(100), day(1), day(30)),)).result
    shorter = refund_for_unused(FLAT, whole, used=(Use(Decimal(100), day(1), day(10)),))
    assert whole == 1050 and shorter.result == 700
    smaller = (Use(Decimal(100), day(1), day(10)), Use(Decimal(60), day(11), day(30)))
    assert refund_for_unused(FLAT, whole, used=smaller).result == 280
    assert refund_for_unused(FLAT, Decimal(10), used=smaller).result == 0
