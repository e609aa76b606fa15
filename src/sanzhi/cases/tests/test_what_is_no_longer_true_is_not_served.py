"""A paper that was made before the case moved on tells the party nothing any more (行政处罚法 §61)."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, reasons, refused

Reached = Callable[..., Story]
ORDER = "penalty.order_correction"
OLD = "所写的已与案件不符，不能再送达"


def overturned(story: Story) -> None:
    why = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
    done(story, "cases.propose_overturn", **why)
    done(story, "cases.overturn_decision", who="juzhang")


def test_the_former_order_is_not_served_after_the_later(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    done(story, ORDER, content="三十日内清理。", correct_by_on=clock.today() + timedelta(days=30))
    former = story.paper("D23")
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=clock.today() + timedelta(days=2))
    told = reasons(lambda: story.serve(former))
    assert OLD in told and "行政处罚法第五条、第六十一条" in told
    story.serve(story.paper("D23"))


def test_an_order_under_the_former_cause_is_not_served(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=clock.today() + timedelta(days=2))
    former = story.paper("D23")
    reason = "查明的事实符合擅自设置售货亭的案由。"
    done(story, "cases.change_cause", cause_code="C04", reason=reason)
    assert OLD in reasons(lambda: story.serve(former))


def test_what_was_paid_since_is_not_demanded(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    demand = story.paper("D51")
    done(story, "penalty.record_payment", amount=500, paid_on=clock.today(), receipt_number="2026000091")
    assert OLD in reasons(lambda: story.serve(demand))
    story.serve(story.paper("D51"))


def test_what_was_decided_no_more_is_not_served(reached: Reached) -> None:
    story = reached(stop="service")
    decision = next(row for row in papers(story.proceeding) if row.form == "D41").document_id
    overturned(story)
    handed = {"method": "direct", "served_on": clock.today(), "received_by": story.party.name}
    told = refused(story, "cases.serve_document", document=decision, relation="本人", **handed)
    assert "所载的决定已经不再有效，不能再送达" in told and "第七十五条第二款" in told
    revocation = next(row for row in papers(story.proceeding) if row.form == "D87").document_id
    done(story, "cases.serve_document", document=revocation, relation="本人", place="当事人住所", **handed)
