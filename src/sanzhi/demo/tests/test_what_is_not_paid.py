"""Two stories of who does not pay: the truck that is kept is sold for the fine, the court is asked for what the proxy cost."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from sanzhi.cases import queries as cases
from sanzhi.cases.court_models import CourtSays
from sanzhi.coercion.auction_models import Auction
from sanzhi.coercion.enforcement_models import CostsAtCourt
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.story import Story

Reached = Callable[..., Story]


def test_the_truck_pays_the_fine(reached: Reached) -> None:
    story = hauler(reached, aside=("seizure", "auction"))
    assert story.case.closed_on
    sold = Auction.objects.get(proceeding__case=story.case)
    assert (sold.deducted, sold.rest) == (Decimal(5000), Decimal(19700))
    main = story.case.proceedings.get(main=None)
    assert cases.paid(main) == 5000 and main.closure_kind == "performed"


@pytest.mark.parametrize("stop", ["costs_at_court", ""])
def test_the_court_is_asked_for_what_the_proxy_cost(reached: Reached, stop: str) -> None:
    lane = Lane(reached(cause="C01", fine=500, aside=("proxy", "costs_unpaid"), stop=stop))
    asked = CostsAtCourt.objects.get(proceeding=lane.pk)
    assert asked.amount == 2260
    assert (asked.says, lane.proceeding.closure_kind) == (
        ("", "") if stop else (CourtSays.TERMINATED, "unpaid")
    )
