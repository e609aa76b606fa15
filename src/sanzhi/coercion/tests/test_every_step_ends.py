"""From wherever a coercion stands there is a lawful way to its end: nobody's things are kept because a page is missing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.coercion.models import HaltGround
from sanzhi.coercion.queries import in_custody, unsettled
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.executing import COSTS
from sanzhi.demo.seizing import AT_ONCE, COURSE
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from tests.stories import done

Reached = Callable[..., Story]
SEIZING = (
    "seizure",
    "seizure_decision",
    "seizure_approved",
    "seizure_decided",
    "seizure_carried_out",
    "seizure_kept",
    "seizure_lifted",
    "seizure_closure",
)
EXECUTING = (
    "proxy",
    "proxy_demanded",
    "proxy_plea",
    "proxy_decision",
    "proxy_decided",
    "proxy_execution",
    "proxy_done",
    "costs",
    "costs_told",
)
GONE: dict[str, Any] = {"received_by": "领取人", "voucher": "发还0001", "condition": "与清单一致"}
CLOSE: dict[str, Any] = {"who": "duizhang1", "reason": "依法结束本程序。"}
GROUNDS = ("innocent", "refused", "expired", "decided", "other")


def tried(act: Callable[[], Any]) -> bool:
    try:
        act()
    except Refused:
        return False
    return True


def attempt(lane: Lane, command: str, **fields: Any) -> bool:
    return tried(lambda: lane.done(command, **fields))


def give_back(lane: Lane) -> None:
    """On whichever ground is true."""
    for ground in GROUNDS:
        things = [row.pk for row in unsettled(lane.proceeding)]
        back = {"things": things, "way": "returned", "lifted_for": ground, "reason": "不再需要扣押。"}
        if things:
            attempt(lane, "coercion.settle_things", who="juzhang", **back)
    rows = [row.pk for row in in_custody(lane.proceeding)]
    if rows:
        lane.done("coercion.let_things_go", things=rows, **GONE)


def told(lane: Lane, *forms: str) -> None:
    """The papers that the party is owed, as far as they can be made."""
    for form in forms:
        tried(lambda form=form: lane.story.serve(lane.paper(form)))  # type: ignore[misc]


def leave(lane: Lane) -> None:
    """Every step that can be completed."""
    while attempt(lane, "cases.complete_step", who="zhifa1"):
        pass


def end_seizure(lane: Lane) -> None:
    seizure = getattr(lane.proceeding, "seizure", None)
    if seizure is None or seizure.begun_at is None:
        attempt(lane, "cases.send_back", who="juzhang", reason="不再需要查封、扣押。")
        if attempt(lane, "coercion.forgo_seizure", who="juzhang", reason="不再需要查封、扣押。"):
            explained(lane, "seizure")
            leave(lane)
        lane.done("cases.close_case", kind="forgone", **CLOSE)
        return
    said = {"outcome": "不批准，立即解除", "opinion": "不需要扣押。"}
    lane.go() if lane.proceeding.step == "report" else None
    tried(lambda: lane.paper("D52"))
    attempt(lane, "coercion.regularise_seizure", who="juzhang", **said)
    give_back(lane)
    told(lane, "D20", "D53", "D56", "D55")
    tried(lambda: lane.paper("D54", {"course": COURSE}))
    explained(lane, "seizure")
    leave(lane)
    lane.done("cases.close_case", kind="settled", **CLOSE)


def explained(lane: Lane, moment: str) -> None:
    """What was not filmed is explained by who was there and accepted by who was not."""
    why = {"moment": moment, "reason": "设备故障，没有音像记录，已补充现场照片。"}
    if tried(lambda: done(lane.story, "recordings.explain_gap", **why)):
        from sanzhi.recordings.models import Gap  # noqa: PLC0415

        gap = Gap.objects.latest("pk")
        done(lane.story, "recordings.accept_gap", who="fazhi", gap=gap.pk)


def end_execution(lane: Lane, ground: HaltGround) -> None:
    attempt(lane, "cases.send_back", who="juzhang", reason="不再代履行。")
    if attempt(lane, "cases.close_case", kind="withdrawn", **CLOSE):
        return
    halt = {"kind": "ended", "ground": ground, "reason": "有死亡证明和查询材料在卷。"}
    if halted(lane, halt):
        return
    for form in ("D60", "D62"):
        tried(lambda form=form: lane.paper(form))  # type: ignore[misc]
    decision = lane.proceeding.decision.document_id
    assert decision is not None
    tried(lambda: lane.story.serve_paper(decision))
    explained(lane, "performance_by_proxy")
    leave(lane)
    attempt(lane, "coercion.settle_proxy_costs", rows=COSTS)
    assert halted(lane, halt)


def halted(lane: Lane, halt: dict[str, Any]) -> bool:
    """Nobody is left who could do it, or pay what it cost (行政强制法 §40)."""
    if not attempt(lane, "coercion.halt_enforcement", who="juzhang", **halt):
        return False
    told(lane, "D64")
    lane.done("cases.close_case", kind="terminated", **CLOSE)
    return True


@pytest.mark.parametrize("days", [0, 3, 40])
@pytest.mark.parametrize("stop", SEIZING)
def test_a_seizure_ends_from_every_step_however_late(reached: Reached, stop: str, days: int) -> None:
    lane = Lane(hauler(reached, stop=stop))
    clock.advance(timedelta(days=days))
    end_seizure(lane)
    assert lane.proceeding.closed_on and not in_custody(lane.proceeding)


@pytest.mark.parametrize("days", [0, 2, 40])
@pytest.mark.parametrize("papers", [True, False])
def test_what_was_seized_at_once_ends_though_nobody_approved(
    reached: Reached, days: int, papers: bool
) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    lane.done("coercion.seize_at_once", **AT_ONCE)
    if papers:
        decision = lane.proceeding.decision.document_id
        assert decision is not None
        lane.story.serve_paper(decision)
        lane.story.serve(lane.paper("D20"))
    clock.advance(timedelta(days=days))
    end_seizure(lane)
    assert lane.proceeding.closed_on and not in_custody(lane.proceeding)


@pytest.mark.parametrize("days", [0, 40])
@pytest.mark.parametrize("stop", EXECUTING)
def test_an_execution_ends_from_every_step(reached: Reached, stop: str, days: int) -> None:
    lane = Lane(reached(cause="C01", fine=500, aside=("proxy",), stop=stop))
    clock.advance(timedelta(days=days))
    end_execution(lane, HaltGround.DEAD)
    assert lane.proceeding.closed_on


@pytest.mark.parametrize("stop", ["cleared", "costs", "costs_told"])
def test_a_clearing_ends_though_nobody_pays(reached: Reached, stop: str) -> None:
    lane = Lane(reached(cause="C04", aside=("clearing",), stop=stop))
    clock.advance(timedelta(days=3))
    end_execution(lane, HaltGround.DEAD)
    assert lane.proceeding.closed_on


@pytest.mark.parametrize("stop", SEIZING)
def test_a_seizure_ends_when_the_party_is_no_more(reached: Reached, stop: str) -> None:
    """The investigation ends first: what it kept goes back, and then the case is closed."""
    lane = Lane(hauler(reached, stop=stop))
    story, lane.story.lane = lane.story, None
    ended = {"ground": "dissolved", "proof": "注销登记通知书"}
    decided = story.proceeding.decided_on is not None
    if not decided:
        done(story, "cases.end_investigation", who="juzhang", **ended)
    story.lane = lane.pk
    end_seizure(lane)
    assert lane.proceeding.closed_on and not in_custody(lane.proceeding)


@pytest.mark.parametrize("stop", ["proxy", "proxy_plea", "proxy_decision"])
def test_an_execution_that_is_not_decided_ends_with_its_party(reached: Reached, stop: str) -> None:
    lane = Lane(reached(cause="C01", fine=500, aside=("proxy",), stop=stop))
    ended = {"ground": "died", "proof": "死亡证明"}
    lane.done("cases.end_investigation", who="juzhang", **ended)
    lane.done("cases.close_case", kind="ended", **CLOSE)
    assert lane.proceeding.closed_on
