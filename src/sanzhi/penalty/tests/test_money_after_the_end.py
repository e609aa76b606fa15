"""Money and things that come after the case was closed are entered; what is too much opens it again, until it is given back."""

from collections.abc import Callable
from typing import Any

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.tests.test_how_a_case_ends import TOOLS, taken
from sanzhi.penalty.tests.test_refusals_of_ending import DIED, END, close
from tests.stories import done, refused

Reached = Callable[..., Story]
PAY, TAKE = "penalty.record_payment", "penalty.take_confiscated"


def payment(amount: int, **more: Any) -> dict[str, Any]:
    return {"amount": amount, "paid_on": clock.today(), "receipt_number": "2026000077", **more}


def test_heirs_pay_after_all(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    done(story, END, **DIED)
    end = close(story, "ended")
    story.paper("D68", {"closure_kind": "ended", "closure_reason": end["reason"]})
    done(story, "cases.close_case", **end)
    done(story, PAY, **payment(300))
    assert outstanding(story.proceeding) == 500 and story.proceeding.closed_on
    assert "缴款超过应缴余额500元" in refused(story, PAY, **payment(501, receipt_number="2026000078"))


def test_what_was_paid_twice_opens_the_case_until_it_is_given_back(reached: Reached) -> None:
    story = reached()
    assert story.proceeding.closed_on
    assert "缴款超过应缴余额0元" in refused(story, PAY, **payment(800))
    done(story, PAY, **payment(800, is_overpaid=True))
    assert (story.proceeding.step, story.case.closed_on) == ("performance", None)
    back = {"amount": 800, "refunded_on": clock.today(), "voucher": "TK2026000001"}
    done(story, "penalty.refund_payment", **back)
    story.go()
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert done(story, "cases.close_case", who="duizhang1", kind="performed").closed_on


def test_who_was_spared_pays_nothing_later(reached: Reached) -> None:
    story = reached(spares=True, reason="初次违法，危害后果轻微并及时改正。")
    assert story.proceeding.closed_on
    said = refused(story, PAY, **payment(300))
    assert "本案没有罚款决定，不能登记缴款" in said and "行政处罚法第六十七条" in said


def test_what_turns_up_after_the_end_is_taken(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    done(story, END, **DIED)
    end = close(story, "ended")
    story.paper("D68", {"closure_kind": "ended", "closure_reason": end["reason"]})
    done(story, "cases.close_case", **end)
    assert done(story, TAKE, **taken()).taken_on == clock.today()
    assert story.proceeding.closed_on
    assert "没有尚未执行的没收" in refused(story, TAKE, **taken())
