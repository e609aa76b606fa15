"""Nothing is executed that was not told, was done, or whose ground has fallen (行政强制法 §§34–51)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import queries as cases
from sanzhi.coercion.tests.building import HOUSE, house, lane_of
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.coercion.tests.test_by_proxy import ordered, planned
from sanzhi.demo.executing import DONE
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
AGREE, PERFORM, HALT = (
    "coercion.agree_on_enforcement",
    "coercion.perform_by_proxy",
    "coercion.halt_enforcement",
)
BEGIN, REPORT = "coercion.begin_enforcement", "coercion.report_to_government"
OWN: dict[str, Any] = {
    "kind": "revoked",
    "by_whom": "self",
    "overturned_for": ["evidence"],
    "ground": "复查发现认定的事实缺乏证据。",
}


def overturn(story: Story, *, proceeding: int) -> None:
    """The bureau revokes its own decision of this proceeding; a major one is reviewed."""
    place = {"proceeding": proceeding}
    row = done(story, "cases.propose_overturn", **OWN, **place)
    if row.decision.is_major:
        opinion = {"is_agreed": True, "opinion": "事由属实，同意撤销。"}
        done(story, "cases.review_overturn", who="fazhi", **opinion, **place)
    done(story, "cases.overturn_decision", who="juzhang", **place)


def stages() -> dict[str, Any]:
    day = clock.today() + timedelta(days=5)
    return {"who": "juzhang", "stages": f"{day.isoformat()}；自行拆除售货亭并清运", "is_harmless": True}


def test_an_agreement_is_on_a_duty(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="proxy"))
    said = lane.refused(AGREE, **stages())
    assert "没有可以协议执行的义务" in said and "请先提出代履行意见" in said
    lane.done("coercion.propose_enforcement", **planned(lane))
    lane.done(AGREE, **stages())


def test_what_the_party_has_done_is_neither_agreed_on_nor_done_again(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="proxy_execution"))
    how: dict[str, Any] = {"fulfilled_on": clock.today(), "how": "到现场查看，售货亭已经拆除。"}
    lane.done("coercion.record_fulfilment", **how)
    said = lane.refused(AGREE, **stages())
    assert "当事人已经履行，停止执行" in said and "第五十一条第一款第二项" in said


def test_it_is_done_once(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="proxy_execution"))
    said = lane.refused("cases.complete_step")
    assert "代履行尚未实施" in said and "行政强制法第五十一条" in said
    lane.done(PERFORM, **DONE)
    said = lane.refused(PERFORM, **DONE)
    assert "没有已经决定、等待实施的代履行" in said and "请结算费用" in said
    assert "代履行尚未实施" not in lane.refused("cases.complete_step")


def test_what_has_fallen_is_not_executed(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="proxy_execution"))
    main = lane.proceeding.main_id
    assert main is not None
    assert "据以执行的决定没有被撤销" in lane.refused(
        HALT, who="juzhang", kind="ended", ground="overturned", reason="据以执行的决定已经被撤销。"
    )
    overturn(lane.story, proceeding=main)
    said = lane.refused(PERFORM, **DONE)
    assert "据以执行的决定已经被撤销，不能执行" in said and "第四十条第四项" in said
    lane.done(HALT, who="juzhang", kind="ended", ground="overturned", reason="据以执行的决定已经被撤销。")
    said = lane.story_refused(BEGIN, power="QZ05")
    assert "据以执行的决定已经被撤销，不能执行" in said and "重新作出决定" in said


def test_an_order_that_was_not_served_is_not_enforced(reached: Reached) -> None:
    story = house(reached, stop="removal_service")
    said = refused(story, "coercion.begin_demolition", power="QZ08")
    assert "限期拆除决定尚未送达当事人" in said and "行政强制法第四十四条" in said


def test_the_government_hears_of_a_demand_that_was_served(reached: Reached) -> None:
    lane = lane_of(reached, "announced")
    said = lane.refused(REPORT, reported_on=clock.today(), report_number="演报〔2026〕1号")
    assert "没有可以报告的事项" in said and "请先送达通知书或者催告书" in said


def test_what_was_revoked_goes_back(reached: Reached) -> None:
    """The paper of a revocation names what becomes of things and money, and the remedies (行政强制法 §28, §41)."""
    lane = Lane(hauler(reached, stop="seizure_kept"))
    overturn(lane.story, proceeding=lane.pk)
    told = cases.overturn_of(lane.proceeding)
    assert told is not None and told.document_id and lane.proceeding.step == "overturned"
    paper = Document.objects.get(pk=told.document_id)
    assert paper.values["aftermath"] == "查封、扣押的财物立即解除并退还。"
    assert "舞钢市人民政府" in paper.values["remedy_text"] and "提起行政诉讼" in paper.values["remedy_text"]


@pytest.mark.parametrize(
    ("plan", "stop"),
    [
        ({"cause": "C01", "fine": 500, "aside": ("proxy",)}, "costs_told"),
        ({"cause": "C04", "aside": ("clearing",)}, "costs_told"),
        (HOUSE, "summoned"),
    ],
)
def test_each_decision_on_an_execution_may_be_revoked(
    reached: Reached, plan: dict[str, Any], stop: str
) -> None:
    lane = Lane(reached(**plan, stop=stop))
    overturn(lane.story, proceeding=lane.pk)
    assert lane.proceeding.step == "overturned"
