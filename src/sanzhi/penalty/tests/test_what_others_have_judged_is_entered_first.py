"""A judgment in force stops what the decision would still demand, until it is entered as its revocation or change (§75(2))."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.demo.story import Story
from sanzhi.disclosure.tests.gate import submitted
from sanzhi.kernel import clock
from sanzhi.penalty.duties import overdue
from tests.stories import judged, reasons, refused

Reached = Callable[..., Story]
NUMBER = "（2026）豫0481行初9号"
FIRST = "本案尚未据此撤销、变更决定"


def test_nothing_is_collected_or_put_off(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    demand = story.paper("D51")
    assert overdue(story.proceeding)
    judged(story, NUMBER, outcome="revoked")
    assert overdue(story.proceeding) == ()
    assert FIRST in reasons(lambda: story.serve(demand))
    paid = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000091"}
    assert FIRST in refused(story, "penalty.record_payment", **paid)
    plan = {"reason": "经济困难。", "proof": "社区证明"}
    days = [f"{clock.today() + timedelta(days=40)} 800"]
    told = refused(story, "penalty.request_deferral", **plan, instalments=days)
    assert FIRST in told and "行政处罚法第七十五条第二款" in told


def test_what_is_lost_is_not_confiscated(reached: Reached) -> None:
    goods = {"measures": ["confiscation_of_goods"], "confiscates": "烧烤炉一台", "confiscated": 600}
    story = reached(stop="performance", cause="C15", fine=3000, **goods)
    judged(story, NUMBER, outcome="revoked")
    what = {"measure": "confiscation_of_goods", "kept_at": "罚没物品保管室", "voucher": "2026G0000091"}
    assert FIRST in refused(story, "penalty.take_confiscated", taken_on=clock.today(), **what)


def test_it_does_not_go_public(reached: Reached) -> None:
    story, this, _ = submitted(reached)
    judged(story, NUMBER, outcome="revoked")
    told = refused(story, "disclosure.approve_release", who="fazhi", **this)
    assert FIRST in told and "行政处罚法第七十五条第二款" in told
