"""A matter that goes elsewhere: two report it, the head answers, a letter and a receipt go with it, and nobody fines meanwhile."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases.policies import may_decide_by
from sanzhi.demo.asides import CRIME, ELSEWHERE
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.clocks import clocks
from sanzhi.penalty.referrals import answer_since, is_not_elsewhere, referral_settled
from sanzhi.penalty.tests.test_refusals_of_the_same_twice import RIGHT, opened_again
from sanzhi.penalty.tests.test_refusals_of_things_back import BACK
from tests.stories import done, refused

Reached = Callable[..., Story]
REPORT, ANSWER, HAND = "penalty.report_referral", "penalty.answer_referral", "penalty.hand_over"
PENALISE = "penalty.penalise_on_the_spot"
POLICE = "penalty.record_police_answer"


def second(story: Story) -> int:
    return story.bureau.officers["zhifa2"].pk


def handed(**more: Any) -> dict[str, Any]:
    return {"receipt": "演收字〔2026〕1号", "received_by": "陆接收", **more}


def test_two_officers_report_and_once(reached: Reached) -> None:
    story = reached(stop="referral", refers="police")
    alone = story.bureau.officers["zhifa1"].pk
    said = refused(story, REPORT, **CRIME, second=alone)
    assert "应当由两名以上承办人核实并报告" in said and "移送涉嫌犯罪案件的规定第五条" in said
    stranger = story.bureau.officers["zhifa3"].pk
    assert "请选择另一名承办人" in refused(story, REPORT, **{**ELSEWHERE, "second": stranger})
    done(story, REPORT, **CRIME, second=second(story))
    assert "已经报告移送" in refused(story, REPORT, **CRIME, second=second(story))


def test_the_chief_answers_with_a_reason(reached: Reached) -> None:
    story = reached(stop="referral_reported", refers="police")
    assert "机关负责人办理" in refused(story, ANSWER, approves=True, answer="同意。")
    said = refused(story, ANSWER, who="fujuzhang", approves=True, answer="同意。")
    assert "正职负责人或者主持工作的负责人" in said
    assert "请写明理由" in refused(story, ANSWER, who="juzhang", approves=False, answer="不行")
    done(story, ANSWER, who="juzhang", approves=False, answer="没有造成财物损失，不构成犯罪。")
    assert "没有待审批、待移交的移送" in refused(story, ANSWER, who="juzhang", approves=True, answer="同意。")


def test_the_chief_keeps_after_all_what_has_not_left(reached: Reached) -> None:
    story = reached(stop="referral_reported", refers="police")
    done(story, ANSWER, who="juzhang", approves=True, answer="同意。")
    assert "本次移送已经批准" in refused(story, ANSWER, who="juzhang", approves=True, answer="同意。")
    letter = story.paper("D05")
    keeps = {"who": "juzhang", "approves": False, "answer": "复核认为没有达到立案标准。"}
    said = refused(story, ANSWER, **keeps)
    assert "移送的文书已经制发" in said and "第五条" in said
    done(story, "cases.void_document", document=letter.pk, reason="不再移送。")
    done(story, ANSWER, **keeps)
    assert "没有已经批准、尚未移交的移送" in refused(story, HAND, **handed())
    assert done(story, REPORT, **CRIME, second=second(story)).is_approved is None


def test_any_head_answers_for_another_agency(reached: Reached) -> None:
    story = reached(stop="referral_reported", refers="agency")
    assert done(story, ANSWER, who="fujuzhang", approves=True, answer="同意。").is_approved


def test_the_head_has_three_days(reached: Reached) -> None:
    story = reached(stop="referral_reported", refers="police")
    assert answer_since(story.proceeding) == clock.today()
    clock.advance(timedelta(days=1))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意。")
    assert answer_since(story.proceeding) is None


def test_nothing_leaves_without_its_letter(reached: Reached) -> None:
    story = reached(stop="referral_reported", refers="police")
    assert "没有已经批准、尚未移交的移送" in refused(story, HAND, **handed())
    done(story, ANSWER, who="juzhang", approves=True, answer="同意。")
    said = refused(story, HAND, **handed())
    assert "移送的文书尚未制发" in said and "第二十七条" in said
    story.paper("D05")
    name = story.bureau.officers["zhifa2"].name
    assert "是本机关人员，不能作为接收人" in refused(story, HAND, **handed(received_by=name))
    assert done(story, HAND, **handed()).receipt == "演收字〔2026〕1号"
    assert story.proceeding.step == "investigation"


@pytest.mark.parametrize("stop", ["referral_reported", "referral_approved", "referral_handed"])
def test_nobody_is_fined_meanwhile(reached: Reached, stop: str) -> None:
    story = reached(stop="decision_approved")
    done(story, REPORT, **CRIME, second=second(story))
    if stop != "referral_reported":
        done(story, ANSWER, who="juzhang", approves=True, answer="同意。")
    if stop == "referral_handed":
        story.paper("D05")
        done(story, HAND, **handed())
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "移送期间不得作出处罚决定" in said and "行政处罚法第二十七条" in said


def test_what_the_police_give_back_is_punished(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert "等待答复的案件" in refused(story, POLICE, outcome="演公立字〔2026〕1号", outcome_on=clock.today())
    done(story, REPORT, **CRIME, second=second(story))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意。")
    story.paper("D05")
    done(story, HAND, **handed())
    early = {"outcome": "演公不立字〔2026〕1号", "outcome_on": date(2026, 1, 1)}
    assert "通知书日期应不早于移交日" in refused(story, POLICE, **early)
    done(story, POLICE, **{**early, "outcome_on": clock.today()})
    done(story, "penalty.take_things_back", **BACK, back_on=clock.today())
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


def test_the_police_have_three_days_and_then_the_bureau_may_object(reached: Reached) -> None:
    story = reached(stop="referral_approved", refers="police")
    assert not {"police_answer", "crime_objection"} & set(clocks(story.proceeding))
    story.paper("D05")
    done(story, HAND, **handed())
    clock.advance(timedelta(days=1))
    running = clocks(story.proceeding)["police_answer"]
    assert running is not None and running.on == clock.today() + timedelta(days=2)
    done(story, POLICE, outcome="演公不立字〔2026〕1号", outcome_on=clock.today())
    found = clocks(story.proceeding)
    assert "police_answer" not in found
    objection = found["crime_objection"]
    assert objection is not None and objection.on == clock.today() + timedelta(days=3)
    clock.advance(timedelta(days=4))
    assert "crime_objection" not in clocks(story.proceeding)


@pytest.mark.parametrize("to", ["agency", "police"])
def test_it_ends_as_referred_and_only_so(reached: Reached, to: str) -> None:
    story = reached(refers=to)
    assert story.proceeding.closure_kind == "referred"
    assert story.case.closed_on and not hasattr(story.proceeding, "decision")


def test_nothing_is_closed_as_referred_that_was_not_handed_over(reached: Reached) -> None:
    story = reached(stop="filing")
    story.paper("D03", {"proposal": "decline"})
    said = refused(story, "cases.close_case", who="duizhang1", kind="referred", reason="移送其他机关处理。")
    assert "没有移交其他机关的记录" in said and "以不予立案结案" not in said
    done(story, REPORT, **ELSEWHERE, second=second(story))
    said = refused(story, "cases.close_case", who="duizhang1", kind="referred", reason="移送其他机关处理。")
    assert "没有移交其他机关的记录" in said and "行政处罚法第二十七条" in said
    said = refused(story, "cases.close_case", who="duizhang1", kind="not_filed", reason="不属于本机关管辖。")
    assert "正在移送" in said


def test_a_matter_that_is_decided_is_not_referred(reached: Reached) -> None:
    said = refused(reached(stop="service"), REPORT, **ELSEWHERE, second=1)
    assert "已经作出决定，不能再这样办理" in said


def test_a_crime_seen_after_the_decision_is_referred_and_the_case_still_ends(reached: Reached) -> None:
    story = reached(stop="closure")
    done(story, REPORT, **CRIME, second=second(story))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意移送。")
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    performed = {"who": "duizhang1", "kind": "performed"}
    assert "正在移送" in refused(story, "cases.close_case", **performed)
    story.paper("D05")
    done(story, HAND, **handed())
    done(story, POLICE, is_taken_up=True, outcome="演公立字〔2026〕1号", outcome_on=clock.today())
    assert done(story, "cases.close_case", **performed).closed_on


def test_what_another_agency_gives_back_is_ours_again(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, REPORT, **ELSEWHERE, second=second(story))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意移送。")
    story.paper("D04")
    done(story, HAND, **handed())
    assert not referral_settled(story.proceeding)
    done(story, POLICE, is_taken_up=False, outcome="演交退函〔2026〕1号", outcome_on=clock.today())
    assert referral_settled(story.proceeding) and is_not_elsewhere(story.proceeding)
    closing = {"who": "duizhang1", "kind": "referred", "reason": "已移送其他机关。"}
    assert "案件现处“调查终结”环节" in refused(story, "cases.close_case", **closing)


def test_nobody_is_fined_whose_death_is_recorded_whatever_comes_back(reached: Reached) -> None:
    story = reached(stop="referral_handed", refers="police")
    died = {"ground": "died", "proof": "居民死亡医学证明书"}
    done(story, "cases.end_investigation", who="juzhang", **died)
    for taken in (True, False):
        answer = {"is_taken_up": taken, "outcome": f"演公立字〔2026〕{taken + 1}号"}
        done(story, POLICE, **answer, outcome_on=clock.today())
    assert "缺少《结案审批表》" in refused(story, "cases.complete_step")
    assert story.proceeding.step == "closure"
    assert "已经终止调查" in str(may_decide_by(story.proceeding, act="penalty.decide_penalty"))


def test_what_has_left_for_good_does_not_begin_anew(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", stop="on_the_spot", fine=100)
    anew = {"reason": "事实需要进一步调查。"}
    done(story, REPORT, **ELSEWHERE, second=second(story))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意移送。")
    story.paper("D04")
    done(story, HAND, **handed())
    said = refused(story, "penalty.turn_to_ordinary", **anew)
    assert "本案已经移送，由接收机关调查" in said
    back = {"is_taken_up": False, "outcome": "演退字〔2026〕1号", "outcome_on": clock.today()}
    done(story, POLICE, **back)
    done(story, "penalty.turn_to_ordinary", **anew)


@pytest.mark.parametrize("to", ["agency", "police"])
def test_an_act_that_is_elsewhere_is_not_fined_in_another_case(reached: Reached, to: str) -> None:
    story = reached(cause="C56", fine=200, refers=to)
    first, letter = story.proceeding.pk, story.case
    opened_again(story)
    said = refused(story, PENALISE, **RIGHT)
    assert f"同一违法行为（{letter}）正在移送" in said and "第二十" in said
    lying = story.proceeding.pk
    opened_again(story, place="舞钢市演示大道19号门前")
    assert f"正在移送（{letter}），尚未判断是否同一违法行为" in refused(story, PENALISE, **RIGHT)
    for other in (first, lying):
        apart = {"other": other, "reason": "地点不同，是两次独立的行为。"}
        done(story, "penalty.weigh_same_act", who="duizhang1", **apart)
    assert done(story, PENALISE, **RIGHT).weight.fine == 100


def test_nobody_is_fined_anew_for_what_the_police_still_have(reached: Reached) -> None:
    story = reached(stop="performance")
    done(story, REPORT, **CRIME, second=second(story))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意移送。")
    story.paper("D05")
    done(story, HAND, **handed())
    done(story, POLICE, is_taken_up=True, outcome="演公立字〔2026〕1号", outcome_on=clock.today())
    why = {"overturned_for": ["evidence"], "ground": "经复查，认定违法主体的证据不足。"}
    done(story, "cases.propose_overturn", kind="revoked", **why)
    old, gone = story.proceeding, done(story, "cases.overturn_decision", who="juzhang")
    story.serve_paper(gone.document_id)
    done(story, "cases.decide_anew", who="duizhang1", reason="补充调查取证后重新作出决定。")
    said = str(referral_settled(story.proceeding))
    assert "移送期间不得作出处罚决定" in said and "第二十七条" in said
    back = {"outcome": "演公撤字〔2026〕2号", "outcome_on": clock.today()}
    done(story, POLICE, proceeding=old.pk, **back)
    assert referral_settled(story.proceeding)


def test_a_crime_seen_after_the_closure_is_referred(reached: Reached) -> None:
    story = reached()
    assert story.case.closed_on
    said = refused(story, REPORT, **ELSEWHERE, second=second(story))
    assert "本案已经结案，只有涉嫌犯罪的才能移送公安机关" in said and "第三条" in said
    assert "本案已经结案" in refused(story, "cases.write_document", form="D04")
    done(story, REPORT, **CRIME, second=second(story))
    done(story, ANSWER, who="juzhang", approves=True, answer="同意移送。")
    assert "移送的文书尚未制发" in refused(story, HAND, **handed())
    story.paper("D05")
    done(story, HAND, **handed())
    done(story, POLICE, is_taken_up=True, outcome="演公立字〔2026〕1号", outcome_on=clock.today())
    assert story.case.closed_on and story.proceeding.step == ""
