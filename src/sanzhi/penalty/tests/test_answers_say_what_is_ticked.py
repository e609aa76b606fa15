"""What is ticked decides, and the words of the answer say the same: nobody is fined whose plea is called well founded."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.queries import pleas
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.guards.course import accepted_is_followed
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_papers_say_how_it_went import says
from sanzhi.penalty.tests.test_refusals_on_the_spot import PENALISE, RIGHT, SPOT
from tests.stories import done, established, refused

Reached = Callable[..., Story]
ANSWER = "cases.answer_plea"
FOUNDED, NOT = "经核实，租赁合同属实。", "经复核，该意见没有证据。"


@pytest.fixture
def pleaded(reached: Reached) -> Story:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="设置售货亭的不是我，是王某。")
    return story


@pytest.mark.parametrize(
    ("is_accepted", "right", "concludes"), [(False, NOT, "意见成立"), (True, FOUNDED, "不予采纳")]
)
def test_the_answer_leaves_the_conclusion_to_the_choice(
    pleaded: Story, is_accepted: bool, right: str, concludes: str
) -> None:
    said = refused(pleaded, ANSWER, is_accepted=is_accepted, answer=f"{right}{concludes}。")
    assert f"写有“{concludes}”" in said and "行政处罚法第四十五条" in said and "在选择中登记" in said
    assert done(pleaded, ANSWER, is_accepted=is_accepted, answer=right).is_accepted is is_accepted


def test_who_accepts_one_point_has_accepted(pleaded: Story) -> None:
    mixed = "经营困难属实；设置者另有他人，没有证据。"
    done(pleaded, ANSWER, is_accepted=True, answer=mixed)
    assert "没有相应减轻" in str(accepted_is_followed(pleaded.proceeding))


def test_who_only_puts_the_facts_right_is_not_owed_less(reached: Reached) -> None:
    """The fine at its minimum, the door number wrong: found anew and told anew, and the case goes on."""
    story = reached(stop="plea", fine=500)
    done(story, "cases.record_plea", text="门牌号有误，请更正；对处罚没有意见。")
    said = {"answer": "经复核，门牌号确有误，予以更正。", "corrects_facts": True}
    assert "没有事实可以更正" in refused(story, ANSWER, is_accepted=False, **said)
    row = done(story, ANSWER, is_accepted=True, **said)
    assert row.corrects_id == story.proceeding.finding_id
    told = refused(story, "cases.complete_step")
    assert "仍是原来的事实" in told and "重新查明事实" in told and "没有相应减轻" not in told
    established(story, place="舞钢市演示大道6号门前")
    assert "仍是原来的事实" in str(accepted_is_followed(story.proceeding))
    done(story, "penalty.propose_penalty", fine=500, correction="责令立即改正。", reason="属一般档次。")
    assert accepted_is_followed(story.proceeding)
    assert "尚未告知" in refused(story, "cases.complete_step")
    assert "采纳的是对事实的更正，不涉及处理轻重。" in known(story, "D41")["plea"]
    assert known(story, "D32")["pleas"][0]["result"] == "采纳（更正事实，不涉及处理轻重）"
    story.serve(story.paper("D29"))
    story.paper("D31")
    story.paper("D32")
    clock.advance(timedelta(days=10))
    assert done(story, "cases.complete_step").step == "decision"


@pytest.mark.parametrize(("is_accepted", "coded"), [(True, "予以采纳"), (False, "不予采纳")])
def test_what_is_ticked_is_printed_whatever_the_words(pleaded: Story, is_accepted: bool, coded: str) -> None:
    done(pleaded, ANSWER, is_accepted=is_accepted, answer="经复核，已经注意到当事人的说法。")
    for form in ("D40", "D41"):
        told = known(pleaded, form)["plea"]
        assert f"经复核，已经注意到当事人的说法。对上述意见{coded}。" in told
    assert known(pleaded, "D32")["pleas"][0]["result"] == coded.removeprefix("予以")


HEARD: dict[str, Any] = {"plea_text": "家庭困难，请求从轻。", "plea_answer": "经复核，情况属实。"}


def test_on_the_spot_what_is_accepted_lowers_the_fine(reached: Reached) -> None:
    story = reached(**SPOT)
    said = refused(story, PENALISE, **{**RIGHT, **HEARD, "told_fine": 200})
    assert "罚款应当低于告知的数额" in said and "行政处罚法第四十五条" in said
    said = refused(story, PENALISE, **{**RIGHT, **HEARD, "fine": 100, "told_fine": 201})
    assert "超过当场处罚的限额" in said
    wrong = {**HEARD, "plea_answer": "情况属实，予以采纳。"}
    said = refused(story, PENALISE, **{**RIGHT, **wrong, "fine": 100, "told_fine": 200})
    assert "写有“予以采纳”" in said and "行政处罚法第四十五条" in said
    decision = done(story, PENALISE, **{**RIGHT, **HEARD, "fine": 100, "told_fine": 200})
    (plea,) = pleas(story.proceeding)
    assert plea.is_accepted and decision.weight.fine == 100 and plea.proposal.weight.fine == 200
    assert accepted_is_followed(story.proceeding)
    assert "请求从轻。经复核，情况属实。对上述意见予以采纳。" in says(story.proceeding, "D43")["plea"]


def test_nothing_is_told_before_where_nobody_spoke(reached: Reached) -> None:
    story = reached(**SPOT)
    assert "登记当事人的陈述申辩" in refused(story, PENALISE, **{**RIGHT, "fine": 100, "told_fine": 200})
    assert done(story, PENALISE, **{**RIGHT, "fine": 100}).weight.fine == 100
