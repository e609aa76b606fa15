"""A collection of national statutes is brought in: one's own text goes first, a newer one lights up the rows that cite it."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from sanzhi.amendments import queries
from sanzhi.amendments.models import Adjustment
from sanzhi.amendments.testing import TITLE, a_version, an_authority, some_duties
from sanzhi.catalogues.models import Edition
from sanzhi.kernel.actor import system
from sanzhi.kernel.jobs import run_due
from sanzhi.law.testing import collection_file
from sanzhi.statutes.commands import ImportStatute, import_statute
from sanzhi.statutes.models import Version

OLD = ("某国松果法", "2020-01-01", "2020-03-01", "现行有效")
NEWER = ("某国松果法", "2024-01-01", "2024-03-01", "现行有效")
ENDED = ("某国旧松果法", "1990-01-01", "1990-01-01", "已废止")
DECISION = ("关于松果的决定", "1990-01-01", "1990-01-01", "现行有效")


pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    authority = an_authority()
    a_version("2020-01-01")
    bases = {"A1": f"《{TITLE}》第二条第一款", "A2": "《某省松果条例》第三条", "A3": "《松果分类条例》第五条"}
    return some_duties(authority, **bases)


def articles(*texts: str) -> list[tuple[None, None, str, str]]:
    return [(None, None, f"第{number}条", text) for number, text in zip("一二三四五", texts, strict=False)]


def brought(
    folder: Path, laws: dict[Any, Any], name: str = "laws.db", *, options: tuple[str, ...] = ()
) -> str:
    out = StringIO()
    call_command("import_national_laws", str(collection_file(folder / name, laws)), *options, stdout=out)
    return out.getvalue()


def test_the_collection_comes_in_once_and_says_what_it_left_out(tmp_path: Path) -> None:
    an_authority()
    laws = {OLD: articles("甲。", "乙。"), ENDED: articles("甲。"), DECISION: [(None, None, "一", "……")]}
    said = brought(tmp_path, laws, options=("--all",))
    for words in (
        "导入1部",
        "没有导入的2部",
        "没有导入某国旧松果法：来源标注已废止",
        "没有导入关于松果的决定",
    ):
        assert words in said
    (version,) = Version.objects.all()
    assert (
        version.source.startswith("laws.db（公开汇编的数据") and str(version.effective_from) == "2020-03-01"
    )
    page = Client().get(f"/laws/{version.pk}/").content.decode()
    assert "文本来源：laws.db（公开汇编的数据，不是公布机关的文本" in page
    assert "导入0部，已有且相同的1部" in brought(tmp_path, laws, "again.db")
    changed = brought(tmp_path, {OLD: articles("甲。", "丙。")}, "changed.db")
    assert "汇编改动了同一版本的文字，没有覆盖" in changed and Version.objects.get() == version


def test_a_text_of_ones_own_goes_first(tmp_path: Path) -> None:
    own = import_statute(
        system(), ImportStatute(name="某国松果法(2020-01-01).md", text="# 某国松果法\n\n第一条 甲甲。")
    )
    assert own.source == "文件“某国松果法(2020-01-01).md”"
    said = brought(tmp_path, {OLD: articles("甲。", "乙。")})
    assert "本单位自己的文本在先，没有采用汇编的：某国松果法" in said
    assert Version.objects.get().articles.get().paragraphs[0]["text"] == "甲甲。"


def test_a_jump_in_the_collection_is_said_where_the_law_is_read(tmp_path: Path) -> None:
    an_authority()
    rows = [(None, None, "第一条", "甲。"), (None, None, "第三条", "丙。")]
    said = brought(tmp_path, {OLD: rows})
    assert "汇编中第二条没有单独成条，文字疑并入前一条" in said
    page = Client().get(f"/laws/{Version.objects.get().pk}/").content.decode()
    assert "第二条没有单独成条" in page and "来源没有本条单独的文字" in page


def test_a_newer_collection_opens_adjustments_for_what_it_changed(edition: Edition, tmp_path: Path) -> None:
    standing = Version.objects.get(statute__title=TITLE, is_current=True)
    texts = ["".join(part["text"] for part in row.paragraphs) for row in standing.articles.all()]
    laws = {(TITLE, "2026-02-01", "2026-02-01", "现行有效"): articles(*[f"{text}修改了。" for text in texts])}
    assert not Adjustment.objects.exists()
    brought(tmp_path, laws)
    run_due()
    assert {item.row_code for item in Adjustment.objects.filter(target_kind="row")}


def test_what_is_cited_and_not_at_hand_is_listed_with_the_way_to_bring_it(edition: Edition) -> None:
    listed = {law.title: law for law in queries.missing_laws()}
    assert TITLE not in listed
    assert "公布机关的网站" in listed["某省松果条例"].how and "公布机关" not in listed["松果分类条例"].how
    (citing,) = listed["松果分类条例"].citing
    assert citing.row_code == "A3"
    out = StringIO()
    call_command("missing_laws", stdout=out)
    assert (
        f"引用了、还没有文本的法律法规{len(listed)}部" in out.getvalue()
        and "《松果分类条例》（1处引用" in out.getvalue()
    )


def test_without_the_package_and_with_a_wrong_file_the_command_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="没有找到"):
        call_command("import_national_laws", str(tmp_path / "没有.whl"))
