"""The list of next steps beside a penalty: of the seizure by itself, for every office, at each of its moments."""

from collections.abc import Callable

import pytest

from sanzhi.cases.desk import work
from sanzhi.cases.next_rows import Pane
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.story import Story
from tests.stories import desk

Reached = Callable[..., Story]
MOMENTS = (
    "seizure seizure_decision seizure_approved seizure_decided seizure_carried_out seizure_kept"
    " seizure_extension seizure_lifted seizure_closure"
)
PEOPLE = ("zhifa1", "duizhang1", "juzhang", "fazhi")


def pane(lane: Lane, who: str) -> Pane:
    found: Pane = work(lane.story.bureau.actor(who), lane.proceeding)["pane"]
    return found


def at(reached: Reached, moment: str) -> Lane:
    extended = {"aside": ("seizure", "extension")} if moment == "seizure_extension" else {}
    return Lane(hauler(reached, stop=moment, **extended))


@pytest.mark.parametrize("moment", MOMENTS.split())
def test_each_moment_for_everybody(reached: Reached, moment: str) -> None:
    lane = at(reached, moment)
    for who in PEOPLE:
        page = desk(lane.story, who).get(f"/office/cases/{lane.story.case_id}/?proceeding={lane.pk}")
        assert page.status_code == 200, who
        shown, html = pane(lane, who), page.content.decode()
        rows = (*shown.mine, *shown.others)
        assert rows or shown.lacks, who
        for row in rows:
            assert row.citation and row.who and row.title in html, row
        for row in (*shown.asides, *(row for aside in shown.asides_of_others for row in aside.rows)):
            assert row.citation and "行政处罚法" not in row.citation, row
        for row in shown.mine:
            assert row.go is not None, row
            if not row.go.sends:
                assert desk(lane.story, who).get(row.go.url).status_code == 200, row
        told = [lack.sentence for group in shown.lacks for lack in group.lacks]
        assert len(told) == len(set(told))


def test_the_way_that_is_taken(reached: Reached) -> None:
    ways = {way.title: way for way in pane(at(reached, "seizure"), "zhifa1").ways}
    assert ways["补办批准"].when == "情况紧急，已经当场查封、扣押" and not ways["补办批准"].is_taken
    assert ways["法制审核"].when == "" and len(ways) == 3
    assert sum(way.is_taken for way in ways.values()) == 1


def test_who_decides_and_who_waits(reached: Reached) -> None:
    lane = at(reached, "seizure_approved")
    assert "作出查封、扣押决定" in [row.title for row in pane(lane, "juzhang").mine]
    (row,) = (row for row in pane(lane, "zhifa1").others if row.title == "作出查封、扣押决定")
    assert "机关负责人（" in row.who
    assert lane.refused("coercion.decide_seizure", who="zhifa1")


def test_acts_of_the_penalty_stand_on_its_own_list(reached: Reached) -> None:
    lane = at(reached, "seizure_kept")
    names = [row.title for row in (*pane(lane, "zhifa1").mine, *pane(lane, "zhifa1").asides)]
    assert "登记缴款" not in names and "提出处罚建议" not in names
