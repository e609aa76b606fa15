"""Powers drafted from statutes with odd titles, odd ends and odd clauses: nothing stops the others, nothing is kept silent."""

import pytest
from django.test import Client
from django.urls import reverse

from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues.models import Edition, Row
from sanzhi.demo.cast import Bureau
from sanzhi.kernel.errors import Refused
from sanzhi.statutes.commands import ImportStatute, import_statute
from sanzhi.statutes.models import Version

CLAUSES = """

第一条 不得焚烧落叶。

## 法律责任

第二条 违反第一条规定的，处五十元以上二百元以下罚款。

第三条 违反第一条规定的，责令改正；拒不改正的，处5,000元罚款。

第四条 五千元以下的罚款，由县落叶主管部门决定。
"""
TITLES = ["某省实施《中华人民共和国落叶法》办法", "某省实施〈落叶法〉若干规定（试行）", "某市落叶条例"]


def imported(bureau: Bureau, title: str, body: str = CLAUSES) -> Version:
    order = ImportStatute(name=f"{title[:20]}(2019-11-01).md", text=f"# {title}{body}")
    return import_statute(bureau.actor("fazhi"), order)


def begun(bureau: Bureau) -> Edition:
    order = catalogues.StartBlankEdition(authority=bureau.authority.code, kind="powers")
    return catalogues.start_blank_edition(bureau.actor("fazhi"), order)


@pytest.mark.parametrize("title", TITLES)
def test_a_statute_of_any_title_can_be_drafted_from(bureau: Bureau, title: str) -> None:
    version, edition = imported(bureau, title), begun(bureau)
    client = Client()
    client.force_login(bureau.officers["fazhi"].user, backend="sanzhi.organisation.backends.OfficerBackend")
    answer = client.post(reverse("catalogues:draft_powers", args=[edition.pk]), {"version": version.pk})
    assert answer.status_code == 200
    assert [row.origin for row in Row.objects.filter(edition=edition)] == [
        f"《{title}》第{n}条" for n in "二三"
    ]
    assert "指明由谁决定罚款" in answer.content.decode()
    second = Row.objects.get(edition=edition, origin=f"《{title}》第三条").content
    assert second["correct_first"] and second["formula"]["amount"] in (5000, "5000")


def test_a_code_that_is_taken_is_not_given_again(bureau: Bureau) -> None:
    edition = begun(bureau)
    read = [
        catalogues.draft_powers(
            bureau.actor("fazhi"),
            catalogues.DraftPowers(edition=edition.pk, versions=[imported(bureau, title).pk]),
        )
        for title in TITLES[:2]
    ]
    codes = [row.code for drafted in read for row in drafted.rows]
    assert codes == ["P001", "P002", "P003", "P004"]


def test_a_text_that_is_cut_off_says_so_beside_what_was_read(bureau: Bureau) -> None:
    version = imported(bureau, "某市半截条例", CLAUSES.rstrip("。\n") + "，也可以")
    order = catalogues.DraftPowers(edition=begun(bureau).pk, versions=[version.pk])
    read = catalogues.draft_powers(bureau.actor("fazhi"), order)
    assert any("文本不完整" in passed.reason for passed in read.passed_over)


def test_what_the_annex_threatens_and_a_missing_last_article_are_told(bureau: Bureau) -> None:
    version = imported(bureau, "某市无尾条例", f"{CLAUSES}\n附件\n\n甲类罚款一万元\n")
    order = catalogues.DraftPowers(edition=begun(bureau).pk, versions=[version.pk])
    passed = catalogues.draft_powers(bureau.actor("fazhi"), order).passed_over
    assert "甲类罚款一万元" in [one.text for one in passed if one.is_unread]
    assert any("没有找到规定施行日期的条文" in one.text for one in passed)


def test_where_nothing_was_read_the_articles_that_punish_are_named(bureau: Bureau) -> None:
    body = "\n\n第一条 焚烧的，处五十元罚款。\n\n第二章 法律责任\n\n第二条 甲。\n"
    version = imported(bureau, "某市总则条例", body)
    order = catalogues.DraftPowers(edition=begun(bureau).pk, versions=[version.pk])
    with pytest.raises(
        Refused,
        match=r"没有读出新的职权.*有1处提到处罚但没有读成职权，请对照条文手工编制：《某市总则条例》第一条",
    ):
        catalogues.draft_powers(bureau.actor("fazhi"), order)
