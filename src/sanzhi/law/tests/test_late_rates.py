"""The rate of a late fee is read from the sentence that gives it."""

from decimal import Decimal

import pytest

from sanzhi.law.late_rates import daily_percents


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("逾期不缴的，从滞纳之日起按日加收应缴费额万分之五的滞纳金。", ["0.05"]),
        ("逾期不缴的，按日加收千分之二滞纳金；拒不缴纳的，处百分之五十罚款。", ["0.2"]),
        ("按日加收2‰的滞纳金，不得超过0.5%的滞纳金。", ["0.2", "0.5"]),
        ("行政机关可以依法加处罚款或者滞纳金。加处的标准应当告知当事人。", []),
        ("占用城市道路的，应当缴纳城市道路占用费。", []),
    ],
)
def test_read(text: str, said: list[str]) -> None:
    assert list(daily_percents(text)) == [Decimal(each) for each in said]
