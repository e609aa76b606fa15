"""Things kept as evidence: approved before, listed and told, settled in seven working days or given back."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.cases.deadlines import countdowns
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
PROPOSE, KEEP = "penalty.propose_preservation", "penalty.preserve_evidence"
SETTLE, WITHDRAW = "penalty.settle_preservation", "penalty.withdraw_preservation"
SETTLED = "penalty.preservation_settled"  # the guard
THINGS: dict[str, Any] = {
    "kept_as": "registration",
    "reason": "物品可能被转移，证据以后难以取得。",
    "place": "保管室\n二楼东侧",
    "things": ["遮阳伞一把"],
}
BACK = {"way": "returned", "settle_reason": "不再需要保存原物。"}


def test_nothing_is_kept_without_approval(reached: Reached) -> None:
    story = reached(stop="registration", aside=("registration",))
    assert "没有待实施的证据保存" in refused(story, KEEP)
    done(story, PROPOSE, **THINGS)
    said = refused(story, KEEP)
    assert "先行登记保存尚未经机关负责人批准" in said and "行政处罚法第五十六条" in said
    story.paper("D17")
    assert "证据保存意见" in refused(story, PROPOSE, **THINGS)  # sent twice
    done(story, PROPOSE, **{**THINGS, "things": ["冰柜一台"]})
    assert "尚未经机关负责人批准" in refused(story, KEEP)  # what was approved is another thing
    story.paper("D17")
    assert done(story, KEEP).approved_on == clock.today()


def test_what_is_kept_is_told_and_settled_by_the_head(reached: Reached) -> None:
    story = reached(stop="registration_begun", aside=("registration",))
    assert next(row.title for row in countdowns(story.proceeding)) == "登记保存处理期限"
    assert "通知书（清单）尚未送达" in refused(story, SETTLE, who="juzhang", **BACK)
    assert "机关负责人办理" in refused(story, SETTLE, **BACK)
    assert "物品尚未处理" in refused(story, PROPOSE, **THINGS)
    story.serve(story.paper("D18"))
    used = {**BACK, "way": "used_up"}
    assert "登记保存的物品不能耗用" in refused(story, SETTLE, who="juzhang", **used)
    done(story, SETTLE, who="juzhang", **{**BACK, "way": "recorded"})
    assert "没有正在保存" in refused(story, SETTLE, who="juzhang", **BACK)
    assert "处理通知书尚未送达" in refused(story, PROPOSE, **THINGS)
    story.serve(story.paper("D19"))
    done(story, PROPOSE, **THINGS)


@pytest.mark.parametrize(("days", "over"), [(9, False), (10, True)])
def test_a_registration_ends_by_itself(reached: Reached, days: int, over: bool) -> None:
    """Begun on Friday the 4th of September: the seventh working day is Tuesday the 15th."""
    story = reached(stop="registration_told", aside=("registration",))
    begun = clock.today()
    until = story.proceeding.calendar.add_working(begun, 7)
    clock.advance(timedelta(days=(until - begun).days + (days - 9)))
    sent = {"way": "appraised", "settle_reason": "送交检测机构鉴定。"}
    ask = {"subject": "售货亭", "question": "设施是否安全。", "appraiser": "某市检测有限公司"}
    done(story, "cases.order_appraisal", who="juzhang", **ask)
    if over:
        said = refused(story, SETTLE, who="juzhang", **sent)
        assert "自行解除，物品应当退还" in said
        assert done(story, SETTLE, who="juzhang", **BACK).way == "returned"
    else:
        assert done(story, SETTLE, who="juzhang", **sent).way == "appraised"


def test_nothing_is_decided_while_things_are_kept(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    done(story, PROPOSE, **THINGS)
    story.paper("D17")
    done(story, KEEP)
    assert "先行登记保存的物品尚未处理" in refused(story, "penalty.decide_penalty", who="juzhang")
    story._film("evidence_preservation")
    story.serve(story.paper("D18"))
    done(story, SETTLE, who="juzhang", **BACK)
    assert "处理通知书尚未送达" in refused(story, "penalty.decide_penalty", who="juzhang")
    story.serve(story.paper("D19"))
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


def test_nothing_is_kept_while_the_case_stands_still(reached: Reached) -> None:
    still = reached(stop="suspended", aside=("suspension",))
    assert "恢复以后才能办理" in refused(still, PROPOSE, **THINGS)
    done(still, "cases.resume_case", who="juzhang", reason="民事判决已经生效。")
    done(still, PROPOSE, **THINGS)


def test_nothing_is_kept_in_a_case_that_went_elsewhere(reached: Reached) -> None:
    gone = reached(stop="closure", refers="agency")
    assert "由接收机关调查" in refused(gone, PROPOSE, **THINGS)


def test_what_was_approved_is_not_kept_after_the_decision(reached: Reached) -> None:
    decided = reached(stop="decision_approved")
    done(decided, PROPOSE, **THINGS)
    decided.paper("D17")
    done(decided, "penalty.decide_penalty", who="juzhang")
    assert "已经作出决定" in refused(decided, KEEP)


def test_samples_are_taken_the_same_way_without_days(reached: Reached) -> None:
    story = reached(stop="sampling_told", aside=("sampling",))
    clock.advance(timedelta(days=40))
    used = {**BACK, "way": "used_up"}
    assert "没有委托鉴定、检测的记录" in refused(story, SETTLE, who="juzhang", **used)
    order = {"subject": "抽取的样品", "question": "检测样品是否合格。", "appraiser": "演示检测中心"}
    done(story, "cases.order_appraisal", who="juzhang", **order)
    assert done(story, SETTLE, who="juzhang", **used).way == "used_up"


def test_things_are_kept_of_somebody(reached: Reached) -> None:
    story = reached(stop="lead")
    lead = {
        "procedure": "penalty/ordinary",
        "cause_code": "C04",
        "source": "patrol",
        "happened_on": clock.today(),
        "found_on": clock.today(),
        "place": "某路某号",
        "summary": "不知是谁设置的售货亭。",
    }
    story.case_id = done(story, "cases.register_lead", **lead).pk
    assert "尚未登记当事人" in refused(story, PROPOSE, **THINGS)


@pytest.mark.parametrize("stop", ["registration_begun", "registration_told"])
def test_the_dead_are_told_nothing(reached: Reached, stop: str) -> None:
    story = reached(stop=stop, aside=("registration",))
    done(story, "cases.end_investigation", who="juzhang", ground="died", proof="居民死亡医学证明书")
    assert "物品尚未处理" in str(board.may_close(story.proceeding, "ended"))
    done(story, SETTLE, who="juzhang", **BACK)
    assert board.may_close(story.proceeding, "ended")


def test_who_lives_is_told_before_the_end(reached: Reached) -> None:
    story = reached(stop="registration_settled", aside=("registration",))
    assert "处理通知书尚未送达当事人" in str(board.may_close(story.proceeding, "ended"))


def kept_again(story: Story) -> None:
    """A second registration, a day later, as far as the paper that tells what became of it."""
    story.serve(story.paper("D19"))
    clock.advance(timedelta(days=1))
    done(story, PROPOSE, **THINGS)
    story.paper("D17")
    done(story, KEEP)
    story.serve(story.paper("D18"))
    done(story, SETTLE, who="juzhang", **BACK)
    story.serve(story.paper("D19"))


def test_each_registration_is_filmed(reached: Reached) -> None:
    story = reached(stop="registration_settled", aside=("registration",))
    kept_again(story)
    said = refused(story, PROPOSE, **{**THINGS, "things": ["冰柜一台"]})
    assert "证据保存" in said and "行政处罚法第四十七条" in said
    story._film("evidence_preservation")
    done(story, PROPOSE, **{**THINGS, "things": ["冰柜一台"]})


def test_what_is_only_proposed_leaves_told_what_was_told(reached: Reached) -> None:
    """The paper of the first registration tells of the first, whatever is proposed or changes since."""
    story = reached(stop="registration_settled", aside=("registration",))
    assert "处理通知书尚未送达" in str(board.guard(SETTLED, story.proceeding))
    story.serve(story.paper("D19"))
    assert board.guard(SETTLED, story.proceeding)
    done(story, PROPOSE, **THINGS)
    done(story, "cases.register_party", **{**story.plan.party, "phone": "13800001111"})
    assert board.guard(SETTLED, story.proceeding)


def test_what_became_of_the_second_is_told_by_its_own_paper(reached: Reached) -> None:
    """The same things, the same way, in the same words: the first paper tells of other days."""
    story = reached(stop="registration_told", aside=("registration",))
    done(story, SETTLE, who="juzhang", **BACK)
    story.serve(story.paper("D19"))
    clock.advance(timedelta(days=1))
    first = story.proceeding.preservations.get(withdrawn_on=None)
    again = {name: getattr(first, name) for name in ("kept_as", "reason", "place", "things")}
    done(story, PROPOSE, **again)
    assert "尚未经机关负责人批准" in refused(story, KEEP)  # approved was the first
    story.paper("D17")
    assert done(story, KEEP).approved_on == clock.today()
    story._film("evidence_preservation")
    assert "通知书（清单）尚未送达" in refused(story, SETTLE, who="juzhang", **BACK)
    story.serve(story.paper("D18"))
    done(story, SETTLE, who="juzhang", **BACK)
    assert "处理通知书尚未送达" in str(board.guard(SETTLED, story.proceeding))
    story.serve(story.paper("D19"))
    assert board.guard(SETTLED, story.proceeding)


def test_a_second_registration_on_the_same_day_has_its_own_papers_and_film(reached: Reached) -> None:
    """In the same words, an hour later: nothing of the first tells of the second."""
    story = reached(stop="registration_told", aside=("registration",))
    done(story, SETTLE, who="juzhang", **BACK)
    story.serve(story.paper("D19"))
    first = story.proceeding.preservations.get(withdrawn_on=None)
    again = {name: getattr(first, name) for name in ("kept_as", "reason", "place", "things")}
    clock.advance(timedelta(hours=1))
    done(story, PROPOSE, **again)
    assert "尚未经机关负责人批准" in refused(story, KEEP)
    story.paper("D17")
    clock.advance(timedelta(minutes=10))
    assert done(story, KEEP).begun_on == first.begun_on
    said = refused(story, SETTLE, who="juzhang", **BACK)
    assert "通知书（清单）尚未送达" in said and "行政处罚法第五十六条" in said
    story.serve(story.paper("D18"))
    clock.advance(timedelta(minutes=10))
    done(story, SETTLE, who="juzhang", **BACK)
    said = str(board.guard(SETTLED, story.proceeding))
    assert "处理通知书尚未送达" in said and "行政处罚法第四十七条" in said
    story.serve(story.paper("D19"))
    said = str(board.guard(SETTLED, story.proceeding))
    assert "处理通知书" not in said and "行政处罚法第四十七条" in said  # not filmed
    story._film("evidence_preservation")
    assert board.guard(SETTLED, story.proceeding)


def test_what_is_sent_away_again_on_the_same_day_is_told_again(reached: Reached) -> None:
    """The same things, sent twice to be appraised, in the same words."""
    story = reached(stop="registration_told", aside=("registration",))
    sent = {"way": "appraised", "settle_reason": "送鉴定机构鉴定。"}
    story._commissions("鉴定损坏程度。")
    done(story, SETTLE, who="juzhang", **sent)
    story.serve(story.paper("D19"))
    assert board.guard(SETTLED, story.proceeding)
    clock.advance(timedelta(hours=1))
    done(story, "cases.receive_appraisal", result="设施表面破损，可以修复。")
    again = done(story, SETTLE, who="juzhang", **sent)
    assert again.settled_on == clock.today()
    story._commissions("鉴定剩余使用年限。")
    assert "处理通知书尚未送达" in str(board.guard(SETTLED, story.proceeding))
    story.serve(story.paper("D19"))
    assert board.guard(SETTLED, story.proceeding)


def test_what_was_approved_and_withdrawn_is_approved_again_on_the_same_day(reached: Reached) -> None:
    story = reached(stop="registration", aside=("registration",))
    done(story, PROPOSE, **THINGS)
    story.paper("D17")
    done(story, WITHDRAW, reason="不再需要保存原物。")
    clock.advance(timedelta(minutes=10))
    done(story, PROPOSE, **THINGS)
    assert "尚未经机关负责人批准" in refused(story, KEEP)
    story.paper("D17")
    assert done(story, KEEP).approved_on == clock.today()


def test_what_was_proposed_is_withdrawn_until_it_is_carried_out(reached: Reached) -> None:
    story = reached(stop="registration", aside=("registration",))
    why = {"reason": "机关负责人没有批准。"}
    assert "没有可以撤回的证据保存意见" in refused(story, WITHDRAW, **why)
    done(story, PROPOSE, **THINGS)
    done(story, PROPOSE, **{**THINGS, "things": ["冰柜一台"]})
    assert done(story, WITHDRAW, **why).withdrawn_on == clock.today()
    assert "没有待实施的证据保存" in refused(story, KEEP)  # nor does the first come back
    done(story, PROPOSE, **THINGS)
    story.paper("D17")
    done(story, KEEP)
    said = refused(story, WITHDRAW, **why)
    assert "没有可以撤回" in said and "行政处罚法第五十六条" in said


def test_who_is_no_more_need_not_be_told_of_an_appraisal(reached: Reached) -> None:
    """The things are at the appraiser when the party dies: what comes back is entered, and they are given back."""
    story = reached(stop="registration_told", aside=("registration",))
    asked = {"subject": "遮阳伞", "question": "鉴定损坏程度。", "appraiser": "演示工程质量检测中心"}
    done(story, "cases.order_appraisal", who="juzhang", **asked)
    story.paper("D21")
    done(story, SETTLE, who="juzhang", way="appraised", settle_reason="送鉴定机构鉴定。")
    back = {"returned_on": clock.today(), "reason": "没有设施的出厂资料，不能鉴定。"}
    assert "没有把鉴定期间书面告知当事人" in refused(story, "cases.return_appraisal", **back)
    done(story, "cases.end_investigation", who="juzhang", ground="died", proof="居民死亡医学证明书")
    assert done(story, "cases.return_appraisal", **back).until == clock.today()
    done(story, SETTLE, who="juzhang", way="returned", settle_reason="不再需要保存原物。")


def test_what_is_kept_turns_into_a_seizure_only_by_a_decision(reached: Reached) -> None:
    """行政处罚法 §56, 行政强制法 §24: a registration alone seizes nothing."""
    story = reached(stop="registration_told", aside=("registration",))
    said = refused(story, SETTLE, who="juzhang", way="seized", settle_reason="需要继续扣押，查清事实。")
    assert "没有决定查封、扣押" in said and "行政强制法第二十四条" in said


def test_what_was_decided_to_be_seized_ends_the_registration(reached: Reached) -> None:
    firm = people.organisation(random.Random(1))
    story = reached(stop="report", cause="C25-F", party=firm, fine=5000, aside=("seizure",))
    done(story, PROPOSE, **{**THINGS, "things": ["轻型自卸货车（豫D·00000挂）1辆"]})
    story.paper("D17")
    done(story, KEEP)
    story.serve(story.paper("D18"))
    settled = {"way": "seized", "settle_reason": "已经决定扣押，转为扣押保管。"}
    assert done(story, SETTLE, who="juzhang", **settled).way == "seized"
