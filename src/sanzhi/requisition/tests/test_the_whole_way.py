"""Machines are taken in a flood, used, given back, compensated; nothing ends before."""

from decimal import Decimal

from sanzhi.requisition.queries import beside, paid_rows, things_of
from tests.fees import Taken


def test_decided_first(taken_in_print: Taken) -> None:
    story = taken_in_print(plea="停工损失也应当补偿。", extends=True)
    assert story.case.closed_on
    (lane,) = beside(story.proceeding)
    (paid,) = paid_rows(lane)
    # five days of use: 1200 and 2 × … are prices of the line; 400 sandbags at two yuan; a repair
    days = (things_of(story.proceeding)[0].settled_on - story.case.happened_on).days + 1  # type: ignore[operator]
    assert paid.amount == Decimal(days * 1200 + days * 150 + 800 + 1800)


def test_taken_at_once_and_the_papers_on_the_same_day(taken: Taken) -> None:
    story = taken(at_once=True)
    assert story.case.closed_on and story.proceeding.decided_on == story.case.happened_on


def test_refused_by_the_head_and_given_back(taken: Taken) -> None:
    story = taken(at_once=True, refuses=True)
    assert story.case.closed_on and story.proceeding.closure_kind == "refused"


def test_of_great_public_interest(taken: Taken) -> None:
    story = taken(public_interest=True)
    assert story.case.closed_on
