"""One act is one case: a second one on it decides nothing, whatever the first has come to (行政处罚法 §28, §29, §45)."""

import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.in_hand import elsewhere
from sanzhi.penalty.tests.test_refusals_of_another_cause import DONE, LEFT, ORDER, REVIEW
from tests.stories import done, refused, stall

Reached = Callable[..., Story]
WEIGH, SPARE, DECIDE = "penalty.weigh_same_act", "penalty.propose_sparing", "penalty.decide_penalty"
SUIT = "（2026）豫0481行初9号"


def second(story: Story, **changes: Any) -> Story:
    """Another case against the same person for the same place and day, as far as it comes."""
    plan = {
        "found_on": story.case.happened_on,
        "stop": "report",
        "summary": "巡查发现人行道上一处售货亭。",
        **changes,
    }
    again = Story(story.bureau, stall(**plan))
    again.tell()
    return again


def ordered(story: Story, days: int) -> None:
    by = clock.today() + timedelta(days=days)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))


def proposed(story: Story, fine: int = 800) -> None:
    order = {"fine": fine, "correction": "责令立即改正。", "reason": "能够配合调查。"}
    done(story, "penalty.propose_penalty", **order)
    story.paper("D27")


def may_not_go_on(again: Story, fine: int = 800) -> str:
    proposed(again, fine)
    return refused(again, "cases.complete_step")


def apart(again: Story, other: Proceeding) -> None:
    done(again, WEIGH, who="duizhang1", other=other.pk, reason="另一处、另一时间的独立行为。")


@pytest.mark.parametrize("is_obeyed", [True, False])
def test_an_order_to_correct_is_not_got_round(reached: Reached, is_obeyed: bool) -> None:
    """C01 ordered, and obeyed or its day still running: nothing is fined in a second case under C04."""
    story = reached(stop="correction", cause="C01", fine=500)
    ordered(story, 2 if is_obeyed else 40)
    if is_obeyed:
        clock.advance(timedelta(days=3))
        done(story, REVIEW, **DONE)
    again = second(story, cause="C04")
    told = may_not_go_on(again)
    assert f"（{story.case}）" in told and "尚未判断是否同一违法行为" in told and "第二十九条" in told
    same = {"other": story.proceeding.pk, "is_same": True, "reason": "同日同地的同一占道行为。"}
    done(again, WEIGH, who="duizhang1", **same)
    told = refused(again, "cases.complete_step")
    assert f"已由本机关另案办理（{story.case}）" in told and "在该案中继续办理" in told


def test_what_is_told_apart_by_a_person_goes_on(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    again = second(story, cause="C04")
    assert "尚未判断" in may_not_go_on(again)
    apart(again, story.proceeding)
    done(again, "cases.complete_step")
    assert again.proceeding.step == "notice"


def test_a_plea_is_not_got_round(reached: Reached) -> None:
    """行政处罚法 §45: told 600 and pleading, the party is not told 900 in a second case."""
    story = reached(stop="plea", fine=Decimal(600))
    done(story, "cases.record_plea", text="请求从轻。")
    told = may_not_go_on(second(story), 900)
    assert "另案办理" in told and "第四十五条" in told


def test_the_second_case_ends_and_the_first_goes_on(reached: Reached) -> None:
    story = reached(stop="plea")
    again = second(story)
    assert "另案办理" in may_not_go_on(again)
    why = {"ground": "in_hand", "reason": f"同一售货亭已在{story.case}案中办理。"}
    assert "没有认定同一违法行为正由本机关另案办理" in refused(story, SPARE, **why)
    done(again, SPARE, **why)
    for form in ("D27", "D40"):
        again.paper(form)
        if form == "D27":
            done(again, "cases.complete_step")
    done(again, "penalty.decide_no_penalty", who="juzhang")
    clock.advance(timedelta(days=6))
    done(story, "cases.complete_step")
    story.paper("D40")
    assert done(story, DECIDE, who="juzhang").weight.fine == 800


def test_the_case_in_which_the_party_was_told_goes_on(reached: Reached) -> None:
    """A lead that was registered earlier, and left lying, does not escape what the later case has ordered."""
    lying = reached(stop="report")
    again = second(lying)
    assert "另案办理" in may_not_go_on(again)  # nobody was told anything: the older one
    done(again, "cases.send_back", who="juzhang", reason="现场需要补充检查。")
    ordered(again, 2)
    told = may_not_go_on(lying)
    assert f"已由本机关另案办理（{again.case}）" in told


def test_where_the_party_has_obeyed_the_act_ends(reached: Reached) -> None:
    """行政处罚法 §28: told of a fine in one case, ordered to correct in another and obedient: no fine in the first."""
    story = reached(stop="plea")
    again = second(story, cause="C01", stop="correction")
    ordered(again, 2)
    why = {"ground": "in_hand", "reason": f"同一售货亭已在{story.case}案中办理。"}
    clock.advance(timedelta(days=12))
    asked = f"（{again.case}），尚未判断是否同一违法行为"
    assert asked not in refused(story, DECIDE, who="juzhang")
    done(again, REVIEW, **DONE)
    assert asked in refused(story, DECIDE, who="juzhang")
    again.paper("D25")
    done(again, "cases.complete_step")
    same = {"other": story.proceeding.pk, "is_same": True, "reason": "同日同地的同一占道行为。"}
    assert "没有这份决定" in refused(again, WEIGH, who="duizhang1", **same)
    assert "没有认定同一违法行为正由本机关另案办理" in refused(again, SPARE, **why)
    done(again, SPARE, ground="corrected", reason="责令改正期限内已经改正。")


def let_off(story: Story) -> str:
    """Corrected in time: the number of the decision not to punish."""
    done(story, SPARE, ground="corrected", reason="责令改正期限内已经改正。")
    story.paper("D27")
    done(story, "cases.complete_step")
    story.paper("D40")
    done(story, "penalty.record_education", content="教育当事人自觉守法。")
    return str(done(story, "penalty.decide_no_penalty", who="juzhang").number)


def reviewed(story: Story, outcome: dict[str, Any]) -> None:
    ordered(story, 2)
    clock.advance(timedelta(days=3))
    done(story, REVIEW, **outcome)
    story.paper("D25")
    done(story, "cases.complete_step")


@pytest.mark.parametrize("is_weighed", [True, False])
def test_who_has_obeyed_and_does_it_again(reached: Reached, is_weighed: bool) -> None:
    """行政处罚法 §29: done again on the day on which it was put right, it is another act, where a person says so."""
    story = reached(stop="correction", cause="C01", fine=500)
    reviewed(story, DONE)
    again = second(story, cause="C01", stop="correction")
    reviewed(again, LEFT)
    proposed(again, 500)
    if is_weighed:
        apart(again, story.proceeding)
    assert f"已由本机关另案办理（{story.case}）" in refused(again, "cases.complete_step")  # both are open
    number = let_off(story)
    if is_weighed:
        done(again, "cases.complete_step")
        assert again.proceeding.step == "notice"
        return
    told = refused(again, "cases.complete_step")
    assert f"已经作出不予处罚决定（{number}）" in told
    assert "改正以后再次违法的，请由负责人判断并写明理由" in told and "第七十五条第二款" in told


def overturned(story: Story, why: str = "procedure") -> None:
    """Revoked by the bureau itself, and closed."""
    wrong = {"kind": "revoked", "overturned_for": [why], "ground": "没有依法送达告知书。"}
    done(story, "cases.propose_overturn", **wrong)
    done(story, "cases.overturn_decision", who="juzhang")
    [paper] = [row for row in queries.papers(story.proceeding) if row.form == "D87"]
    story.serve_paper(paper.document_id)
    end = {"kind": "overturned", "reason": "自行撤销，另行登记线索。"}
    done(story, "cases.close_case", who="duizhang1", **end)


@pytest.mark.parametrize("is_sued", [False, True])
def test_what_was_revoked_is_decided_anew_where_it_fell(reached: Reached, is_sued: bool) -> None:
    """行政处罚法 §45; 行政诉讼法 §71: the plea and the suit bind whoever decides anew."""
    story = reached(stop="performance", plea="请求从轻处罚。", fine=Decimal(600), pays=False)
    if is_sued:
        suit = {"way": "litigation", "body": "舞钢市人民法院", "number": SUIT, "accepted_on": clock.today()}
        done(story, "cases.record_contest", **suit)
    overturned(story)
    again = second(story)
    told = may_not_go_on(again, 900)
    assert "另案办理" in told and "撤销后重新办理" in told and "行政诉讼法第七十一条" in told
    done(story, "cases.decide_anew", who="duizhang1", reason="在原案件中重新办理。")
    assert story.case.closed_on is None
    anew = Proceeding.objects.filter(case=story.case_id).latest("id")
    assert anew.step and anew.closed_on is None
    told = refused(again, "cases.complete_step")
    assert f"已由本机关另案办理（{story.case}）" in told and "在该案中继续办理" in told
    assert (
        "已经重新办理"
        in refused(
            story,
            "cases.decide_anew",
            who="duizhang1",
            proceeding=story.proceeding.pk,
            reason="再次重新办理。",
        )
        or story.proceeding.pk == anew.pk
    )


def test_what_another_case_has_told_is_not_spared(reached: Reached) -> None:
    """行政处罚法 §29, §57: a second case that spares would bar the first for ever; it ends as in hand elsewhere."""
    story = reached(stop="plea", fine=Decimal(900))
    again = second(story)
    proofs = [row.pk for row in again.case.evidence.all()][:1]
    good = {"ground": "blameless", "reason": "当事人有证据证明没有过错。", "ground_proofs": proofs}
    told = refused(again, SPARE, **good)
    assert f"已由本机关另案办理（{story.case}）" in told and "以“同一违法行为另案办理”提出不予处罚" in told
    why = {"ground": "in_hand", "reason": f"同一售货亭已在{story.case}案中办理。"}
    done(again, SPARE, **why)
    clock.advance(timedelta(days=6))
    done(story, "cases.complete_step")
    story.paper("D40")
    assert done(story, DECIDE, who="juzhang").weight.fine == 900


def test_what_is_told_first_elsewhere_is_no_longer_spared(reached: Reached) -> None:
    """Asked again where it is decided: the older lead proposes to spare, the other case orders before it is decided."""
    story = reached(stop="report")
    again = second(story)
    done(story, SPARE, ground="unfounded", reason="没有证据证明是当事人设置。")
    proposed(again)
    done(again, "cases.send_back", who="juzhang", reason="现场需要补充检查。")
    ordered(again, 2)
    story.paper("D27")
    done(story, "cases.complete_step")
    story.paper("D40")
    told = refused(story, "penalty.decide_no_penalty", who="juzhang")
    assert f"已由本机关另案办理（{again.case}）" in told and "第四十五条" in told


@pytest.mark.parametrize("outcome", [LEFT, DONE])
def test_what_is_decided_anew_was_told_before(reached: Reached, outcome: dict[str, Any]) -> None:
    """行政处罚法 §45: an order served in a second case does not go before the plea of what is decided anew."""
    story = reached(stop="performance", plea="请求从轻处罚。", fine=Decimal(600), pays=False)
    overturned(story)
    again = second(story)
    may_not_go_on(again, 900)
    done(again, "cases.send_back", who="juzhang", reason="现场需要补充检查。")
    ordered(again, 2)
    done(story, "cases.decide_anew", who="duizhang1", reason="在原案件中重新办理。")
    clock.advance(timedelta(days=3))
    list(again.investigation())
    done(again, REVIEW, **outcome)
    again.paper("D25")
    done(again, "cases.complete_step")
    told = may_not_go_on(again, 900)
    assert f"已由本机关另案办理（{story.case}）" in told and "在该案中继续办理" in told
    anew = Proceeding.objects.filter(case=story.case_id).latest("id")
    assert not elsewhere(anew)


def test_a_lead_that_was_not_filed_holds_nothing_up(reached: Reached) -> None:
    story = reached(stop="filing")
    told = may_not_go_on(again := second(story))
    assert "另案办理" in told
    story.paper("D03", {"proposal": "decline"})
    done(story, "cases.close_case", who="duizhang1", kind="not_filed", reason="同一行为另案办理。")
    done(again, "cases.complete_step")


@pytest.mark.parametrize("is_filed", [True, False])
def test_what_another_decision_calls_in_hand_is_not_declined(reached: Reached, is_filed: bool) -> None:
    """行政处罚法 §54, §57: the other case ended because this one goes on; it is filed, or that decision falls first."""
    story = reached(stop="filing")
    again = second(story)
    done(again, SPARE, ground="in_hand", reason=f"同一售货亭已在{story.case}案中办理。")
    again.paper("D27")
    done(again, "cases.complete_step")
    again.paper("D40")
    number = done(again, "penalty.decide_no_penalty", who="juzhang").number
    story.paper("D03", {"proposal": "decline"})
    decline = {"kind": "not_filed", "reason": "违法行为轻微，不予立案。"}
    told = refused(story, "cases.close_case", who="duizhang1", **decline)
    assert f"（{number}）以本案正在办理" in told and "第五十四条" in told
    if is_filed:
        story.paper("D03", {"proposal": "file"})
        done(story, "cases.complete_step", who="juzhang")
        assert story.proceeding.filed_on
        return
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "同一违法行为没有另案立案。"}
    done(again, "cases.propose_overturn", **wrong)
    done(again, "cases.overturn_decision", who="juzhang")
    done(story, "cases.close_case", who="duizhang1", **decline)


def test_a_namesake_is_fined_for_what_he_did(reached: Reached) -> None:
    """§29 is of one party: another of the same name, place and day, with a number of his own, is not the one who was fined."""
    story = reached(stop="closure")
    namesake = {**people.person(random.Random(7)), "name": story.party.name}
    again = second(story, party=namesake)
    proposed(again)
    done(again, "cases.complete_step")
    same = second(story, party=story.plan.party)
    assert story.proceeding.decision.number in may_not_go_on(same)


def asked(story: Story) -> tuple[int, int]:
    """How many other cases go before this one, and how many questions it took to know."""
    proceeding = Proceeding.objects.select_related("case", "respondent").get(pk=story.proceeding.pk)
    with CaptureQueriesContext(connection) as questions:
        found = len(elsewhere(proceeding))
    return found, len(questions)


def test_further_cases_cost_no_further_questions(reached: Reached) -> None:
    """Who sells on the same pavement every day has many."""
    story = reached(stop="report")
    last = second(story)
    few, questions = asked(last)
    later = second(second(story))
    many, same = asked(later)
    assert many > few > 0 and same == questions
