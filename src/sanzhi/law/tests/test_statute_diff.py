"""Two versions of an invented statute: which articles changed, what a reader sees, which citations are touched."""

import pytest

from sanzhi.law.citations import parse_citations
from sanzhi.law.statute_diff import compare, ended, text_of
from sanzhi.law.statute_text import Article, parse_statute
from sanzhi.law.text_diff import spans

FIRST = "为了管好落叶，保护环境，制定本条例。"
BURN = "禁止在街道焚烧落叶、枯枝和杂草。"
FINE = "违反本条例，焚烧落叶的，责令改正；拒不改正的，处五十元以上二百元以下罚款。"
SWEEP = "临街单位应当每日清扫门前落叶，并运到指定地点。"
LIST = "下列行为，处一百元罚款：\n（一）将落叶扫入下水道；\n（二）将落叶堆在树下；\n有前款行为的，应当清理。"


def law(*articles: str) -> tuple[Article, ...]:
    lines = [f"第{number}条 {text}" for number, text in enumerate(articles, start=1)]
    return parse_statute("某市落叶管理条例\n" + "\n".join(lines), name="落叶").articles


def told(old: tuple[Article, ...], new: tuple[Article, ...]) -> list[str]:
    rows = []
    for change in compare(old, new):
        places = [article.label for article in (change.old, change.new) if article is not None]
        rows.append(f"{change.kind} {'→'.join(dict.fromkeys(places))}")
    return rows


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ((FIRST, BURN), (FIRST, BURN), ["same 1", "same 2"]),
        (
            (FIRST, BURN),
            (FIRST.replace("，", ", "), "禁止在街道 焚烧落叶、枯枝和杂草。"),
            ["same 1", "same 2"],
        ),
        ((FIRST, BURN, FINE), (FIRST, BURN, FINE.replace("二百", "五百")), ["same 1", "same 2", "changed 3"]),
        (
            (FIRST, BURN, FINE),
            (FIRST, SWEEP, BURN, FINE),
            ["same 1", "added 2", "renumbered 2→3", "renumbered 3→4"],
        ),
        (
            (FIRST, SWEEP, BURN, FINE),
            (FIRST, BURN, FINE),
            ["same 1", "ended 2", "renumbered 3→2", "renumbered 4→3"],
        ),
        ((FIRST, BURN, FINE), (FIRST, BURN), ["same 1", "same 2", "ended 3"]),
        (
            (FIRST, FINE),
            (FIRST, SWEEP, FINE.replace("五十", "一百")),
            ["same 1", "added 2", "renumbered 2→3"],
        ),
        ((FIRST, BURN), (FIRST, "本市设落叶节。"), ["same 1", "changed 2"]),
    ],
    ids=[
        "nothing",
        "widths",
        "amount",
        "inserted",
        "taken out",
        "last one",
        "moved and changed",
        "something else",
    ],
)
def test_articles_find_their_successors(old: tuple[str, ...], new: tuple[str, ...], found: list[str]) -> None:
    assert told(law(*old), law(*new)) == found


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("处五十元以上二百元以下罚款", "处五十元以上一千元以下罚款", "处五十元以上-二百+一千=元以下罚款"),
        ("禁止焚烧落叶。", "禁止焚烧落叶和枯枝。", "禁止焚烧落叶+和枯枝=。"),
        ("遵循便民的原则", "遵循便民、为民的原则", "遵循便民+、为民=的原则"),
        ("遵循便民、为民的原则", "遵循便民的原则", "遵循便民-、为民=的原则"),
        ("应当（一）清扫", "应当(一) 清扫", "应当(一) 清扫"),
        ("禁止焚烧落叶", "本市设立节日", "-禁止焚烧落叶+本市设立节日"),
        ("", "新增的话", "+新增的话"),
    ],
)
def test_a_change_can_be_read(old: str, new: str, read: str) -> None:
    signs = {"same": "=", "out": "-", "in": "+"}
    text = "".join(signs[span.kind] + span.text for span in spans(old, new))
    assert text.removeprefix("=") == read


AMENDED = LIST.replace("堆在树下", "堆在路口")
LED = LIST.replace("一百元", "三百元")
BEFORE = "前面新加一款，规定什么是落叶。\n" + LIST
AFTER = LIST + "\n后面新加一款，规定何时施行。"


@pytest.mark.parametrize(
    ("new", "cited", "touched"),
    [
        (AMENDED, "第一条", True),
        (AMENDED, "第一条第一款", True),
        (AMENDED, "第一条第二款", False),
        (AMENDED, "第一条第一款第（一）项", False),
        (AMENDED, "第一条第一款第（二）项", True),
        (AMENDED, "第一条第（一）项", False),
        (AMENDED, "第一条第（二）项", True),
        (AMENDED, "第一条第一款第（九）项", True),
        (AMENDED, "第一条第九款", True),
        (LED, "第一条第一款第（一）项", True),
        (LED, "第一条第二款", False),
        (BEFORE, "第一条第一款", True),
        (BEFORE, "第一条第二款", True),
        (AFTER, "第一条第一款第（一）项", False),
        (AFTER, "第一条第二款", False),
        (LIST, "第一条", False),
    ],
)
def test_a_citation_is_touched_when_its_own_part_may_have_changed(
    new: str, cited: str, touched: bool
) -> None:
    (citation,) = parse_citations(cited, within="某市落叶管理条例")
    (change,) = compare(law(LIST), law(new))
    assert change.touches(citation) is touched


def test_a_statute_that_ends_touches_everything() -> None:
    changes = ended(law(FIRST, LIST))
    (citation,) = parse_citations("第二条第二款", within="某市落叶管理条例")
    assert [change.kind for change in changes] == ["ended", "ended"] and changes[1].touches(citation)
    assert text_of(changes[1].old).splitlines()[1] == "（一）将落叶扫入下水道；" and text_of(None) == ""
