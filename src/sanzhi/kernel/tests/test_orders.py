"""What all orders share: days and keys that can be, texts as they are seen, and every error in Chinese."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

import pytest
from pydantic import ConfigDict, Field, SecretStr, ValidationError

from sanzhi.kernel import orders
from sanzhi.kernel.management.commands.do import parsed
from sanzhi.kernel.orders import Order


class Way(StrEnum):
    ONE = "one"
    TWO = "two"
    THREE = "three"


class Something(Order):
    key: int = 1
    day: date | None = None
    name: str = "甲"
    words: list[str] = []
    title: str | None = Field(default=None, max_length=60)
    lines: list[str] = Field(default=["甲"], min_length=1)
    way: Way = Way.ONE
    amount: Decimal | None = Field(default=None, max_digits=14, decimal_places=2)


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
        ({"way": "four"}, "只能选：one、two、three。"),
        ({"amount": 0.1 + 0.2}, "小数最多2位。"),
        ({"amount": "1.005"}, "小数最多2位。"),
        ({"amount": 10**14}, "数字太大。"),
        ({"amount": "1e30"}, "数字太大。"),
        ({"lines": ["\u200b", " "]}, "至少1项。"),
    ],
)
def test_what_cannot_be_is_told_in_chinese(said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Something.model_validate(said)
    assert [reason.sentence for reason in orders.reasons(caught.value)] == [sentence]


def test_texts_are_kept_as_they_are_seen() -> None:
    order = Something(name="甲\u200b乙\u202e\r\n丙\x00", words=["丁\ufeff", "\u3000戊"])
    assert (order.name, order.words) == ("甲乙\n丙", ["丁", "戊"])
    assert Something(title="罗小满\n罚款：不予处罚 \r\n\r\n").title == "罗小满 罚款：不予处罚"
    assert Something(lines=["\u200b", "一\n二", ""]).lines == ["一 二"]
    assert Something(day=date(1900, 1, 1), key=2**63 - 1).key == 2**63 - 1


class Letters(Order):
    model_config = ConfigDict(str_strip_whitespace=False)

    note: str = ""
    secret: SecretStr = SecretStr("")


def test_what_no_database_keeps_is_cleaned_or_refused() -> None:
    """A null, and half a sign: PostgreSQL takes neither, SQLite the first, and both would be another text to the eye."""
    values: dict[str, Any] = {"a\x00": "b\x00c\ud800", "rows": [{"d": "\x1fe"}]}
    assert Table(values=values, name="甲\x00乙\udfff").model_dump() == {
        "values": {"a": "bc", "rows": [{"d": "e"}]},
        "name": "甲乙",
    }
    for said in ({"note": "甲\x00"}, {"secret": "甲\x00"}, {"secret": SecretStr("\x00")}):
        with pytest.raises(ValidationError) as caught:
            Letters.model_validate(said)
        assert [row.sentence for row in orders.reasons(caught.value)] == ["不能含有空字符。"]
    assert Letters(note=" 甲\n").note == " 甲\n"


class Table(Order):
    values: dict[str, Any] = {}
    name: str = ""


class Outer(Order):
    inner: Something | None = None
    rows: list[Something] = []
    table: dict[str, Something] = {}
    sort: Way | Literal[""] = ""


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"inner": {"key": "一"}}, "inner.key"),
        ({"inner": {"day": "0001-01-01"}}, "inner.day"),
        ({"inner": {"amount": "1.005"}}, "inner.amount"),
        ({"rows": [{}, {"colour": "红"}]}, "rows.1.colour"),
        ({"rows": [{"words": [1]}]}, "rows.0.words.0"),
        ({"table": {"甲": {"way": "four"}}}, "table.甲.way"),
        ({"sort": "four"}, "sort"),
        ({"inner": 1}, "inner"),
    ],
)
def test_what_is_wrong_within_an_order_is_named_by_its_path(said: dict[str, Any], path: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate(said)
    told = orders.misunderstood(caught.value.errors(), captions={}, of=Outer)
    assert {sentence.partition("”")[0] for _, sentence in told} == {f"“{path}"}
    assert {field for field, _ in told} == {path.partition(".")[0]}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("title=20260900012345", "20260900012345"),
        ("title=0026090001", "0026090001"),
        ('title="20260900012345"', "20260900012345"),
        ("title=true", True),
        ("title=null", None),
        ("amount=0.10", "0.10"),
        ("key=12", 12),
        ('words=["1","2"]', ["1", "2"]),
        ("day=2026-09-01", "2026-09-01"),
    ],
)
def test_on_the_command_line_digits_are_a_text_where_a_text_is_asked(typed: str, read: Any) -> None:
    name = typed.partition("=")[0]
    assert parsed(Something, [typed]) == {name: read}
