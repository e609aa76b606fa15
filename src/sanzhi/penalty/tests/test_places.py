"""One place in two wordings: with or without its town; another house, street or town is another place."""

import pytest

from sanzhi.penalty.places import is_one_place, plain_place


def _same(one: str, other: str) -> bool:
    forth = is_one_place(plain_place(one), plain_place(other))
    assert forth == is_one_place(plain_place(other), plain_place(one))
    return forth


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("演示大道8号", "舞钢市演示大道8号门前"),
        ("河南省平顶山市舞钢市演示大道8号", "舞钢市演示大道８号"),
        ("河南省舞钢市演示大道8号", "平顶山市舞钢市演示大道8号"),
        ("舞钢市尹集镇演示大道8号", "舞钢市演示大道8号"),
        ("叶县演示路与建设路口", "演示路与建设路口"),
    ],
)
def test_a_place_without_its_town_is_the_same(one: str, other: str) -> None:
    assert _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("演示大道18号", "舞钢市演示大道8号"),
        ("8号", "舞钢市演示大道8号"),
        ("8号", "舞钢市8号"),
        ("东演示大道8号", "舞钢市演示大道8号"),
        ("叶县演示大道8号", "舞钢市演示大道8号"),
        ("幸福小区3号楼前", "3号楼前"),
        ("舞钢市新市场门前", "舞钢市场门前"),
        ("", "舞钢市"),
    ],
)
def test_another_place_is_another(one: str, other: str) -> None:
    assert not _same(one, other)
