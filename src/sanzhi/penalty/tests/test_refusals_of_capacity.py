"""Who is registered as unable to tell what he does is not punished before it was found how it was then (行政处罚法 §31)."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.penalty.guards.before_decision import fine_within_range
from sanzhi.penalty.tests.test_refusals_of_another_cause import FINE, PROPOSE
from tests.stories import done, refused

Reached = Callable[..., Story]
ILL: dict[str, Any] = people.person(random.Random(1)) | {"is_incapable": True, "guardian": "关守护"}
CLOUDED = "行政处罚法第三十一条"


def doubted(told: str) -> bool:
    return "违法时能否辨认、控制自己的行为尚未查明，不能处罚" in told and "行政处罚法第三十一条" in told


def test_nobody_is_punished_unasked(reached: Reached) -> None:
    story = reached(stop="report", party=ILL)
    assert doubted(refused(story, PROPOSE, fine=800, **FINE))
    words = {**FINE, "reason": "间歇性精神病人，违法时能够辨认和控制自己的行为，有现场检查笔录证明。"}
    assert doubted(refused(story, PROPOSE, fine=800, **words))  # it is not decided by words
    known = {**words, "able_proofs": [row.pk for row in story.case.evidence.all()][:1]}
    assert done(story, PROPOSE, fine=800, **known).weight.fine == 800
    able = "当事人违法时能够辨认和控制自己的行为，有现场检查笔录证明。"
    told = board.facts_of(story.proceeding, ["case.discretion_reason"])["case"]["discretion_reason"]
    assert able in told


def test_whose_mind_is_not_in_doubt_is_not_found_able(reached: Reached) -> None:
    story = reached(stop="report")
    proofs = [row.pk for row in story.case.evidence.all()][:1]
    assert "没有登记为不能辨认" in refused(story, PROPOSE, fine=800, **FINE, able_proofs=proofs)


@pytest.mark.parametrize("way", ["lighter", "mitigation"])
def test_who_was_partly_able_is_punished_less(reached: Reached, way: str) -> None:
    story = reached(stop="report", party=ILL)
    proofs = [row.pk for row in story.case.evidence.all()][:1]
    fine = {"lighter": 500, "mitigation": 300}[way]
    order = {**FINE, way: CLOUDED, "fine": fine, "ground_proofs": proofs}
    assert done(story, PROPOSE, **order).weight.fine == fine


def test_who_was_not_able_is_spared(reached: Reached) -> None:
    story = reached(stop="report", party=ILL)
    proofs = [row.pk for row in story.case.evidence.all()][:1]
    spare = {"ground": "incapable", "reason": "违法时不能辨认自己的行为，有鉴定意见。"}
    assert done(story, "penalty.propose_sparing", **spare, ground_proofs=proofs).disposal == "spare"


def test_what_becomes_known_later_is_asked_before_the_decision(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, PROPOSE, fine=800, **FINE)
    assert fine_within_range(story.proceeding)
    done(story, "cases.register_party", **story.plan.party, is_incapable=True, guardian="关守护")
    assert doubted(str(fine_within_range(story.proceeding)))


def test_nothing_of_it_is_settled_on_the_street(reached: Reached) -> None:
    spot = {"procedure": "penalty/simplified", "cause": "C56", "fine": 100}
    story = reached(stop="on_the_spot", party=ILL, **spot)
    order = {"fine": 100, "correction": "立即清理。", "reason": "属一般档次。", "rights_told": True}
    told = refused(story, "penalty.penalise_on_the_spot", conduct="在人行道堆放砂石约一平方米。", **order)
    assert doubted(told) and "转为普通程序" in told
