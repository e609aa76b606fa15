"""Nothing ends with money, things or answers still open; and what was found is not said otherwise at the end."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from sanzhi.cases import board, queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.law.measures import Measure
from sanzhi.penalty.guards.before_decision import correction_respected
from sanzhi.penalty.once import is_not_punished_twice
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.preservations import is_back
from sanzhi.penalty.tests.test_court import ANSWER, asked, said
from sanzhi.penalty.tests.test_refusals_of_the_same_twice import opened_again
from sanzhi.penalty.tests.test_refusals_of_ways_round import withdrawn
from tests.stories import admitted, done, established, judged, reasons, refused

Reached = Callable[..., Story]
SUIT = "（2026）豫0481行初3号"
WRONG = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "主要证据不足。"}
AGAIN: dict[str, Any] = {"fine": 800, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
SPARE, DECIDE = "penalty.propose_sparing", "penalty.decide_penalty"
WHY = "不予处罚的事实和证据见案卷。"


def decided_anew(story: Story) -> None:
    """Withdrawn by ourselves, and on the way to the same decision again."""
    withdrawn(story)
    for scene in ("investigation", "report", "notice", "plea"):
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))
    story.paper("D40")


def test_what_is_before_the_court_is_not_decided_anew(reached: Reached) -> None:
    """Revoked while the suit pends: the court's word binds, also when it comes to a decision that is gone already."""
    story = reached(stop="performance")
    old = story.proceeding
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": SUIT, "accepted_on": clock.today()}
    done(story, "cases.record_contest", **suit)
    decided_anew(story)
    told = refused(story, DECIDE, who="juzhang")
    assert "尚未审结，不能对同一违法行为重新作出" in told and "行政诉讼法第六十二条" in told
    ended = {"ended_on": clock.today(), "outcome": "revoked", "outcome_number": SUIT}
    ended |= {"is_effective": True, "overturned_for": ["evidence"]}
    done(story, "cases.end_contest", proceeding=old.pk, **ended)
    told = refused(story, DECIDE, who="juzhang")
    assert "不得以同一的事实和理由作出与原决定基本相同的决定" in told and "行政诉讼法第七十一条" in told


def test_what_several_heads_discussed_is_not_changed_by_one(reached: Reached) -> None:
    story = reached(stop="performance", cause="C05", fine=8000)
    change = {"kind": "changed", "overturned_for": ["unfit"], "ground": "没有考虑从轻情节。", "fine": 6000}
    told = refused(story, "cases.propose_overturn", **change)
    assert "不能由一名负责人直接变更" in told and "行政处罚法第五十七条第二款" in told


def test_what_is_owed_back_is_paid_back_before_anything_ends(reached: Reached) -> None:
    grill = {"measures": [Measure.CONFISCATION_OF_GOODS], "confiscates": "烧烤炉一台", "confiscated": 300}
    story = reached(stop="performance", cause="C15", fine=2000, **grill)
    story.pay(Decimal(2000))
    judged(story, SUIT, outcome="changed", fine=1700)
    court = {"kind": "changed", "by_whom": "court", "reference": SUIT, "fine": 1700}
    done(story, "cases.propose_overturn", overturned_for=["unfit"], ground="裁量明显不当。", **court)
    done(story, "cases.overturn_decision", who="juzhang")
    died = {"ground": "died", "proof": "死亡证明和财产调查报告"}
    done(story, "penalty.end_enforcement", who="juzhang", **died)
    ended = {"who": "duizhang1", "kind": "ended", "reason": "当事人死亡，无遗产可供执行。"}
    story.paper("D68", {"closure_kind": "ended", "closure_reason": ended["reason"]})
    assert "多收了300元" in refused(story, "cases.close_case", **ended)
    back = {"amount": 300, "refunded_on": clock.today(), "voucher": "TK20260001"}
    done(story, "penalty.refund_payment", **back)
    assert "执行情况与现在的登记不一致" in refused(story, "cases.close_case", **ended)
    story.paper("D68", {"closure_kind": "ended", "closure_reason": ended["reason"]})
    assert done(story, "cases.close_case", **ended).closed_on


def test_what_the_bank_took_too_much_is_entered_and_given_back(reached: Reached) -> None:
    story = reached(stop="performance")
    paid = {"amount": 900, "paid_on": clock.today(), "receipt_number": "2026000001"}
    told = refused(story, "penalty.record_payment", **paid)
    assert "缴款超过应缴余额800元" in told and "请勾选“多缴”" in told
    done(story, "penalty.record_payment", **paid, is_overpaid=True)
    assert outstanding(story.proceeding) == -100
    done(story, "penalty.refund_payment", amount=100, refunded_on=clock.today(), voucher="TK20260001")
    assert outstanding(story.proceeding) == 0


def test_more_cash_than_was_handed_in_is_handed_in(reached: Reached) -> None:
    spot = {"procedure": "penalty/simplified", "cause": "C56"}
    story = reached(stop="performance", fine=100, **spot)
    day = story.proceeding.decision.decided_on
    payment = done(
        story,
        "penalty.record_payment",
        amount=20,
        paid_on=day,
        receipt_number="2026000001",
        is_on_the_spot=True,
    )
    for target in ("authority", "bank"):
        handed = {"payment": payment.pk, "target": target, "transferred_on": clock.today()}
        done(story, "penalty.transfer_cash", **handed, voucher=f"JK2026001{target[0]}")
    right = {"payment": payment.pk, "amount": 100, "paid_on": day, "receipt_number": "2026000001"}
    done(story, "penalty.correct_payment", **right, reason="金额录入有误。")
    (waiting,) = queries.waiting_corrections(story.proceeding)
    done(story, "cases.settle_correction", who="duizhang1", correction=waiting.pk, is_approved=True)
    done(story, "cases.complete_step")
    told = refused(story, "cases.close_case", who="duizhang1", kind="performed")
    assert "当场收缴的100元尚未上交" in told and "行政处罚法第七十一条" in told


def test_a_court_ends_what_it_had_granted_by_another_ruling(reached: Reached) -> None:
    story = asked(reached)
    end = {"who": "juzhang", "ground": "court"}
    done(story, ANSWER, **said("accepted"))
    assert "没有人民法院准予执行的记录" in refused(
        story, "penalty.end_enforcement", **end, proof="（2026）豫0481执9号"
    )
    done(story, ANSWER, **said("granted", "（2026）豫0481行审2号"))
    told = refused(story, "penalty.end_enforcement", **end, proof="法院口头通知")
    assert "不是其终结执行裁定书的文号" in told and "行政强制法第五十三条" in told
    done(story, "penalty.end_enforcement", **end, proof="（2026）豫0481执9号之一")


def test_nothing_is_deferred_to_a_day_that_is_past(reached: Reached) -> None:
    story = reached(stop="performance")
    until = clock.today() + timedelta(days=20)
    ask = {"reason": "当事人生意亏损，经济困难。", "proof": "社区证明一份"}
    done(story, "penalty.request_deferral", **ask, instalments=[f"{until} 800"])
    story.paper("D49")
    clock.advance(timedelta(days=21))
    told = refused(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    assert "该日已过，不能再批准" in told and "行政处罚法第六十六条第二款" in told
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=False, opinion="申请期限已过。")


@pytest.mark.parametrize("ground", ["minor", "first"])
def test_great_harm_is_not_little(reached: Reached, ground: str) -> None:
    story = reached(stop="report")
    established(
        story, corrected_on=clock.today(), consequence="路面塌陷，造成三人重伤。", endangers_life=True
    )
    told = refused(story, SPARE, ground=ground, reason=WHY)
    assert "查明的危害后果是“路面塌陷，造成三人重伤。”" in told and "行政处罚法第三十三条第一款" in told
    for harm in ("", "造成大面积油污、交通堵塞两小时，没有造成人员伤亡。"):
        established(story, corrected_on=clock.today(), consequence=harm, endangers_life=False)
        known = refused(story, SPARE, ground="minor", reason=WHY)
        assert f"查明的危害后果是“{harm or '（没有写明）'}”" in known
    established(story, corrected_on=clock.today(), consequence="未造成危害后果。", endangers_life=False)
    done(story, SPARE, ground=ground, reason=WHY)


def test_incapable_is_who_is_proved_to_be(reached: Reached) -> None:
    story = reached(stop="report")
    told = refused(story, SPARE, ground="incapable", reason="当事人精神异常。")
    assert "应当有鉴定意见、诊断证明等证据证明" in told and "行政处罚法第三十一条" in told
    finding = story.proceeding.finding
    assert finding is not None
    proofs = {"ground_proofs": [finding.evidence[0]]}
    spared = {"ground": "incapable", "reason": "当事人经诊断为精神疾病发作期。", **proofs}
    assert "尚未登记监护人" in refused(story, SPARE, **spared)
    done(story, "cases.register_party", **{**story.plan.party, "guardian": "家长某"})
    done(story, SPARE, **spared)


def test_who_corrected_in_time_by_what_was_found_is_not_fined(reached: Reached) -> None:
    story = reached(stop="report", cause="C01", fine=500)
    order = story.proceeding.corrections.get()
    for later, lawful in ((1, True), (0, False)):
        established(story, corrected_on=order.correct_by_on + timedelta(days=later))
        verdict = correction_respected(story.proceeding)
        assert bool(verdict) == lawful
    told = reasons(partial(require, verdict))
    assert "没有超过责令改正的期限" in told and "请重新认定事实" in told


def test_what_was_spared_nearby_is_told_apart_by_a_person(reached: Reached) -> None:
    """A standing decision not to punish: the next day, or beside it, is no other act unless a person says so."""
    story = reached(stop="", cause="C01", fine=500, corrects=True)
    spared = story.proceeding
    assert spared.decision.disposal == "spare"
    story.plan.corrects, story.plan.place = False, "舞钢市演示大道10号门前"
    story.case_id, story.plan.stop = 0, "decision_approved"
    clock.advance(timedelta(days=1))
    told = reasons(story.tell)
    assert "已有不予处罚决定" in told and "尚未判断是否同一违法行为" in told
    answer = {"other": spared.pk, "reason": "次日在另一处门前重新占道，是另一行为。"}
    admitted(story, "duizhang2")
    done(story, "penalty.weigh_same_act", who="duizhang2", **answer)
    assert is_not_punished_twice(story.proceeding)
    done(story, "penalty.weigh_same_act", who="juzhang", **answer, is_same=True)
    told = reasons(partial(require, is_not_punished_twice(story.proceeding)))
    assert "该决定没有撤销" in told and "第七十五条第二款" in told


def test_nobody_is_spared_for_a_fine_that_is_gone(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="performance")
    first = story.case_id
    opened_again(story)
    second = story.case_id
    done(story, "penalty.turn_to_ordinary", reason="事实需要进一步调查。")
    for scene in ("lead", "filing", "investigation"):
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))
    done(story, SPARE, ground="fined", reason=WHY)
    story.paper("D27")
    story.go()
    done(story, "penalty.record_education", content="已宣讲有关法律规定。")
    story.paper("D40")
    story.case_id = first
    done(story, "cases.propose_overturn", **WRONG)
    done(story, "cases.overturn_decision", who="juzhang")
    story.case_id = second
    told = refused(story, "penalty.decide_no_penalty", who="juzhang")
    assert "没有认定同一违法行为已经罚款" in told and "行政处罚法第二十九条" in told


def test_what_was_sent_to_be_appraised_comes_back(reached: Reached) -> None:
    story = reached(stop="registration_told", aside=("registration",))
    sent = {"who": "juzhang", "way": "appraised", "settle_reason": "送交检测机构鉴定。"}
    told = refused(story, "penalty.settle_preservation", **sent)
    assert "没有委托鉴定、检测的记录" in told and "行政处罚法第五十六条" in told
    away = {**sent, "way": "handed_over"}
    assert "没有移交其他机关的记录" in refused(story, "penalty.settle_preservation", **away)
    ask = {"subject": "售货亭", "question": "设施是否安全。", "appraiser": "某市检测有限公司"}
    done(story, "cases.order_appraisal", who="juzhang", **ask)
    done(story, "penalty.settle_preservation", **sent)
    for verdict in (is_back(story.proceeding), board.may_close(story.proceeding, "ended")):
        assert "送交鉴定、检测的物品" in reasons(partial(require, verdict))
    story.paper("D21")
    story.serve(story.paper("D22"))
    done(story, "cases.receive_appraisal", result="设施完好，可以移动。")
    back = {"way": "returned", "settle_reason": "已经鉴定，退还当事人。"}
    assert done(story, "penalty.settle_preservation", who="juzhang", **back).way == "returned"
