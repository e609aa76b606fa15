"""From every step a requisition ends lawfully, and never with anything kept or unpaid."""

from datetime import timedelta

import pytest

from sanzhi.demo.requisitioning import RequisitionStory
from sanzhi.kernel import clock
from sanzhi.requisition.models import RequisitionClosure
from tests.fees import Taken
from tests.stories import done

FORGO, CLOSE, HEAD = "requisition.forgo_requisition", "cases.close_case", "juzhang"


@pytest.mark.parametrize("stop", ["need", "proposed", "decision"])
def test_before_anything_is_taken(taken: Taken, stop: str) -> None:
    story = taken(stop=stop)
    done(story, FORGO, who=HEAD, reason="雨停水退，不再需要。")
    done(story, CLOSE, who=HEAD, kind="not_needed", reason="不再需要征用。")
    assert story.case.closed_on


@pytest.mark.parametrize("stop", ["review", "deliberation"])
def test_while_it_is_weighed(taken: Taken, stop: str) -> None:
    story = taken(stop=stop, public_interest=True)
    done(story, FORGO, who=HEAD, reason="雨停水退，不再需要。")
    done(story, CLOSE, who=HEAD, kind="not_needed", reason="不再需要征用。")
    assert story.case.closed_on


def told_to_the_end(story: RequisitionStory, *scenes: str) -> None:
    story.plan.stop = ""
    for scene in scenes:
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))


def test_when_the_decision_falls_the_things_go_back_and_are_compensated(taken: Taken) -> None:
    story = taken(stop="use")
    fell = {"overturned_for": ["evidence"], "ground": "没有紧急需要的证据。", "kind": "revoked"}
    done(story, "cases.propose_overturn", **fell)
    done(story, "cases.overturn_decision", who=HEAD)
    story.serve(next(row.document for row in story.proceeding.papers.all() if row.form == "D87"))
    done(story, "requisition.end_use", ground="used", ended_on=clock.today())
    told_to_the_end(story, "_give_all_back", "compensation")
    done(story, CLOSE, who=HEAD, proceeding=story.lane, kind="overturned", reason="决定撤销，已经返还补偿。")
    assert story.case.closed_on


def test_when_the_term_is_over(taken: Taken) -> None:
    story = taken(stop="use")
    clock.advance(timedelta(days=30))
    done(story, "requisition.end_use", ground="expired", ended_on=clock.today())
    told_to_the_end(story, "_give_all_back")
    story.go()
    told_to_the_end(story, "compensation", "ending")
    assert story.case.closed_on and story.proceeding.closure_kind == RequisitionClosure.SETTLED


def test_the_owner_is_no_more_and_the_heirs_are_paid(taken: Taken) -> None:
    story = taken(stop="payment")
    story.pay_compensation(receiver="合并后的公司", proof="合并登记通知书")
    story.go()
    done(story, CLOSE, who=HEAD, kind="compensated", reason="补偿已经支付。", proceeding=story.lane)
    main = story.proceeding.main
    assert main is not None
    story.lane = main.pk
    told_to_the_end(story, "ending")
    assert story.case.closed_on
