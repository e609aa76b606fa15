"""The shapes in which statutes are printed, as invented texts: what is read of each, and the day that the notes name."""

from datetime import date

import pytest

from sanzhi.law.statute_text import (
    StatuteText,
    adopted_on,
    breaks,
    effective_from,
    missing_end,
    parse_statute,
)

PARTS = """某国落叶法典

第一编　总则
第一分编 一般规定
第一章 基本规定
第一条 甲。
第二编 分则
第一章 收集
第一节 清扫
第二条 乙。
第二节 运输
第三条 丙。
"""
CONTENTS = """某市落叶管理条例

（2020年1月1日某市人民代表大会常务委员会通过 2023年5月6日修正）

目录
第一章总则
第二章　法律责任……3
第三章 附则

第一章总则
第一条 甲。
第二章　法律责任
第二条 乙。
第三章 附则
第三条 丙。
"""
WIDTHS = """某市落叶管理办法
第1条 甲：
（１）不读作项。
第２条：有下列情形：
(一) 子；
（二）丑：
１．寅；
2、卯。
第12条 不该出现
"""
ADDED = """某法
第一条 甲。
第一条之一 子。
第一条之二 丑。
第二条　乙。
"""
ANNEXED = """某市落叶收费办法
第一条 甲。
第二条 收费标准见
附件一。
第三条 丙。
附件1：收费标准
第一条 这不是条文
银杏叶每袋二元
"""
REVISED = """某市落叶管理条例
修订说明：本次修改第二条。
第一条 甲。
第二条 违反本条例
第一条规定的，处
罚款。
编者说明 印刷有误请指正。
"""
NO_SPACE = """某办法
第一章总则
第一条甲。
第二章监督检查、法律责任
第二条 第三章规定的行为，从其规定。
第三章附则
第三条丙。
"""


def told(read: StatuteText) -> list[str]:
    return [f"{article.label} {' '.join(article.chapter)}".strip() for article in read.articles]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        (PARTS, [
            "1 第一编 总则 第一分编 一般规定 第一章 基本规定",
            "2 第二编 分则 第一章 收集 第一节 清扫",
            "3 第二编 分则 第一章 收集 第二节 运输",
        ]),
        (CONTENTS, ["1 第一章总则", "2 第二章 法律责任", "3 第三章 附则"]),
        (ADDED, ["1", "1-1", "1-2", "2"]),
        (ANNEXED, ["1", "2", "3"]),
        (REVISED, ["1", "2"]),
        (NO_SPACE, ["1 第一章总则", "2 第二章监督检查、法律责任", "3 第三章附则"]),
    ],
    ids=["parts", "contents", "added", "annex", "revision", "no space"],
)  # fmt: skip
def test_shapes(text: str, articles: list[str]) -> None:
    assert told(parse_statute(text, name="某法")) == articles


def test_digits_of_either_width() -> None:
    read = parse_statute(WIDTHS.replace("第12条 不该出现\n", ""), name="某法")
    second = read.articles[1]
    assert second.paragraphs[0].text == "有下列情形："
    assert [(item.number, item.text, item.subitems) for item in second.paragraphs[0].items] == [
        (1, "子；", []),
        (2, "丑：", ["寅；", "卯。"]),
    ]
    with pytest.raises(ValueError, match="没有接在第二条之后"):
        parse_statute(WIDTHS, name="某法")


def test_what_is_printed_behind_the_articles_belongs_to_none() -> None:
    read = parse_statute(ANNEXED, name="某法")
    assert read.annex == ("附件1：收费标准", "第一条 这不是条文", "银杏叶每袋二元")
    assert read.articles[1].paragraphs[0].text == "收费标准见附件一。"
    revised = parse_statute(REVISED, name="某法")
    assert revised.annex == ("编者说明 印刷有误请指正。",) and revised.notes == (
        "修订说明：本次修改第二条。",
    )
    assert revised.articles[1].paragraphs[0].text == "违反本条例第一条规定的，处罚款。"


@pytest.mark.parametrize(
    ("notes", "day"),
    [
        ("2020年1月1日 某市人大常委会通过\n2020年3月9日 某省人大常委会批准", date(2020, 3, 9)),
        (
            "（１９８７年９月５日通过 根据2018 年 10 月 26 日《关于修改〈某法〉的决定》修正）",
            date(2018, 10, 26),
        ),
        ("2020年1月1日通过\n2020年3月1日 施行", date(2020, 1, 1)),
        ("2020年13月41日通过", None),
        ("目录", None),
    ],
)
def test_the_day_that_the_notes_name(notes: str, day: date | None) -> None:
    assert adopted_on(parse_statute(f"某法\n{notes}\n第一条 甲。", name="某法")) == day


@pytest.mark.parametrize(
    "heading",
    ["附 则", "附　　则", "附则", "## 附 则", "**附 则**", "（附 则）", "【附则】", "**第二章 附则**"],
)
def test_a_last_chapter_without_a_number_is_no_annex(heading: str) -> None:
    text = f"某市落叶条例\n第一章 总 则\n第一条 甲。\n{heading}\n第二条 本条例自2020年3月1日起施行。\n附 件\n收费表"
    read = parse_statute(text, name="条例.md")
    assert [article.label for article in read.articles] == ["1", "2"]
    assert effective_from(read, adopted_on=date(2020, 1, 1)) == date(2020, 3, 1)
    assert read.articles[1].chapter[-1].replace(" ", "").removeprefix("第二章") == "附则"
    assert ([len(article.paragraphs) for article in read.articles], read.annex) == (
        [1, 1],
        ("附 件", "收费表"),
    )


def test_a_note_between_two_articles_takes_no_article_away() -> None:
    text = "某市落叶条例\n第一条 甲。\n附 注\n注解一。\n第二章 附则\n第二条 本条例自2020年3月1日起施行。\n**附 件**\n第一条 表。\n第三条 费。"
    read = parse_statute(text, name="条例.md")
    assert [(article.label, article.chapter) for article in read.articles] == [
        ("1", ()),
        ("2", ("第二章 附则",)),
    ]
    assert read.annex == ("附 注", "注解一。", "附 件", "第一条 表。", "第三条 费。")
    assert effective_from(read, adopted_on=date(2020, 1, 1)) == date(2020, 3, 1)
    close = parse_statute(text.replace("注解一。\n第二章 附则\n", ""), name="条例.md")
    assert [article.chapter for article in close.articles] == [(), ()] and close.annex[0] == "附 注"


@pytest.mark.parametrize(
    ("last", "is_there"),
    [
        ("本条例自2020年1月1日起施行。", True),
        ("本条例自公布之日起施行。", True),
        ("本条例的施行日期由省人民政府规定。", True),
        ("本条例施行前的行为，不适用本条例。", False),
        ("不得焚烧。", False),
    ],
)
def test_a_text_that_names_no_day_of_effect_may_be_cut(last: str, is_there: bool) -> None:
    read = parse_statute(f"某市落叶条例\n第一条 甲。\n第二条 {last}", name="条例.md")
    said = "没有找到规定施行日期的条文，第二条以后的文字可能缺失。"
    assert missing_end(read) == (() if is_there else (said,))


BROKEN = [
    ("第一条 甲。\n第二条 违反第一条规定的，处二百元以上", "最后一条第二条在"),
    ("第一条 甲。\n第二条 按照下列规定处罚：", "第二条的冒号之后没有内容。"),
    ("第一条 有下列情形的：\n第二条 乙。", "第一条的冒号之后没有内容。"),
    ("第一条 甲。\n第二条 有下列情形：\n（一）子；\n（二）丑；", "最后一条第二条在"),
    ("第一条\n第二条 乙。", "第一条没有内容。"),
]


@pytest.mark.parametrize(("body", "said"), BROKEN)
def test_a_text_that_stops_in_the_middle_says_where(body: str, said: str) -> None:
    (found,) = breaks(parse_statute(f"某市落叶条例\n{body}", name="条例.md"))
    assert found.startswith(said)
    assert breaks(parse_statute("某市落叶条例\n第一条 甲：\n（一）子。\n第二条 乙。", name="条例.md")) == ()
