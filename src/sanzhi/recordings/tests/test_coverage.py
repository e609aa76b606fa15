"""Every must-record moment is covered, short, missing or late; never unknown. What is missing can be explained."""

import sys
from datetime import datetime, timedelta

import pytest

from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Verdict
from sanzhi.recordings.commands import AcceptGap, ExplainGap, accept_gap, explain_gap
from sanzhi.recordings.guards import moments_covered
from sanzhi.recordings.queries import State, coverage, required_moments, whole_coverage
from sanzhi.recordings.tests.scene import BEGAN, JPEG, NOW, Scene, filmed, minutes

SECOND = timedelta(seconds=1)

FIVE = minutes(5 / 60)
ROWS: list[tuple[str, str, list[tuple[bytes, float]], State]] = [
    ("nothing at all", "interview", [], State.MISSING),
    ("a long film", "interview", [(minutes(10), 0)], State.COVERED),
    ("a film below the list's 120 seconds", "interview", [(minutes(1.98), 0)], State.SHORT),
    ("a film of exactly 120 seconds", "interview", [(minutes(2), 0)], State.COVERED),
    (
        "two films that add up",
        "interview",
        [(minutes(1), 0), (minutes(1, said="2"), 60)],
        State.COVERED,
    ),
    (
        "two devices that saw the same minute",
        "interview",
        [(minutes(1), 0), (minutes(1, said="2"), 0)],
        State.SHORT,
    ),
    ("photos where the whole process is demanded", "interview", [(JPEG, 0)], State.SHORT),
    ("photos where the list asks for seconds", "site_inspection", [(JPEG, 0)], State.SHORT),
    ("photos where photos are enough", "correction_review", [(JPEG, 0)], State.COVERED),
    ("a film that is too short even so", "site_inspection", [(FIVE, 0)], State.SHORT),
    ("a moment that the list does not name", "unheard_of", [], State.MISSING),
    ("the same, filmed", "unheard_of", [(FIVE, 0)], State.COVERED),
]


@pytest.mark.parametrize(
    ("moment", "taken", "state"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_states(scene: Scene, moment: str, taken: list[tuple[bytes, float]], state: State) -> None:
    for content, later in taken:
        filmed(scene, moment, content=content, started_at=BEGAN + later * SECOND, ended_at=None)
    (found,) = coverage(scene.proceeding, [moment])
    assert found.state == state
    assert len(found.recordings) == len(taken)


@pytest.mark.parametrize(
    ("hours", "state"), [(timedelta(hours=24), State.COVERED), (timedelta(hours=24, seconds=1), State.LATE)]
)
def test_a_day_is_allowed_for_the_upload(scene: Scene, hours: timedelta, state: State) -> None:
    ended: datetime = NOW
    clock.advance(hours)
    filmed(scene, started_at=ended - timedelta(minutes=30), ended_at=ended)
    (found,) = coverage(scene.proceeding, ["interview"])
    assert found.state == state
    assert moments_covered(scene.proceeding, ["interview"])


def test_one_in_time_is_in_time(scene: Scene) -> None:
    ended: datetime = NOW
    half = timedelta(minutes=30)
    filmed(scene, started_at=ended - half, ended_at=ended)
    clock.advance(timedelta(hours=25))
    filmed(scene, content=minutes(30), started_at=ended - 2 * half, ended_at=ended - half)
    (found,) = coverage(scene.proceeding, ["interview"])
    assert (found.state, len(found.recordings)) == (State.COVERED, 2)


def test_the_guard_names_every_missing_moment_and_an_accepted_explanation_satisfies_it(scene: Scene) -> None:
    moments = ["site_inspection", "interview"]
    assert len(moments_covered(scene.proceeding, moments).reasons) == 2
    filmed(scene, "site_inspection", content=minutes(30))
    (reason,) = moments_covered(scene.proceeding, moments).reasons
    assert reason.sentence == "“询问”没有音像记录。"
    assert reason.citation == "行政处罚法第四十七条"
    written = "暴雨，设备进水，已补书面说明"
    order = ExplainGap(case=scene.case.pk, moment="interview", reason=written)
    gap = explain_gap(scene.officer, order)
    (reason,) = moments_covered(scene.proceeding, moments).reasons
    assert reason.sentence == "“询问”没有音像记录。示例1号说明的原因还没有审定。"
    assert (
        reason.citation == "行政处罚法第四十七条"
        and "没有承办过本案的中队长或者法制审核人员" in reason.remedy
    )
    accept_gap(scene.leader, AcceptGap(gap=gap.pk))
    assert moments_covered(scene.proceeding, moments)
    (_, found) = coverage(scene.proceeding, moments)
    assert found.gap is not None and found.is_explained and found.caption == "缺漏已审定"
    assert (found.state, found.gap.reason) == (State.MISSING, written)


def test_an_accepted_explanation_stands_before_a_newer_one(scene: Scene) -> None:
    order = ExplainGap(case=scene.case.pk, moment="interview", reason="暴雨，设备进水，已补书面说明")
    first = explain_gap(scene.officer, order)
    newer = order.model_copy(update={"reason": "存储卡损坏，已送修"})
    with pytest.raises(Refused, match="的缺漏已经说明，等待审定"):
        explain_gap(scene.officer, newer)
    accept_gap(scene.leader, AcceptGap(gap=first.pk))
    explain_gap(scene.officer, newer)
    (found,) = coverage(scene.proceeding, ["interview"])
    assert found.gap == first and found.is_explained


def test_a_fresh_case_demands_no_moment_yet(scene: Scene) -> None:
    assert required_moments(scene.proceeding) == ()
    assert whole_coverage(scene.proceeding) == ()


@pytest.mark.parametrize("moment", ["interview", "site_inspection"])
def test_what_was_filmed_before_the_case_covers_nothing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Also where it was taken in before it was refused."""
    begin = sys.modules["sanzhi.recordings.commands.begin_upload"]
    with monkeypatch.context() as earlier:
        earlier.setattr(begin, "is_plausible_time", lambda *at, **more: Verdict.yes())
        filmed(scene, moment, started_at=BEGAN - timedelta(days=1), ended_at=None)
    assert coverage(scene.proceeding, [moment])[0].state == State.MISSING
    filmed(scene, moment, content=minutes(31), started_at=BEGAN, ended_at=None)
    assert coverage(scene.proceeding, [moment])[0].state == State.COVERED
