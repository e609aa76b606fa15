"""Each reconsideration and each suit is a matter of its own, with numbers of its own, and is entered by itself."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases.contests import unentered
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.owed import fine_owed
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
FIRST, SECOND = "舞政复决字〔2026〕3号", "（2026）豫0481行初9号"
RULED = {"outcome": "revoked", "overturned_for": ["evidence"], "is_effective": True}


def entered(story: Story, number: str, **more: Any) -> None:
    why = {"overturned_for": ["unfit"], "ground": "罚款明显不当。", "reference": number, **more}
    done(story, "cases.propose_overturn", **why)
    done(story, "cases.overturn_decision", who="juzhang")


def test_the_same_suit_is_not_recorded_twice(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, SECOND, outcome="upheld")
    again = {"way": "litigation", "body": "舞钢市人民法院", "accepted_on": clock.today()}
    said = refused(story, "cases.record_contest", number=SECOND, **again)
    assert f"{SECOND}是已经登记的另一次复议、诉讼的文号" in said and "第七十三条" in said
    assert done(story, "cases.record_contest", number="（2026）豫04行终9号", **again).way == "litigation"


def test_what_the_court_rules_is_not_entered_by_what_the_reconsideration_changed(reached: Reached) -> None:
    story = reached(stop="performance")
    judged(story, FIRST, way="reconsideration", outcome="changed", fine=600)
    entered(story, FIRST, kind="changed", by_whom="reconsideration", fine=600)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": SECOND}
    done(story, "cases.record_contest", accepted_on=clock.today(), **suit)
    ended = {"ended_on": clock.today(), **RULED}
    said = refused(story, "cases.end_contest", outcome_number=FIRST, **ended)
    assert "另一次复议、诉讼的文号" in said
    remedy = done(story, "cases.end_contest", outcome_number=SECOND, **ended)
    assert unentered(story.proceeding) == (remedy,)
    entered(story, SECOND, kind="revoked", by_whom="court", overturned_for=["evidence"])
    assert not unentered(story.proceeding)


def test_our_own_proposal_ends_with_what_the_court_has_ruled(reached: Reached) -> None:
    story = reached(stop="performance")
    ours = {"overturned_for": ["unfit"], "ground": "未考虑从轻情节，裁量不当。", "fine": 600}
    done(story, "cases.propose_overturn", kind="changed", **ours)
    agreed = {"who": "fazhi", "is_agreed": True, "opinion": "事由属实，同意变更。"}
    done(story, "cases.review_overturn", **agreed)
    judged(story, SECOND, outcome="changed", fine=500)
    assert "尚未据此撤销、变更决定" in refused(story, "cases.overturn_decision", who="juzhang")
    entered(story, SECOND, kind="changed", by_whom="court", fine=500)
    assert fine_owed(story.proceeding) == 500
    assert "没有等待决定的撤销、变更意见" in refused(story, "cases.overturn_decision", who="juzhang")
    assert "没有等待审核的撤销、变更意见" in refused(story, "cases.review_overturn", **agreed)


def test_nothing_falls_by_a_judgment_that_was_appealed(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, SECOND)
    fell = {"kind": "revoked", "by_whom": "court", "reference": SECOND, "overturned_for": ["evidence"]}
    done(story, "cases.propose_overturn", **fell, ground="主要证据不足。")
    appeal = {"way": "litigation", "body": "平顶山市中级人民法院", "number": "（2026）豫04行终9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **appeal)
    said = refused(story, "cases.overturn_decision", who="juzhang")
    assert "原判决没有生效，不能据此撤销、变更决定" in said and "行政诉讼法第八十五条" in said
    ended = {"ended_on": clock.today(), "is_effective": True, "outcome_number": "（2026）豫04行终9号判"}
    done(story, "cases.end_contest", outcome="withdrawn", **ended)
    done(story, "cases.overturn_decision", who="juzhang")


def test_what_a_court_has_set_is_not_set_again_by_ourselves(reached: Reached) -> None:
    story = reached(stop="performance")
    ours = {"overturned_for": ["unfit"], "ground": "罚款仍然过重。", "kind": "changed"}
    judged(story, SECOND, outcome="changed", fine=700)
    entered(story, SECOND, kind="changed", by_whom="court", fine=700)
    said = refused(story, "cases.propose_overturn", **ours, fine=500)
    assert "已经由人民法院变更" in said and "行政诉讼法第七十七条、第九十四条" in said
    judged(story, "（2026）豫04行终9号", outcome="changed", fine=600)
    entered(story, "（2026）豫04行终9号", kind="changed", by_whom="court", fine=600)
    assert fine_owed(story.proceeding) == 600


def taken_in(story: Story, **more: Any) -> dict[str, Any]:
    body = {"way": "reconsideration", "body": "舞钢市人民政府", "number": FIRST}
    return {**body, "accepted_on": clock.today(), **more}


def test_what_a_court_has_judged_is_not_reconsidered(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, SECOND, outcome="upheld")
    said = refused(story, "cases.record_contest", **taken_in(story))
    assert f"已经受理本决定的行政诉讼（{SECOND}），不能再申请行政复议" in said
    assert "行政复议法第二十九条第二款" in said and "请先申请更正该项登记" in said
    again = {"way": "litigation", "body": "平顶山市中级人民法院", "number": "（2026）豫04行再3号"}
    assert done(story, "cases.record_contest", **taken_in(story, **again)).way == "litigation"


def test_a_suit_that_ended_without_a_judgment_bars_no_reconsideration(reached: Reached) -> None:
    """Brought before the reconsideration that had to come first (行政复议法 §23), it is dismissed."""
    story = reached(stop="performance", pays=False)
    judged(story, SECOND, outcome="withdrawn")
    assert done(story, "cases.record_contest", **taken_in(story)).way == "reconsideration"


def test_after_a_reconsideration_the_party_may_still_sue(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, FIRST, way="reconsideration", outcome="upheld")
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": SECOND}
    assert done(story, "cases.record_contest", **taken_in(story, **suit)).ended_on is None
