"""Sums in words: what a writer of either hand writes is read back, and what is no sum is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lawful.chronicle.sums import fines_in, number_of, sums_in

HANDS = [("零一二三四五六七八九", "十百千"), ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")]


def _group(number: int, *, hand: int) -> str:
    """Below ten thousand, every digit with its unit and one 零 for each gap."""
    digits, units = HANDS[hand]
    text = ""
    for place, figure in enumerate(f"{number:04}"):
        if figure != "0":
            text += digits[int(figure)] + ("", *units)[3 - place]
        elif text and not text.endswith("零") and f"{number:04}"[place:].strip("0"):
            text += "零"
    return text


def written(number: int, *, hand: int) -> str:
    high, low = divmod(number, 10_000)
    gap = "零" if high and 0 < low < 1000 else ""
    return (_group(high, hand=hand) + "万" if high else "") + gap + _group(low, hand=hand)


@given(st.integers(1, 99_999_999), st.sampled_from([0, 1]))
def test_what_is_written_is_read_back(number: int, hand: int) -> None:
    words = written(number, hand=hand)
    assert number_of(words) == number
    assert sums_in(f"合计{words}元整") == {number} == sums_in(f"¥{number:,}元")
    assert fines_in(f"同意罚款人民币{words}元（¥{number}.00）。") == {number}
    small = number + Decimal("0.75")
    assert fines_in(f"罚款人民币{words}元柒角伍分（¥{small}）") == {small} == sums_in(f"{words}元柒角伍分")


@given(st.text(alphabet="零〇一两九十百千万亿壹拾佰仟元圆角分¥0123456789,.罚款处的整以上下 ，", max_size=60))
def test_no_words_make_the_reader_fall_over(words: str) -> None:
    assert all(amount >= 0 for amount in sums_in(words) | fines_in(words))


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("罚款玖仟元整", {9000}),
        ("罚款五千元", {5000}),
        ("九百元的罚款", {900}),
        ("两百元罚款", {200}),
        ("罚款一万二千元", {12000}),
        ("罚款一万二", {12000}),
        ("罚款伍拾元整", {50}),
        ("罚款０．９万元", {9000}),
        ("罚款1万2千元", {12000}),
        ("罚款五百元以上一千元以下", set()),
        ("每日按罚款数额的百分之三加处罚款", set()),
        ("同意处罚(1)减轻，处罚2人", set()),
        ("处罚金额为（人民币）900元", {900}),
        ("罚款（人民币捌佰元）", {800}),
        ("罚款一并缴纳，罚款2次", set()),
    ],
)
def test_a_fine_in_words(words: str, sums: set[int]) -> None:
    assert fines_in(words) == sums


def test_small_money_and_letters_that_are_none() -> None:
    assert sums_in("伍元伍角") == {Decimal("5.5")}
    assert sums_in("壹拾元零贰分") == {Decimal("10.02")}
    assert sums_in("三单元301，二〇二六年") == frozenset()
    assert number_of("甲") is None
