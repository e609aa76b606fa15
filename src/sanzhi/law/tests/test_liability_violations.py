"""Which provision is violated, by whom and who punishes it, however the sentence is built; else it is marked unread."""

import pytest

from sanzhi.law.liability import PenaltyDraft
from sanzhi.law.tests.test_liability import fines
from sanzhi.law.tests.test_liability_unsaid import read

LEADS = [
    "对违反本条例第一条规定的单位和个人，由城管部门责令限期改正，并作如下处罚：",
    "对违反本条例第一条规定的，由城管部门给予如下处罚：",
    "违反第一条的，由城管部门按照下列规定处罚：",
    "城管部门对违反本条例第一条的，分别给予以下处罚：",
    "由城管部门对违反本条例第一条规定的行为，按照如下规定处罚：",
]
ITEMS = ["对{}，处二百元罚款", "属于{}的，处二百元罚款", "{}违反的，处二百元罚款", "{}，处二百元罚款"]
CLAUSES = [
    ("对违反本条例第一条规定的个人，由城管部门处二百元罚款。", "person"),
    ("对违反本条例第一条规定的施工单位，由城管部门处二百元罚款。", "organisation"),
    ("对违反第一条规定的经营者，由城管部门处二百元罚款。", ""),
    ("城管部门对违反本条例第一条的，处二百元罚款。", ""),
    ("城管部门应当对违反本条例第一条规定的个人处二百元罚款。", "person"),
    ("由城管部门对违反本条例第一条规定的行为处二百元罚款。", ""),
    ("违反本条例第一条，由城管部门处二百元罚款。", ""),
    ("个人违反第一条的，由城管部门处二百元罚款。", "person"),
    ("单位违反第一条规定的，由城管部门处二百元罚款。", "organisation"),
    ("凡违反第一条规定者，由城管部门处二百元罚款。", ""),
    ("有违反第一条规定的行为的，由城管部门处二百元罚款。", ""),
    ("对违反第一条规定行为的，由城管部门处二百元罚款。", ""),
]


def drafts_of(clause: str) -> tuple[PenaltyDraft, ...]:
    return read(f"第二章 法律责任\n第二条 {clause}").drafts


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("item", ITEMS)
def test_items_that_say_only_whom_stand_under_the_violation_of_the_opening(lead: str, item: str) -> None:
    drafts = drafts_of(f"{lead}\n（一）{item.format('单位')}；\n（二）{item.format('个人')}。")
    assert [(draft.respondent, draft.conduct) for draft in drafts] == [
        ("organisation", "不得倾倒落叶"),
        ("person", "不得倾倒落叶"),
    ]
    for draft in drafts:
        assert (fines(draft), draft.prohibitions) == ("罚款200元", ("《某市落叶条例》第一条",))
        assert (draft.executing_department, draft.unread) == ("城管部门", ())


def test_the_conduct_of_an_opening_is_that_of_items_that_say_only_whom() -> None:
    drafts = drafts_of(
        "乱挂的，由城管部门按照下列规定处罚：\n（一）对单位，处三百元罚款；\n（二）对个人处二百元罚款。"
    )
    assert [(draft.conduct, draft.respondent, fines(draft)) for draft in drafts] == [
        ("乱挂", "organisation", "罚款300元"),
        ("乱挂", "", "个人罚款200元"),
    ]


@pytest.mark.parametrize(("clause", "respondent"), CLAUSES)
def test_violation_respondent_and_department_in_one_sentence(clause: str, respondent: str) -> None:
    (draft,) = drafts_of(clause)
    assert (fines(draft).removeprefix("个人"), draft.prohibitions) == (
        "罚款200元",
        ("《某市落叶条例》第一条",),
    )
    assert (draft.respondent, draft.executing_department, draft.unread) == (respondent, "城管部门", ())
    assert draft.conduct.startswith("不得倾倒落叶")


def test_whom_a_conduct_ends_with() -> None:
    (draft,) = drafts_of("对违反本条例规定，在路边摆摊的个人，由城管部门处二百元罚款。")
    assert (draft.conduct, draft.respondent) == ("在路边摆摊的个人", "person")
    (draft,) = drafts_of("有下列行为的，由城管部门处二百元罚款：\n（一）将落叶卖给拆解落叶的单位；")
    assert draft.respondent == ""


def test_a_conduct_against_the_article_of_another_statute_has_its_name() -> None:
    (draft,) = drafts_of("违反《国家落叶条例》第五条的，由城管部门处二百元罚款。")
    assert draft.prohibitions == ("《国家落叶条例》第五条",)
    assert draft.conduct == "违反《国家落叶条例》第五条"


def test_a_kind_of_respondent_whose_circumstance_is_of_the_other_kind_is_everybody() -> None:
    (draft,) = drafts_of("对违反第一条规定的单位，处五百元罚款；对违反第一条规定的个人，处五十元罚款。")
    assert (draft.respondent, fines(draft)) == ("", "罚款500元；对违反第一条规定的个人：罚款50元")
    (draft,) = drafts_of("个人违反第一条规定的，处五十元罚款；单位违反的，处五百元罚款。")
    assert (draft.respondent, fines(draft)) == ("", "罚款50元；单位违反的：罚款500元")


def test_further_articles_are_violated_too() -> None:
    (draft,) = drafts_of("违反第一条、第二条的，由市城管局处二百元罚款。")
    assert draft.prohibitions == ("《某市落叶条例》第一条", "《某市落叶条例》第二条")
    assert (draft.executing_department, draft.unread) == ("市城管局", ())


@pytest.mark.parametrize(
    ("clause", "unread"),
    [
        ("乱挂的，处五百元罚款，对违反本条例第一条的物品另行警告。", "违反本条例第一条的物品另行警告"),
        ("因违反第一条规定造成损失的，由城管部门处五百元罚款。", "违反第一条规定造成损失的"),
        ("乱挂的，处五百元罚款，由街道办事处决定。", "由街道办事处"),
        ("城管局应当对下列行为予以制止，处五百元罚款：\n（一）乱挂。", "城管局应当"),
        ("乱挂的，处五百元罚款；情节严重的，巡查中由执法局现场警告。", "由执法局"),
    ],
)
def test_a_violation_or_a_department_that_no_field_names_is_marked(clause: str, unread: str) -> None:
    (draft,) = drafts_of(clause)
    assert (fines(draft), draft.unread) == ("罚款500元", (unread,))


def test_what_is_for_others_or_stands_beside_is_not_marked() -> None:
    drafts = drafts_of(
        "违反第一条规定，或者有下列行为之一的，由城管部门处二百元罚款；构成违反治安管理行为的，由公安机关依法处罚：\n"
        "（一）焚烧的；\n（二）抛撒的。"
    )
    assert [draft.unread for draft in drafts] == [()] * 3


INLINE = [
    "城管部门对违反本条例的行为，分别给予如下处罚：",
    "由城管部门对下列行为分别给予以下处罚：",
    "违反本条例规定的，由城管部门分别给予如下处罚：",
]


@pytest.mark.parametrize("lead", INLINE)
@pytest.mark.parametrize("marks", ["（一）（二）", "(一)(二)"])
def test_items_within_one_paragraph_are_a_list(lead: str, marks: str) -> None:
    body = f"第二章 法律责任\n第二条 {lead}{marks[:3]}焚烧的，处二百元罚款；{marks[3:]}抛撒的，处五百元罚款，没收工具。"
    found = read(body)
    assert [(draft.basis[-6:], draft.conduct, fines(draft)) for draft in found.drafts] == [
        ("第二条第一项", "焚烧", "罚款200元"),
        ("第二条第二项", "抛撒", "罚款500元"),
    ]
    assert {(draft.executing_department, draft.unread) for draft in found.drafts} == {("城管部门", ())}
    assert found.passed_over == ()
    beside = read(body.replace("第二章 法律责任\n", ""))
    assert [draft.basis[-6:] for draft in beside.drafts] == ["第二条第一项", "第二条第二项"]
    assert beside.passed_over == ()


def test_a_sentence_behind_items_within_one_paragraph_holds_for_each() -> None:
    found = read(
        "第二章 法律责任\n第二条 违反本条例规定的，由城管部门按照下列规定处罚：（一）焚烧的，处二百元罚款；（二）抛撒的，处五百元罚款。"
        "情节严重的，处一千元罚款。"
    )
    assert [fines(draft) for draft in found.drafts] == [
        "罚款200元；情节严重的：罚款1000元",
        "罚款500元；情节严重的：罚款1000元",
    ]
    assert found.passed_over == ()


def test_items_that_are_only_cited_are_no_list() -> None:
    (draft,) = drafts_of("有第一条第（一）项、第（二）项行为之一的，由城管部门处二百元罚款。")
    assert draft.item == 0
