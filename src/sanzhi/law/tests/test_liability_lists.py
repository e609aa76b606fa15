"""Penalties below an opening, counted one by one, as one of two, spoken of; invented statutes, one shape a row."""

import pytest

from sanzhi.law.tests.test_liability import fines, read

ITEMS = """
（一）焚烧落叶的，处一百元罚款；
（二）堆放落叶的，罚款二百元至五百元；抛撒落叶的，罚款三百元。"""
OPENINGS = [
    "由落叶主管部门按照下列规定予以处罚：",
    "违反第二条规定的，由落叶主管部门责令改正，按下列规定处以罚款：",
    "违反第二条规定的，由落叶主管部门责令改正，并依照以下标准分别给予行政处罚：",
    "有下列行为之一的，由落叶主管部门责令改正，并分别给予下列处罚：",
    "违反第二条规定的，由落叶主管部门责令改正并根据下列情形处罚：",
    "有下列行为之一的，由落叶主管部门责令改正，处以罚款：",
    "有下列行为之一的，由落叶主管部门责令停止：",
    "违反第二条规定，有下列情形之一的：",
    "对违反第二条规定的，落叶主管部门可以批评教育，对下列行为处以罚款：",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_each_item_has_its_own_penalty(opening: str) -> None:
    drafts = read(opening + ITEMS).drafts
    assert [(draft.item, fines(draft), draft.unread) for draft in drafts] == [
        (1, "罚款100元", ()),
        (2, "罚款200元至500元", ()),
        (2, "罚款300元", ()),
    ]
    assert {draft.executing_department for draft in drafts} == {""}


def test_a_may_and_a_department_of_the_opening_hold_for_each_item() -> None:
    drafts = read("由河道主管部门对下列行为可并处罚款：" + ITEMS).drafts
    assert [fines(draft) for draft in drafts] == [
        "可以并处罚款100元",
        "可以并处罚款200元至500元",
        "可以并处罚款300元",
    ]
    drafts = read("由河道主管部门按照下列规定予以处罚：" + ITEMS).drafts
    assert {draft.executing_department for draft in drafts} == {"河道主管部门"}


def test_a_later_paragraph_caps_the_items_that_it_names() -> None:
    capped = "\n按前款（一）、（二）项处以罚款，最高不得超过二千元。"
    items = "\n（一）焚烧的，每平方米罚款一百元；\n（二）堆放的，按清运费标准的二至五倍罚款；\n（三）抛撒的，罚款十元。"
    drafts = read("按照下列规定处罚：" + items + capped).drafts
    assert [fines(draft) for draft in drafts] == [
        "每平方米罚款100元，总额不超过2000元",
        "罚款清运费标准2倍至5倍，总额不超过2000元",
        "罚款10元",
    ]
    every = read("按照下列规定处罚：" + items + "\n前款规定的罚款总额不得超过五千元。").drafts
    assert all("总额不超过5000元" in fines(draft) for draft in every)


COUNTED = [
    ("逾期不改正的，按照每辆车五千元处以罚款。", "每辆车罚款5000元"),
    ("逾期不改正的，按照每个垃圾亭五百元以上一千元以下处以罚款。", "每个垃圾亭罚款500元至1000元"),
    ("每销售一条未登记的犬只，处五百元罚款。", "每条犬只罚款500元"),
    ("每砍伐一株，处一千元罚款。", "每株罚款1000元"),
    ("按次处一百元以上二百元以下的罚款。", "每次罚款100元至200元"),
    ("处5,000元以上20,000元以下罚款。", "罚款5000元至20000元"),
    ("处５，０００元罚款。", "罚款5000元"),
]


@pytest.mark.parametrize(("clause", "said"), COUNTED)
def test_what_is_counted_one_by_one(clause: str, said: str) -> None:
    (draft,) = read("违反第二条第一款规定的，责令改正；" + clause).drafts
    assert fines(draft).rpartition("：")[2] == said and draft.unread == ()


def test_one_of_two_penalties() -> None:
    (warned,) = read("违反第二条第一款规定的，可以处警告或者处五十元以上二百元以下的罚款。").drafts
    assert (fines(warned), warned.warns) == ("可以并处罚款50元至200元", True)
    (both,) = read("不登记的，处警告；造成后果的，对经营者处五日以下拘留或者三千元以下罚款。").drafts
    assert fines(both) == "造成后果的，对经营者：可以并处罚款3000元以下"
    (held,) = read("违反第二条第一款规定的，责令停业或者处五百元罚款。").drafts
    assert (fines(held), held.other_measures) == ("可以并处罚款500元", ("责令停业（与罚款择一）",))


def test_a_department_and_whom_it_fines_in_one_phrase() -> None:
    (draft,) = read("不备案的，由动物监督机构对单位处一千元罚款，对个人处五百元罚款。").drafts
    assert (fines(draft), draft.executing_department) == ("单位罚款1000元；个人罚款500元", "动物监督机构")


def test_a_new_amount_is_a_case_of_the_conduct_before() -> None:
    (draft,) = read(
        "焚烧落叶的，责令改正，处一万元罚款。其中，焚烧银杏叶的，罚款数额为二万元以上三万元以下。"
    ).drafts
    assert fines(draft) == "罚款10000元；焚烧银杏叶的：罚款20000元至30000元"


SUBJECTS = [
    ("施工或者养护单位未及时清理的", "organisation"),
    ("个人未分类投放的", "person"),
    ("单位和个人擅自堆放的", ""),
    ("将落叶交给未登记的单位处置的", ""),
    ("管理人未清扫的", ""),
]


@pytest.mark.parametrize(("conduct", "respondent"), SUBJECTS)
def test_whose_conduct_it_is(conduct: str, respondent: str) -> None:
    (draft,) = read(f"违反第二条规定，{conduct}，处五十元罚款。").drafts
    assert draft.respondent == respondent and fines(draft) == "罚款50元"


SPOKEN_OF = [
    ("五千元以下的罚款，由县落叶主管部门决定；超过五千元的罚款，由市落叶主管部门决定。", "指明由谁决定罚款"),
    ("罚款由市落叶主管部门批准。", "指明由谁决定罚款"),
    ("罚款上缴国库。", "罚款和没收财物的上缴"),
    ("罚没收入应当全部上缴财政。", "罚款和没收财物的上缴"),
    ("没收的财物一律上缴国库。", "罚款和没收财物的上缴"),
]


@pytest.mark.parametrize(("clause", "reason"), SPOKEN_OF)
def test_a_fine_that_is_spoken_of_is_no_power(clause: str, reason: str) -> None:
    found = read(clause)
    assert found.drafts == () and found.passed_over[-1].reason == reason


FIRST = [
    ("由公安机关给予警告，并责令改正；拒不改正的，处一千元罚款。", "先责令改正，拒不改正的才可以罚款"),
    (
        "应当赔偿，并由落叶主管部门责令限期改正；拒不改正的，处一千元罚款。",
        "先责令限期改正，拒不改正的才可以罚款",
    ),
    ("公安机关应当责令改正；拒不改正的，处一千元罚款。", "先责令改正，拒不改正的才可以罚款"),
    ("责令限期上交；出资人逾期不上交的，处一千元罚款。", "先责令限期上交，出资人逾期不上交的才可以罚款"),
    ("责令限期改正，逾期不改正的处一千元罚款。", "先责令限期改正，逾期不改正的才可以罚款"),
    ("限期改正；逾期未改正，处一千元罚款。", "先限期改正，逾期未改正才可以罚款"),
    ("通知限期清理；逾期不清理的，处一千元罚款。", "先通知限期清理，逾期不清理的才可以罚款"),
    ("要求其改正；不改正的，处一千元罚款。", "先要求其改正，不改正的才可以罚款"),
    ("责令改正；经责令改正后仍不改正的，处一千元罚款。", "先责令改正，经责令改正后仍不改正的才可以罚款"),
    ("责令改正；拒绝改正的，处一千元罚款。", "先责令改正，拒绝改正的才可以罚款"),
    ("责令改正；在规定期限内未改正的，处一千元罚款。", "先责令改正，在规定期限内未改正的才可以罚款"),
    ("责令限期拆除；期满不拆除的，处一千元罚款。", "先责令限期拆除，期满不拆除的才可以罚款"),
    ("责令限期拆除；超过期限不拆除的，处一千元罚款。", "先责令限期拆除，超过期限不拆除的才可以罚款"),
    ("由公安机关处警告；警告后不改正的，处一千元罚款。", "先警告，警告后不改正的才可以罚款"),
]


@pytest.mark.parametrize(("clause", "said"), FIRST)
def test_what_must_be_ordered_before_a_fine(clause: str, said: str) -> None:
    (draft,) = read("违反第二条第一款规定的，" + clause).drafts
    assert draft.correct_first and draft.correct_first_text.replace("处警告", "警告") == said
    assert fines(draft) == "罚款1000元"


def test_an_order_of_correction_in_the_opening_holds_for_each_item() -> None:
    drafts = read(
        "违反第三条规定的，责令改正；逾期不改正的，由落叶主管部门按照下列规定予以处罚：" + ITEMS
    ).drafts
    assert [draft.correct_first for draft in drafts] == [True, True, True]
