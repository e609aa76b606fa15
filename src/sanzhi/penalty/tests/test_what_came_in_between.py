"""Found by hostile readers: what is told twice, given back late, taken by others, paid by heirs, ruled by a court."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from sanzhi.penalty.once import was_punished_before
from sanzhi.penalty.tests.test_refusals_of_ending import DIED, END, close
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
LEAVE = "cases.complete_step"
PAY = "penalty.record_payment"
ANSWER = "penalty.record_police_answer"


def told_with_another_to_come(reached: Reached) -> tuple[Story, Any]:
    """Two notices were written, one of them is served."""
    story = reached(stop="notice")
    first, second = story.paper("D29"), story.paper("D29")
    story.serve(first)
    story._film("service")
    story.go()
    return story, second


def test_a_notice_that_is_given_again_gives_its_days_again(reached: Reached) -> None:
    story, second = told_with_another_to_come(reached)
    clock.advance(timedelta(days=3))
    story.serve(second)
    clock.advance(timedelta(days=5))
    assert "期限到" in refused(story, LEAVE)
    clock.advance(timedelta(days=7))
    done(story, LEAVE)


def test_a_waiver_is_of_the_notice_that_came_before_it(reached: Reached) -> None:
    story, second = told_with_another_to_come(reached)
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    clock.advance(timedelta(days=1))
    story.serve(second)
    assert "尚未届满" in refused(story, LEAVE)
    assert "没有音像记录" in refused(story, "cases.record_plea", is_waived=True)
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    done(story, LEAVE)


def answered(story: Story, number: str, *, taken_up: bool) -> Any:
    order = {"is_taken_up": taken_up, "outcome": number, "outcome_on": clock.today()}
    return done(story, ANSWER, **order)


def test_another_agency_takes_it_and_gives_it_back(reached: Reached) -> None:
    story = reached(stop="referral_handed", refers="agency")
    answered(story, "演受字〔2026〕1号", taken_up=True)
    assert story.proceeding.step == "closure"
    answered(story, "演退字〔2026〕2号", taken_up=False)
    assert story.proceeding.step == "investigation"


def test_what_was_decided_goes_on_whatever_the_police_answer(reached: Reached) -> None:
    story = reached(stop="performance")
    story.plan.refers = "police"
    handing = story.referral()
    next(handing), next(handing)
    answered(story, "演公立字〔2026〕1号", taken_up=True)
    answered(story, "演公不立字〔2026〕2号", taken_up=False)
    assert story.proceeding.step == "performance"


def test_cash_is_not_taken_after_the_end(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    done(story, END, **DIED)
    end = close(story, "ended")
    story.paper("D68", {"closure_kind": "ended", "closure_reason": end["reason"]})
    done(story, "cases.close_case", **end)
    paid = {"amount": 300, "paid_on": clock.today(), "receipt_number": "2026000077"}
    far = {"is_on_the_spot": True, "cash_ground": "remote_asked", "cash_note": "山区，提出当场缴纳。"}
    assert "不能再当场收缴" in refused(story, PAY, **paid, **far)
    done(story, PAY, **paid)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"body": "舞钢市城市管理局"}, "不是受理行政诉讼的机关"),
        ({"body": "舞钢市人民政府"}, "不是受理行政诉讼的机关"),
        ({"way": "reconsideration"}, "不是受理行政复议的机关"),
        ({"number": "123"}, "不像受理通知书的文号"),
        ({"number": "舞城管〔2026〕9号"}, "不像受理通知书的文号"),
    ],
)
def test_a_suit_is_taken_in_by_a_court(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="performance")
    taken = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    order = {**taken, "accepted_on": clock.today()}
    assert said in refused(story, "cases.record_contest", **{**order, **changed})
    done(story, "cases.record_contest", **order)


def test_who_was_punished_wrongly_is_a_first_offender(reached: Reached) -> None:
    story = reached(stop="performance")
    number = "（2026）豫0481行初9号"
    judged(story, number)
    fell = {"kind": "revoked", "by_whom": "court", "overturned_for": ["evidence"], "reference": number}
    done(story, "cases.propose_overturn", **fell, ground="主要证据不足。")
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.decide_anew", who="duizhang1", reason="补充调查取证后重新作出决定。")
    assert not was_punished_before(story.proceeding)


def test_why_a_heavier_cause_is_not_applied_stands_in_the_notice(reached: Reached) -> None:
    why = "当事人使用电烤炉，没有产生油烟，不构成该案由。"
    tools = {"confiscates": "烧烤炉一台", "confiscated": Decimal(600)}
    grill = {"cause": "C16-F", "fine": Decimal(2000), "measures": [Measure.CONFISCATION_OF_GOODS], **tools}
    story = reached(stop="notice", **grill, competing=why)
    story.paper("D29")
    (paper,) = [row for row in queries.papers(story.proceeding) if row.form == "D29"]
    assert f"不按竞合案由处罚的理由：{why}" in str(paper.document.values)


def test_what_is_entered_after_the_notice_ran_out_still_comes_in(reached: Reached) -> None:
    story = reached(stop="decision")
    done(story, "cases.record_plea", text="寄出的申辩信，请求减轻。")
    assert "复核" in refused(story, "penalty.decide_penalty", who="juzhang")
