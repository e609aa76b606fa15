"""A local procedure offers acts earlier or later than the national one: review and discussion still see what is proposed."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.reviews.rules import POINTS
from sanzhi.reviews.tests.discussing import discussed
from tests.renewals import walk_locally
from tests.stories import done, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
SUBMIT, DISCUSS = "reviews.submit_for_review", "reviews.record_deliberation"
REVIEW = [SUBMIT, "reviews.give_opinion"]
EXPLAINED = {"explanation": "本案达到重大执法决定标准，请予审核。"}


def proposed(story: Story, fine: int) -> None:
    correction = {"correction": "责令立即改正。", "reason": "配合调查，从轻处罚。"}
    done(story, "penalty.propose_penalty", fine=fine, **correction)


def reviewed(story: Story) -> None:
    done(story, SUBMIT, **EXPLAINED)
    points = {key: {"holds": True} for key in POINTS}
    done(story, "reviews.give_opinion", who="fazhi", points=points, verdict="agreed", opinion="同意。")
    clock.advance(timedelta(hours=1))  # the heads meet afterwards


def test_nothing_is_reviewed_or_discussed_before_it_is_proposed(reached: Reached) -> None:
    story = reached(stop="investigation", **LARGE)
    early = {"acts": [SUBMIT], "needs": ["reviews.review_passed"]}
    walk_locally(story, investigation=early, report={"acts": [*REVIEW, DISCUSS]})
    said = refused(story, SUBMIT, **EXPLAINED)
    assert "尚未提出处理建议，没有可以审核的内容" in said and "行政处罚法第五十八条" in said
    story.plan.stop = ""  # and so it goes on
    list(story.investigation())
    said = refused(story, DISCUSS, who="juzhang", **discussed(story))
    assert "尚未提出处理建议，没有可以讨论的内容" in said and "行政处罚法第五十七条" in said
    proposed(story, 8000)
    reviewed(story)
    assert done(story, DISCUSS, who="juzhang", **discussed(story)).proposal.weight.fine == 8000


def test_what_was_discussed_is_what_is_decided(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    walk_locally(story, deliberation={"acts": [*REVIEW, "penalty.propose_penalty"]})
    done(story, DISCUSS, who="juzhang", **discussed(story))
    assert "负责人集体讨论的不是" not in refused(story, "cases.complete_step", who="juzhang")
    proposed(story, 7000)
    for command in ("cases.complete_step", "penalty.decide_penalty"):
        said = refused(story, command, who="juzhang")
        assert "负责人集体讨论的不是现在的处理建议" in said and "河南省行政执法条例第二十八条" in said
    reviewed(story)
    done(story, DISCUSS, who="juzhang", **discussed(story))
    assert "负责人集体讨论的不是" not in refused(story, "cases.complete_step", who="juzhang")


def test_what_was_reviewed_again_is_discussed_again(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    walk_locally(story, deliberation={"acts": [*REVIEW, "cases.add_evidence"]})
    done(story, DISCUSS, who="juzhang", **discussed(story))
    assert "法制审核之前举行" not in refused(story, "cases.complete_step", who="juzhang")
    done(story, "cases.add_evidence", kind="testimony", name="证人证言", proves="违法行为的经过")
    reviewed(story)
    said = refused(story, "cases.complete_step", who="juzhang")
    assert "负责人集体讨论在最近一次法制审核之前举行" in said and "河南省行政执法条例第二十八条" in said
    done(story, DISCUSS, who="juzhang", **discussed(story))
    assert "法制审核之前举行" not in refused(story, "cases.complete_step", who="juzhang")
