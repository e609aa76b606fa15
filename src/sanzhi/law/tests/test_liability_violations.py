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


def test_a_person_whose_circumstance_is_a_unit_is_everybody() -> None:
    (draft,) = drafts_of("个人违反第一条规定的，处五十元罚款；单位违反的，处五百元罚款。")
    assert (draft.respondent, fines(draft)) == ("", "罚款50元；单位违反的：罚款500元")


def test_further_articles_are_violated_too() -> None:
    (draft,) = drafts_of("违反第一条、第二条的，由市城管局处二百元罚款。")
    assert draft.prohibitions == ("《某市落叶条例》第一条", "《某市落叶条例》第二条")
    assert (draft.executing_department, draft.unread) == ("市城管局", ())
