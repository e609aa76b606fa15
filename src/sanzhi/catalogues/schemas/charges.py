"""Tariffs 收费标准: what a law or regulation lets us charge, at which price, with which late rate, reduced for whom."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sanzhi.catalogues.schemas.base import RowSchema, column
from sanzhi.kernel.verdict import Reason
from sanzhi.law.citations import parse_citations

LATE = "行政强制法第四十五条第一款"
HUNDRED = Decimal(100)


class Reduced(RowSchema):
    """For whom, on which ground, by how many per cent."""

    name: str = column("对象", default=..., min_length=2, max_length=40)
    basis: str = column("依据", default=..., min_length=2, max_length=100)
    percent: Decimal = column("减免比例", default=..., gt=0, le=100)


class TariffRow(RowSchema):
    """One price: of an item, for what lies above `above` up to `upto`, on the days of its validity.

    Rows with the same title are one tariff; together they leave no gap (`checks`).
    """

    code: str = column("编码", default=..., pattern=r"^[A-Z][0-9A-Z-]{1,19}$", width=8)
    title: str = column(
        "收费项目",
        also=("项目名称", "收费名称"),
        default=...,
        min_length=2,
        max_length=60,
        wanted=True,
        width=16,
    )
    power: str = column("职权编码", default=..., hint="权责清单中的行政征收职权", wanted=True, width=8)
    payer: str = column("收费对象", also=("缴费人",), wanted=True, lines=2, width=22)
    basis: str = column(
        "收费依据",
        also=("依据",),
        default=...,
        wanted=True,
        lines=2,
        hint="给予收费的法律、法规的条、款",
        width=22,
    )
    standard: str = column(
        "标准文件", also=("文号", "批准文号"), wanted=True, lines=2, hint="没有取得的，写明没有取得", width=22
    )
    unit: str = column(
        "计费单位", also=("单位",), default=..., min_length=1, max_length=12, wanted=True, width=8
    )
    by_day: bool = column("按日计", default=False, width=6)
    above: Decimal = column("档次下限", default=Decimal(0), ge=0, width=8)
    upto: Decimal | None = column("档次上限", default=None, gt=0, hint="留空表示以上不封顶", width=8)
    price: Decimal = column("单价（元）", also=("收费标准", "标准"), default=..., ge=0, wanted=True, width=8)
    late_percent: Decimal | None = column(
        "滞纳金（每日百分之）", default=None, gt=0, le=100, hint="依据没有规定的留空，不收滞纳金", width=8
    )
    late_basis: str = column("滞纳金依据", width=18)
    reductions: list[Reduced] = column(
        "减免", default=[], cell="reductions", lines=3, hint="每行一项：对象｜依据｜百分比", width=24
    )
    valid_from: date = column("施行日", default=..., wanted=True, width=10)
    valid_to: date | None = column("终止日", default=None, width=10)
    mark: str = column("把握程度", default="建议", width=8)
    note: str = column("备注", also=("说明",), lines=2, width=16)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        if not parse_citations(self.basis):
            said = f"“{self.basis}”没有写明法律、法规的名称和条，没有收费依据的不得收费。"
            yield "basis", Reason(said, self.basis, "请写成《名称》加条、款。")
        if self.upto is not None and self.upto <= self.above:
            yield "upto", Reason("档次上限不高于下限。")
        if self.valid_to and self.valid_to < self.valid_from:
            yield "valid_to", Reason("终止日早于施行日。")
        if (self.late_percent is None) != (not self.late_basis):
            yield "late_basis", Reason("滞纳金的标准和依据应当同时填写；依据没有规定的，都不填。", LATE)
        elif self.late_basis and not parse_citations(self.late_basis):
            yield "late_basis", Reason(f"“{self.late_basis}”没有写明法律、法规的名称和条。", LATE)
