"""Ways round that a clerk would think of: what was recorded is not said again otherwise, and nothing ends half done."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.penalty.again import is_not_the_same_again
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.referrals import referral_settled
from tests.stories import done, established, judged, reasons, refused

Reached = Callable[..., Story]
CLOSE = {"who": "duizhang1", "kind": "performed"}
SUIT = "（2026）豫0481行初3号"
WRONG = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "主要证据不足。"}


def withdrawn(story: Story) -> None:
    """We revoke it ourselves, and begin anew a day too early for any proof to be new."""
    done(story, "cases.propose_overturn", **WRONG)
    gone = done(story, "cases.overturn_decision", who="juzhang")
    story.serve_paper(gone.document_id)
    done(story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。")
    story.plan.stop = ""
    clock.advance(timedelta(days=-1))


def test_what_the_re_inspection_found_is_not_found_otherwise(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    by = clock.today() + timedelta(days=3)
    done(story, "penalty.order_correction", content="立即停止占道经营，恢复原状。", correct_by_on=by)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=4))
    found = {"is_corrected": True, "result": "经复查，已经改正。"}
    done(story, "penalty.record_correction_review", **found)
    again = {"is_corrected": False, "result": "经复查，仍未改正。"}
    told = refused(story, "penalty.record_correction_review", **again)
    assert "复查结果不能改写" in told and "行政处罚法第二十八条" in told and "重新责令改正" in told


def test_gains_are_not_left_to_somebody_who_is_never_decided_against(reached: Reached) -> None:
    story = reached(stop="report")
    established(story, gains=300, gains_note="按销售记录核算。")
    done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    first = Proceeding.objects.filter(case=story.case_id).order_by("id")[0].pk
    less = {
        "fine": 800,
        "measures": ["confiscation_of_gains"],
        "gains": 100,
        "reason": "属一般档次，裁量适当。",
    }
    done(story, "penalty.propose_penalty", proceeding=first, correction="责令立即改正。", **less)
    told = refused(story, "penalty.decide_penalty", who="juzhang", proceeding=first)
    assert "此时不能这样办理" in told and "尚有200元没有提出向谁没收" in told


@pytest.mark.parametrize("way", ["litigation", "reconsideration"])
def test_what_others_revoked_is_entered_as_theirs(reached: Reached, way: str) -> None:
    story = reached(stop="performance")
    judged(story, SUIT, way=way)
    told = refused(story, "cases.propose_overturn", **WRONG)
    assert "本案尚未据此撤销、变更决定" in told and "行政诉讼法第七十条" in told


def test_what_a_court_revoked_does_not_come_again_as_a_new_case(reached: Reached) -> None:
    story = reached(stop="performance", procedure="penalty/simplified", cause="C56", fine=100)
    first = judged_and_opened_again(story)
    told = refused(story, "penalty.penalise_on_the_spot", **AGAIN)
    assert f"已由本机关另案办理（{first.case}）" in told and "同一违法行为已经罚款" not in told
    assert "撤销后重新办理" in told and "行政诉讼法第七十一条" in told


def test_what_a_court_revoked_needs_a_new_proof_for_what_is_like_it(reached: Reached) -> None:
    """行政诉讼法 §71: not plainly the same, and told apart by a person, it is another act."""
    story = reached(stop="performance", procedure="penalty/simplified", cause="C56", fine=100)
    first = judged_and_opened_again(story, place="舞钢市演示大道9号门前")
    assert "尚未判断是否同一违法行为" in refused(story, "penalty.penalise_on_the_spot", **AGAIN)
    apart = {"other": first.pk, "reason": "地点不同，是两次独立的行为。"}
    done(story, "penalty.weigh_same_act", who="duizhang1", **apart)
    assert done(story, "penalty.penalise_on_the_spot", **AGAIN).weight.fine == 100


AGAIN: dict[str, Any] = {
    "fine": 100,
    "correction": "责令立即改正。",
    "reason": "初次违法，能够配合调查。",
    "rights_told": True,
    "conduct": "在路灯杆上悬挂商业横幅一条。",
    "gains": 0,
    "gains_note": "当场询问，没有违法所得。",
}


def judged_and_opened_again(story: Story, **changed: Any) -> Proceeding:
    """What was decided fell by a court; a second case on the spot is opened on it."""
    judged(story, SUIT)
    court = {**WRONG, "by_whom": "court", "reference": SUIT}
    done(story, "cases.propose_overturn", **court)
    done(story, "cases.overturn_decision", who="juzhang")
    clock.advance(timedelta(days=1))
    first, party = story.proceeding, story.plan.party
    lead = {"procedure": "penalty/simplified", "cause_code": "C56", "source": "patrol"}
    same = {"happened_on": first.happened_on, "found_on": clock.today(), "place": first.case.place}
    order = {"summary": first.case.summary, **lead, **same, **changed}
    story.case_id = done(story, "cases.register_lead", **order).pk
    done(story, "cases.register_party", **party)
    ids = [story.bureau.officers[name].pk for name in story.plan.officers]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    done(story, "cases.add_evidence", kind="audio_visual", name="现场照片", proves="违法行为的现场状态")
    return first


def test_nothing_is_performed_that_was_not_paid(reached: Reached) -> None:
    story = reached(stop="closure", procedure="penalty/simplified", cause="C56", fine=100)
    row = story.proceeding.payments.get()
    gone = {"payment": row.pk, "amount": 0, "paid_on": row.paid_on, "receipt_number": row.receipt_number}
    done(story, "penalty.correct_payment", **gone, reason="登记有误，该笔缴款属于他案。")
    correction = story.proceeding.record_corrections.get()
    settle = {"correction": correction.pk, "is_approved": True, "opinion": "同意更正。"}
    done(story, "cases.settle_correction", who="duizhang1", **settle)
    assert "案件现处“执行”环节" in refused(story, "cases.close_case", **CLOSE)
    told = refused(story, "cases.complete_step")
    assert "罚款尚有100元未缴纳" in told and "行政处罚法第六十六条" in told
    pay = {"amount": 100, "paid_on": clock.today(), "receipt_number": "2026000555"}
    done(story, "penalty.record_payment", **pay)
    done(story, "cases.complete_step")
    assert done(story, "cases.close_case", **CLOSE).closed_on


def test_what_was_decided_goes_on_when_the_police_take_it_up(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    second = {"second": story.bureau.officers["zhifa2"].pk}
    done(story, "penalty.report_referral", **CRIME, **second)
    done(story, "penalty.answer_referral", who="juzhang", approves=True, answer="同意移送。")
    story.paper("D05")
    done(story, "penalty.hand_over", receipt="演公受字〔2026〕1号", received_by="李接收")
    answer = {"is_taken_up": True, "outcome": "演公立字〔2026〕1号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **answer)
    assert story.proceeding.step == "performance"
    pay = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000556"}
    done(story, "penalty.record_payment", **pay)


def test_more_is_not_counted_than_was_told(reached: Reached) -> None:
    story = reached(stop="plea", cause="C17", fine=5000, quantities={"items": 100})
    said: dict[str, Any] = {"fine": 5000, "correction": story.plan.correction, "reason": story.plan.reason}
    done(story, "penalty.propose_penalty", **said, quantities={"items": 9999})
    told = refused(story, "cases.complete_step")
    assert "现拟处理意见重于已告知的：计罚数量更多" in told
    done(story, "penalty.propose_penalty", **said, quantities={"items": "100.00"})
    assert "计罚数量更多" not in str(refused(story, "cases.complete_step"))
    told = refused(story, "penalty.propose_penalty", **said, quantities={"items": 100, "x": 5})
    assert "该违法行为不按x计罚" in told
    told = refused(story, "penalty.propose_penalty", **said, quantities={"items": "100.5"})
    assert "处（张）数应为整数" in told


@pytest.mark.parametrize(
    ("left", "more", "asked"), [(600, 800, {}), (850, 900, {"contrary_by": "相邻住户赵某"})]
)
def test_what_others_changed_binds_whoever_revokes_it_afterwards(
    reached: Reached, left: int, more: int, asked: dict[str, str]
) -> None:
    """A court changes the fine, we revoke the rest and decide anew: not above what the court left (行政诉讼法 §77)."""
    story = reached(stop="performance")
    judged(story, SUIT, outcome="changed", fine=left, **asked)
    court = {"by_whom": "court", "reference": SUIT, "kind": "changed", "fine": left}
    done(story, "cases.propose_overturn", overturned_for=["unfit"], ground="裁量明显不当。", **court)
    done(story, "cases.overturn_decision", who="juzhang")
    withdrawn(story)
    for days in story.investigation():
        clock.advance(timedelta(days=days))
    for fine, binds in ((more, True), (left, False)):
        order = {"fine": fine, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
        done(story, "penalty.propose_penalty", **order)
        verdict = is_not_the_same_again(story.proceeding)
        assert bool(verdict) != binds
        if binds:
            told = reasons(partial(require, verdict))
            assert f"人民法院已将罚款变更为{left}元" in told and "行政诉讼法第七十一条" in told


def proposed(story: Story, fine: int, reason: str = "属一般档次，裁量适当。") -> Verdict:
    """What the guard says once this is proposed."""
    order = {"fine": fine, "reason": reason, "correction": "责令立即改正。"}
    done(story, "penalty.propose_penalty", **order)
    return is_not_the_same_again(story.proceeding)


@pytest.mark.parametrize("outcome", ["upheld", "withdrawn"])
def test_who_contested_a_decision_does_not_pay_for_it(reached: Reached, outcome: str) -> None:
    story = reached(stop="performance")
    judged(story, SUIT, outcome=outcome, overturned_for=[])
    withdrawn(story)
    for days in story.investigation():
        clock.advance(timedelta(days=days))
    verdict = proposed(story, 900)
    told = reasons(partial(require, verdict))
    assert "不得因此加重（罚款900元高于800元）" in told and "行政处罚法第四十五条第二款" in told
    assert proposed(story, 800)
    clock.advance(timedelta(days=2))
    done(story, "cases.add_evidence", kind="statement", name="证人证言", proves="另查明的事实")
    assert not proposed(story, 900, reason="证人证言证明情节更重，属一般档次。"), "nothing was found on it"
    established(story, evidence=[row.pk for row in queries.evidence(story.case)])
    assert proposed(story, 900, reason="证人证言证明情节更重，属一般档次。")


def test_where_we_had_no_power_no_lower_fine_is_given(reached: Reached) -> None:
    story = reached(stop="performance")
    judged(story, SUIT, overturned_for=["beyond"])
    fell = {"by_whom": "court", "kind": "revoked", "reference": SUIT, "overturned_for": ["beyond"]}
    done(story, "cases.propose_overturn", **fell, ground="判决认定超越职权。")
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.decide_anew", who="duizhang1", reason="重新作出决定。")
    story.plan.stop = ""
    for days in story.investigation():
        clock.advance(timedelta(days=days))
    told = reasons(partial(require, proposed(story, 500)))
    assert "超越职权" in told and "请移送有管辖权的机关" in told
    done(story, "penalty.propose_sparing", ground="unfounded", reason="现场设施系经批准设置。")
    assert "超越职权" in reasons(partial(require, is_not_the_same_again(story.proceeding)))


def test_who_contested_does_not_pay_more_than_what_stood_last(reached: Reached) -> None:
    story = reached(stop="performance")
    less = {"kind": "changed", "overturned_for": ["unfit"], "ground": "没有考虑从轻情节。", "fine": 600}
    done(story, "cases.propose_overturn", **less)
    done(story, "cases.overturn_decision", who="juzhang")
    judged(story, SUIT, outcome="withdrawn", overturned_for=[])
    withdrawn(story)
    for days in story.investigation():
        clock.advance(timedelta(days=days))
    told = reasons(partial(require, proposed(story, 800)))
    assert "不得因此加重（罚款800元高于600元）" in told
    assert proposed(story, 600)


def test_who_was_let_off_wrongly_is_not_let_off_again_for_it(reached: Reached) -> None:
    """Revoked at the wish of who was wronged (行政复议法 §64(2))."""
    story = reached(
        stop="service", spares=True, spared_for=SparedFor.UNFOUNDED, reason="现场设施系经批准设置。"
    )
    judged(story, SUIT, way="reconsideration", overturned_for=["evidence"])
    fell = {"by_whom": "reconsideration", "kind": "revoked", "reference": SUIT}
    done(
        story, "cases.propose_overturn", **fell, overturned_for=["evidence"], ground="没有证据证明没有过错。"
    )
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.decide_anew", who="duizhang1", reason="重新作出决定。")
    story.plan.stop = ""
    clock.advance(timedelta(days=-1))
    for days in story.investigation():
        clock.advance(timedelta(days=days))
    done(story, "penalty.propose_sparing", ground="unfounded", reason="现场设施系经批准设置。")
    told = reasons(partial(require, is_not_the_same_again(story.proceeding)))
    assert "不得以同一的事实和理由再次不予处罚" in told and "行政复议法第六十四条第二款" in told
    assert proposed(story, 800)


def test_withdrawing_a_decision_makes_no_plea_unsaid(reached: Reached) -> None:
    """行政处罚法 §45: what was heard before the decision that we withdrew binds in what follows."""
    story = reached(stop="performance", plea="请求从轻处理。")
    withdrawn(story)
    clock.advance(timedelta(days=1))
    for days in story.investigation():
        clock.advance(timedelta(days=days))
    order = {"reason": "量罚偏轻，重新裁量。", "correction": "责令立即改正。"}
    told = refused(story, "penalty.propose_penalty", fine=900, **order)
    assert "不得因当事人陈述申辩而给予更重的处罚" in told and "行政处罚法第四十五条" in told
    done(story, "penalty.propose_penalty", fine=800, **order)


def test_what_was_proposed_before_the_judgment_is_not_decided_after_it(reached: Reached) -> None:
    story = reached(stop="performance")
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": SUIT}
    done(story, "cases.record_contest", accepted_on=clock.today(), **suit)
    done(story, "cases.propose_overturn", **WRONG)
    ended = {"ended_on": clock.today(), "outcome": "revoked", "outcome_number": SUIT}
    ended |= {"overturned_for": ["evidence"], "is_effective": True}
    done(story, "cases.end_contest", **ended)
    told = refused(story, "cases.overturn_decision", who="juzhang")
    assert "本案尚未据此撤销、变更决定" in told


@pytest.mark.parametrize(
    "words",
    [
        "责令停业整顿三十日，吊销营业执照。",
        "并处行政拘留十日。",
        "另缴罚款20000元。",
        "将占道费汇款至苏某账户。",
    ],
)
def test_an_order_to_correct_is_no_penalty(reached: Reached, words: str) -> None:
    story = reached(stop="report")
    order = {"fine": 800, "reason": "属一般档次，裁量适当。", "correction": words}
    told = refused(story, "penalty.propose_penalty", **order)
    assert "责令改正的内容中写有" in told and "行政处罚法第九条" in told


def test_an_order_of_its_own_is_no_penalty_either(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    by = clock.today() + timedelta(days=3)
    for content in ("停止营业十日，恢复原状。", "缴纳占道费5000元至苏某账户。"):
        told = refused(story, "penalty.order_correction", content=content, correct_by_on=by)
        assert "责令改正的内容中写有" in told


def test_what_is_confiscated_is_a_thing(reached: Reached) -> None:
    story = reached(stop="report", cause="C15", fine=3000)
    grill = {"fine": 3000, "measures": ["confiscation_of_goods"], "correction": "责令立即改正。"}
    goods = {"confiscates": "烧烤炉一台，并处行政拘留十日", "confiscated": 600, "reason": "属一般档次。"}
    told = refused(story, "penalty.propose_penalty", **grill, **goods)
    assert "没收的财物中写有“拘留”" in told and "行政处罚法第九条" in told


SPOT: dict[str, Any] = {
    "correction": "责令立即改正。",
    "reason": "初次违法，能够配合调查。",
    "rights_told": True,
    "conduct": "将装修拆除的砖渣混入生活垃圾桶投放。",
    "gains": 0,
    "gains_note": "当场询问，没有违法所得。",
}


def test_what_was_spared_is_not_fined_afterwards(reached: Reached) -> None:
    story = reached(spares=True, reason="违法行为轻微并及时改正。")
    number, case, party = story.proceeding.decision.number, story.case, story.plan.party
    lead = {"procedure": "penalty/simplified", "cause_code": story.plan.cause, "source": "patrol"}
    same = {"happened_on": case.happened_on, "found_on": clock.today(), "place": case.place}
    story.case_id = done(story, "cases.register_lead", summary=case.summary, **lead, **same).pk
    done(story, "cases.register_party", **party)
    ids = [story.bureau.officers[name].pk for name in story.plan.officers]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    told = refused(story, "penalty.penalise_on_the_spot", **SPOT, fine=200)
    assert f"已经作出不予处罚决定（{number}）" in told and "行政处罚法第五十七条" in told


def test_the_other_of_a_joint_matter_is_not_held_up_by_what_has_gone(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    first, other = Proceeding.objects.filter(case=story.case_id).order_by("id")
    on, second = {"proceeding": first.pk}, story.bureau.officers["zhifa2"].pk
    done(story, "penalty.report_referral", **on, **CRIME, second=second)
    done(story, "penalty.answer_referral", who="juzhang", approves=True, answer="同意移送。", **on)
    assert not referral_settled(other)
    paper = done(story, "cases.write_document", form="D05", values={}, **on)
    done(story, "cases.submit_document", document=paper.pk)
    story.sign_all(paper.pk)
    done(story, "penalty.hand_over", receipt="演收字〔2026〕1号", received_by="陆接收", **on)
    answer = {"is_taken_up": True, "outcome": "演公立字〔2026〕1号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **answer, **on)
    assert referral_settled(Proceeding.objects.get(pk=other.pk))
