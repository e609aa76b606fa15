"""How the party is found under its masks in the facts of a copy."""

import pytest

from tests.lawful.judge.rules.copied import _unnamed

NAME = "平顶山市演示餐饮有限公司"


@pytest.mark.parametrize("masked", ["平顶山市某某餐饮有限公司", "平顶山市**餐饮有限公司", NAME])
def test_a_masked_organisation_is_the_party(masked: str) -> None:
    assert _unnamed(f"{masked}在此", NAME) == "当事人在此"


def test_another_organisation_is_not() -> None:
    assert _unnamed("许昌市**餐饮有限公司在此", NAME) != "当事人在此"
