"""A name is a name, whoever bears it."""

import pytest

from sanzhi.law.person_names import is_person_name, no_names


@pytest.mark.parametrize(
    "text",
    ["秦朗", "欧阳若兰", "买买提·依明", "秦朗（演示社区居委会）", "John Smith", "古丽仙·阿不都拉(翻译)"],
)
def test_names(text: str) -> None:
    assert is_person_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "社区工作人员",
        "演示清运负责人",
        "驾驶人",
        "环卫队班长",
        "路人乙",
        "秦",
        "公证处公证员",
        "138",
        "（社区）",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_person_name(text)


def test_of_several_those_that_are_none() -> None:
    assert no_names("秦朗、社区工作人员") == ("社区工作人员",)
