"""Which version of an invented statute is current: by the day, whatever the order of import; what may not be imported."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.jobs import run_due
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.ledger.models import Entry
from sanzhi.statutes import queries
from sanzhi.statutes.commands import BringIntoForce, ImportStatute, bring_into_force, import_statute
from sanzhi.statutes.models import Version

pytestmark = pytest.mark.django_db
OLD = ("某市落叶管理条例(2020-01-01).md", "自2020年3月1日起施行", "不得焚烧落叶")
NEW = ("某市落叶管理条例(2026-08-20).md", "自2026年9月3日起施行", "禁止焚烧枯枝")
AMENDED = ("某市落叶管理条例(2026-08-25).md", "自2020年3月1日起施行", "应当收集落叶")


@pytest.fixture(autouse=True)
def _first_of_september(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"  # the worker's beats sequence the journal too
    with clock.moved(datetime(2026, 9, 1, 9)):
        yield


def bring(law: tuple[str, str, str]) -> Version:
    name, since, rule = law
    chapters = f"第一章 总则\n第一条 {rule}。\n\n第二章 附则\n第二条 （一）违反本条例第一条的；\n第三条 本条例{since}。\n"
    return import_statute(system(), ImportStatute(name=name, text=f"# 某市落叶管理条例\n\n{chapters}"))


def current() -> list[str]:
    return [f"{version.adopted_on}" for version in queries.current_versions()]


def found(words: str) -> list[str]:
    return [f"{article.version.adopted_on}" for article in queries.articles_matching(words)]


def test_a_version_adopted_for_a_later_day_waits_for_it() -> None:
    bring(OLD)
    waiting = bring(NEW)
    run_due()
    assert (current(), found("焚烧"), found("枯枝")) == (["2020-01-01"], ["2020-01-01"], [])
    with pytest.raises(Refused, match="尚未施行"):
        bring_into_force(system(), BringIntoForce(version=waiting.pk))
    clock.advance(timedelta(days=2))
    run_due()
    assert (current(), found("焚烧"), found("落叶 不得")) == (["2026-08-20"], ["2026-08-20"], [])
    (article,) = queries.resolve("《某市落叶管理条例》第一条")
    assert article.paragraph_texts == ("禁止焚烧枯枝。",)
    assert Entry.objects.filter(event="statutes.version_in_force").count() == 2


@pytest.mark.parametrize("laws", [(OLD, AMENDED), (AMENDED, OLD)], ids=["in order", "the older one last"])
def test_the_order_of_import_does_not_matter(laws: tuple[tuple[str, str, str], ...]) -> None:
    for law in laws:
        bring(law)
    assert (current(), found("收集"), found("焚烧")) == (["2026-08-25"], ["2026-08-25"], [])


def test_the_first_version_of_a_statute_may_lie_ahead() -> None:
    bring(NEW)
    assert current() == [] and queries.resolve("《某市落叶管理条例》第一条") == []
    clock.advance(timedelta(days=2))
    run_due()
    assert current() == ["2026-08-20"]


def test_a_version_overtaken_while_it_waited_is_left_behind() -> None:
    bring(NEW)
    clock.advance(timedelta(days=3))
    bring(("某市落叶管理条例(2026-08-28).md", "自2026年9月4日起施行", "应当清扫落叶"))
    run_due()
    assert current() == ["2026-08-28"]


def test_the_same_text_again_changes_nothing_and_another_text_is_refused() -> None:
    first = bring(OLD)
    assert bring(OLD).pk == first.pk and Version.objects.count() == 1
    with pytest.raises(Refused, match="内容不同"):
        bring((OLD[0], OLD[1], "可以焚烧落叶"))
    with pytest.raises(Refused, match="文件名"):
        bring(("落叶条例.md", *OLD[1:]))


def test_a_page_of_the_law_shows_where_chapters_begin() -> None:
    rows = queries.articles_of(bring(OLD))
    assert [(row.heading, row.label, row.new_chapter) for row in rows] == [
        ("第一条", "1", "第一章 总则"),
        ("第二条", "2", "第二章 附则"),
        ("第三条", "3", ""),
    ]
    assert rows[1].paragraph_texts == ("（一）违反本条例第一条的；",)
    assert [vars(row)["article_count"] for row in queries.current_versions()] == [3]
    with pytest.raises(NotVisible):
        queries.version(0)


def test_what_no_current_version_says_is_named() -> None:
    bring(OLD)
    missing = queries.broken(["《某市落叶管理条例》第一条、第九条", "《某省落叶条例》第二条"])
    assert [str(citation) for citation in missing] == ["《某市落叶管理条例》第九条", "《某省落叶条例》第二条"]


def _numbered(numbers: Iterable[int]) -> str:
    articles = "\n\n".join(f"第{numeral_of(number)}条 不得焚烧落叶{number}。" for number in numbers)
    return f"# 某市落叶条例\n\n{articles}"


def test_a_newer_text_that_lost_articles_is_refused_until_a_person_has_looked() -> None:
    import_statute(system(), ImportStatute(name="某市落叶条例(2020-03-01).md", text=_numbered(range(1, 31))))
    order = ImportStatute(name="某市落叶条例(2024-03-01).md", text=_numbered(range(1, 13)))
    with pytest.raises(Refused, match="只有12条，到第12条为止；2020-03-01的版本有30条"):
        import_statute(system(), order)
    assert import_statute(system(), order.model_copy(update={"is_fewer_known": True})).articles.count() == 12
    nearly = ImportStatute(name="某市落叶条例(2025-03-01).md", text=_numbered(range(1, 11)))
    assert import_statute(system(), nearly).articles.count() == 10


def test_an_article_into_which_others_ran_says_so(bureau: Bureau) -> None:
    note = "来源中第三条没有单独成条，文字疑并入前一条；引用这些条和前一条时，请核对公布的文本。"
    text = "# 某市落叶条例\n\n" + note + "\n\n" + _numbered(range(1, 6)).partition("\n\n")[2]
    version = import_statute(system(), ImportStatute(name="某市落叶条例(2020-03-01).md", text=text))
    said = {article.number: article.source_note for article in version.articles.all()}
    assert said == {1: "", 2: note, 3: note, 4: "", 5: ""}
    assert note in Client().get(f"/laws/{version.pk}/2/").content.decode()
    cited = Client().get("/laws/cite/", {"q": "《某市落叶条例》第二条"}, headers={"HX-Request": "true"})
    assert note in cited.content.decode(), cited.content.decode()
    assert note not in Client().get(f"/laws/{version.pk}/4/").content.decode()
