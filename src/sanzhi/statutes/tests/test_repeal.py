"""The end of a statute, at once or on its day; who succeeds it; what short titles mean; what follows is announced."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.jobs import job, run_due
from sanzhi.law.citations import parse_citations
from sanzhi.statutes import board, commands, queries
from sanzhi.statutes.models import Statute, Version
from sanzhi.statutes.titles import Titles

pytestmark = pytest.mark.django_db
FIRST = "《某市落叶管理条例》第一条"
announced: list[str] = []
OFFICER = Actor("officer:1", "甲某", "000000", frozenset({"officer"}))
REVIEWER = Actor("officer:2", "乙某", "000000", frozenset({"legal_reviewer"}))


@pytest.fixture(autouse=True)
def _first_of_september(settings: Any, monkeypatch: Any) -> Iterator[None]:
    announced.clear()
    job("statutes.tests_heard")(announced.append)
    monkeypatch.setattr(board, "_after_change", ["statutes.tests_heard"])
    with clock.moved(datetime(2026, 9, 1, 9)):
        yield


@pytest.fixture
def version() -> Version:
    return bring("2020-01-01", "不得焚烧落叶")


def bring(day: str, rule: str) -> Version:
    text = f"某市落叶管理条例\n第一条 {rule}。\n第二条 本条例自公布之日起施行。"
    return commands.import_statute(
        system(), commands.ImportStatute(name="落叶.docx", text=text, adopted_on=date.fromisoformat(day))
    )


def repeal(version: Version, on: date, *, actor: Actor = REVIEWER) -> Statute:
    order = commands.RepealStatute(statute=version.statute_id, on=on, by="《某市落叶条例》第九条")
    return commands.repeal_statute(actor, order)


def why(text: str = FIRST) -> str:
    (citation,) = parse_citations(text)
    return queries.why_broken(citation)


def test_a_statute_ends_on_its_day_and_says_why(version: Version) -> None:
    assert why() == "" and queries.broken([FIRST]) == []
    repeal(version, date(2026, 9, 3))
    run_due()
    assert [article.heading for article in queries.resolve(FIRST)] == ["第一条"]
    clock.advance(timedelta(days=2))
    run_due()
    assert queries.resolve(FIRST) == [] and queries.articles_matching("焚烧") == []
    assert why() == "某市落叶管理条例已于2026年9月3日废止（《某市落叶条例》第九条）。"
    assert announced == [f"repeal:{version.statute_id}"]
    with pytest.raises(Refused, match="已经废止，废止日不能再改"):
        repeal(version, date(2026, 10, 1))
    bring("2020-06-01", "应当收集落叶")
    assert not queries.current_versions().exists()


def test_another_day_may_be_said_before_the_day(version: Version) -> None:
    repeal(version, date(2026, 9, 3))
    repeal(version, date(2026, 9, 5))
    for day, ended in ((3, False), (4, False), (5, True)):
        with clock.moved(datetime(2026, 9, day, 9)):
            run_due()
            assert queries.current_versions().exists() is not ended, day


def test_what_may_not_be_repealed(version: Version) -> None:
    with pytest.raises(Refused, match="政策法规科"):
        repeal(version, date(2026, 9, 3), actor=OFFICER)
    with pytest.raises(Refused, match="以后通过的版本"):
        repeal(version, date(2019, 9, 3))
    version.statute_id = 0
    with pytest.raises(NotVisible):
        repeal(version, date(2026, 9, 3))


def test_a_new_version_is_announced_the_first_one_is_not(version: Version) -> None:
    run_due()
    assert announced == []
    newer = bring("2026-08-01", "禁止焚烧落叶")
    run_due()
    assert announced == [f"version:{newer.pk}"]
    older = queries.previous(newer)
    assert older is not None and older.pk == version.pk and queries.previous(older) is None
    assert [change.kind for change in queries.changes(older, newer)] == ["changed", "same"]


def test_successors_of_an_article_and_of_the_whole(version: Version) -> None:
    def link(article: str, heir: str, *, actor: Actor = REVIEWER, title: str = "某国环境法典") -> None:
        order = commands.LinkSuccessor(
            statute=version.statute_id,
            article=article,
            successor_title=title,
            successor_article=heir,
            since=date(2026, 9, 1),
        )
        commands.link_successor(actor, order)

    link("", "")
    link("第一条", "第三百条第二款")
    link("第一条", "第三百条第二款")
    repeal(version, date(2026, 9, 1))
    assert why().endswith("由《某国环境法典》第三百条第二款承接。")
    assert why("《某市落叶管理条例》第二条").endswith("由《某国环境法典》承接。")
    for wrong, words in (
        (("第一条", "第三百条", OFFICER, "某国环境法典"), "政策法规科"),
        (("一", "第三百条", REVIEWER, "某国环境法典"), "不是一个条款"),
        (("第九条", "第三百条", REVIEWER, "某国环境法典"), "没有第9条"),
        (("第一条", "三百", REVIEWER, "某国环境法典"), "不是一个条款"),
        (("第一条", "第三百条", REVIEWER, "《某市落叶管理条例》"), "不能由本法自己承接"),
    ):
        with pytest.raises(Refused, match=words):
            link(wrong[0], wrong[1], actor=wrong[2], title=wrong[3])


def test_why_a_citation_names_nothing(version: Version) -> None:
    assert why("《某省落叶条例》第一条") == "《某省落叶条例》尚未导入，无法核对。"
    assert why("《某市落叶管理条例》第九条") == "某市落叶管理条例的现行版本没有第九条。"


NAMES = [
    "行政处罚法",
    "行政强制法",
    "劳动合同法",
    "义务教育法",
    "某市市容和环境卫生管理条例",
    "城市绿化条例",
    "某市绿化条例",
]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("行政处罚法", "行政处罚法"),
        ("中华人民共和国行政处罚法", "行政处罚法"),
        ("处罚法", "行政处罚法"),
        ("市容条例", "某市市容和环境卫生管理条例"),
        ("市容和环境卫生条例", "市容和环境卫生条例"),
        ("绿化条例", "绿化条例"),
        ("城市绿化条例", "城市绿化条例"),
        ("劳动法", "劳动法"),
        ("教育法", "教育法"),
        ("水法", "水法"),
        ("条例", "条例"),
    ],
)
def test_a_short_title_means_one_statute_or_none(name: str, meant: str) -> None:
    assert Titles(NAMES).short(name) == meant


def test_a_short_title_resolves(version: Version) -> None:
    assert [article.heading for article in queries.resolve("落叶条例第二条")] == ["第二条"]
    assert [citation.article for citation in queries.broken(["《落叶条例》第一条、第九条"])] == [9]
