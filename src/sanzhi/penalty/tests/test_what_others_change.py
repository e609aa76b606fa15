"""What others change: held against what was contested, heavier only where somebody asked for that, told when received."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.contests import pending_contest, unentered
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.owed import fine_owed, late_penalty_by, outstanding, overdue_now
from sanzhi.penalty.queries import late_penalty_of
from sanzhi.penalty.tests.test_changes_and_the_court import LESS, SUIT, changed
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from tests.stories import done, refused

Reached = Callable[..., Story]
END, NUMBER, NEIGHBOUR = "cases.end_contest", "舞政复决字〔2026〕3号", "相邻住户赵某"
WAYS = {
    "reconsideration": {"body": "舞钢市人民政府", "number": "舞政复受〔2026〕3号"},
    "litigation": {"body": "舞钢市人民法院", "number": SUIT},
}


def contested(story: Story, way: str = "reconsideration") -> None:
    done(story, "cases.record_contest", way=way, accepted_on=clock.today(), **WAYS[way])


def to(fine: int, way: str = "reconsideration", **more: Any) -> dict[str, Any]:
    """The words of their change."""
    got = {"received_on": clock.today()} if way == "reconsideration" else {"is_effective": True}
    number = NUMBER if way == "reconsideration" else f"{SUIT}判"
    said = {"outcome": "changed", "outcome_number": number, "overturned_for": ["unfit"]}
    return {"ended_on": clock.today(), **got, **said, "fine": fine, **more}


def entered(story: Story, fine: int, by_whom: str = "reconsideration") -> None:
    number = NUMBER if by_whom == "reconsideration" else f"{SUIT}判"
    said = {"kind": "changed", "by_whom": by_whom, "reference": number, "fine": fine}
    done(story, "cases.propose_overturn", **said, overturned_for=["unfit"], ground="罚款明显不当。")
    done(story, "cases.overturn_decision", who="juzhang")


@pytest.mark.parametrize("fine", [600, 700])
def test_what_they_leave_higher_than_our_own_change_is_told_and_changes_nothing(
    reached: Reached, fine: int
) -> None:
    story = reached(stop="performance", pays=False)
    contested(story)
    changed(story)
    assert "变更后的罚款应当低于原罚款800元" in refused(story, END, **to(800))
    done(story, END, **to(fine))
    assert pending_contest(story.proceeding) is None and not unentered(story.proceeding)
    assert fine_owed(story.proceeding) == 600
    said = {"kind": "changed", "by_whom": "reconsideration", "reference": NUMBER, "fine": fine}
    told = refused(story, "cases.propose_overturn", **said, overturned_for=["unfit"], ground="罚款明显不当。")
    assert "不低于本机关已经自行变更的数额的，不必登记" in told
    told = refused(story, "cases.propose_overturn", **{**LESS, "fine": 500})
    assert "已经由行政复议机关变更" in told  # their word binds us


def test_what_they_set_lower_than_our_own_change_stands(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    contested(story)
    changed(story)
    done(story, END, **to(500))
    assert unentered(story.proceeding)
    entered(story, 500)
    assert fine_owed(story.proceeding) == 500


def test_their_change_after_our_own_revocation_is_told(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    contested(story)
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "违法主体有误。"}
    done(story, "cases.propose_overturn", **wrong)
    done(story, "cases.review_overturn", who="fazhi", is_agreed=True, opinion="事由属实，同意撤销。")
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, END, **to(500))
    assert pending_contest(story.proceeding) is None and not unentered(story.proceeding)
    assert fine_owed(story.proceeding) == 0


@pytest.mark.parametrize(
    ("way", "article"),
    [("reconsideration", "行政复议法第六十三条第二款"), ("litigation", "行政诉讼法第七十七条第二款")],
)
def test_heavier_only_where_somebody_asked_for_it(reached: Reached, way: str, article: str) -> None:
    story = reached(stop="performance", pays=False)
    contested(story, way)
    told = refused(story, END, **to(900, way))
    assert (
        "不得作出对申请人、原告更为不利的决定" in told and article in told and "提出相反请求而加重的" in told
    )
    told = refused(story, END, **to(700, way, contrary_by=NEIGHBOUR))
    assert "没有加重的，不填写提出相反请求的人" in told
    told = refused(story, END, **to(900, way, contrary_by=story.party.name))
    assert "不能是当事人自己" in told
    ours = (story.bureau.authority.name, story.bureau.officers["zhifa1"].name, "当事人", "原告本人")
    for nobody in ours:
        assert "不能是当事人自己、本机关" in refused(story, END, **to(900, way, contrary_by=nobody))
    done(story, END, **to(900, way, contrary_by=NEIGHBOUR))
    assert unentered(story.proceeding)
    entered(story, 900, "court" if way == "litigation" else way)
    assert fine_owed(story.proceeding) == outstanding(story.proceeding) == 900


def test_what_was_asked_for_goes_over_our_own_change(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    contested(story)
    changed(story)
    done(story, END, **to(700, contrary_by=NEIGHBOUR))
    entered(story, 700)
    assert fine_owed(story.proceeding) == 700


def test_what_was_added_is_due_by_itself_and_not_late_before(reached: Reached) -> None:
    """The rest had been paid: the late penalty runs on what was added, after fifteen days (行政处罚法 §67(3), §72)."""
    story = reached(stop="performance", pays=False)
    story.pay(fine_owed(story.proceeding))
    contested(story)
    clock.advance(timedelta(days=62))
    done(story, END, **to(900, contrary_by=NEIGHBOUR))
    entered(story, 900)
    assert late_penalty_of(story.proceeding) is None
    assert overdue_now(story.proceeding) == 0 and "尚未逾期" in refused(story, "penalty.charge_late_penalty")
    due_on = clock.today() + timedelta(days=15)
    assert f"尚有100元未缴纳。请于{chinese_date(due_on)}前" in known(story, "D48")["to_pay_text"]
    assert late_penalty_by(story.proceeding, due_on) is None or overdue_now(story.proceeding) == 0
    clock.advance(timedelta(days=20))
    assert overdue_now(story.proceeding) == 100
    charged = late_penalty_by(story.proceeding, clock.today())
    assert charged is not None and charged.amount == 3 * charged.days and charged.days <= 5


def test_what_was_late_before_is_asked_for_at_once(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    contested(story)
    done(story, END, **to(900, contrary_by=NEIGHBOUR))
    entered(story, 900)
    assert overdue_now(story.proceeding) == 800
    said = known(story, "D48")["to_pay_text"]
    assert "其中800元的期限已经届满，请立即缴纳；其余请于" in said
    assert known(story, "D51")["owed"] == "800.00"


def test_the_closed_case_goes_on_for_what_was_added(reached: Reached) -> None:
    story = reached(stop="closed")
    contested(story)
    done(story, END, **to(900, contrary_by=NEIGHBOUR))
    entered(story, 900)
    assert story.proceeding.closed_on is None and outstanding(story.proceeding) == 100


def received(story: Story, on: date | None, **more: Any) -> dict[str, Any]:
    said = {"ended_on": clock.today() - timedelta(days=8), "outcome": "upheld", "received_on": on}
    return {**said, **more}


def test_the_fifteen_days_run_from_the_receipt_of_the_reconsideration(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    contested(story)
    clock.advance(timedelta(days=30))
    today = clock.today()
    for day in (None, today + timedelta(days=1), today - timedelta(days=9)):
        told = refused(story, END, **received(story, day))
        assert "请填写当事人收到复议决定书之日" in told and "行政诉讼法第四十五条" in told
    done(story, END, **received(story, today))
    over_on = contestable_until(story.proceeding)
    assert over_on is not None and over_on >= today + timedelta(days=15)
    assert (decision_served_on(story.proceeding) or today) < today


def test_a_suit_ends_when_its_judgment_is_in_force(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    contested(story, "litigation")
    clock.advance(timedelta(days=30))
    told = refused(story, END, **received(story, clock.today(), is_effective=True))
    assert "只在行政复议审结时填写" in told and "请将裁判生效之日填写为审结日" in told


def test_until_the_reconsideration_is_received_nothing_accrues(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=20))
    before = late_penalty_by(story.proceeding, clock.today() - timedelta(days=1))
    contested(story)
    clock.advance(timedelta(days=30))
    done(story, END, **received(story, clock.today()))
    assert late_penalty_by(story.proceeding, clock.today()) == before
    clock.advance(timedelta(days=1))
    after = late_penalty_by(story.proceeding, clock.today())
    assert before is not None and after is not None and after.days == before.days + 1
