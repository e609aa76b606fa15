"""Reading statutes and citations; the real ones where they are at hand, an invented one always."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.chinese_numbers import number_of, numeral_of
from sanzhi.law.citations import parse_citations
from sanzhi.law.statute_text import StatuteError, effective_from, parse_statute

ROOT = Path(__file__).resolve().parents[4]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR", ROOT.parent / "shared" / "laws"))
FILES = sorted(LAWS.glob("*.md"))
INVENTED = """# 某市落叶管理条例

2020年1月1日 某市第一次通过

<!-- INFO END -->

## 第一章  总 则

第一条　为了管好落叶，制定本条例。

第二条 落叶包括：

（一）银杏叶：

1．已黄的；

2．未黄的；

(二)其他叶。

前款规定以外的，不是落叶。

### 第一节 收集

第二条之一 落叶应当收
集。
"""


def test_an_invented_statute_part_by_part() -> None:
    read = parse_statute(INVENTED, name="某市落叶管理条例(2020-01-01).md")
    assert (read.title, read.notes) == ("某市落叶管理条例", ("2020年1月1日 某市第一次通过",))
    first, second, added = read.articles
    assert [article.label for article in read.articles] == ["1", "2", "2-1"]
    assert [item.text for item in second.paragraphs[0].items] == ["银杏叶：", "其他叶。"]
    assert second.paragraphs[0].items[0].subitems == ["已黄的；", "未黄的；"]
    assert second.paragraphs[1].text == "前款规定以外的，不是落叶。"
    assert added.heading == "第二条之一" and added.paragraphs[0].text == "落叶应当收集。"
    assert added.chapter == ("第一章 总 则", "第一节 收集") and first.chapter == ("第一章 总 则",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "空的"),
        ("第一条 没有名称", 1, "名称"),
        ("# 某法\n\n只有序言", 3, "没有读到任何条文"),
        ("# 某法\n\n第二条 从二开始", 3, "应从第一条开始"),
        ("# 某法\n\n第一条 甲\n\n第三条 丙\n\n第二条 乙", 5, "没有接在"),
    ],
)
def test_a_malformed_statute_names_file_and_line(text: str, line: int, words: str) -> None:
    with pytest.raises(StatuteError, match=words) as caught:
        parse_statute(text, name="坏文件.md")
    assert (caught.value.name, caught.value.line) == ("坏文件.md", line)


@pytest.mark.parametrize(
    ("last", "from_day"),
    [
        ("本条例自2026年8月15日起施行。", date(2026, 8, 15)),
        ("本条例自 2026 年 8 月 15 日起施行。2001年5月1日通过的旧条例同时废止。", date(2026, 8, 15)),
        ("本条例自1992年8月1日起施行。", date(2026, 3, 12)),
        ("本条例自公布之日起施行。", date(2026, 3, 12)),
        ("本条例由某市人民政府解释。", date(2026, 3, 12)),
    ],
)
def test_from_when_a_version_applies(last: str, from_day: date) -> None:
    read = parse_statute(f"# 某条例\n\n第一条 甲。\n\n第二条 {last}", name="某条例.md")
    assert effective_from(read, adopted_on=date(2026, 3, 12)) == from_day


@pytest.mark.skipif(not FILES, reason="the real statutes are not at hand")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_real_statutes_lose_no_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8-sig")
    read = parse_statute(text, name=file.name)
    numbers = [article.number for article in read.articles]
    assert sorted(set(numbers)) == list(range(1, max(numbers) + 1)), "no article is missing"
    assert all(article.paragraphs for article in read.articles)
    kept = "".join(
        part
        for article in read.articles
        for paragraph in article.paragraphs
        for part in [
            paragraph.text,
            *(text for item in paragraph.items for text in [item.text, *item.subitems]),
        ]
    )
    body = text[text.rindex("第一条") :] if text.count("第一条 ") == 1 else text
    lost = [
        line
        for line in body.splitlines()
        if len(line) > 30 and line.strip()[-20:] not in kept and "月" not in line[:12]
    ]
    assert [line for line in lost if not line.startswith(("#", "20", "19", "<"))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《某市落叶管理条例》第十四条第一款第（二）项", ["《某市落叶管理条例》第十四条第一款第二项"]),
        ("行政处罚法第四十四条、第四十五条", ["《行政处罚法》第四十四条", "《行政处罚法》第四十五条"]),
        (
            "行政处罚法第六十三条至第六十五条",
            ["《行政处罚法》第六十三条", "《行政处罚法》第六十四条", "《行政处罚法》第六十五条"],
        ),
        (
            "行政处罚法第58条；河南省行政执法条例第二十八条",
            ["《行政处罚法》第五十八条", "《河南省行政执法条例》第二十八条"],
        ),
        ("国办发〔2018〕118号", []),
        ("《某法》第一百二十条之一", ["《某法》第一百二十条之一"]),
    ],
)
def test_citations(text: str, found: list[str]) -> None:
    assert [str(citation) for citation in parse_citations(text)] == found


def test_this_statute_is_the_one_it_stands_in() -> None:
    assert [str(row) for row in parse_citations("违反本条例第三条的", within="某条例")] == [
        "《某条例》第三条"
    ]


@given(st.integers(1, 9999))
def test_numerals_read_back(number: int) -> None:
    assert number_of(numeral_of(number)) == number == number_of(str(number))
