"""Nothing that punishes is lost: it is read right, marked unread in its draft, or named among what was passed over."""

import pytest

from sanzhi.law.liability import LiabilityReading, PenaltyDraft, read_liability
from sanzhi.law.statute_text import parse_statute
from sanzhi.law.tests.test_liability import fines

ITEMS = "\n（一）未设围挡的，处二千元以上一万元以下的罚款；\n（二）未冲洗车辆的，处五百元罚款。"


def read(body: str) -> LiabilityReading:
    return read_liability(parse_statute(f"某市落叶条例\n第一条 不得倾倒落叶。\n{body}", name="条例.md"))


def only(clause: str) -> PenaltyDraft:
    """The one draft of a clause in a chapter on liability."""
    (draft,) = read(f"第二章 法律责任\n第二条 违反本条例规定，倾倒的，由城管部门{clause}").drafts
    return draft


@pytest.mark.parametrize(
    ("lead", "first"),
    [
        ("有下列行为之一的，由城管部门责令限期改正；逾期不改正的，按照下列规定处罚：", True),
        ("有下列行为之一的，由城管部门按照下列规定处罚：", False),
        ("有下列行为之一的，责令改正，按照下列规定处罚：", False),
        ("对违反市容管理的行为，由城管部门按照下列规定予以处罚：", False),
    ],
)
def test_a_list_is_read_where_no_chapter_on_liability_exists(lead: str, first: bool) -> None:
    found = read(f"第二条 {lead}{ITEMS}")
    assert [(draft.basis[-6:], fines(draft), draft.correct_first) for draft in found.drafts] == [
        ("第二条第一项", "罚款2000元至10000元", first),
        ("第二条第二项", "罚款500元", first),
    ]
    assert found.passed_over == ()


def test_items_that_begin_the_article_are_read() -> None:
    found = read("第二章 法律责任\n第二条\n（一）倾倒的，处二百元罚款；\n（二）焚烧的，处五百元罚款。")
    assert [fines(draft) for draft in found.drafts] == ["罚款200元", "罚款500元"]


def test_a_clause_without_a_fine_is_read_where_no_chapter_exists() -> None:
    (draft,) = read("第二条 乱挂的，由城管部门责令改正，没收违法所得，可以吊销许可证。").drafts
    assert draft.other_measures == ("责令改正，没收违法所得，可以吊销许可证",)
    assert (draft.executing_department, draft.conduct) == ("城管部门", "乱挂")


@pytest.mark.parametrize(
    "clause",
    [
        "对个人处二百元以上五百元以下，对单位处五千元以上五万元以下罚款。",
        "对个人处二百元以上五百元以下、对单位处五千元以上五万元以下罚款。",
    ],
)
def test_one_word_fine_serves_both_sums(clause: str) -> None:
    both = "个人罚款200元至500元；单位罚款5000元至50000元"
    assert (fines(only(clause)), only(clause).unread) == (both, ())
    (draft,) = read(f"第二章 法律责任\n第二条 有下列行为的：\n（一）倾倒的，{clause}").drafts
    assert fines(draft) == both


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("先责令改正，拒绝改正的，处五百元罚款。", "先责令改正，拒绝改正的"),
        ("通知限期清理，到期未清理的，处五百元罚款。", "先通知限期清理，到期未清理的"),
        ("责令改正；经两次责令仍不改正的，处五百元罚款。", "先责令改正，经两次责令仍不改正的"),
        ("责令改正；不予改正的，处五百元罚款。", "先责令改正，不予改正的"),
        ("责令改正；整改不到位的，处五百元罚款。", "先责令改正，整改不到位的"),
        ("责令改正；劝说无效的，处五百元罚款。", "先责令改正，劝说无效的"),
        ("责令改正；在规定时间内没有改正的，处五百元罚款。", "先责令改正，在规定时间内没有改正的"),
    ],
)
def test_who_must_be_told_first_in_other_words(clause: str, said: str) -> None:
    draft = only(clause)
    assert (draft.correct_first, draft.correct_first_text) == (True, f"{said}才可以罚款")
    assert (fines(draft), draft.other_measures, draft.unread) == ("罚款500元", (), ())


@pytest.mark.parametrize(
    ("clause", "unread"),
    [
        ("处五百元罚款；逾期不改正的加倍处罚。", "逾期不改正的，加倍处罚"),
        ("处五百元罚款，但是不满十八周岁的除外。", "但是不满十八周岁的除外"),
        ("处五百元罚款。但是，不满十八周岁的，不予处罚。", "不满十八周岁的，不予处罚"),
        ("责令改正；情节严重或者拒绝改正的，处五百元罚款。", "情节严重或者拒绝改正的（是否须先责令改正）"),
        ("处五百元罚款，直至吊销许可证。", "直至吊销许可证"),
        ("处五百元罚款，情节严重的，可以给予三个月停业整顿。", "可以给予三个月停业整顿"),
        ("处五百元罚款，并处拘留。", "并处拘留"),
        ("处个人二百元、单位二千元罚款。", "处个人二百元、单位二千元罚款"),
        ("处五百元罚款，情节严重的，五年内禁止从业。", "五年内禁止从业"),
    ],
)
def test_what_changes_or_adds_to_the_fine_is_marked(clause: str, unread: str) -> None:
    assert only(clause).unread == (unread,)


def test_what_stands_outside_the_chapter_is_named() -> None:
    body = (
        "第二条 乱扔的，处五十元罚款。\n第三条 有下列职责：\n（一）巡查；\n（二）检查，依法吊销许可证。\n第二章 法律责任\n"
        "第四条 违反第一条规定的，处二百元罚款。\n第三章 附则\n第五条 担保人不履行义务的，处三千元以下罚款。\n"
        "第六条 没收的财物应当上缴国库。\n附件：标准\n甲类罚款一万元\n乙类免费"
    )
    found = read(body)
    assert [draft.basis[-3:] for draft in found.drafts] == ["第四条"]
    told = [(one.basis.partition("》")[2], one.text, one.is_unread) for one in found.passed_over]
    assert told == [
        ("第二条", "乱扔的，处五十元罚款。", True),
        ("第三条第二项", "检查，依法吊销许可证。", True),
        ("第五条", "担保人不履行义务的，处三千元以下罚款。", True),
        ("第六条", "没收的财物应当上缴国库。", False),
        ("附件", "甲类罚款一万元", True),
    ]
    assert "附件中提到处罚" in found.passed_over[-1].reason


def test_what_an_item_says_below_itself_is_named() -> None:
    found = read(
        "第二章 法律责任\n第二条 有下列行为的，处二百元罚款：\n（一）倾倒的：\n1.白天的，处五百元罚款；\n2.夜间的。"
    )
    assert [(one.basis[-6:], one.text) for one in found.passed_over] == [
        ("第二条第一项", "白天的，处五百元罚款；")
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "对法人或者其他组织处三千元以下罚款的，由中队决定。",
        "处五千元以下罚款的，由乡镇人民政府作出决定。",
        "罚款5000元以上的，应当集体讨论决定。",
        "对公民处五百元以下、对法人处三千元以下的罚款，可以适用简易程序当场作出。",
        "责令停业、关闭由县级人民政府决定。",
        "本条例规定的处五万元以上罚款，由市级以上城管部门作出决定。",
        "依照本条例应当处一万元以上罚款的行政处罚，由区人民政府城管部门作出。",
        "本条例规定的处二百元以下罚款的行政处罚，可以由执法人员当场作出决定。",
        "违反本条例的行政处罚，处一千元以下罚款的，由派出机构决定；处一千元以上罚款的，由城管部门决定。",
        "本条例规定的五千元以下罚款，由县级城管部门决定；五万元以下的罚款，市级城管部门可以决定。",
        "五千元以下的罚款，县级城管部门可以决定。",
        "罚款数额在一万元以上的，应当报市人民政府批准。",
    ],
)
def test_who_decides_is_no_power(clause: str) -> None:
    found = read(f"第二章 法律责任\n第二条 {clause}")
    told = [(one.reason, one.text, one.is_unread) for one in found.passed_over]
    assert (found.drafts, told) == ((), [("指明由谁决定罚款", clause, False)])
    beside = read(f"第二章 法律责任\n第二条 倾倒的，处五百元罚款，可以当场收缴。{clause}")
    assert [fines(draft) for draft in beside.drafts] == ["罚款500元"] and not beside.drafts[0].unread
    assert [one.text for one in beside.passed_over] == [clause]


def test_a_fine_without_a_conduct_says_who_decides_only_where_none_stands_before_it() -> None:
    clause = "单处或者并处五千元以下罚款，由街道办事处作出决定。"
    found = read(f"第二章 法律责任\n第二条 {clause}")
    assert [(one.reason, one.is_unread) for one in found.passed_over] == [("指明由谁决定罚款", False)]
    assert found.drafts == ()
    (draft,) = read(f"第二章 法律责任\n第二条 乱挂的，没收违法所得。{clause}").drafts
    assert draft.unread == ("单处或者并处五千元以下罚款", "由街道办事处")


def test_who_decides_is_known_where_no_chapter_exists() -> None:
    found = read("第二条 五千元以下的罚款，县级城管部门可以决定。")
    assert [(one.reason, one.is_unread) for one in found.passed_over] == [("指明由谁决定罚款", False)]


def test_a_clause_without_a_conduct_is_no_draft() -> None:
    found = read("第二章 法律责任\n第二条 由城管部门处五百元罚款。")
    assert (found.drafts, [(one.text, one.is_unread) for one in found.passed_over]) == (
        (),
        [("由城管部门处五百元罚款。", True)],
    )
    (draft,) = read("第二章 法律责任\n第二条 违反本条例规定的，处五百元罚款。").drafts
    assert draft.conduct == "违反本条例规定"


def test_a_department_that_is_cut_inside_a_word_is_marked() -> None:
    body = (
        "第二章 法律责任\n第二条 违反第一条规定的，由生态环境主管部门处二百元罚款。\n"
        "第三条 违反本条例规定的，由生态环境主管部门处三百元罚款。\n境主管部门责令改正，处五百元罚款：\n（一）倾倒的；\n（二）焚烧的。"
    )
    unread = [draft.unread for draft in read(body).drafts]
    assert unread == [(), (), *[("实施机关“境主管部门”（文字疑有缺失）",)] * 2]
    whole = read(body.replace("\n境主管部门", "\n生态环境主管部门")).drafts
    assert [draft.unread for draft in whole] == [()] * 4


@pytest.mark.parametrize(
    "own",
    [
        "处以恢复费用三倍的罚款",
        "给予警告",
        "每株处以三百至五百元的罚款",
        "处工程造价百分之二的罚款",
        "加倍处罚",
        "并处警告",
    ],
)
def test_what_an_item_orders_itself_below_a_fine_of_the_lead_is_marked(own: str) -> None:
    lead = "第二条 有下列行为之一的，由城管部门责令改正，处二百元以上五百元以下罚款："
    found = read(f"{lead}\n（一）倾倒的；\n（二）焚烧，经制止不听的，{own}；\n（三）被处以罚款后又倾倒的。")
    assert [bool(draft.unread) for draft in found.drafts] == [False, True, False]
    assert own in found.drafts[1].unread
