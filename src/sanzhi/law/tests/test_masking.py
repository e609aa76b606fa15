"""What stands masked on a page."""

from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.masking import mask_address, mask_number


def test_an_identity_number_keeps_its_ends() -> None:
    assert mask_number("000000199001011234") == "000***********1234"
    assert mask_number("1380000") == "*******"


@given(st.text(max_size=40))
def test_no_more_than_the_ends_stays(text: str) -> None:
    masked = mask_number(text)
    assert len(masked) == len(text)
    assert len(masked.replace("*", "")) <= 7


def test_an_address_loses_its_house() -> None:
    assert "12号" not in mask_address("舞钢市演示大道12号院3号楼")
