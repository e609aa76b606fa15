"""A law changes or ends: exactly the rows, forms and rules that cite what changed light up, and how each is settled."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from sanzhi.amendments import board, queries
from sanzhi.amendments.board import Quoter
from sanzhi.amendments.commands import SettleAdjustment, settle_adjustment
from sanzhi.amendments.models import Adjustment
from sanzhi.amendments.testing import (
    ARTICLES,
    TITLE,
    a_reviewer,
    a_version,
    an_authority,
    some_duties,
    some_powers,
)
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.jobs import later, run_due
from sanzhi.ledger.models import Entry
from sanzhi.organisation.models import Authority
from sanzhi.statutes.commands import LinkSuccessor, RepealStatute, link_successor, repeal_statute
from sanzhi.statutes.models import Version

pytestmark = pytest.mark.django_db
ROWS = {
    "A1": f"《{TITLE}》第二条",
    "A2": f"《{TITLE}》第二条第二款、第三条",
    "A3": f"《{TITLE}》第二条第一款，第四条",
    "A4": "《落叶条例》第二条至第四条",
    "A5": f"《{TITLE}》第五条",
    "A6": "《某省环境条例》第二条",
    "A7": f"按照《{TITLE}》办理",
}
FORM = Quoter("form", "D99", "D99 落叶清扫通知书", "", (f"{TITLE}第三条",))
RULE = Quoter("rule", "law/leaves.py", "落叶（law/leaves.py）", "", (f"《{TITLE}》第二条",))
BURN = (ARTICLES[0], ARTICLES[1].replace("街道", "公共场所"), *ARTICLES[2:])
INSERTED = (*ARTICLES[:2], "本市每年十一月为落叶清扫月，由市人民政府公布安排。", *ARTICLES[2:])
SHORTER = (*ARTICLES[:2], *ARTICLES[3:])


@pytest.fixture(autouse=True)
def _first_of_september(settings: Any, monkeypatch: Any) -> Iterator[None]:
    monkeypatch.setattr(board, "_sources", [lambda: (FORM, RULE)])
    board.quoters_of_installation.cache_clear()
    queries._index_of.cache_clear()
    with clock.moved(datetime(2026, 9, 1, 9)):
        yield
    board.quoters_of_installation.cache_clear()
    queries._index_of.cache_clear()


@pytest.fixture
def authority() -> Authority:
    found = an_authority()
    a_version("2020-01-01")
    some_duties(found, **ROWS)
    return found


def change(articles: tuple[str, ...], *, day: str = "2026-08-01") -> Version:
    version = a_version(day, articles)
    run_due()
    return version


def repeal(on: date) -> None:
    statute = Version.objects.get().statute_id
    repeal_statute(system(), RepealStatute(statute=statute, on=on, by="《某国环境法典》第九百条"))
    run_due()


def lit(authority: Authority) -> list[str]:
    """Each open item as its target and what happened to the articles that it names."""
    rows = queries.open_for(authority.code)
    return [
        f"{row.row_code or row.target_key} " + " ".join(f"{hit['old']}-{hit['change']}" for hit in row.hits)
        for row in rows
    ]


def only(authority: Authority, code: str) -> Adjustment:
    return queries.open_for(authority.code).get(row_code=code)


def settle(item: Adjustment, outcome: str, *, actor: Actor | None = None) -> Adjustment:
    order = SettleAdjustment.model_validate(
        {"adjustment": item.pk, "outcome": outcome, "note": "已对照新条文核对。"}
    )
    return settle_adjustment(actor or a_reviewer(item.authority), order)


MOVED = "A5 5-renumbered"


@pytest.mark.parametrize(
    ("articles", "found"),
    [
        (BURN, ["A1 2-changed", "A3 2-changed", "A4 2-changed", "law/leaves.py 2-changed"]),
        (
            INSERTED,
            ["A2 3-renumbered", "A3 4-renumbered", "A4 3-renumbered 4-renumbered", MOVED, "D99 3-renumbered"],
        ),
        (SHORTER, ["A2 3-ended", "A3 4-renumbered", "A4 3-ended 4-renumbered", MOVED, "D99 3-ended"]),
        (tuple(text.replace("，", ", ") for text in ARTICLES), []),
    ],
    ids=["one paragraph", "inserted", "taken out", "widths only"],
)
def test_a_new_version_lights_exactly_what_cites_the_change(
    authority: Authority, articles: tuple[str, ...], found: list[str]
) -> None:
    change(articles)
    assert sorted(lit(authority)) == found
    (edition,) = authority.editions.all()
    assert queries.open_rows(edition.pk) == {row.split()[0] for row in found if row.startswith("A")}
    assert queries.open_rows(0) == frozenset()


def test_nothing_is_opened_twice_and_nothing_by_importing_again(authority: Authority) -> None:
    version = change(BURN)
    before = lit(authority)
    later("amendments.open", f"version:{version.pk}")
    run_due()
    change(BURN)
    assert lit(authority) == before and len(before) == 4
    assert Entry.objects.filter(event="amendments.adjustments_opened").count() == 2


def test_a_repeal_lights_everything_on_its_day(authority: Authority) -> None:
    repeal(date(2026, 9, 3))
    assert lit(authority) == []
    clock.advance(timedelta(days=2))
    run_due()
    assert sorted(lit(authority)) == [
        "A1 2-ended",
        "A2 2-ended 3-ended",
        "A3 2-ended 4-ended",
        "A4 2-ended 3-ended 4-ended",
        "A5 5-ended",
        "A7 -ended",
        "D99 3-ended",
        "law/leaves.py 2-ended",
    ]
    assert only(authority, "A7").citations == f"《{TITLE}》"


def test_two_authorities_look_after_their_own_lists(authority: Authority) -> None:
    other = an_authority(1)
    some_duties(other, B1=ROWS["A1"])
    change(BURN)
    assert sorted(lit(other)) == ["B1 2-changed", "law/leaves.py 2-changed"]
    assert "law/leaves.py 2-changed" in lit(authority) and len(lit(authority)) == 4
    with pytest.raises(NotVisible):
        settle(only(other, "B1"), "still_fits", actor=a_reviewer(authority))


def test_who_settles(authority: Authority) -> None:
    change(BURN)
    item = only(authority, "A1")
    with pytest.raises(Refused, match="法制审核人员"):
        settle(item, "still_fits", actor=Actor("officer:1", "甲某", authority.code, frozenset({"officer"})))
    settled = settle(item, "still_fits")
    assert (settled.settled_by, settled.settled_on, settled.outcome) == (
        "乙某",
        date(2026, 9, 1),
        "still_fits",
    )
    assert item.edition_id is not None and "A1" not in queries.open_rows(item.edition_id)
    with pytest.raises(Refused, match="已经办结"):
        settle(item, "still_fits")


@pytest.mark.parametrize(
    ("articles", "code", "outcome", "refusal"),
    [
        (BURN, "A1", "still_fits", ""),
        (BURN, "A1", "amended", "只能由新版清单调整"),
        (BURN, "A1", "ended", "没有写明已经终止"),
        (INSERTED, "A5", "still_fits", "仍是原条号"),
        (SHORTER, "A2", "still_fits", "不能认定仍然适用"),
        (SHORTER, "A2", "ended", "没有写明已经终止"),
    ],
)
def test_an_outcome_must_be_true(
    authority: Authority, articles: tuple[str, ...], code: str, outcome: str, refusal: str
) -> None:
    change(articles)
    item = only(authority, code)
    if refusal:
        with pytest.raises(Refused, match=refusal):
            settle(item, outcome)
    else:
        assert settle(item, outcome).outcome == outcome


@pytest.mark.parametrize(
    ("articles", "rows", "left"),
    [
        (BURN, {**ROWS, "A1": f"《{TITLE}》第二条第一款"}, ["A3", "A4"]),
        (BURN, {code: text for code, text in ROWS.items() if code != "A4"}, ["A1", "A3"]),
        (
            INSERTED,
            {**ROWS, "A5": f"《{TITLE}》第六条", "A4": "见《落叶条例》第二条至第四条"},
            ["A2", "A3", "A4"],
        ),
        (INSERTED, ROWS, ["A2", "A3", "A4", "A5"]),
    ],
    ids=["rewritten", "taken out", "still cited", "nothing done"],
)
def test_a_new_edition_settles_what_it_amended_and_carries_the_rest(
    authority: Authority, articles: tuple[str, ...], rows: dict[str, str], left: list[str]
) -> None:
    change(articles)
    clock.advance(timedelta(days=1))
    newer = some_duties(authority, **rows)
    run_due()
    assert [row.row_code for row in queries.open_for(authority.code).filter(target_kind="row")] == left
    assert queries.open_rows(newer.pk) == frozenset(left)
    done = Adjustment.objects.filter(settled_by="系统")
    assert {row.outcome for row in done} <= {"amended"} and all("第2版" in row.note for row in done)


def test_who_cites_an_article(authority: Authority) -> None:
    cited = queries.who_cites(TITLE, 2)
    assert [(row.kind, row.row_code or row.key) for row in cited] == [
        ("row", "A1"),
        ("row", "A2"),
        ("row", "A3"),
        ("row", "A4"),
        ("rule", "law/leaves.py"),
    ]
    assert cited[0].url == "/lists/duties/A1/" and cited[-1].url == ""
    assert queries.who_cites(TITLE, 1) == []
    assert [row.kind for row in queries.who_cites(TITLE, 2, authority="000001")] == ["rule"]


def test_an_item_shows_old_and_new_text_and_the_successor(authority: Authority) -> None:
    version = change(BURN)
    order = LinkSuccessor(
        statute=version.statute_id,
        article="第二条",
        successor_title="某法",
        successor_article="第九条",
        since=date(2026, 9, 1),
    )
    link_successor(system(), order)
    (hit,) = queries.hits_of(only(authority, "A1"), queries.change(only(authority, "A1").change_key))
    assert [span.text for span in hit.spans if span.kind != "same"] == ["街道", "公共场所"]
    assert hit.old is not None and hit.new is not None and hit.old.heading == hit.new.heading == "第二条"
    assert [str(row) for row in hit.successors] == ["《某法》第九条"] and hit.caption == "修改"
    with pytest.raises(NotVisible):
        queries.adjustment_for("000009", only(authority, "A1").pk)


def test_an_ended_article_with_a_successor_may_still_fit(authority: Authority) -> None:
    version = change(SHORTER)
    item = only(authority, "A2")
    with pytest.raises(Refused, match="没有承接条款"):
        settle(item, "still_fits")
    order = LinkSuccessor(
        statute=version.statute_id, article="第三条", successor_title="某法", since=date(2026, 9, 1)
    )
    link_successor(system(), order)
    assert settle(item, "still_fits").outcome == "still_fits"


def test_a_row_that_says_itself_that_it_ended_may_be_closed() -> None:
    found = an_authority()
    a_version("2020-01-01")
    some_powers(found, P1=("2026-08-31", 2), P2=("", 2), P3=("2026-09-30", 2))
    repeal(date(2026, 9, 1))
    assert settle(only(found, "P1"), "ended").outcome == "ended"
    for code in ("P2", "P3"):
        with pytest.raises(Refused, match="没有写明已经终止"):
            settle(only(found, code), "ended")
