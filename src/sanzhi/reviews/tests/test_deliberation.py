"""The heads discuss a major decision after its review, several of them, by those whose office it is."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from tests.stories import done, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
DISCUSSED = {
    "place": "局会议室",
    "chair": "程守正",
    "participants": ["程守正", "郭清源"],
    "opinions": "与会人员认为裁量适当。",
    "conclusion": "一致同意作出处罚决定。",
}


def test_a_deliberation_follows_the_review_and_is_held_by_several(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    assert "至少应有两名负责人" in refused(
        story,
        "reviews.record_deliberation",
        who="juzhang",
        **{**DISCUSSED, "participants": ["程守正", "程守正"]},
    )
    assert "这项工作由机关负责人、法制审核人员办理" in refused(
        story, "reviews.record_deliberation", **DISCUSSED
    )
    for command in ("cases.complete_step", "penalty.decide_penalty"):
        said = refused(story, command, who="juzhang")
        assert "未经负责人集体讨论" in said and "河南省行政执法条例第二十八条" in said
    done(story, "reviews.record_deliberation", who="juzhang", **DISCUSSED)
    said = refused(story, "cases.complete_step", who="juzhang")
    assert "缺少《" in said and "集体讨论，" not in said
    assert "未经负责人集体讨论" not in refused(story, "penalty.decide_penalty", who="juzhang")
    story.paper("D39", writer="juzhang")
    assert done(story, "cases.complete_step", who="juzhang").step == "decision"


def test_no_deliberation_before_the_review(reached: Reached) -> None:
    said = refused(reached(stop="review", **LARGE), "reviews.record_deliberation", who="juzhang", **DISCUSSED)
    assert "未经法制审核不得作出决定" in said and "此时不能这样办理" in said
