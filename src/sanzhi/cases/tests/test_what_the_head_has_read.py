"""What is told last is what is proposed; on the approval stands all that came in; what was judged is judged again."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from sanzhi.cases.queries import current_proposal, told
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.reviews.rules import POINTS
from sanzhi.reviews.tests.test_papers import LARGE
from sanzhi.reviews.tests.test_refusals import AGREED, SENT_BACK
from tests.stories import done, refused

Reached = Callable[..., Story]


def test_a_notice_of_an_earlier_proposal_is_not_served_any_more(reached: Reached) -> None:
    story = reached(stop="notice", fine=Decimal(500))
    earlier = story.paper("D29")
    done(story, "cases.send_back", who="juzhang", reason="请按一般档次重新提出。")
    heavier = {"fine": 900, "correction": story.plan.correction, "reason": "有两次劝离不听的情节。"}
    done(story, "penalty.propose_penalty", **heavier)
    story.paper("D27")
    story.go()
    story.serve(story.paper("D29"))
    said = refused(story, "cases.serve_document", document=earlier.pk, **handed(story))
    assert "所写的是以前的处理建议" in said and "行政处罚法第四十四条" in said
    last = told(story.proceeding)
    assert last is not None and last.proposal == current_proposal(story.proceeding)


def handed(story: Story) -> dict[str, object]:
    party = story.party
    way = {"method": "direct", "served_on": clock.today(), "place": party.address}
    return {**way, "received_by": party.name, "relation": "本人"}


def test_each_recusal_that_was_decided_gets_its_paper(reached: Reached) -> None:
    story = reached(stop="decision")
    for who in ("zhifa2", "duizhang2"):
        of = story.bureau.officers[who].pk
        done(story, "cases.ask_recusal", asked_by="party", of=of, reason="当事人称其有利害关系。")
    for who in ("duizhang2", "zhifa2"):
        answer = {"is_granted": False, "answer": "没有事实依据，不影响公正执法。"}
        done(story, "cases.decide_recusal", who="juzhang", of=story.bureau.officers[who].pk, **answer)
    names = {story.bureau.officers[who].name for who in ("zhifa2", "duizhang2")}
    story.paper("D40")
    assert "《回避决定书》尚未制发" in refused(story, "penalty.decide_penalty", who="juzhang")
    assert {story.paper("D07").values["recused"] for _ in range(2)} == names
    done(story, "penalty.decide_penalty", who="juzhang")


def test_a_paper_that_was_begun_keeps_its_own_recusal(reached: Reached) -> None:
    """The one that was asked for later was decided first, and its paper begun."""
    story = reached(stop="decision")
    officers, answer = (
        story.bureau.officers,
        {"is_granted": False, "answer": "没有事实依据，不影响公正执法。"},
    )
    for who in ("zhifa2", "duizhang2"):
        of = officers[who].pk
        done(story, "cases.ask_recusal", asked_by="party", of=of, reason="当事人称其有利害关系。")
    done(story, "cases.decide_recusal", who="juzhang", of=officers["duizhang2"].pk, **answer)
    begun = done(story, "cases.write_document", form="D07")
    done(story, "cases.decide_recusal", who="juzhang", of=officers["zhifa2"].pk, **answer)
    done(story, "cases.submit_document", document=begun.pk)
    assert story.sign_all(begun.pk).values["recused"] == officers["duizhang2"].name
    assert story.paper("D07").values["recused"] == officers["zhifa2"].name


def test_what_was_reviewed_once_is_reviewed_again_though_it_is_less(reached: Reached) -> None:
    story = reached(stop="review_submitted", public_interest=True)
    done(story, "cases.send_back", who="juzhang", reason="公共利益的认定不当，请重新提出。")
    less = {"fine": 600, "correction": story.plan.correction, "reason": "当事人已部分改正，按较轻幅度提出。"}
    done(story, "penalty.propose_penalty", **less)
    story.paper("D27")
    story.go()
    story.serve(story.paper("D29"))
    story._film("service")
    story.go()
    clock.advance(timedelta(days=12))
    story.go()
    assert story.proceeding.step == "review"
    points = {key: {"holds": False, "note": "处理建议已经改变。"} for key in POINTS}
    done(
        story,
        "reviews.give_opinion",
        who="fazhi",
        points=points,
        verdict="rectify",
        opinion="处理建议已经改变，请重新送审。",
    )
    assert "法制审核未通过" in refused(story, "cases.complete_step")
    done(story, "reviews.submit_for_review", explanation="罚款数额已经降低，请审核。")


def test_a_plea_after_the_approval_is_read_by_the_head_first(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    done(story, "cases.record_plea", text="售货亭不是我的，是隔壁店的，请核实。")
    done(story, "cases.answer_plea", is_accepted=False, answer="经复核，与询问笔录不符。")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "签批以后案情有变化" in said and "缺少《陈述申辩笔录》" in said
    for form in ("D31", "D32", "D40"):
        story.paper(form)
    done(story, "penalty.decide_penalty", who="juzhang")


def test_the_opinion_on_the_last_round_is_written_and_not_that_of_the_first(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(story, "reviews.give_opinion", who="fazhi", **SENT_BACK)
    story.paper("D28", writer="fazhi")
    clock.advance(timedelta(days=1))
    done(story, "reviews.submit_for_review", explanation="已经补正材料，请再次审核。")
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    said = refused(story, "cases.complete_step", who="fazhi")
    assert "审核意见书》写的不是最近一次的审核、讨论" in said and "行政处罚法第五十七条、第五十八条" in said
    story.paper("D28", writer="fazhi")
    assert done(story, "cases.complete_step", who="fazhi").step == "deliberation"
