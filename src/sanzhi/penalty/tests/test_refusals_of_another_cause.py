"""The cause is changed to what was found: nothing that was ordered, answered, told or sent under the old one is turned round."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.again import is_not_the_same_again
from sanzhi.penalty.competing import refusal_is_weighed
from sanzhi.penalty.guards.before_decision import correction_respected, fine_within_range
from sanzhi.penalty.once import answers_of
from sanzhi.penalty.queries import correction_of, ordered_on, refused_to_correct
from tests.stories import done, established, judged, refused, seen

Reached = Callable[..., Story]
CHANGE, PROPOSE, REVIEW = "cases.change_cause", "penalty.propose_penalty", "penalty.record_correction_review"
ORDER, SPARE = "penalty.order_correction", "penalty.propose_sparing"
FINE: dict[str, Any] = {"reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
LEFT = {"is_corrected": False, "result": "经复查，仍未改正。"}
DONE = {"is_corrected": True, "result": "经复查，已经改正。"}


def to(code: str) -> dict[str, Any]:
    return {"cause_code": code, "reason": "查明的事实符合改定的案由。"}


def ordered(story: Story, **outcome: Any) -> None:
    """Ordered under the present cause, served, looked at again after the day: at the report then."""
    seen(story)
    by = clock.today() + timedelta(days=2)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    story.plan.stop = ""
    if story.proceeding.step == "investigation":
        list(story.investigation())
    clock.advance(timedelta(days=3))
    done(story, REVIEW, **outcome)
    story.paper("D25")
    done(story, "cases.complete_step")


def test_an_order_of_one_cause_is_none_of_another(reached: Reached) -> None:
    """逾期不改正 is what was ordered under this article (行政处罚法 §28)."""
    story = reached(stop="investigation")
    ordered(story, **LEFT)
    done(story, CHANGE, **to("C18"))
    assert done(story, "cases.complete_step").step == "correction"
    assert correction_of(story.proceeding) is None and not refused_to_correct(story.proceeding)
    told = refused(story, "cases.complete_step")
    assert "尚未责令改正" in told and "第五十一条第一款" in told
    assert "尚未责令改正，不能复查" in refused(story, REVIEW, **LEFT)
    spare = {"ground": "corrected", "reason": "责令改正期限内已经改正。"}
    assert "此时不能这样办理" in refused(story, "penalty.propose_sparing", **spare)


def test_who_has_obeyed_is_not_fined_under_another_cause(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    ordered(story, **DONE)
    done(story, CHANGE, **to("C04"))
    done(story, "cases.complete_step")
    told = refused(story, PROPOSE, fine=800, **FINE)
    assert "不得改定案由再对同一行为处罚" in told and "行政处罚法第二十八条" in told


def test_what_has_gone_elsewhere_is_not_taken_back_by_another_name(reached: Reached) -> None:
    story = reached(stop="closure", refers="agency")
    assert story.proceeding.step == "closure"
    told = refused(story, CHANGE, **to("C05"))
    assert "已经转入结案，不能再改定案由" in told and "行政处罚法第四十条" in told


def test_what_stands_still_does_not_move(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, "cases.suspend_case", who="juzhang", ground="force", reason="暴雨中断道路，现场无法到达。")
    assert "本案已中止调查" in refused(story, CHANGE, **to("C05"))


def test_what_was_not_filed_and_comes_back_is_filed_or_declined_anew(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="on_the_spot")
    done(story, "penalty.turn_to_ordinary", reason="案情复杂，须进一步调查。")
    story.paper("D02")
    story.go()
    story.paper("D03", {"proposal": "decline"})
    declined = {"kind": "not_filed", "reason": "涉嫌犯罪，另行移送。"}
    done(story, "cases.close_case", who="duizhang1", **declined)
    second = story.bureau.officers["zhifa2"].pk
    done(story, "penalty.report_referral", **{**CRIME, "things": []}, second=second)
    done(story, "penalty.answer_referral", who="juzhang", approves=True, answer="同意移送。")
    story.paper("D05")
    done(story, "penalty.hand_over", receipt="演收字〔2026〕1号", received_by="陆接收")
    for number, taken in ((1, True), (2, False)):
        said = {"is_taken_up": taken, "outcome": f"演公立字〔2026〕{number}号", "outcome_on": clock.today()}
        done(story, "penalty.record_police_answer", **said)
    assert (story.proceeding.step, story.case.closed_on) == ("filing", None)


def test_after_ninety_days_whose_delay_was_explained_one_may_still_be_ordered(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    clock.advance(timedelta(days=95))
    why = "当事人下落不明，多次查找以后才取得联系。"
    done(story, "cases.explain_delay", who="juzhang", reason=why)
    by = clock.today() + timedelta(days=3)
    assert done(story, ORDER, content="立即清理摊位。", correct_by_on=by).cause_code == "C01"


def test_figures_that_were_no_law_yet_bind_nobody(reached: Reached) -> None:
    """Refused, for an act of before the code: its figures for who refuses are not asked for (行政处罚法 §37)."""
    with clock.moved(datetime(2026, 8, 3, 9, tzinfo=clock.CHINA)):
        story = reached(stop="investigation", cause="C16", fine=None)
        clock.advance(timedelta(days=14))
        done(story, CHANGE, **to("C16-F"))
        ordered(story, **LEFT)
        assert refused_to_correct(story.proceeding) and refusal_is_weighed(story.proceeding)
        assert "不适用于以前的行为" in refused(story, CHANGE, **to("C16-2-F"))


def test_another_act_was_said_of_the_old_cause(reached: Reached) -> None:
    story = reached(stop="report", aside=("told_apart",))
    assert len(answers_of(story.proceeding)) == 1
    done(story, CHANGE, **to("C05"))
    assert answers_of(story.proceeding) == ()


def test_a_refusal_is_not_undone_by_a_second_order(reached: Reached) -> None:
    story = reached(stop="investigation", cause="C47-F", fine=None)
    seen(story)
    by = clock.today() + timedelta(days=2)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    story.plan.stop = ""
    list(story.investigation())
    clock.advance(timedelta(days=3))
    done(story, REVIEW, **LEFT)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=clock.today())
    told = refused(story, REVIEW, **DONE)
    assert "《责令改正通知书》尚未送达，不能复查" in told and "行政处罚法第二十八条" in told
    story.serve(story.paper("D23"))
    done(story, REVIEW, **DONE)
    story.paper("D25")
    done(story, "cases.complete_step")
    assert "拒不改正，应当适用" in refused(story, PROPOSE, fine=20000, **FINE)
    done(story, CHANGE, **to("C47-3-F"))
    done(story, "cases.complete_step")
    done(story, "cases.complete_step")
    done(story, PROPOSE, fine=60000, **FINE)
    assert correction_respected(story.proceeding) and fine_within_range(story.proceeding)
    told = story.paper("D27").values["correction"]
    assert "仍未改正" in told and told.endswith("已经改正。")


@pytest.mark.parametrize("ground", ["minor", "first", "corrected"])
def test_who_has_refused_once_did_not_correct_in_time(reached: Reached, ground: str) -> None:
    """及时改正 (行政处罚法 §33(1)); a fine stays possible, also under the cause itself."""
    story = reached(stop="correction", cause="C01", fine=500)
    refused_then_obeyed(story)
    established(story, consequence="危害后果轻微，未造成人员伤害。")
    told = refused(story, SPARE, ground=ground, reason="以后已经改正，未造成危害后果。")
    assert "复查已经认定当事人逾期不改正" in told and "第三十三条第一款" in told
    done(story, PROPOSE, fine=500, **FINE)
    assert correction_respected(story.proceeding)
    established(story, consequence="危害后果轻微。", corrected_on=clock.today() - timedelta(days=2))
    assert "没有超过责令改正的期限" in str(correction_respected(story.proceeding))


def test_who_has_refused_first_is_not_freed_by_another_cause(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    refused_then_obeyed(story)
    done(story, CHANGE, **to("C04"))
    done(story, "cases.complete_step")
    assert done(story, PROPOSE, fine=800, **FINE).weight.fine == 800


def refused_then_obeyed(story: Story) -> None:
    """The day of the first order passed; the second was obeyed at once: at the report then."""
    by = clock.today() + timedelta(days=1)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=2))
    done(story, REVIEW, **LEFT)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=clock.today())
    story.serve(story.paper("D23"))
    done(story, REVIEW, **DONE)
    story.paper("D25")
    done(story, "cases.complete_step")


def test_the_same_words_under_another_cause_are_another_order(reached: Reached) -> None:
    """A notice tells the article that was broken: it is none of what is ordered under another (行政处罚法 §28, §59)."""
    story = reached(stop="correction", cause="C01", fine=500)
    same = {"content": "立即停止违法行为。", "correct_by_on": clock.today() + timedelta(days=2)}
    done(story, ORDER, **same)
    story.serve(story.paper("D23"))
    assert ordered_on(story.proceeding) == clock.today()
    done(story, CHANGE, **to("C18"))
    done(story, "cases.complete_step")
    done(story, ORDER, **same)
    assert ordered_on(story.proceeding) is None
    clock.advance(timedelta(days=3))
    assert "《责令改正通知书》尚未送达，不能复查" in refused(story, REVIEW, **LEFT)


def test_the_rival_for_who_refuses_is_a_rival(reached: Reached) -> None:
    """C15 instead of C16-F: of the two the one with the higher figures, and those are for who refuses (行政处罚法 §29)."""
    story = reached(stop="investigation", cause="C16-F", fine=None)
    ordered(story, **LEFT)
    done(story, CHANGE, **to("C15"))
    done(story, "cases.complete_step")
    goods = {"measures": ["confiscation_of_goods"], "confiscates": "烧烤炉一台", "confiscated": 300}
    told = refused(story, PROPOSE, fine=2000, **goods, **FINE)
    assert "C16-2-F“" in told and "行政处罚法第二十九条" in told


def test_a_notice_of_the_old_cause_is_not_served_but_voided(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29")
    done(story, CHANGE, **to("C05"))
    party = story.party
    order = {"method": "direct", "served_on": clock.today(), "place": party.address}
    order |= {"document": notice.pk, "received_by": party.name, "relation": "本人"}
    told = refused(story, "cases.serve_document", **order)
    assert "所写的是以前的处理建议" in told and "行政处罚法第四十四条" in told
    done(story, "cases.void_document", document=notice.pk, reason="案由已经改定。")


def test_filed_is_what_was_approved(reached: Reached) -> None:
    story = reached(stop="filing")
    story.paper("D03")
    done(story, CHANGE, **to("C18"))
    told = refused(story, "cases.complete_step")
    assert "所写的案由、案情与现在的登记不一致" in told and "行政处罚法第五十四条" in told
    story.paper("D03")
    assert done(story, "cases.complete_step").step == "investigation"


def test_the_report_tells_how_the_cause_was_changed(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, CHANGE, **to("C05"))
    done(story, "cases.complete_step")
    done(story, PROPOSE, fine=6000, **FINE)
    told = story.paper("D27").values["cause_changed"]
    assert "案由由“" in told and "查明的事实符合改定的案由。" in told


def test_misapplied_law_is_mended_by_another_law(reached: Reached) -> None:
    """主要理由有改变 is no same reason (最高人民法院关于适用行政诉讼法的解释 §90(1))."""
    story = reached(stop="performance", cause="C05", fine=6000)
    judged(story, "（2026）豫0481行初9号", overturned_for=["law"])
    fell = {"by_whom": "court", "kind": "revoked", "reference": "（2026）豫0481行初9号"}
    done(story, "cases.propose_overturn", **fell, overturned_for=["law"], ground="适用依据错误。")
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。")
    story.plan.stop = ""
    list(story.investigation())
    done(story, PROPOSE, fine=6000, **FINE)
    assert not is_not_the_same_again(story.proceeding)
    done(story, CHANGE, **to("C06"))
    done(story, "cases.complete_step")
    done(story, PROPOSE, fine=6000, **FINE)
    assert is_not_the_same_again(story.proceeding)


@pytest.mark.parametrize("code", ["C05", "C18"])
def test_changed_twice_is_told_twice(reached: Reached, code: str) -> None:
    story = reached(stop="report", fine=Decimal(800))
    done(story, CHANGE, **to(code))
    done(story, CHANGE, **to("C04"))
    assert [row.after for row in story.proceeding.cause_changes.all()][-1] == story.proceeding.cause
