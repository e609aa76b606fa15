"""A head opens the form, another enters something else meanwhile: what the form was opened on is decided by nobody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.card import act_named, card_of
from sanzhi.cases.tests.test_what_is_judged_was_read import NOT_READ, form
from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.tests.test_refusals_of_deferral import plan
from sanzhi.penalty.tests.test_refusals_of_preservation import BACK, THINGS
from tests.stories import done, refused

Reached = Callable[..., Story]
HEAD = {"who": "juzhang"}
MILDER = {"fine": 600, "correction": "责令立即改正。", "reason": "当事人已部分改正，从轻。"}


def test_a_request_to_pay_later(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    done(story, "penalty.request_deferral", **plan(clock.today() + timedelta(days=30)))
    old = form(story, "decide_deferral", **HEAD)
    no: dict[str, Any] = {**HEAD, "is_granted": False, "opinion": "期限过长，不予批准。"}
    done(story, "penalty.decide_deferral", **no)
    done(story, "penalty.request_deferral", **plan(clock.today() + timedelta(days=60)))
    assert NOT_READ in refused(story, "penalty.decide_deferral", **no, **old)
    done(story, "penalty.decide_deferral", **no, **form(story, "decide_deferral", **HEAD))


def test_a_referral(reached: Reached) -> None:
    story = reached(stop="referral", refers="police")
    report = {**CRIME, "second": story.bureau.officers["zhifa2"].pk}
    done(story, "penalty.report_referral", **report)
    old = form(story, "answer_referral", **HEAD)
    no: dict[str, Any] = {**HEAD, "approves": False, "answer": "没有造成财物损失，不构成犯罪。"}
    done(story, "penalty.answer_referral", **no)
    done(story, "penalty.report_referral", **{**report, "reason": "另查明当事人以暴力阻碍执法。"})
    assert NOT_READ in refused(story, "penalty.answer_referral", **no, **old)
    done(story, "penalty.answer_referral", **no, **form(story, "answer_referral", **HEAD))


def test_things_that_are_kept(reached: Reached) -> None:
    story = reached(stop="registration_told", aside=("registration",))
    old = form(story, "settle_preservation", **HEAD)
    done(story, "penalty.settle_preservation", **HEAD, **BACK)
    story.serve(story.paper("D19"))
    done(story, "penalty.propose_preservation", **THINGS)
    assert NOT_READ in refused(story, "penalty.settle_preservation", **HEAD, **BACK, **old)


@pytest.mark.parametrize("act", ["penalty.decide_penalty", "penalty.decide_no_penalty"])
def test_a_proposal(reached: Reached, act: str) -> None:
    story = reached(stop="decision_approved")
    old = card_of(act_named(act)).version(story.proceeding)
    assert NOT_READ not in refused(story, "penalty.decide_no_penalty", **HEAD, seen=old)
    done(story, "cases.send_back", **HEAD, reason="拟处罚偏重，请重新提出。")
    done(story, "penalty.propose_penalty", **MILDER)
    assert NOT_READ in refused(story, act, **HEAD, seen=old)


def test_what_was_read_is_decided(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    decision = done(story, "penalty.decide_penalty", **HEAD, **form(story, "decide_penalty", **HEAD))
    assert decision.proceeding_id == story.proceeding.pk
