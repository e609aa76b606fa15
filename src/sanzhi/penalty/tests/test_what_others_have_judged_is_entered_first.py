"""A judgment in force stops what the decision would still demand, until it is entered as its revocation or change (§75(2))."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.cases.contests import is_outcome_entered
from sanzhi.demo.story import Story
from sanzhi.disclosure.models import State
from sanzhi.disclosure.tests.gate import published, submitted
from sanzhi.kernel import clock
from sanzhi.penalty.duties import overdue
from sanzhi.penalty.owed import outstanding
from tests.stories import done, judged, reasons, refused

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


AGAIN = "（2026）豫04行再3号"


def court_changed(reached: Reached) -> Story:
    story = reached(stop="performance", pays=False)
    judged(story, NUMBER, outcome="changed", fine=600)
    return story


def test_a_retrial_overtakes_what_it_judges_anew(reached: Reached) -> None:
    """The judgment that was set aside is not entered, and stops nothing any more (行政诉讼法 §92)."""
    story = court_changed(reached)
    paid = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000091"}
    assert FIRST in refused(story, "penalty.record_payment", **paid)
    judged(story, AGAIN, outcome="upheld")
    assert is_outcome_entered(story.proceeding)
    done(story, "penalty.record_payment", **paid)


def test_while_a_retrial_runs_the_bank_is_not_stopped(reached: Reached) -> None:
    story = court_changed(reached)
    suit = {"way": "litigation", "body": "平顶山市中级人民法院", "accepted_on": clock.today()}
    done(story, "cases.record_contest", number=AGAIN, **suit)
    paid = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000091"}
    assert done(story, "penalty.record_payment", **paid).amount == 800


def test_the_last_change_is_entered_alone(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, "舞政复决字〔2026〕3号", way="reconsideration", outcome="changed", fine=600)
    judged(story, NUMBER, outcome="changed", fine=500)
    why = {"overturned_for": ["unfit"], "ground": "明显不当。", "reference": NUMBER, "fine": 500}
    done(story, "cases.propose_overturn", kind="changed", by_whom="court", **why)
    done(story, "cases.overturn_decision", who="juzhang")
    assert is_outcome_entered(story.proceeding) and outstanding(story.proceeding) == 500


def test_what_is_public_is_withdrawn_before_it_is_entered(reached: Reached) -> None:
    story, _, release = published(reached)
    judged(story, NUMBER, outcome="revoked")
    withdrawn = {"release": release.pk, "ground": "overturned", "reason": "人民法院已经判决撤销该决定。"}
    done(story, "disclosure.withdraw_release", who="fazhi", **withdrawn)
    release.refresh_from_db()
    assert release.state == State.WITHDRAWN
