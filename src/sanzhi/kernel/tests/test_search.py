"""Two characters are enough, the words themselves decide, the newest comes first."""

from datetime import date

import pytest

from sanzhi.kernel import search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _texts() -> None:
    search.put(
        "decision", "1", text="王伟 擅自占道设摊 舞城管罚决字〔2026〕第1号", sorted_on=date(2026, 1, 5)
    )
    search.put("decision", "2", text="李堃𬭚 擅自张贴广告", sorted_on=date(2026, 3, 5))
    search.put("decision", "3", text="广州 告知", sorted_on=date(2026, 2, 5))
    search.put("law", "1", text="广告 牌匾", sorted_on=date(2026, 2, 5))


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("王伟", ["1"]),
        ("广告", ["2"]),
        ("擅自", ["2", "1"]),
        ("擅自 设摊", ["1"]),
        ("堃𬭚", ["2"]),
        ("２０２６", ["1"]),
        ("王", []),
        ('"; DROP', []),
        ("占道广告", []),
    ],
)
def test_find(query: str, keys: list[str]) -> None:
    assert search.find("decision", query) == keys


def test_putting_again_replaces() -> None:
    search.put("decision", "2", text="赵六 露天烧烤", sorted_on=date(2026, 3, 6))
    assert search.find("decision", "广告") == []
    assert search.find("decision", "烧烤") == ["2"]
