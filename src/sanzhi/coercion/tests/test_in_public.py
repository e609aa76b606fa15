"""What the public is told of coercion: the decision, the party masked where it is a person, within twenty working days."""

from collections.abc import Callable

from sanzhi.cases import board
from sanzhi.cases.queries import subject_of
from sanzhi.coercion.tests.building import house
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.story import Story
from sanzhi.disclosure.copy import public_content
from sanzhi.disclosure.jobs import open_release_of
from sanzhi.disclosure.models import Release

Reached = Callable[..., Story]


def test_a_seizure_goes_public_as_another_result(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_kept"))
    open_release_of(subject_of(lane.story.case))
    release = Release.objects.get(decision__proceeding=lane.pk)
    days = lane.proceeding.calendar.working_between(release.decision.decided_on, release.due_on)
    assert days == 20
    told = dict(public_content(release.decision))
    assert told["强制内容"].startswith("扣押轻型自卸货车") and "第五十二条" in told["依据"]


def test_a_person_is_masked(reached: Reached) -> None:
    lane = Lane(reached(cause="C01", fine=500, aside=("proxy",), stop="proxy_decided"))
    decision = lane.proceeding.decision
    name = lane.story.party.name
    assert all(name not in text for _, text in public_content(decision))
    assert board.outcome(lane.proceeding) is not None


def test_an_order_and_its_demolition_go_public(reached: Reached) -> None:
    """Both are results of enforcement; whose house it was is masked."""
    lane = Lane(house(reached, stop="demolition_decided"))
    open_release_of(subject_of(lane.story.case))
    order = Release.objects.get(decision__proceeding=lane.proceeding.main_id)
    demolition = Release.objects.get(decision__proceeding=lane.pk)
    told, name = dict(public_content(demolition.decision)), lane.story.party.name
    assert told["执法类别"] == "行政强制执行（强制拆除）"
    assert dict(public_content(order.decision))["执法类别"] == "责令限期拆除违法建设"
    for release in (order, demolition):
        assert all(name not in text for _, text in public_content(release.decision))
