"""In a flood whoever holds the thing stands for its owner; what is missing is said by the law that holds for a requisition."""

from datetime import timedelta

from sanzhi.kernel import clock
from tests.fees import Levied, Taken
from tests.stories import case_page, done, refused

HOLDER = {"kind": "person", "name": "占有人孙甲", "id_type": "没有查明", "address": "舞钢市演示路1号"}


def test_the_holder_is_registered_by_name(taken: Taken) -> None:
    story = taken(stop="need")
    order = {"procedure": "requisition/emergency", "power": "ZY01", "on": clock.today(), "place": "演示路口"}
    other = done(story, "cases.begin_own_motion", **order, summary="连续强降雨，急需挖掘机。")
    story.case_id, story.lane = other.case_id, None
    assert "却填写了证件号码" in refused(story, "cases.register_party", **HOLDER, id_number="X1234567")
    born_late = clock.today() + timedelta(days=1)
    assert "出生日期晚于" in refused(story, "cases.register_party", **HOLDER, born_on=born_late)
    party = done(story, "cases.register_party", **HOLDER)
    assert party.born_on is None and story.proceeding.respondent == party


def test_of_others_the_age_is_asked(levied: Levied) -> None:
    story = levied(stop="assessed")
    assert "以判断责任年龄" in refused(story, "cases.register_party", **HOLDER)


def test_what_is_missing_is_said_by_the_law_of_the_kind(taken: Taken, levied: Levied) -> None:
    for story, word in ((taken(stop="need"), "征用建议"), (levied(stop="assessment"), "征收数额核定意见")):
        said = refused(story, "cases.complete_step")
        assert f"尚未提出{word}。" in said and f"请先提出{word}。" in said and "处理建议" not in said
        assert "处理建议" not in case_page(story) and "河南省行政执法条例第二十八条" in said
        assert "行政处罚" not in said and "行政处罚法" not in case_page(story)
