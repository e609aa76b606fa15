"""What all orders share: days and keys that can be, texts as they are seen, and every error in Chinese."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from sanzhi.kernel import orders
from sanzhi.kernel.orders import Order


class Something(Order):
    key: int = 1
    day: date | None = None
    name: str = "甲"
    words: list[str] = []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"day": "0001-01-01"}, "日期应在1900年至2099年之间。"),
        ({"day": "2100-01-01"}, "日期应在1900年至2099年之间。"),
        ({"day": "2026-02-30"}, "请填写日期，如 2026-03-02。"),
        ({"key": 2**63}, "数字太大。"),
        ({"key": "一"}, "应为整数。"),
        ({"name": ["甲"]}, "应为文字。"),
        ({"colour": "红"}, "没有这一栏。"),
    ],
)
def test_what_cannot_be_is_told_in_chinese(said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Something.model_validate(said)
    assert [reason.sentence for reason in orders.reasons(caught.value)] == [sentence]


def test_texts_are_kept_as_they_are_seen() -> None:
    order = Something(name="甲\u200b乙\u202e\r\n丙\x00", words=["丁\ufeff", "\u3000戊"])
    assert (order.name, order.words) == ("甲乙\n丙", ["丁", "戊"])
    assert Something(day=date(1900, 1, 1), key=2**63 - 1).key == 2**63 - 1
