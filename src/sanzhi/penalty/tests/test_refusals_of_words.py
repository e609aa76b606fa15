"""Reasons, teachings and things impose nothing; a matter goes to somebody else, and things come back to the party."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.tests.test_refusals_of_returning import RETURN, TOOLS, back, revoked, take
from tests.stories import done, refused

Reached = Callable[..., Story]
ORDERS = "另处行政拘留十日，并处罚款20000元，缴至个人账户6222000011112222333"
FORBIDDEN = "等于另行作出决定、采取措施或者要求付款"
PROPOSE, SPARE = "penalty.propose_penalty", "penalty.propose_sparing"


def proposed(story: Story, **more: Any) -> dict[str, Any]:
    finding = story.proceeding.finding
    assert finding is not None  # the story has come so far
    usual = {"fine": 800, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正，恢复原状。"}
    return {"seen_finding": finding.version, **usual, **more}


@pytest.mark.parametrize(
    "words", [ORDERS, "另罚贰仟圆", "罚款20000元", "责令停业整顿", "给予吊销许可证", "另行扣押"]
)
@pytest.mark.parametrize("field", ["reason", "departure"])
def test_a_reason_imposes_nothing(reached: Reached, field: str, words: str) -> None:
    story = reached(stop="report")
    said = refused(story, PROPOSE, **proposed(story, **{field: f"初次违法，{words}。"}))
    assert FORBIDDEN in said and "行政处罚法第九条" in said


@pytest.mark.parametrize(
    "words", ["另罚贰仟圆", "扣车三个月", "关门歇业", "查封店铺", "撤销许可证", "交纳2000块"]
)
def test_an_order_to_correct_imposes_nothing(reached: Reached, words: str) -> None:
    story = reached(stop="report")
    said = refused(story, PROPOSE, **proposed(story, correction=f"立即改正；{words}"))
    assert "不是改正，不能写在这里" in said and "行政处罚法第九条、第二十八条" in said


def test_a_reason_speaks_of_the_fine_that_is_proposed(reached: Reached) -> None:
    story = reached(stop="report")
    reason = "曾被处以罚款500元，不予从轻；罚款800元与情节相当，在法定幅度内。"
    assert done(story, PROPOSE, **proposed(story, reason=reason)).reason == reason


def test_what_spares_imposes_nothing(reached: Reached) -> None:
    story = reached(stop="report")
    said = refused(story, SPARE, ground="unfounded", reason=f"违法事实不成立，但{ORDERS}")
    assert FORBIDDEN in said
    done(story, SPARE, ground="unfounded", reason="违法事实不能成立，不予处罚。")


def test_teaching_imposes_nothing(reached: Reached) -> None:
    story = reached(stop="decision", spares=True)
    assert FORBIDDEN in refused(story, "penalty.record_education", content=f"教育当事人守法，{ORDERS}")


def test_a_re_inspection_imposes_nothing(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    by = clock.today() + timedelta(days=3)
    order = {"content": "立即停止占道经营，恢复原状。", "correct_by_on": by}
    wrong = {**order, "content": "立即停止占道经营，查封店铺。"}
    assert "不是改正" in refused(story, "penalty.order_correction", **wrong)
    done(story, "penalty.order_correction", **order)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=4))
    found = {"is_corrected": False, "result": f"经复查仍未改正，{ORDERS}"}
    assert FORBIDDEN in refused(story, "penalty.record_correction_review", **found)


def test_on_the_spot_words_impose_nothing(reached: Reached) -> None:
    story = reached(stop="spot", procedure="penalty/simplified", cause="C56", fine=Decimal(100))
    said = {"fine": 100, "conduct": "在人行道上停放车辆妨碍通行。", "reason": "违法事实确凿。"}
    spot = {**said, "gains": 0, "gains_note": "没有违法所得", "rights_told": True}
    for field in ("conduct", "reason", "plea_answer"):
        words = {**spot, "plea_text": "请不要另处罚款。", field: f"事实清楚，{ORDERS}"}
        assert FORBIDDEN in refused(story, "penalty.penalise_on_the_spot", **words)


def reported(story: Story, **more: Any) -> dict[str, Any]:
    return {**CRIME, "second": story.bureau.officers["zhifa2"].pk, **more}


@pytest.mark.parametrize("receiver", ["舞钢市城市管理局执法二中队", "我局执法一中队", "执法二中队"])
@pytest.mark.parametrize("to", ["police", "agency"])
def test_nothing_is_handed_to_ourselves(reached: Reached, to: str, receiver: str) -> None:
    story = reached(stop="report")
    said = refused(story, "penalty.report_referral", **reported(story, to=to, receiver=receiver))
    assert "不能移送给自己" in said and "行政处罚法第二十" in said and "全称" in said


def test_a_crime_goes_to_the_police(reached: Reached) -> None:
    story = reached(stop="report")
    wrong = reported(story, receiver="舞钢市交通运输局")
    assert "不是公安机关" in refused(story, "penalty.report_referral", **wrong)
    done(story, "penalty.report_referral", **reported(story, receiver="舞钢市公安局"))


@pytest.mark.parametrize("number", ["收条1", "口头答复", "某公受字1号"])
def test_receipt_and_answer_have_numbers_of_the_receiver(reached: Reached, number: str) -> None:
    story = reached(stop="referral_approved", refers="police")
    story.paper("D05")
    hand = {"receipt": number, "received_by": "陆接收"}
    said = refused(story, "penalty.hand_over", **hand)
    assert "不像接收机关的文号" in said and "移送涉嫌犯罪案件的规定" in said
    ours = {"receipt": "舞公受字〔2026〕1号", "received_by": story.bureau.officers["fazhi"].name}
    assert "不能作为接收人" in refused(story, "penalty.hand_over", **ours)
    done(story, "penalty.hand_over", **{**ours, "received_by": "陆接收"})
    answer = {"is_taken_up": True, "outcome": number, "outcome_on": clock.today()}
    if len(number) >= 4:
        assert "不像接收机关的文号" in refused(story, "penalty.record_police_answer", **answer)
    done(story, "penalty.record_police_answer", **{**answer, "outcome": "舞公立字〔2026〕1号"})


def test_what_comes_back_goes_to_nobody_of_ours(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    row = take(story, "confiscation_of_goods", "2026G0000012")
    revoked(story)
    name, officer = story.party.name, story.bureau.officers["zhifa1"].name
    for receiver in (f"{name}（执法人员{officer}代领）", f"{name}（{officer}）"):
        said = refused(story, RETURN, **back(row, returned_to=receiver))
        assert "是本机关人员，不能作为领取人" in said and "国家赔偿法第三十六条" in said
    done(story, RETURN, **back(row, returned_to=f"{name}（其兄代领）"))
