"""What is proposed anew with another word in any field is another proposal, and is the one that is decided."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases.queries import current_proposal
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.coercion.tests.test_by_proxy import ordered, planned
from sanzhi.demo.seizing import PROPOSED
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.requisition.queries import requisition_of
from tests.fees import Levied, Taken
from tests.renewals import renewed
from tests.stories import done, refused

Reached = Callable[..., Story]
NEED = "requisition.propose_requisition"


def test_each_word_of_a_requisition(taken: Taken) -> None:
    story, today = taken(stop="proposed"), clock.today()
    assert "同样的征用建议已经登记" in refused(story, NEED, **story.said())
    other: dict[str, Any] = {
        "declared_on": today - timedelta(days=1),
        "declared_number": f"舞防指〔{today.year}〕13号",
        "declared_by": "舞钢市人民政府",
        "level": "1",
        "place": "舞钢市垭口街道东段",
        "user": "舞钢市应急管理局",
        "until_on": today + timedelta(days=9),
        "plea": "请尽快归还。",
        "public_interest": True,
    }
    for name, value in other.items():
        done(story, NEED, **story.said(**{name: value}))
        row = requisition_of(story.proceeding)
        said = current_proposal(story.proceeding)
        assert row is not None and said is not None
        assert getattr(row, name, value) == value
        assert said.basis["said"][name] == (value.isoformat() if name.endswith("_on") else value)
    assert story.proceeding.pleas.count() == 2


def test_each_word_of_a_seizure(reached: Reached) -> None:
    story = hauler(reached, stop="report", aside=())
    done(story, "coercion.begin_seizure", power="QZ01-F")
    lane = Lane(story)
    lane.done("coercion.propose_seizure", **PROPOSED)
    assert "同样的查封、扣押意见" in lane.refused("coercion.propose_seizure", **PROPOSED)
    for name, value in {"custodian": "舞钢市城市管理局二中队", "place": "二号停车场", "days": 20}.items():
        lane.done("coercion.propose_seizure", **{**PROPOSED, name: value})


def test_each_word_of_a_proxy(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="proxy"))
    said = planned(lane)
    lane.done("coercion.propose_enforcement", **said)
    assert "同样的代履行意见" in lane.refused("coercion.propose_enforcement", **said)
    later = {**said, "planned_on": said["planned_on"] + timedelta(days=3)}
    lane.done("coercion.propose_enforcement", **later)
    assert lane.proceeding.enforcement.planned_on == later["planned_on"]
    lane.done("coercion.propose_enforcement", **{**later, "budget_reason": "人工四人、吊车一台、清运两车。"})


def test_a_levy_by_another_list_or_other_evidence(levied: Levied) -> None:
    story = levied(stop="assessed")
    said = current_proposal(story.proceeding)
    assert said is not None
    order = {**said.basis["said"], "evidence": [row.pk for row in story.case.evidence.all()]}
    assert "同样的征收数额核定意见" in refused(story, "levy.assess_levy", **order)
    more = {"kind": "document", "name": "占道展销合同", "proves": "占用的面积和期间"}
    row = done(story, "cases.add_evidence", **more)
    done(story, "levy.assess_levy", **{**order, "evidence": [*order["evidence"], row.pk]})
    renewed(story.bureau, "tariffs", at="SF03", price="270")
    assert "现行版本" in refused(story, "cases.complete_step")
    done(story, "levy.assess_levy", **{**order, "evidence": [*order["evidence"], row.pk]})
    story.go()
