"""The party's own days run from the notice, at whatever step the authority is (行政处罚法 §44, §45, §62, §64)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
PLEA, HEARING = "cases.record_plea", "cases.request_hearing"
WORDS = "收到拟处罚的告知书，本人不服，请求从轻。"


def told_again(story: Story, fine: int, *, reason: str = "属一般档次，影响范围较大，裁量适当。") -> None:
    """Sent back, proposed and told anew, up to the plea."""
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再告知。")
    story.plan = replace(story.plan, fine=Decimal(fine), reason=reason)
    for scene in (story.report, story.notice):
        for days in scene():
            clock.advance(timedelta(days=days, minutes=7))


def test_it_speaks_and_asks_while_the_case_is_sent_back(reached: Reached) -> None:
    story = reached(stop="plea", cause="C05", fine=Decimal(8000))
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再决定。")
    clock.advance(timedelta(days=3))
    page = signed_in("zhifa1").get(f"/office/cases/{story.case_id}/").content.decode()
    assert "登记听证申请" in page and "记录陈述申辩" in page
    done(story, HEARING)
    done(story, PLEA, text=WORDS)
    assert queries.wants_hearing(story.proceeding)
    assert [row.text for row in queries.pleas(story.proceeding)] == [WORDS]


def test_who_asks_on_the_day_of_the_notice_has_asked(reached: Reached) -> None:
    story = reached(stop="notice", cause="C05", fine=Decimal(8000))
    story.serve(story.paper("D30"))
    story._film("service")
    done(story, HEARING)
    told = refused(story, HEARING)
    assert "对这份告知书已经要求听证" in told and "行政处罚法第六十四条" in told


def test_after_the_decision_nothing_is_heard_that_it_would_have_had_to_weigh(reached: Reached) -> None:
    """What came before was answered; what is entered now would keep the decided case where it stands."""
    story = reached(stop="decision_approved", plea=WORDS)
    done(story, "penalty.decide_penalty", who="juzhang")
    answered = queries.pleas(story.proceeding)[0].pk
    again = {"answer": "所述情况有证据证明。", "changed_because": "重新核实了当事人的情况。"}
    for act, fields in (
        (PLEA, {"text": f"{WORDS}再次申明。"}),
        ("cases.answer_plea", {"plea": answered, "is_accepted": True, **again}),
        (HEARING, {}),
    ):
        said = refused(story, act, **fields)
        assert "本案已经作出决定，不再登记、复核陈述申辩" in said and "行政处罚法第七条" in said
    done(story, "cases.complete_step")


def test_before_it_was_told_there_is_nothing_to_speak_to(reached: Reached) -> None:
    story = reached(stop="report", cause="C05", fine=Decimal(8000))
    for act in (PLEA, HEARING):
        assert "现处“调查终结”环节" in refused(story, act, **({"text": WORDS} if act == PLEA else {}))
    page = signed_in("zhifa1").get(f"/office/cases/{story.case_id}/").content.decode()
    assert "登记听证申请" not in page


def test_a_letter_answers_what_was_told_when_it_was_posted(reached: Reached) -> None:
    story = reached(stop="plea")
    posted = clock.today()
    clock.advance(timedelta(days=2))
    told_again(story, 900)
    plea = done(story, PLEA, manner="written", text=WORDS, made_on=posted)
    assert (plea.proposal.weight.fine, plea.made_on) == (800, posted)
    done(story, "cases.answer_plea", is_accepted=False, answer="经复核，所述与现场照片不符。")
    story.paper("D31")
    story.paper("D32")
    clock.advance(timedelta(days=20))
    done(story, "cases.complete_step")
    story.paper("D40")
    told = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "申辩" in told and "行政处罚法第四十五条" in told  # 900 is heavier than what it spoke to


def test_a_letter_is_of_a_day_after_the_first_notice(reached: Reached) -> None:
    story = reached(stop="plea")
    for day in (clock.today() - timedelta(days=9), clock.today() + timedelta(days=1)):
        told = refused(story, PLEA, text=WORDS, made_on=day)
        assert "提出日应在告知书送达以后、不晚于今天" in told and "第四十四条" in told


def test_a_hearing_asked_for_by_post_before_another_notice_came(reached: Reached) -> None:
    story = reached(stop="plea", cause="C05", fine=Decimal(8000))
    clock.advance(timedelta(days=2))
    posted = clock.today()
    clock.advance(timedelta(days=1))
    told_again(story, 7500)
    early = refused(story, HEARING, requested_on=posted - timedelta(days=9))
    assert "申请日不能更早" in early and "行政处罚法第六十四条" in early
    assert done(story, HEARING, requested_on=posted).requested_on == posted


def test_a_waiver_is_not_proved_by_what_lay_there_before_the_notice(reached: Reached) -> None:
    story = reached(stop="plea")
    story._film("statement_defence")
    done(story, PLEA, is_waived=True)
    clock.advance(timedelta(minutes=7))
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再告知。")
    fields = {
        "fine": 900,
        "correction": story.plan.correction,
        "reason": "属一般档次，影响范围较大，裁量适当。",
    }
    done(story, "penalty.propose_penalty", **fields)
    story.paper("D27")
    done(story, "cases.complete_step")
    story.serve(story.paper("D29"))
    story._film("service")
    done(story, "cases.complete_step")
    told = refused(story, PLEA, is_waived=True, manner="written")
    assert "没有音像记录" in told and "行政处罚法第四十七条" in told
    story._film("statement_defence")
    assert done(story, PLEA, is_waived=True, manner="written").proposal.weight.fine == 900
