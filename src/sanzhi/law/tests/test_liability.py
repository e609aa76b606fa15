"""Penalty clauses of invented statutes, one pattern a row: what is read, what is passed over, what is left unread."""

from typing import Any

import pytest

from sanzhi.law.fine_text import write_formulas
from sanzhi.law.liability import LiabilityReading, PenaltyDraft, read_liability
from sanzhi.law.statute_text import StatuteText, parse_statute

OPENING = """# 某市落叶条例

第一条 落叶应当收集。

第二条 不得焚烧落叶。

不得在河道堆放落叶。

第三条 禁止下列行为：

（一）踩踏落叶；

（二）抛撒落叶；

（三）藏匿落叶。

## 第二章 法律责任

第四条 本条例规定的行政处罚由落叶主管部门实施。

第五条 """


def statute(clause: str) -> StatuteText:
    return parse_statute(OPENING + clause.replace("\n", "\n\n"), name="某市落叶条例.md")


def read(clause: str) -> LiabilityReading:
    return read_liability(statute(clause))


def fines(draft: PenaltyDraft) -> str:
    tables = dict(draft.formulas)
    return write_formulas(tables.pop("", None), tables, alternatives=draft.alternatives)


ONE_CLAUSE = [
    ("违反第二条第一款规定的，处以二百元以上二千元以下罚款。", "罚款200元至2000元", ""),
    (
        "违反第二条第一款规定的，责令限期改正；逾期不改正的，处以五十元罚款。",
        "罚款50元",
        "先责令限期改正，逾期不改正的才可以罚款",
    ),
    (
        "违反第二条第一款规定的，责令限期缴纳，逾期拒不缴纳的，处应缴纳费用一倍以上三倍以下罚款。",
        "罚款应缴纳费用1倍至3倍",
        "先责令限期缴纳，逾期拒不缴纳的才可以罚款",
    ),
    (
        "违反第二条第一款规定的，责令改正，给予警告；逾期不改正或者造成严重后果的，对单位处10万元以上20万元以下罚款，对个人处2万元罚款。",
        "单位罚款100000元至200000元；个人罚款20000元",
        "先责令改正，逾期不改正或者造成严重后果的才可以罚款",
    ),
    (
        "违反第二条第一款规定的，责令改正，并处一万元以下罚款；拒不改正的，责令停业整治。",
        "罚款10000元以下",
        "",
    ),
    (
        "违反第二条第一款规定的，责令改正，处一万元罚款；拒不改正的，处五万元以上二十万元以下的罚款。",
        "罚款10000元；拒不改正的：罚款50000元至200000元",
        "",
    ),
    (
        "违反第二条第一款规定的，对单位处以每处（张）五百元罚款，罚款最高不超过一万元；对个人处以每处（张）五十元罚款，罚款最高不超过五千元。",
        "单位每处（张）罚款500元，总额不超过10000元；个人每处（张）罚款50元，总额不超过5000元",
        "",
    ),
    (
        "违反第二条第一款规定的，非经营性的，没收工具，并处五百元罚款；经营性的，没收工具，并处二千元以上二万元以下罚款。",
        "非经营性的：罚款500元；经营性的：罚款2000元至20000元",
        "",
    ),
    (
        "违反第二条第一款规定的，按照所占面积，处以每日每平方米十元以上三十元以下罚款。",
        "每平方米每日罚款10元至30元",
        "",
    ),
    (
        "违反第二条第一款规定的，责令停止；无法消除影响的，限期拆除，不能拆除的，可以并处工程造价百分之十以下的罚款。",
        "无法消除影响的，不能拆除的：可以并处罚款工程造价10%以下",
        "",
    ),
    (
        "违反第二条第一款规定的，处十万元罚款，对直接负责的主管人员处一万元罚款；造成严重后果的，处二十万元罚款。",
        "罚款100000元；对直接负责的主管人员：罚款10000元；造成严重后果的：罚款200000元",
        "",
    ),
    (
        "违反第二条第一款规定的，对单位处五万元罚款，情节严重的，处十万元罚款；对个人处一万元罚款。",
        "单位罚款50000元；个人罚款10000元；情节严重的，对单位：罚款100000元",
        "",
    ),
]


@pytest.mark.parametrize(("clause", "said", "first"), ONE_CLAUSE, ids=[row[0][12:40] for row in ONE_CLAUSE])
def test_one_clause(clause: str, said: str, first: str) -> None:
    (draft,) = read(clause).drafts
    assert (fines(draft), draft.correct_first_text, draft.unread) == (said, first, ())
    assert draft.correct_first is bool(first)
    assert (draft.basis, draft.prohibitions) == ("《某市落叶条例》第五条", ("《某市落叶条例》第二条第一款",))
    assert draft.conduct == "不得焚烧落叶" and draft.executing_department == ""


def test_what_else_is_ordered() -> None:
    (draft,) = read(
        "违反第二条第二款规定，堆放落叶的，由河道主管部门责令停止违法行为，没收违法所得，并处一千元罚款；"
        "情节严重的，由原发证机关吊销许可证；造成损失的，照价赔偿；构成犯罪的，依法追究刑事责任。"
    ).drafts
    assert draft.conduct == "堆放落叶" and draft.executing_department == "河道主管部门"
    assert draft.other_measures == (
        "责令停止违法行为，没收违法所得",
        "情节严重的，由原发证机关吊销许可证",
        "造成损失的，照价赔偿",
    )


LIST = """违反第三条规定的，责令限期改正；逾期不改正的，按照下列规定处罚；造成损失的，依法赔偿：
（一）违反第一项、第二项规定的，处以一百元罚款；
（二）违反第三项规定，藏匿银杏叶的，由公安机关处以二百元罚款；藏匿其他叶的，处以三百元罚款。"""


def test_a_list_of_penalties() -> None:
    drafts = read(LIST).drafts
    assert [(draft.item, fines(draft), draft.executing_department) for draft in drafts] == [
        (1, "罚款100元", ""),
        (2, "罚款200元", "公安机关"),
        (2, "罚款300元", ""),
    ]
    assert [draft.prohibitions for draft in drafts] == [
        ("《某市落叶条例》第三条第一项", "《某市落叶条例》第三条第二项"),
        ("《某市落叶条例》第三条第三项",),
        ("《某市落叶条例》第三条第三项",),
    ]
    assert [draft.conduct for draft in drafts] == ["踩踏落叶；抛撒落叶", "藏匿银杏叶", "藏匿其他叶"]
    assert all(draft.correct_first and draft.other_measures == ("造成损失的，依法赔偿",) for draft in drafts)


def test_a_range_of_items_is_spelled_out() -> None:
    clause = "违反第三条规定的，按照下列规定处罚：\n（一）违反第一项至第三项规定之一的，处以一百元罚款。"
    (draft,) = read(clause).drafts
    assert draft.prohibitions == tuple(f"《某市落叶条例》第三条第{number}项" for number in "一二三")


def test_a_list_of_conducts_under_one_penalty() -> None:
    drafts = read(
        "违反第三条规定，或者清扫单位有下列行为之一的，处一千元罚款：\n（一）未按时清扫的；\n（二）未按时清运的。"
    ).drafts
    assert [(draft.item, len(draft.prohibitions)) for draft in drafts] == [(0, 1), (1, 0), (2, 0)]
    assert {fines(draft) for draft in drafts} == {"罚款1000元"}


FORMER = """有下列行为之一，责令改正，处以罚款：
（一）焚烧的；
（二）堆放的；
（三）抛撒的。
单位有前款第一项、第二项行为之一，处五万元罚款；个人有前款第一项行为，处所需费用一倍以上三倍以下的罚款，所需费用不足十万元的，按十万元计算。
未收集的，由收集主管部门依照前款规定处罚。"""


def test_fines_that_a_later_paragraph_gives_to_items() -> None:
    first, second, third, *_ = read(FORMER).drafts
    assert fines(first) == "单位罚款50000元；个人罚款所需费用1倍至3倍"
    assert first.unread == ("所需费用不足十万元的，按十万元计算",)
    assert (fines(second), second.unread) == ("单位罚款50000元", ())
    assert (fines(third), third.unread) == ("", ("处以罚款",))


def test_an_opening_that_punishes_a_second_conduct_is_not_shared_out() -> None:
    clause = "有下列行为之一的，处一千元罚款；冒用名义的，处五千元罚款：\n（一）焚烧的；\n（二）堆放的。"
    drafts = read(clause).drafts
    assert [(fines(draft), draft.unread) for draft in drafts] == [
        ("罚款1000元", ("冒用名义的，处五千元罚款",))
    ] * 2


def test_a_penalty_like_the_paragraph_before() -> None:
    drafts = read("焚烧落叶的，责令改正，处一千元罚款。\n堆放落叶的，由河道主管部门依照前款规定处罚。").drafts
    assert [fines(draft) for draft in drafts] == ["罚款1000元", "罚款1000元"]
    assert [draft.executing_department for draft in drafts] == ["", "河道主管部门"]
    (lost,) = read("乱挂的，由河道主管部门依照前款规定处罚。").drafts
    assert fines(lost) == "" and lost.unread == ("依照前款规定处罚",)


def test_parts_of_a_square_metre_count_wherever_the_statute_says_so() -> None:
    clause = "违反第二条第一款规定的，处以每平方米五百元罚款。"
    rounding = "\n第六条 按面积处以罚款的，不足一平方米的按照一平方米计算。"
    found = [read(text).drafts[0].formulas[""].get("round_up") for text in (clause, clause + rounding)]
    assert found == [None, True]


PASSED = [
    ("违反本条例规定的行为，法律、法规已有法律责任规定的，从其规定。", "从其他法律、法规的规定"),
    ("违反本条例规定，构成犯罪的，依法追究刑事责任。", "刑事责任"),
    ("主管部门及其工作人员玩忽职守的，由任免机关责令改正，依法给予处分。", "处分"),
    (
        "主管部门有下列情形之一的，责令改正，对直接负责的主管人员依法给予处分：\n（一）不检查的；\n（二）不处理的。",
        "处分",
    ),
    ("违反第二条规定，燃放烟花的，由公安机关依法予以处罚。", "依照其他规定处罚"),
    ("违反第二条规定，未收集的，责令限期改正。", "只责令改正"),
    ("当事人对处罚决定不服的，可以依法申请行政复议。", "救济"),
]


@pytest.mark.parametrize(("clause", "reason"), PASSED, ids=[row[0][:24] for row in PASSED])
def test_what_is_no_power_is_passed_over_with_its_reason(clause: str, reason: str) -> None:
    found = read(clause)
    assert found.drafts == ()
    assert [(row.basis, reason in row.reason) for row in found.passed_over[1:]] == [
        ("《某市落叶条例》第五条", True)
    ]


UNREAD = [
    ("违反第二条第一款规定的，可以并处罚款。", "可以并处罚款"),
    ("违反第二条第一款规定的，对个人依法处以罚款。", "对个人依法处以罚款"),
    ("违反第二条第一款规定的，处每吨落叶五十元的罚款。", "处每吨落叶五十元的罚款"),
    ("违反第二条第一款规定的，每逾期一日，处五百元罚款。", "每逾期一日，处五百元罚款"),
    ("违反第二条第一款规定的，给予警告或者处以罚款。", "给予警告或者处以罚款"),
    (
        "违反第二条第一款规定的，处五千万元以下或者营业额百分之五以下罚款。",
        "处五千万元以下或者营业额百分之五以下罚款",
    ),
    ("违反第二条第一款规定的，处二百五元罚款。", "处二百五元罚款"),
    ("违反第二条第一款规定的，应当处理，有违法所得的没收违法所得。", "没收违法所得"),
]


@pytest.mark.parametrize(("clause", "piece"), UNREAD, ids=[row[0][12:40] for row in UNREAD])
def test_what_is_not_read_is_said(clause: str, piece: str) -> None:
    (draft,) = read(clause).drafts
    assert draft.formulas == {} and draft.alternatives == ()
    assert any(piece in said for said in draft.unread)


def test_without_a_chapter_on_liability_clauses_are_found_by_what_they_say() -> None:
    text = "# 某县落叶规定\n\n第一条 不得焚烧。\n\n第二条 违反本规定第一条规定的，由县政府指定的部门处二百元罚款。\n\n第三条 罚款应当上缴。"
    read_there = read_liability(parse_statute(text, name="某县落叶规定.md"))
    assert [(draft.basis, fines(draft)) for draft in read_there.drafts] == [
        ("《某县落叶规定》第二条", "罚款200元")
    ]
    assert read_there.drafts[0].executing_department == "县政府指定的部门"


def test_a_reading_is_the_same_each_time() -> None:
    found: list[Any] = [read(LIST), read(LIST)]
    assert found[0] == found[1]
