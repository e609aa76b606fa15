"""The chronicle of a coercion beside a penalty: whose entries are whose, what was done on the spot, where the things went."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection

from sanzhi.coercion.queries import taken
from sanzhi.coercion.tests.lane import Lane
from sanzhi.demo import people
from sanzhi.demo.seizing import AT_ONCE
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.lawful.adapter import chronicle_of
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle import lanes as c
from tests.lawful.chronicle import other_kinds as o
from tests.lawful.judge import judge
from tests.lawful.judge.rule import Omission

Tell = Callable[..., Story]
TRUCK = "轻型自卸货车（豫D·00000挂）1辆"


def hauler(tell: Tell, **changes: Any) -> Story:
    firm = people.organisation(random.Random(1))
    return tell(**{"cause": "C25-F", "party": firm, "fine": 5000, "aside": ("seizure",), **changes})


def breaches(case: Any) -> list[str]:
    return [str(found) for found in judge(case) if not isinstance(found.what, Omission)]


def test_a_seizure_beside_a_penalty_is_told_as_its_own(tell: Tell) -> None:
    case = chronicle_of(hauler(tell, stop="closure", aside=("seizure", "extension")).case_id)
    assert case.flaws == () and breaches(case) == []
    (seized,) = case.all(o.Seized)
    assert [thing.name for thing in seized.things] == [TRUCK]
    assert {"told", "heard", "minutes", "listed", "delivered"} <= seized.site
    assert "生态环境法典" in seized.basis and seized.approved_at is not None
    (decided,) = case.all(c.LaneDecided)
    assert decided.content.things == {TRUCK} and decided.says["party_name"]
    (longer,) = case.all(o.SeizureExtended)
    assert (longer.days, longer.is_told, longer.of) == (30, True, seized.ref)
    assert [row.kind for row in case.all(c.LaneClosed)] == ["settled"]
    # the penalty's own: one proposal, one decision
    assert len(case.all(h.Proposed)) == len(case.all(h.Decided)) == 1


def test_a_proxy_is_demanded_twice_and_paid(tell: Tell) -> None:
    story = tell(cause="C01", fine=500, aside=("proxy",), stop="closure")
    case = chronicle_of(story.case_id)
    assert case.flaws == () and breaches(case) == []
    first, second = case.all(o.Urged)
    assert (first.days, second.days) == (10, None) and first.says == second.says
    (done,) = case.all(o.Enforced)
    assert (done.way, done.threat, done.cost, done.charged) == ("substitute", "traffic", 2260, 2260)
    assert len(case.all(h.Paid)) == 1  # the fine; what the proxy cost is none


def test_what_was_cleared_at_once_is_told(tell: Tell) -> None:
    case = chronicle_of(tell(cause="C04", aside=("clearing",), stop="closure").case_id)
    assert case.flaws == () and breaches(case) == []
    (done,) = case.all(o.Enforced)
    assert (done.way, done.is_public_place, done.is_party_told) == ("clear_now", True, True)


def test_papers_that_were_not_handed_over_there_are_seen(tell: Tell) -> None:
    story = hauler(tell, stop="closure")
    sql = "UPDATE documents_service SET served_on = %s WHERE document_id IN (SELECT id FROM documents_document WHERE subject = %s AND form = 'D20')"
    with connection.cursor() as cursor:
        cursor.execute(sql, (clock.today(), f"cases.case:{story.case_id}"))
    case = chronicle_of(story.case_id)
    (seized,) = case.all(o.Seized)
    assert "delivered" not in seized.site
    assert "39.3" in {found.rule.number for found in judge(case)}


def test_an_urgent_seizure_that_nobody_approved_is_an_omission(tell: Tell) -> None:
    lane = Lane(hauler(tell, stop="seizure"))
    lane.done("coercion.seize_at_once", **AT_ONCE)
    clock.advance(timedelta(days=3))
    found = [row for row in judge(chronicle_of(lane.story.case_id)) if row.rule.number == "38.2"]
    assert found and all(isinstance(row.what, Omission) for row in found)
    things = [row.pk for row in taken(lane.proceeding)]
    back = {"way": "returned", "lifted_for": "other", "reason": "没有补办批准。"}
    lane.go()
    lane.done("coercion.settle_things", who="juzhang", things=things, **back)
    (settled,) = chronicle_of(lane.story.case_id).all(c.ThingsSettled)
    assert (settled.way, settled.things, settled.lifted_for) == ("returned", (TRUCK,), "other")
