"""Our own change may be contested anew and is demanded before the court is asked; so is what may be recorded anew."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Overturn
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.law.deadlines import add_months
from sanzhi.penalty.contesting import court_period
from sanzhi.penalty.tests.test_court import ANSWER, SAYS, YEAR, asked, asked_for, at, said
from tests.stories import assumed_calendar, done, judged, refused

Reached = Callable[..., Story]
ASK, SUIT = "penalty.apply_to_court", "（2026）豫0481行初9号"
LESS = {"kind": "changed", "overturned_for": ["unfit"], "ground": "没有考虑从轻情节。", "fine": 600}
LATE = {"late_reason": "当事人下落不明，催告书经公告方才送达。"}


def changed(story: Story, fine: int = 600) -> Overturn:
    """By ourselves, and told to the party."""
    done(story, "cases.propose_overturn", **{**LESS, "fine": fine})
    gone: Overturn = done(story, "cases.overturn_decision", who="juzhang")
    story.serve_paper(gone.document_id or 0)
    return gone


def demanded(story: Story) -> None:
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=25))


def begun(story: Story) -> date:
    """From which day the three months run."""
    until = court_period(story.proceeding)
    assert until is not None
    return until.start


def court_over(story: Story) -> date:
    until = court_period(story.proceeding)
    assert until is not None
    return until.on


@pytest.mark.parametrize("way", ["litigation", "reconsideration"])
def test_a_change_after_the_suit_is_contested_anew(reached: Reached, way: str) -> None:
    """What was judged was the decision as it stood: the change has its own six months (行政强制法 §53)."""
    story = reached(stop="performance", pays=False)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    judged(story, SUIT if way == "litigation" else "舞政复决字〔2026〕3号", way=way, outcome="upheld")
    clock.advance(timedelta(days=20))
    changed(story)
    told_on = clock.today()
    demanded(story)
    assert "期限届满以前不能申请" in refused(story, ASK, who="juzhang", **SAYS)
    over_on = contestable_until(story.proceeding)
    assert over_on is not None and over_on >= add_months(told_on, 6) and begun(story) == over_on
    at(over_on + timedelta(days=1))
    assert done(story, ASK, who="juzhang", **SAYS).amount == 600


def test_what_a_suit_has_judged_of_the_change_is_over_with_it(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    changed(story)
    clock.advance(timedelta(days=20))
    judged(story, SUIT, outcome="upheld")
    clock.advance(timedelta(days=20))
    demanded(story)
    assert begun(story) == contestable_until(story.proceeding) and begun(story) < clock.today()
    assert done(story, ASK, who="juzhang", **SAYS).amount == 600


@pytest.mark.parametrize("days", [0, 20, 170, 200])
@pytest.mark.parametrize("outcome", ["upheld", "withdrawn", ""])
@pytest.mark.parametrize("first", ["changes", "judged"])
def test_the_court_is_never_asked_before_its_period_begins(
    reached: Reached, days: int, outcome: str, first: str
) -> None:
    """Whatever came in whatever order: one count of the remedies serves for both."""
    story = reached(stop="performance", pays=False)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    for step in ("changes", "judged") if first == "changes" else ("judged", "changes"):
        if step == "changes":
            changed(story)
        elif outcome:
            judged(story, SUIT, outcome=outcome)
        clock.advance(timedelta(days=days))
    clock.advance(timedelta(days=20))
    demanded(story)
    over_on = contestable_until(story.proceeding)
    assert over_on is not None and begun(story) <= over_on
    if clock.today() <= over_on:
        at(over_on)
        assert "期限届满以前不能申请" in refused(story, ASK, who="juzhang", **SAYS)
        at(over_on + timedelta(days=1))
    is_late = clock.today() > court_over(story)
    assert done(story, ASK, who="juzhang", **SAYS, **(LATE if is_late else {})).amount == 600


def test_what_was_decided_on_the_spot_and_changed_may_go_to_court_at_once(reached: Reached) -> None:
    """The paper of the change tells six months and the suit; so does the guard (行政复议法 §23(1)(1))."""
    spot = {"procedure": "penalty/simplified", "cause": "C56", "fine": 200, "pays": False}
    story = reached(stop="performance", **spot)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    gone = changed(story, fine=150)
    told_on = clock.today()
    remedy = Document.objects.get(pk=gone.document_id or 0).values["remedy_text"]
    assert "自收到本决定书之日起六个月内依法直接向" in remedy
    at(told_on + timedelta(days=40))
    demanded(story)
    at(told_on + timedelta(days=70))
    assert "期限届满以前不能申请" in refused(story, ASK, who="juzhang", **SAYS)
    over_on = contestable_until(story.proceeding)
    assert over_on is not None and over_on >= add_months(told_on, 6)


def test_a_change_told_when_the_period_is_over_revives_nothing(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    for year in (2027, 2028):
        done(story, "organisation.import_calendar", who="guanli", **assumed_calendar(year))
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    until = court_period(story.proceeding)
    at(add_months(served_on, 10))
    changed(story, fine=700)
    now = court_period(story.proceeding)
    assert until is not None and now is not None and now.on == until.on
    told = refused(story, ASK, who="juzhang", **SAYS, **LATE)
    assert "期限届满以前不能申请" in told  # the party may contest the change all the same
    at(add_months(clock.today(), 6) + timedelta(days=3))
    demanded(story)
    assert "申请期限已于" in refused(story, ASK, who="juzhang", **SAYS)
    assert done(story, ASK, who="juzhang", **SAYS, **LATE).amount == 700


def test_a_demand_of_what_was_changed_since_demands_nothing(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    clock.advance(timedelta(days=30))
    demanded(story)
    changed(story, fine=700)
    at(add_months(clock.today(), 6) + timedelta(days=3))
    assert "尚未送达《履行义务催告书》" in refused(story, ASK, who="juzhang", **SAYS)
    demanded(story)
    assert done(story, ASK, who="juzhang", **SAYS).amount == 700


@pytest.mark.parametrize("paid", [0, 300])
def test_a_demand_on_the_day_of_the_change_but_before_it_demands_nothing(reached: Reached, paid: int) -> None:
    story = reached(stop="performance", pays=False)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    clock.advance(timedelta(days=30))
    if paid:
        receipt = {"paid_on": clock.today(), "receipt_number": "2026000077"}
        done(story, "penalty.record_payment", amount=paid, **receipt)
    story.serve(story.paper("D51"))
    changed(story, fine=700)
    at(add_months(clock.today(), 6) + timedelta(days=3))
    assert "尚未送达《履行义务催告书》" in refused(story, ASK, who="juzhang", **SAYS)


def test_a_demand_serves_for_what_is_left_when_part_was_paid(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, SUIT, outcome="upheld")
    clock.advance(timedelta(days=30))
    demanded(story)
    receipt = {"paid_on": clock.today(), "receipt_number": "2026000077"}
    done(story, "penalty.record_payment", amount=300, **receipt)
    assert done(story, ASK, who="juzhang", **SAYS).amount == 500


def test_what_was_taken_back_and_put_off_is_asked_from_the_end_of_that_on(reached: Reached) -> None:
    story = asked(reached)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    done(story, ANSWER, **said("withdrawn"))
    until = clock.today() + timedelta(days=120)
    done(story, "penalty.request_deferral", **asked_for(until))
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    at(until)
    assert "期限届满以前不能申请" in refused(story, ASK, who="juzhang", **SAYS)
    assert begun(story) == until
    at(until + timedelta(days=1))
    assert "尚未送达《履行义务催告书》" in refused(story, ASK, who="juzhang", **SAYS)
    demanded(story)
    at(add_months(until, 3) - timedelta(days=1))
    assert done(story, ASK, who="juzhang", **SAYS).amount == 800


def test_what_was_taken_back_from_the_court_is_asked_again(reached: Reached) -> None:
    story = asked(reached)
    done(story, ANSWER, **said("withdrawn"))
    assert done(story, ASK, who="juzhang", **SAYS).amount == 800
    assert "已经申请过法院强制执行" in refused(story, ASK, who="juzhang", **SAYS)


def test_what_was_taken_back_and_is_too_late_ends_by_the_courts_no(reached: Reached) -> None:
    story = asked(reached)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    done(story, ANSWER, **said("withdrawn"))
    at(add_months(clock.today(), 10))
    assert "申请期限已于" in refused(story, ASK, who="juzhang", **SAYS)
    done(story, ASK, who="juzhang", **SAYS, **LATE)
    done(story, ANSWER, **said("not_accepted", "（2027）豫0481行审2号", reason="逾期申请且无正当理由。"))
    clock.advance(timedelta(days=16))
    end = {"ground": "denied", "proof": "不予受理裁定书"}
    assert done(story, "penalty.end_enforcement", who="juzhang", **end).ended_on


@pytest.mark.parametrize("answer", ["", "accepted"])
def test_what_the_court_is_asked_for_is_not_changed_meanwhile(reached: Reached, answer: str) -> None:
    story = asked(reached)
    if answer:
        done(story, ANSWER, **said(answer))
    told = refused(story, "cases.propose_overturn", **LESS)
    assert "法院尚未作出裁定，不能变更申请执行的罚款" in told and "行政强制法第五十五条" in told
    assert "请撤回申请" in told
    done(story, ANSWER, **said("withdrawn", "（2026）豫0481行审2号"))
    changed(story)
    until = contestable_until(story.proceeding)
    assert until is not None and until > clock.today()


def test_what_the_court_is_asked_for_may_be_revoked(reached: Reached) -> None:
    story = asked(reached)
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "违法主体有误。"}
    assert done(story, "cases.propose_overturn", **wrong).proposed_on
    assert story.proceeding.decision.weight.fine == Decimal(800)


def test_the_court_is_not_asked_on_a_service_that_may_be_recorded_anew(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, "（2026）豫0481行初9号", outcome="upheld")
    at(clock.today() + timedelta(days=40))
    demand = story.paper("D51")
    story.serve(demand)
    at(clock.today() + timedelta(days=25))
    day, party = clock.today() - timedelta(days=25), story.party
    right = {"method": "direct", "place": "舞钢市演示大道9号", "received_by": party.name, "relation": "本人"}
    why = {"document": demand.pk, "served_on": day, "reason": "回证上的日期录入有误。"}
    row = done(story, "cases.correct_service", **right, **why)
    for act, who, order in (
        ("penalty.apply_to_court", "juzhang", SAYS),
        ("penalty.charge_late_penalty", "zhifa1", {}),
    ):
        assert "送达登记的更正正在等待审批" in refused(story, act, who=who, **order)
    done(story, "cases.settle_correction", who="duizhang1", correction=row.pk, is_approved=True)
    assert done(story, "penalty.apply_to_court", who="juzhang", **SAYS).court


def test_a_change_may_be_reconsidered_though_the_decision_was_judged(reached: Reached) -> None:
    """What the paper of the change promises is kept (行政复议法 §20): nobody has taken in this act before."""
    story = reached(stop="performance", pays=False)
    judged(story, SUIT, outcome="upheld")
    again = {"way": "reconsideration", "body": "舞钢市人民政府", "number": "舞政复受〔2026〕9号"}
    clock.advance(timedelta(days=1))
    said_no = refused(story, "cases.record_contest", **again, accepted_on=clock.today())
    assert "已经受理本决定的行政诉讼" in said_no and "第三十条第一款第七项" in said_no
    changed(story)
    clock.advance(timedelta(days=1))
    done(story, "cases.record_contest", **again, accepted_on=clock.today())
    assert "尚未审结，不能申请法院强制执行" in refused(story, ASK, who="juzhang", **SAYS)


def test_nothing_is_reconsidered_twice(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, "舞政复决字〔2026〕3号", way="reconsideration", outcome="upheld")
    clock.advance(timedelta(days=1))
    again = {"way": "reconsideration", "body": "舞钢市人民政府", "number": "舞政复受〔2026〕9号"}
    told = refused(story, "cases.record_contest", **again, accepted_on=clock.today())
    assert "已经受理本决定的行政复议" in told and "第三十条第一款第七项" in told


def test_a_suit_that_was_withdrawn_gives_no_more_than_the_reconsideration_left(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, "舞政复决字〔2026〕3号", way="reconsideration", outcome="upheld")
    left = contestable_until(story.proceeding)
    clock.advance(timedelta(days=3))
    judged(story, SUIT, outcome="withdrawn", overturned_for=[])
    assert contestable_until(story.proceeding) == left


def test_a_suit_that_came_too_late_and_was_dismissed_moves_nothing(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    last, until = contestable_until(story.proceeding), court_over(story)
    assert last is not None
    at(last + timedelta(days=20))
    judged(story, SUIT, outcome="withdrawn", overturned_for=[])
    assert (contestable_until(story.proceeding), court_over(story)) == (last, until)
