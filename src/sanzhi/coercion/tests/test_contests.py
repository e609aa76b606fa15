"""Nothing is demolished by force while the order can be contested, or is (行政强制法 §44)."""

from datetime import timedelta
from typing import Any

from sanzhi.cases.contest_words import contested_by_you
from sanzhi.cases.contestable import contestable_until
from sanzhi.coercion.tests.building import Reached, house, lane_of
from sanzhi.coercion.tests.test_an_order_to_demolish import ends
from sanzhi.demo.demolishing import TORN
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from tests.stories import done, refused

BEGIN, RECORD, END = "coercion.begin_demolition", "cases.record_contest", "cases.end_contest"
PROPOSE = "cases.propose_overturn"
SUED: dict[str, Any] = {
    "way": "litigation",
    "body": "舞钢市人民法院",
    "number": "（2026）演行初1号",
}
ASKED: dict[str, Any] = {
    "way": "reconsideration",
    "body": "舞钢市人民政府",
    "number": "演政复〔2026〕1号",
}
JUDGED: dict[str, Any] = {"outcome_number": "（2026）演行终1号", "is_effective": True}


def contested(story: Story, said: dict[str, Any]) -> None:
    done(story, RECORD, accepted_on=clock.today(), **said)


def test_the_day_and_the_remedies_are_over_first(reached: Reached) -> None:
    story = house(reached, stop="removal_ordered")
    said = refused(story, BEGIN, power="QZ08")
    assert "自行拆除的期限至" in said and "复议、起诉期限到" in said
    clock.advance(timedelta(days=100))
    said = refused(story, BEGIN, power="QZ08")
    assert "自行拆除的期限至" not in said and "复议、起诉期限到" in said


def test_on_a_power_that_gives_it_and_once(reached: Reached) -> None:
    story = house(reached, stop="removal_overdue")
    assert "没有授权对" in refused(story, BEGIN, power="QZ05")
    done(story, BEGIN, power="QZ08")
    story.lane = story.case.proceedings.get(main=None).pk
    assert "已有强制拆除在办理" in refused(story, BEGIN, power="QZ08", proceeding=story.lane)


def test_what_has_gone_is_not_demolished(reached: Reached) -> None:
    story = house(reached, stop="removal_overdue")
    note = {"removed_on": clock.today(), "removed_note": "到现场查看，房屋已经拆除。"}
    done(story, "coercion.record_removal", **note)
    assert "违法建设已经拆除" in refused(story, BEGIN, power="QZ08")


def test_a_suit_blocks_and_its_loss_unblocks(reached: Reached) -> None:
    story = house(reached, stop="removal_overdue")
    assert "没有正在进行的复议、诉讼" in refused(
        story, END, ended_on=clock.today(), outcome="upheld", **JUDGED
    )
    contested(story, SUED)
    assert "尚未审结，不能强制拆除" in refused(story, BEGIN, power="QZ08")
    assert "尚未审结" in refused(story, RECORD, accepted_on=clock.today(), **ASKED)
    first = {**JUDGED, "is_effective": False}
    ended: dict[str, Any] = {"ended_on": clock.today(), "outcome": "upheld"}
    assert "没有生效，诉讼没有审结" in refused(story, END, **ended, **first)
    early = {**ended, "ended_on": clock.today() - timedelta(days=3)}
    assert "不早于受理日" in refused(story, END, **early, **JUDGED)
    done(story, END, **ended, **JUDGED)
    day = chinese_date(clock.today())
    told = f"你（单位）提起的行政诉讼（舞钢市人民法院）于{day}审结，决定没有被改变"
    assert contested_by_you(story.proceeding) == told
    assert contestable_until(story.proceeding) == clock.today()
    clock.advance(timedelta(days=1))
    done(story, BEGIN, power="QZ08")


def test_after_reconsideration_the_party_may_still_sue(reached: Reached) -> None:
    story = house(reached, stop="removal_overdue")
    court = {**ASKED, "body": "舞钢市人民法院"}
    assert "不是受理行政复议的机关" in refused(story, RECORD, accepted_on=clock.today(), **court)
    late = clock.today() + timedelta(days=1)
    assert "不晚于今天" in refused(story, RECORD, accepted_on=late, **ASKED)
    contested(story, ASKED)
    got = {"ended_on": clock.today(), "received_on": clock.today()}
    done(story, END, **got, outcome="upheld", outcome_number="演政复决〔2026〕1号")
    assert "复议、起诉期限到" in refused(story, BEGIN, power="QZ08")
    again = {**ASKED, "number": "演政复〔2026〕9号"}
    assert "不能再申请行政复议" in refused(story, RECORD, accepted_on=clock.today(), **again)
    same = {**SUED, "number": ASKED["number"]}
    assert "已经登记的另一次" in refused(story, RECORD, accepted_on=clock.today(), **same)
    clock.advance(timedelta(days=20))
    done(story, BEGIN, power="QZ08")


def test_what_was_withdrawn_leaves_the_whole_periods(reached: Reached) -> None:
    story = house(reached, stop="removal_ordered")
    before = contestable_until(story.proceeding)
    contested(story, ASKED)
    got = {"ended_on": clock.today(), "received_on": clock.today()}
    done(story, END, **got, outcome="withdrawn", outcome_number="演政复终〔2026〕1号")
    assert contestable_until(story.proceeding) == before


def test_what_a_court_has_overturned_is_never_demolished(reached: Reached) -> None:
    story = house(reached, stop="removal_overdue")
    contested(story, SUED)
    done(story, END, ended_on=clock.today(), outcome="revoked", overturned_for=["procedure"], **JUDGED)
    assert "尚未据此撤销、变更决定" in refused(story, BEGIN, power="QZ08")
    fell = {"overturned_for": ["procedure"], "ground": "认定程序违法。", "kind": "revoked"}
    assert "不一致" in refused(story, PROPOSE, **fell, by_whom="court", reference="（2026）演行终9号")
    done(story, PROPOSE, **fell, by_whom="court", reference=JUDGED["outcome_number"])
    done(story, "cases.overturn_decision", who="juzhang")
    assert "已经被撤销" in refused(story, BEGIN, power="QZ08")


def test_a_suit_stops_a_demolition_that_is_under_way(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_day")
    main = lane.proceeding.main
    assert main is not None
    contested(lane.story, {**SUED, "proceeding": main.pk})
    assert "尚未审结，不能强制拆除" in lane.refused("coercion.tear_down", **TORN)
    reason = ends(lane.story, "removed")
    assert "不能" in refused(lane.story, "cases.close_case", proceeding=main.pk, **reason)
