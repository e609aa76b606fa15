"""An illegal structure from the stop notice to the goods that nobody fetched (平顶山条例 §§24–33; 行政强制法 §44)."""

from sanzhi.coercion.queries import DEMOLITION
from sanzhi.coercion.tests.building import Reached, house


def test_the_whole_way(reached: Reached) -> None:
    story = house(reached)
    main, lane = story.case.proceedings.order_by("id")
    assert (main.closure_kind, lane.closure_kind) == ("removed", "executed")
    assert lane.procedure_key == DEMOLITION and story.case.closed_on
