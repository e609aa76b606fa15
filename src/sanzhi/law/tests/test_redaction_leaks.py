"""However a private number is written, it does not reach the public; what is public stays readable."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.identity import check_digit
from sanzhi.law.redaction import mask_identifiers

WIDE = str.maketrans("0123456789X+", "０１２３４５６７８９Ｘ＋")
GAPS = st.sampled_from(["", " ", "　", "-"])
AROUND = st.sampled_from(["", "电话", "：", "（", "。", "持证人", "号码为"])


def digits_left(text: str) -> str:
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))


@st.composite
def private_numbers(draw: st.DrawFn) -> str:
    """An identity number, a mobile or a bank account, grouped and perhaps in wide digits."""
    gap = draw(GAPS)
    born, order = draw(st.dates(date(1930, 1, 1), date(2026, 1, 1))), draw(st.integers(0, 999))
    body = f"000000{born:%Y%m%d}{order:03d}"
    tail = f"{draw(st.integers(0, 10**8 - 1)):08d}"
    shapes = [
        f"000000{gap}{born:%Y%m%d}{gap}{order:03d}{check_digit(body)}",
        f"13{draw(st.integers(0, 9))}{gap}{tail[:4]}{gap}{tail[4:]}",
        f"+86{gap}138{tail}",
        f"0375{gap}{tail[:7]}",
        f"（0375）{tail}转801",
        f"6222{tail}{tail}",
        f"6222 0000 {tail[:4]} {tail[4:]} 123",
        f"000000{born:%y%m%d}{order:03d}",
    ]
    number = draw(st.sampled_from(shapes))
    return number.translate(WIDE) if draw(st.booleans()) else number


@given(AROUND, private_numbers(), AROUND)
def test_private_numbers_do_not_get_through(before: str, number: str, after: str) -> None:
    assert digits_left(mask_identifiers(f"{before}{number}{after}")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "罚款人民币贰仟元整（¥2000）",
        "舞城管罚决字〔2026〕第12号",
        "2026年3月2日至2026-03-09，共5个工作日",
        "统一社会信用代码91350100M000100Y43",
        "《某条例》第一百一十八条第三款",
        "占道12.5平方米，每平方米1000元，合计12500元",
        "自 2026-03-02 起至 2026-03-09 止",
        "沿街一户商铺，二层楼",
    ],
)
def test_what_is_public_stays(text: str) -> None:
    assert mask_identifiers(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("住演示街道和谐社区8栋3单元", "住演示街道和谐社区**号"),
        ("住演示村三组", "住演示村**号"),
        ("住演示路１２号院", "住演示路**号"),
        ("住演示小区2号楼1单元301室南侧", "住演示小区**号南侧"),
    ],
)
def test_homes_end_at_the_street(text: str, masked: str) -> None:
    assert mask_identifiers(text) == masked


@pytest.mark.parametrize("written", ["王小明", "王　小明", "王 小 明", "王小\n明", "王\r\n小明"])
def test_a_name_is_masked_however_it_is_spaced(written: str) -> None:
    assert mask_identifiers(f"当事人{written}到场", names=("王小明", " ")) == "当事人王某某到场"
