"""A line of a valued inventory says its condition, its worth, and what its use costs a day."""

from decimal import Decimal

import pytest

from sanzhi.law.inventory import WrongLine
from sanzhi.law.levies import given_back
from sanzhi.law.valued import read_valued, valued_of


def test_read_and_kept() -> None:
    text = "挖掘机；20吨；1台；完好，估价450000元，每日1200.50元\n编织沙袋；无；500条；全新，共估价1000元"
    digger, bags = read_valued(text)
    assert (digger.condition, digger.worth, digger.daily) == ("完好", Decimal(450000), Decimal("1200.50"))
    assert bags.daily is None and bags.text == "编织沙袋500条，共估价1000元"
    assert valued_of(digger.thing.as_row()) == digger and read_valued(digger.line) == (digger,)


def test_of_one_or_of_all() -> None:
    each, whole = read_valued(
        "抽水泵；甲；2台；完好，每台估价8000元，每台每日75元\n抽水泵；乙；2台；完好，共估价16000元，每日共150元"
    )
    assert (each.worth, each.daily) == (whole.worth, whole.daily) == (Decimal(16000), Decimal(150))
    old = {"name": "抽水泵", "spec": "", "count": "2", "unit": "台", "said": "完好，估价16000元，每日150元"}
    assert valued_of(old).worth == Decimal(16000)  # as it was stored before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("挖掘机；20吨；1台；完好", "没有写明估价"),
        ("挖掘机；20吨；1台；完好，估价很高", "没有写明估价"),
        ("挖掘机；20吨；1台；完好，估价0元", "估价应当大于零"),
        ("挖掘机；20吨；完好，估价5元", "不是四项"),
    ],
)
def test_what_cannot_be_read_is_named(line: str, said: str) -> None:
    with pytest.raises(WrongLine, match=said):
        read_valued(line)


@pytest.mark.parametrize(
    ("kept", "owed", "back"), [("1980", "990", "990"), ("990", "990", "0"), ("5", "9", "0")]
)
def test_no_more_goes_back_than_was_paid_beyond_what_is_owed(kept: str, owed: str, back: str) -> None:
    found = given_back("城市道路占用费", Decimal(kept), owed=Decimal(owed))
    assert found.result == Decimal(back) and found.lines()[0].startswith("退还城市道路占用费")
