"""What went with a referral and came back: registered against its list, decided on anew, and nothing is decided before."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
TAKE, DISPOSE = "penalty.take_things_back", "penalty.dispose_things_back"
BACK: dict[str, Any] = {"things": CRIME["things"], "receipt": "演公退物〔2026〕1号"}
TO_PARTY: dict[str, Any] = {"way": "returned", "settle_reason": "与违法行为无关，退还当事人。"}


def referred(story: Story, **more: Any) -> None:
    """Reported, approved, handed over with its things."""
    second = story.bureau.officers["zhifa2"].pk
    done(story, "penalty.report_referral", **{**CRIME, **more}, second=second)
    done(story, "penalty.answer_referral", who="juzhang", approves=True, answer="同意移送。")
    story.paper("D05")
    done(story, "penalty.hand_over", receipt="演收字〔2026〕1号", received_by="陆接收")


def given_back(story: Story) -> None:
    said = {"is_taken_up": False, "outcome": "演公不立字〔2026〕1号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **said)


def test_nothing_is_decided_until_the_things_are_back_and_decided_on(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert "没有等待登记退回的随案移交物品" in refused(story, TAKE, **BACK, back_on=clock.today())
    referred(story)
    given_back(story)
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "物品（切割机一台）没有退回的登记" in said and "第五十七条" in said
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, who="juzhang", **TO_PARTY)
    done(story, TAKE, **BACK, back_on=clock.today())
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "退回的物品（切割机一台）尚未重新作出处理决定" in said
    assert "机关负责人办理" in refused(story, DISPOSE, **TO_PARTY)
    done(story, DISPOSE, who="juzhang", **TO_PARTY)
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


def test_the_list_of_what_came_back_is_that_of_what_went(reached: Reached) -> None:
    story = reached(stop="report")
    referred(story, things=["切割机一台", "手推车一辆"])
    given_back(story)
    early = clock.today() - timedelta(days=3)
    assert "退回日应在移交之后、不晚于今天" in refused(story, TAKE, **BACK, back_on=early)
    other = {**BACK, "things": ["切割机一台", "手推车一辆", "水泵一台"]}
    assert "移送清单中没有水泵一台" in refused(story, TAKE, **other, back_on=clock.today())
    said = refused(story, TAKE, **BACK, back_on=clock.today())
    assert "没有写明手推车一辆为什么没有退回" in said
    row = done(story, TAKE, **BACK, missing="手推车由公安机关另案扣押。", back_on=clock.today())
    assert row.things == ["切割机一台"]


def test_only_what_is_proposed_to_be_confiscated_is_kept_for_it(reached: Reached) -> None:
    story = reached(stop="report")
    referred(story)
    given_back(story)
    done(story, TAKE, **BACK, back_on=clock.today())
    keep = {"way": "confiscated", "settle_reason": "是实施违法行为的工具。"}
    said = refused(story, DISPOSE, who="juzhang", **keep)
    assert "没有写明没收退回的切割机一台" in said and "第七十四条" in said
    on = {"way": "handed_on", "settle_reason": "公安机关再次要求移交。"}
    assert "不能以再次移送处理" in refused(story, DISPOSE, who="juzhang", **on)
    referred(story)
    assert done(story, DISPOSE, who="juzhang", **on).way == "handed_on"


def test_what_was_kept_as_evidence_and_went_comes_back_too(reached: Reached) -> None:
    story = reached(stop="registration_told", aside=("registration",))
    referred(story, things=[])
    away = {"way": "handed_over", "settle_reason": "随案移送公安机关。"}
    done(story, "penalty.settle_preservation", who="juzhang", **away)
    given_back(story)
    kept = ["遮阳伞一把，直径3米", "折叠桌两张"]
    row = done(story, TAKE, things=kept, receipt="演公退物〔2026〕2号", back_on=clock.today())
    assert row.things == kept
    assert done(story, DISPOSE, who="juzhang", **TO_PARTY).way == "returned"
