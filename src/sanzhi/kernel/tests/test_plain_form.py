"""A form says what is wrong in the words of the house, and takes the digits that its order takes."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from django.utils.translation import override
from pydantic import Field

from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.kernel.orders import Order


class Way(StrEnum):
    ONE = "one"
    TWO = "two"


class Measured(Order):
    name: str = Field(max_length=6)
    quantity: Decimal = Field(gt=0, max_digits=12, decimal_places=3)
    price: Decimal = Field(default=Decimal(1), ge=0, max_digits=6, decimal_places=2)
    count: int = 1
    day: date | None = None
    way: Way = Way.ONE
    rows: list[int] = Field(default_factory=list)


FORM = order_form(Measured, captions={}, choices={"rows": [(1, "甲"), (2, "乙")]})
RIGHT: dict[str, Any] = {"name": "勘验", "quantity": "0.001", "count": "2", "way": "two", "rows": ["1"]}


def filled(**changes: Any) -> OrderForm:
    return FORM({**RIGHT, **changes})


def test_what_the_order_takes() -> None:
    order = filled(price="2.50").order()
    assert isinstance(order, Measured) and order.quantity == Decimal("0.001") and order.rows == [1]
    assert 'step="0.001"' in str(filled()["quantity"]) and 'step="0.01"' in str(filled()["price"])


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "请填写。"),
        ("name", "城市道路占用费", "最多6个字，现在是7个字。"),
        ("name", "勘\x00验", "不能含有空字符。"),
        ("quantity", "0.0001", "小数最多3位。"),
        ("quantity", "0", "应大于0。"),
        ("quantity", "-1", "不能小于0。"),
        ("quantity", "一", "应为数字。"),
        ("quantity", "NaN", "应为数字。"),
        ("quantity", "9999999999.5", "数字太大。"),
        ("price", "1.234", "小数最多2位。"),
        ("count", "一", "应为整数。"),
        ("day", "2026-02-30", "请填写日期，如 2026-03-02。"),
        ("way", "three", "“three”不在可以选择的之中，请重新选择。"),
        ("rows", ["3"], "“3”不在可以选择的之中，请重新选择。"),
    ],
)
def test_what_is_said(field: str, typed: Any, said: str) -> None:
    with override("zh-hans"):
        form = filled(**{field: typed})
        assert form.order() is None
        assert list(form.errors[field]) == [said]
