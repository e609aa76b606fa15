"""A pavement is dug up by licence: from the window to the certificate, renewed; refused; rescinded."""

from sanzhi.kernel import clock
from sanzhi.licensing.standing import state_on
from tests.licences import Applied


def test_granted(applied: Applied) -> None:
    story = applied(lacks=("修复方案",))
    licence = story.licence
    assert story.case.closed_on and state_on(licence, licence.valid_from) == "有效"
    assert licence.follow_ups.count() == 1


def test_renewed(applied: Applied) -> None:
    story = applied(after="renewal")
    assert story.licence.story.count() == 2 and story.case.closed_on


def test_refused(applied: Applied) -> None:
    story = applied(is_fit=False)
    assert story.case.closed_on and not story.licence_id


def test_rescinded(applied: Applied) -> None:
    story = applied(ends="fraud")
    assert state_on(story.licence, clock.today()) == "已撤销" and story.case.closed_on


def test_with_everything_on_the_way(applied: Applied) -> None:
    story = applied(
        lacks=("修复方案",),
        neighbour="韩守望",
        neighbour_says="请保证店门前能够出入。",
        hears=True,
        late=True,
        experts=True,
        public_interest=True,
    )
    assert story.case.closed_on and story.licence.number
