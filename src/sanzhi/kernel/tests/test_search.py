"""Two characters are enough, the words themselves decide, the newest comes first."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from sanzhi.kernel import search, segments
from sanzhi.kernel.models import SearchText

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
        ("王", ["1"]),
        ("王 占道", ["1"]),
        ("李 占道", []),
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


def test_the_day_decides_the_order_not_when_it_was_put() -> None:
    search.put("decision", "4", text="擅自挖掘", sorted_on=date(2025, 1, 5))
    search.put("decision", "5", text="擅自挖掘", sorted_on=date(2026, 1, 5))
    assert search.find("decision", "擅自") == ["2", "5", "1", "4"]
    assert search.find("decision", "擅") == ["2", "5", "1", "4"]


def test_a_walk_over_what_every_text_has_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    search.put("decision", "4", text="擅自 占用 自占", sorted_on=date(2026, 4, 5))
    search.put("decision", "5", text="擅自占用", sorted_on=date(2026, 3, 5))
    assert search.find("decision", "擅自占用") == ["5"]
    assert not any(search.is_cut("decision", query) for query in ("擅自占用", "擅", ""))
    monkeypatch.setattr(search, "RECENT", 1)
    assert search.find("decision", "擅自占用") == []
    assert all(search.is_cut("decision", query) for query in ("擅自占用", "擅"))
    assert not search.is_cut("decision", "没有")
    assert search.find("decision", "占用", offset=1) == []


@pytest.mark.sqlite_only
def test_the_index_leads_whatever_the_statistics_say() -> None:
    with CaptureQueriesContext(connection) as asked:
        search.find("decision", "广告")
    for _ in range(2):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
            plan = " ".join(row[3] for row in cursor.fetchall())
            cursor.execute("ANALYZE")
        first, then = (
            plan.index("kernel_grams VIRTUAL TABLE"),
            plan.index("texts USING INTEGER PRIMARY KEY"),
        )
        assert first < then and "B-TREE" not in plan


@pytest.mark.sqlite_only
def test_segments_tell_what_no_query_shows_any_more() -> None:
    for number in range(2000):
        search.put(
            "many", str(number), text=f"占道经营第{number}号 编号{number * 7919}", sorted_on=date(2026, 1, 1)
        )
    transaction.savepoint()  # as a commit, it writes what FTS5 holds back
    rows = {row.key: row.pk for row in SearchText.objects.filter(kind="many")}
    for number in (0, 77, 1999):
        assert rows[str(number)] in segments.holding(f"占道经营第{number}号")
        assert set(rows.values()) == set(segments.holding("占道经营"))
    search.forget("many", "77")
    search.merge_segments("grams")
    assert rows["77"] not in segments.holding("占道经营第77号")
    assert len(segments.holding("占道经营")) == 1999 and len(search.find("many", "占道", limit=3000)) == 1999
