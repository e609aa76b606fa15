"""Every step of every kind stands in somebody's worklist, beside those that a lead opens; a new step without a row fails."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.catalogues.queries import procedure_in_force
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Days, Deeds, Stopped
from sanzhi.demo.licences import LAST
from sanzhi.kernel import clock
from sanzhi.organisation.roles import Role
from tests.offices import assert_owned
from tests.stories import done
from tests.test_nothing_waits_for_nobody import ELSEWHERE as HELD_ELSEWHERE
from tests.test_nothing_waits_for_nobody import HOUSE, STEPS, TRUCK

STALL: dict[str, Any] = {"cause": "C01", "fine": 500, "aside": ("proxy",)}
SPILL: dict[str, Any] = {"cause": "C25-F", "fine": 5000, "aside": ("spill",)}
MAJOR = {"public_interest": True}
# by fixture: what its plan says, and at which stop each step of the procedure stands
WAYS: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    "coercion/measure": (
        "reached",
        TRUCK,
        {
            "report": "seizure",
            "decision": "seizure_decision",
            "implementation": "seizure_decided",
            "custody": "seizure_kept",
            "closure": "seizure_closure",
        },
    ),
    "coercion/enforcement": (
        "reached",
        STALL,
        {
            "demand": "proxy",
            "plea": "proxy_plea",
            "decision": "proxy_decision",
            "second_demand": "proxy_decided",
            "execution": "proxy_execution",
            "costs": "costs",
        },
    ),
    "coercion/demolition": (
        "reached",
        HOUSE,
        {
            "announcement": "demolition",
            "plea": "demolition_plea",
            "decision": "demolition_decision",
            "summons": "demolition_decided",
            "execution": "demolition_day",
            "goods": "goods",
        },
    ),
    "levy/fee": (
        "levied",
        MAJOR,
        {
            "assessment": "assessment",
            "notice": "notice",
            "plea": "plea",
            "review": "review_submitted",
            "deliberation": "deliberation",
            "decision": "decision",
            "billing": "billing",
            "collection": "collection",
            "closure": "closure",
        },
    ),
    "license/ordinary": (
        "applied",
        {"hears": True},
        {
            "application": "application",
            "examination": "examination",
            "hearing": "licence_hearing",
            "proposal": "proposal",
            "decision": "licence_decision",
            "delivery": "delivery",
            "closure": "licence_closure",
        },
    ),
    "license/change": (
        "applied",
        {"after": "renewal"},
        {
            "application": "renewal",
            "examination": "examination",
            "proposal": "proposal",
            "decision": "licence_decision",
            "delivery": "delivery",
            "closure": "licence_closure",
        },
    ),
    "license/end": (
        "applied",
        {"ends": "fraud"},
        {"proposal": "ending", "decision": "licence_decision", "delivery": "delivery"},
    ),
    "requisition/emergency": (
        "taken",
        MAJOR,
        {
            "need": "need",
            "review": "review_submitted",
            "deliberation": "deliberation",
            "decision_requisition": "decision",
            "handover": "handover",
            "use": "use",
            "compensation": "compensation",
        },
    ),
    "requisition/compensation": (
        "taken",
        {},
        {
            "assessment": "assessment",
            "plea": "heard",
            "decision": "compensation_decision",
            "payment": "payment",
        },
    ),
}
PLACES = [(procedure, step) for procedure, (_, _, steps) in WAYS.items() for step in steps]
BESIDE = {"coercion/measure", "coercion/enforcement", "coercion/demolition", "requisition/compensation"}
Tellers = dict[str, Callable[..., Any]]


@pytest.fixture
def tellers(reached: Any, levied: Any, applied: Any, taken: Any) -> Tellers:
    return {"reached": reached, "levied": levied, "applied": applied, "taken": taken}


def stands(tellers: Tellers, procedure: str, step: str) -> Deeds:
    fixture, plan, stops = WAYS[procedure]
    first, stop = next(iter(stops.values())), stops[step]
    if procedure not in AGAIN or stop == first:
        story: Deeds = tellers[fixture](**plan, stop=stop)
        if procedure in BESIDE:
            story.lane = story.case.proceedings.exclude(main=None).latest("pk").pk
        return story
    story = tellers[fixture](**plan, stop=first)
    story.plan.stop = stop
    with contextlib.suppress(Stopped):
        for days in AGAIN[procedure](story):
            clock.advance(timedelta(days=days, minutes=7))
    return story


def renewed(story: Any) -> Days:
    yield from story.told(("acceptance", "examination", "hearing_of_licence", "proposal", *LAST))


def ended(story: Any) -> Days:
    story.propose_end()
    story.tell_rights("拟作的处理涉及被许可人的重大利益。")
    done(story, "licensing.waive_hearing", proof="被许可人书面放弃听证。")
    story.go()
    yield from story.told(LAST)


# the scenes of a licence come again in the case that changes it or ends it
AGAIN: dict[str, Callable[[Any], Days]] = {"license/change": renewed, "license/end": ended}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(place))
def test_every_step_has_an_owner(tellers: Tellers, place: tuple[str, str]) -> None:
    story = stands(tellers, *place)
    assert (story.proceeding.procedure_key, story.proceeding.step) == place
    assert_owned(story, story.plan.officers)


def test_every_step_is_among_them(bureau: Bureau) -> None:
    """A step that stands elsewhere is held by the same office as the step of its name that is told."""
    found = {
        (key, step.key): Role(step.role)
        for key in (*board.procedures(), *WAYS)
        for step in procedure_in_force(bureau.authority.code, key).procedure.steps
    }
    told = {*STEPS, *PLACES}
    offices = {"overturned": {Role.BUREAU_HEAD}, "regularisation": {Role.BUREAU_HEAD}}  # told in other tests
    for place in told:
        offices.setdefault(place[1], set()).add(found[place])
    for place in found.keys() - told - HELD_ELSEWHERE:
        assert found[place] in offices[place[1]], place
