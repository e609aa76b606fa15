"""A remedy, a refund, a taking entered wrongly: another person agrees, it counts no longer, and the right one is entered."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.contests import contests, pending_contest
from sanzhi.cases.models import Contest, RecordCorrection
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.court import last_answer
from sanzhi.penalty.models import CourtAnswer
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.queries import confiscations, late_penalty_of, refunds
from sanzhi.penalty.tests.test_court import ANSWER, asked, said
from sanzhi.penalty.tests.test_refusals_of_deferral import granted, in_days
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
WHY = {"proof": "受理通知书原件", "reason": "该文书属于另一案件，登记时误选。"}
TOOLS: dict[str, Any] = {
    "cause": "C15",
    "fine": Decimal(3000),
    "measures": ["confiscation_of_goods"],
    "confiscates": "烧烤炉一台、烤架两副",
    "confiscated": Decimal(600),
}


def accepted(story: Story, number: str = "（2026）行复受字第17号") -> Contest:
    said = {"way": "reconsideration", "body": "舞钢市人民政府", "number": number}
    row: Contest = done(story, "cases.record_contest", **said, accepted_on=clock.today())
    return row


def withdrawn(story: Story, entry: str, *, by: str = "duizhang1") -> None:
    settled(story, done(story, "penalty.correct_entry", entry=entry, **WHY), by=by)


def taken_back(story: Story, row: Contest) -> None:
    settled(story, done(story, "cases.correct_contest", contest=row.pk, **WHY), by="juzhang")


def settled(story: Story, asked: RecordCorrection, *, by: str) -> None:
    no = refused(story, "cases.settle_correction", correction=asked.pk, is_approved=True)
    assert "您没有这一岗位" in no
    yes = {"correction": asked.pk, "is_approved": True}
    done(story, "cases.settle_correction", who=by, **yes)


def test_a_suit_of_another_case_stops_no_late_penalty(reached: Reached) -> None:
    story = reached(stop="performance")
    clock.advance(timedelta(days=20))
    row = accepted(story)
    clock.advance(timedelta(days=10))
    done(story, "penalty.charge_late_penalty")
    before = late_penalty_of(story.proceeding)
    wrong = {"contest": row.pk, **WHY}
    asked = done(story, "cases.correct_contest", **wrong)
    for act, fields in (
        ("cases.end_contest", {"ended_on": clock.today(), "outcome": "upheld"}),
        ("cases.correct_contest", wrong),
    ):
        told = refused(story, act, **fields)
        assert "复议、诉讼登记的更正正在等待审批" in told and "行政处罚法第四十七条" in told
    yes = {"correction": asked.pk, "is_approved": True}
    head = refused(story, "cases.settle_correction", who="duizhang1", **yes)
    assert "由机关负责人审批" in head and "第七十五条第二款" in head
    done(story, "cases.settle_correction", who="juzhang", **yes)
    assert (contests(story.proceeding), pending_contest(story.proceeding)) == ((), None)
    assert Contest.objects.filter(pk=row.pk).exists()  # both stay
    done(story, "penalty.charge_late_penalty")
    after = late_penalty_of(story.proceeding)
    assert before and after and after.days == before.days + 11  # the day of acceptance too
    assert accepted(story).pk != row.pk  # entered anew, under its own number


def test_what_a_decision_fell_by_is_no_wrong_entry(reached: Reached) -> None:
    story = reached(stop="performance")
    judged(story, "（2026）豫0481行初7号")
    [row] = contests(story.proceeding)
    fell = {"by_whom": "court", "kind": "revoked", "reference": "（2026）豫0481行初7号"}
    why = {"overturned_for": ["evidence"], "ground": "判决认定主要证据不足。"}
    done(story, "cases.propose_overturn", **fell, **why)
    done(story, "cases.overturn_decision", who="juzhang")
    told = refused(story, "cases.correct_contest", contest=row.pk, **WHY)
    assert "已经据以撤销、变更决定，不能再更正" in told and "第三十五条" in told


def test_what_waits_on_a_judgment_that_was_none_falls_with_it(reached: Reached) -> None:
    """Else no true judgment could ever be entered (行政处罚法 §75(2))."""
    story = reached(stop="performance")
    judged(story, "（2026）豫0481行初7号")
    [row] = contests(story.proceeding)
    fell = {"by_whom": "court", "kind": "revoked", "overturned_for": ["evidence"]}
    why = {"ground": "判决认定主要证据不足。"}
    done(story, "cases.propose_overturn", **fell, **why, reference="（2026）豫0481行初7号")
    taken_back(story, row)
    assert "没有等待决定的撤销、变更意见" in refused(story, "cases.overturn_decision", who="juzhang")
    judged(story, "（2026）豫0481行初9号")
    done(story, "cases.propose_overturn", **fell, **why, reference="（2026）豫0481行初9号")
    done(story, "cases.overturn_decision", who="juzhang")
    assert queries.has_fallen(story.proceeding)


def test_a_suit_by_which_the_court_was_asked_in_time_stays(reached: Reached) -> None:
    story = asked(reached)
    [row] = contests(story.proceeding)
    told = refused(story, "cases.correct_contest", contest=row.pk, **WHY)
    assert "其后已经申请法院强制执行，不能再更正" in told and "第三十五条" in told


def test_a_suit_that_was_entered_after_the_court_was_asked_is_taken_back(reached: Reached) -> None:
    """Accepted before, as the paper of another case says: it moved no period of the application."""
    story = asked(reached)
    before = clock.today() - timedelta(days=4)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初77号"}
    row = done(story, "cases.record_contest", **suit, accepted_on=before)
    taken_back(story, row)
    assert pending_contest(story.proceeding) is None


def test_a_refund_that_was_none_is_still_owed(reached: Reached) -> None:
    story = reached(stop="performance")
    paid = {"amount": 900, "paid_on": clock.today(), "receipt_number": "2026000001"}
    done(story, "penalty.record_payment", **paid, is_overpaid=True)
    back = {"amount": 100, "refunded_on": clock.today(), "voucher": "TK2026001"}
    row = done(story, "penalty.refund_payment", **back)
    assert outstanding(story.proceeding) == 0
    clock.advance(timedelta(days=40))
    withdrawn(story, f"refund:{row.pk}")
    assert not refunds(story.proceeding) and outstanding(story.proceeding) == -100
    assert done(story, "penalty.refund_payment", **back)  # the very paper, of the very day


def test_what_was_not_taken_after_all_opens_the_case_again(reached: Reached) -> None:
    story = reached(**TOOLS)
    [row] = confiscations(story.proceeding)
    assert story.case.closed_on
    clock.advance(timedelta(days=40))
    withdrawn(story, f"taking:{row.pk}")
    assert story.case.closed_on is None and confiscations(story.proceeding) == ()
    taken = {"measure": row.measure, "kept_at": row.kept_at, "voucher": row.voucher, "taken_on": row.taken_on}
    assert done(story, "penalty.take_confiscated", **taken).pk != row.pk


def test_a_ruling_of_another_case_is_taken_back_and_the_true_one_is_entered(reached: Reached) -> None:
    story = asked(reached)
    wrong = done(story, ANSWER, **said("accepted"))
    clock.advance(timedelta(days=1))
    taken_back = done(story, "penalty.correct_entry", entry=f"court_answer:{wrong.pk}", **WHY)
    told = refused(story, ANSWER, **said("granted", "（2026）豫0481行审2号"))
    assert "法院的答复登记的更正正在等待审批" in told
    done(story, "cases.settle_correction", who="juzhang", correction=taken_back.pk, is_approved=True)
    assert last_answer(story.proceeding) is None and CourtAnswer.objects.filter(pk=wrong.pk).exists()
    assert done(story, ANSWER, **said("accepted") | {"received_on": wrong.received_on}).pk != wrong.pk


def test_a_ruling_on_which_more_was_done_stays(reached: Reached) -> None:
    story = asked(reached)
    first = done(story, ANSWER, **said("accepted"))
    last = done(story, ANSWER, **said("denied", "（2026）豫0481行审2号", reason="明显缺乏事实根据。"))
    clock.advance(timedelta(days=16))
    done(story, "penalty.end_enforcement", who="juzhang", ground="denied", proof="不予执行裁定书")
    for row, why in ((first, "其后已经登记其他答复或者再次申请"), (last, "已经据以终结执行")):
        told = refused(story, "penalty.correct_entry", entry=f"court_answer:{row.pk}", **WHY)
        assert f"{why}，不能再更正" in told and "行政处罚法第四十七条" in told


def test_a_refusal_by_the_court_on_which_time_was_given_stays(reached: Reached) -> None:
    story = asked(reached)
    row = done(story, ANSWER, **said("not_accepted", reason="申请材料不齐全。"))
    granted(story, in_days(60))
    told = refused(story, "penalty.correct_entry", entry=f"court_answer:{row.pk}", **WHY)
    assert "其后已经批准暂缓、分期缴纳，不能再更正" in told


@pytest.mark.parametrize("entry", ["refund:1", "payment:1", "送达"])
def test_only_an_entry_of_the_case_is_corrected(reached: Reached, entry: str) -> None:
    story = reached(stop="performance")
    told = refused(story, "penalty.correct_entry", entry=entry, **WHY)
    assert "没有登记过整改复查、法院的答复、退款、没收的执行" in told
    paid = {"amount": 900, "paid_on": clock.today(), "receipt_number": "2026000001"}
    done(story, "penalty.record_payment", **paid, is_overpaid=True)
    back = {"amount": 100, "refunded_on": clock.today(), "voucher": "TK2026001"}
    done(story, "penalty.refund_payment", **back)
    assert "没有这条登记" in refused(story, "penalty.correct_entry", entry=f"{entry}9", **WHY)
    assert queries.waiting_corrections(story.proceeding) == ()
