"""Before it is decided a proceeding can be sent back; what is proposed then must be told and approved anew."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, established, refused

Reached = Callable[..., Story]
BACK = "cases.send_back"
WHY = {"reason": "拟处罚偏重，请重新提出。"}
MILDER = {"fine": 600, "correction": "责令立即改正。", "reason": "当事人已部分改正，从轻。"}


def test_a_head_sends_back_and_nothing_told_before_is_enough(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert "您没有这一岗位" in refused(story, BACK, **WHY)
    done(story, BACK, who="juzhang", **WHY)
    assert story.proceeding.step == "report"
    assert "此时不能这样办理" in refused(story, "penalty.decide_penalty", who="juzhang")
    done(story, "penalty.propose_penalty", **MILDER)
    assert "所写的是以前的处理建议" in refused(story, "cases.complete_step")
    story.paper("D27")
    story.go()
    assert "所写的是以前的处理建议" in refused(story, "cases.complete_step")
    story.serve(story.paper("D29"))
    story._film("service")
    story.go()
    assert story.proceeding.step == "plea"


def test_nothing_decided_is_sent_back(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    done(story, "penalty.decide_penalty", who="juzhang")
    said = refused(story, BACK, who="juzhang", **WHY)
    assert "已经作出决定，不能退回" in said and "依法撤销或者变更" in said


def test_who_is_not_to_be_punished_leaves_the_plea_for_the_decision_of_no_penalty(reached: Reached) -> None:
    story = reached(stop="plea")
    established(story, corrected_on=clock.today())
    done(story, "penalty.propose_sparing", ground="first", reason="初次违法，轻微并已改正，依照第三十三条。")
    done(story, "cases.record_plea", text="已经改正，请求不予处罚。")
    done(story, "cases.answer_plea", is_accepted=True, answer="经复核，情况属实。")
    assert "缺少《" in refused(story, "cases.complete_step")
    story.paper("D31")
    story.paper("D32")
    clock.advance(timedelta(days=10))
    story.go()
    assert story.proceeding.step == "spare"


def test_who_turns_out_innocent_before_the_hearing_is_not_heard_first(reached: Reached) -> None:
    story = reached(stop="hearing", cause="C05", fine=8000, hearing=True)
    assert "您没有这一岗位" in refused(story, BACK, **WHY)
    assert "尚未通知" in refused(story, "cases.complete_step", who="fazhi2")
    done(story, BACK, who="juzhang", reason="开口系经批准设置，违法事实不能成立。")
    reason = "现场开口系经批准设置，违法事实不能成立。"
    done(story, "penalty.propose_sparing", ground="unfounded", reason=reason)
    story.paper("D27")
    assert done(story, "cases.complete_step").step == "spare"
