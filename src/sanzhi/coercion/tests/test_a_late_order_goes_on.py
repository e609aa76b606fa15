"""However late an order is decided or handed over, it goes on and ends: what the refusals ask for can be done."""

from datetime import timedelta
from typing import Any

from sanzhi.coercion.tests.building import Reached, house
from sanzhi.demo.demolishing import PROPOSED
from sanzhi.demo.story import Story
from sanzhi.documents.models import ServiceMethod
from sanzhi.kernel import clock
from tests.stories import done, refused

DECIDE, GO, SERVE = "coercion.decide_removal", "cases.complete_step", "cases.serve_document"
GONE: dict[str, Any] = {"removed_note": "到现场查看，房屋已经拆除。"}


def heard(story: Story) -> None:
    """Told, filmed, and the days of the plea over."""
    story.serve(story.paper("D104"))
    story._film("service")
    story.go()
    clock.advance(timedelta(days=story._days_until("陈述申辩")))
    story.go()


def removed_and_closed(story: Story) -> None:
    done(story, "coercion.record_removal", removed_on=clock.today(), **GONE)
    story.go()
    done(story, "cases.close_case", who="duizhang1", kind="self_removed", reason="当事人自行拆除。")
    assert story.case.closed_on


def test_a_term_that_ran_out_before_the_decision_is_proposed_anew(reached: Reached) -> None:
    story = house(reached, stop="removal_decision")
    clock.advance(timedelta(days=60))
    assert "当事人无法在期限内拆除" in refused(story, DECIDE, who="juzhang")
    done(story, "cases.send_back", who="juzhang", reason="期限已过，请重新提出。")
    due_on = clock.today() + timedelta(days=40)
    done(story, "coercion.propose_removal", **{**PROPOSED, "due_on": due_on})
    story.go()
    heard(story)
    done(story, DECIDE, who="juzhang")
    story.go()
    story._serve_own_decision()
    story._film("service")
    story.paper("D46")
    story.go()
    removed_and_closed(story)


def test_an_order_handed_over_late_ends_though_the_house_is_gone(reached: Reached) -> None:
    """Another stop notice is handed over after it: the receipt of the order is still the next one."""
    story = house(reached, stop="removal_service")
    clock.advance(timedelta(days=20))
    decision, party = story.proceeding.decision.document_id, story.party
    order = {
        "document": decision,
        "method": ServiceMethod.DIRECT,
        "served_on": clock.today(),
        "place": party.address,
        **story._receiver(),
    }
    assert "没有在法定期限内送达，请在说明中写明原因" in refused(story, SERVE, **order)
    done(story, SERVE, **order, note="当事人外出务工，两次上门无人。")
    story.serve(story.paper("D24"))
    story._film("service")
    assert "缺少《送达回证》" in refused(story, GO)
    story.paper("D46")
    done(story, GO)
    removed_and_closed(story)
