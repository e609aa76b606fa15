"""The court is asked when nothing can be turned any more: no remedy is open, no change is being decided."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.deadlines import add_months
from sanzhi.penalty.tests.test_refusals_on_the_spot import SPOT
from tests.stories import done, refused

Reached = Callable[..., Story]
ASK = {
    "statement": "当事人没有提出意见，经催告仍未缴纳。",
    "object_state": "罚款及加处罚款。",
    "who": "juzhang",
}


def sued(story: Story, outcome: str) -> None:
    """A suit, ended a week later by a ruling in force."""
    number = "（2026）豫0481行初9号"
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": number, "accepted_on": clock.today()}
    done(story, "cases.record_contest", **suit)
    clock.advance(timedelta(days=8))
    ended: dict[str, Any] = {"ended_on": clock.today(), "is_effective": True, "overturned_for": []}
    named = {"outcome_number": f"{number}之一"} if outcome == "withdrawn" else {}
    done(story, "cases.end_contest", outcome=outcome, **ended, **named)


@pytest.mark.parametrize(
    ("plan", "months"),
    [({}, 6), ({**SPOT, "fine": Decimal(200), "summary": "在路灯杆上悬挂商业横幅一条。"}, 2)],
)
def test_a_suit_that_ended_undecided_leaves_the_whole_time(
    reached: Reached, plan: dict[str, Any], months: int
) -> None:
    """Whoever withdrew may still be heard until the time is over (行政复议法 §20; 行政诉讼法 §46)."""
    story = reached(**{"pays": False, **plan, "stop": "performance"})
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    sued(story, "withdrawn")
    over_on = contestable_until(story.proceeding)
    assert over_on is not None and over_on >= add_months(served_on, months) - timedelta(days=3)
    assert "期限届满以前不能申请" in refused(story, "penalty.apply_to_court", **ASK)


def test_not_while_a_revocation_is_being_decided(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    sued(story, "upheld")
    clock.advance(timedelta(days=8))
    story.serve(story.paper("D51"))
    done(
        story,
        "cases.propose_overturn",
        kind="revoked",
        overturned_for=["evidence"],
        ground="违法主体的证据不足。",
    )
    done(story, "cases.review_overturn", who="fazhi", is_agreed=True, opinion="事由属实，同意撤销。")
    clock.advance(timedelta(days=25))
    said = refused(story, "penalty.apply_to_court", **ASK)
    assert "撤销、变更决定的意见正在办理" in said and "行政处罚法第七十五条第二款" in said
    done(story, "cases.decline_overturn", who="juzhang", reason="违法主体的证据充分，不予撤销。")
    assert done(story, "penalty.apply_to_court", **ASK).document_id


def test_an_application_that_the_court_has_is_not_voided(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    sued(story, "upheld")
    clock.advance(timedelta(days=8))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=25))
    asked = done(story, "penalty.apply_to_court", **ASK)
    taken = {"says": "accepted", "number": "（2026）豫0481行审1号", "received_on": clock.today()}
    done(story, "penalty.record_court_answer", **taken)
    paid = {"amount": 300, "paid_on": clock.today(), "receipt_number": "2026000077"}
    done(story, "penalty.record_payment", **paid)
    void = {"document": asked.document_id, "reason": "已经缴纳一部分，重新制作。"}
    said = refused(story, "cases.void_document", **void)
    assert "本案已经据此办理" in said and "不能作废" in said
