"""Money after the decision: counted anew, deferred, taken in cash, given back; what was recorded wrongly is corrected."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.deadlines import countdowns
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.penalty.models import LatePenalty
from sanzhi.penalty.owed import late_penalty_today, outstanding, payment_due_on
from tests.stories import done, judged, refused, stall

Reached = Callable[..., Story]
SPOT: dict[str, Any] = {"procedure": "penalty/simplified", "cause": "C56", "stop": "performance"}


def paid(story: Story, amount: Any, *, back: int = 0, receipt: str = "2026000001", **more: Any) -> Any:
    spot = more.get("is_on_the_spot")
    day = story.proceeding.decision.decided_on if spot else clock.today() - timedelta(days=back)
    return done(story, "penalty.record_payment", amount=amount, paid_on=day, receipt_number=receipt, **more)


def late(story: Story, days: int) -> date:
    """The clock stands `days` after the last day of payment."""
    due_on = payment_due_on(story.proceeding)
    assert due_on is not None
    clock.advance(due_on - clock.today() + timedelta(days=days))
    return due_on


def counted(story: Story) -> list[tuple[int, Decimal]]:
    return [(row.days, row.amount) for row in LatePenalty.objects.filter(proceeding=story.proceeding)]


def test_an_earlier_payment_entered_later_recounts_the_late_penalty(reached: Reached) -> None:
    story = reached(stop="performance")
    late(story, 7)
    done(story, "penalty.charge_late_penalty")
    assert "应加处的数额已经加处" in refused(story, "penalty.charge_late_penalty")
    said = refused(story, "penalty.recount_late_penalty", reason="重新核对")
    assert "加处罚款没有多计" in said and "行政处罚法第七十二条" in said
    paid(story, 168, receipt="2026000009")
    paid(story, 800, back=2)
    assert counted(story) == [(7, Decimal(168)), (5, Decimal(120))]
    said = refused(story, "cases.complete_step")
    assert "多收了48元，尚未退还当事人" in said and "第七十五条第二款" in said
    back = {"refunded_on": clock.today(), "voucher": "TK2026001"}
    assert "应当退还的是48元" in refused(story, "penalty.refund_payment", amount=49, **back)
    tomorrow = clock.today() + timedelta(days=1)
    before = {"1949-10-01", (clock.today() - timedelta(days=16)).isoformat(), tomorrow.isoformat()}
    for day in before:
        late_or_early = {**back, "refunded_on": day}
        said = refused(story, "penalty.refund_payment", amount=48, **late_or_early)
        assert "不晚于今天：款项收取、决定变更以后才能退还" in said and "第七十五条第二款" in said
    assert "不像退款凭证号" in refused(
        story, "penalty.refund_payment", amount=48, **{**back, "voucher": "TK000000"}
    )
    row = story.proceeding.payments.latest("id")
    wrong = {"payment": row.pk, "amount": 790, "paid_on": row.paid_on, "receipt_number": row.receipt_number}
    asked = done(story, "penalty.correct_payment", **wrong, reason="票据上的金额录入有误。")
    said = refused(story, "penalty.refund_payment", amount=8, **back)
    assert "缴款登记的更正正在等待审批" in said and "请先审批更正申请" in said
    no = {"correction": asked.pk, "is_approved": False, "opinion": "票据金额与登记相符。"}
    done(story, "cases.settle_correction", who="duizhang1", **no)
    done(story, "penalty.refund_payment", amount=8, **back)
    again = refused(story, "penalty.refund_payment", amount=40, **{**back, "voucher": "ＴＫ2026 001"})
    assert "退款凭证号TK2026001已经登记过" in again
    back["voucher"] = "TK2026002"
    done(story, "penalty.refund_payment", amount=40, **back)
    assert outstanding(story.proceeding) == 0
    assert "没有应当退还当事人的款项" in refused(story, "penalty.refund_payment", amount=1, **back)


def test_what_was_paid_in_part_is_no_longer_counted(reached: Reached) -> None:
    story = reached(stop="performance")
    late(story, 2)
    paid(story, 300)
    clock.advance(timedelta(days=2))
    found = late_penalty_today(story.proceeding)
    assert found is not None and found.days == 4
    assert found.amount == Decimal("0.03") * (800 * 2 + 500 * 2)


def test_the_days_of_a_remedy_do_not_count(reached: Reached) -> None:
    story = reached(stop="performance")
    remedy = {"way": "reconsideration", "body": "舞钢市人民政府", "number": "舞政复受〔2026〕3号"}
    early = story.proceeding.decision.decided_on - timedelta(days=1)
    assert "受理日应不早于决定日" in refused(story, "cases.record_contest", accepted_on=early, **remedy)
    assert "没有正在进行的复议、诉讼" in refused(
        story, "cases.end_contest", ended_on=clock.today(), outcome="upheld"
    )
    due_on = late(story, 7)
    done(story, "penalty.charge_late_penalty")
    done(story, "cases.record_contest", accepted_on=due_on + timedelta(days=3), **remedy)
    assert counted(story)[-1] == (2, Decimal(48))
    assert "尚未审结" in refused(story, "cases.record_contest", accepted_on=clock.today(), **remedy)
    clock.advance(timedelta(days=20))
    assert "没有新增" in refused(story, "penalty.charge_late_penalty")
    early = due_on + timedelta(days=2)
    said = refused(story, "cases.end_contest", ended_on=early, outcome="upheld")
    assert "审结日应不早于受理日" in said
    got = {"ended_on": clock.today(), "received_on": clock.today()}
    done(story, "cases.end_contest", **got, outcome="upheld")
    before = clock.today() - timedelta(days=1)
    assert "受理日不能早于上一次审结" in refused(story, "cases.record_contest", accepted_on=before, **remedy)
    clock.advance(timedelta(days=1))
    assert done(story, "penalty.charge_late_penalty").days == 3


def test_who_knows_of_the_decision_sues_before_it_is_served(reached: Reached) -> None:
    story = reached(stop="decision")
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    said = refused(story, "cases.record_contest", accepted_on=clock.today(), **suit)
    assert "本案没有作出决定" in said and "行政复议法第二条" in said
    story.paper("D40")
    done(story, "penalty.decide_penalty", who="juzhang")
    clock.advance(timedelta(days=5))
    assert done(story, "cases.record_contest", accepted_on=clock.today(), **suit).ended_on is None


def test_the_days_between_a_judgment_and_the_appeal_do_not_count(reached: Reached) -> None:
    story = reached(stop="performance")
    due_on = late(story, 1)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=due_on + timedelta(days=1), **suit)
    clock.advance(timedelta(days=40))
    ended = {"ended_on": clock.today(), "outcome": "upheld"}
    said = refused(story, "cases.end_contest", **ended)
    assert "没有生效，诉讼没有审结" in said and "行政诉讼法第八十五条" in said
    done(story, "cases.end_contest", **ended, is_effective=True)
    clock.advance(timedelta(days=10))
    assert done(story, "penalty.charge_late_penalty").days == 10
    appeal = {"way": "litigation", "body": "平顶山市中级人民法院", "number": "（2026）豫04行终9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **appeal)
    assert counted(story)[-1] == (0, Decimal(0))


@pytest.mark.parametrize("procedure", ["penalty/ordinary", "penalty/simplified"])
def test_every_decision_tells_the_late_penalty(reached: Reached, procedure: str) -> None:
    """What was not told is not charged (罚款决定与罚款收缴分离实施办法 §7)."""
    usual: dict[str, Any] = {**SPOT, "fine": 100} if procedure == SPOT["procedure"] else {}
    story = reached(**{**usual, "stop": "performance"})
    papers = queries.papers(story.proceeding)
    told = next(row for row in papers if row.document_id == story.proceeding.decision.document_id)
    assert "每日按罚款数额的百分之三加处罚款" in told.document.values["late_text"]


def asked(story: Story, *lines: str) -> dict[str, Any]:
    return {"reason": "当事人生意亏损，经济困难。", "proof": "社区证明一份", "instalments": list(lines)}


def test_a_deferral_is_asked_for_signed_and_granted(reached: Reached) -> None:
    story = reached(stop="performance")
    first, last = clock.today() + timedelta(days=20), clock.today() + timedelta(days=50)
    assert "没有等待审批" in refused(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    for lines, said in (
        (["明天 800"], "应为日期和金额"),
        (["2026-13-01 800"], "应为日期和金额"),
        ([f"{first} 0", f"{last} 800"], "一期的金额为零"),
        ([f"{last} 700"], "各期金额合计700元，应缴余额是800元"),
        ([f"{last} 400", f"{first} 400"], "各期日期应依次在今天以后"),
        ([f"{clock.today()} 800"], "最后一期晚于原缴款期限"),
    ):
        assert said in refused(story, "penalty.request_deferral", **asked(story, *lines))
    done(story, "penalty.request_deferral", **asked(story, f"{first} 400", f"{last} 400元"))
    assert "已有一份申请等待审批" in refused(story, "penalty.request_deferral", **asked(story, f"{last} 800"))
    said = refused(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    assert "尚未按本次申请制作并签批" in said and "行政处罚法第六十六条第二款" in said
    said = refused(story, "penalty.decide_deferral", who="juzhang", is_granted=False)
    assert "不批准的，请写明理由" in said
    story.paper("D49")
    assert "机关负责人办理" in refused(story, "penalty.decide_deferral", is_granted=True)
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    assert payment_due_on(story.proceeding) == last
    assert [row.on for row in countdowns(story.proceeding)] == [first]
    clock.advance(first - clock.today())
    paid(story, 400)
    clock.advance(last - clock.today())
    assert "罚款尚未逾期" in refused(story, "penalty.charge_late_penalty")
    clock.advance(timedelta(days=1))
    assert done(story, "penalty.charge_late_penalty").days == 1


def test_a_paper_of_an_earlier_request_grants_nothing(reached: Reached) -> None:
    story = reached(stop="performance")
    last = clock.today() + timedelta(days=50)
    done(story, "penalty.request_deferral", **asked(story, f"{last} 800"))
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=False, opinion="困难没有证明。")
    done(story, "penalty.request_deferral", **asked(story, f"{last} 800"))
    assert "尚未按本次申请" in refused(story, "penalty.decide_deferral", who="juzhang", is_granted=True)


def test_a_deferral_granted_late_stops_the_count_from_its_day(reached: Reached) -> None:
    story = reached(stop="performance")
    late(story, 3)
    last = clock.today() + timedelta(days=30)
    done(story, "penalty.request_deferral", **asked(story, f"{last} 800"))
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    clock.advance(timedelta(days=31))
    assert done(story, "penalty.charge_late_penalty").days == 3


def test_nothing_is_deferred_that_is_paid(reached: Reached) -> None:
    story = reached(stop="performance")
    paid(story, 800)
    last = clock.today() + timedelta(days=50)
    assert "没有尚未缴纳的罚款" in refused(story, "penalty.request_deferral", **asked(story, f"{last} 800"))


@pytest.mark.parametrize("number", ["abc", "票据一号", "12345", "000000", "１１１１１１"])
def test_a_receipt_is_a_number(reached: Reached, number: str) -> None:
    story = reached(stop="performance")
    said = refused(story, "penalty.record_payment", amount=800, paid_on=clock.today(), receipt_number=number)
    assert "不像票据号" in said and "行政处罚法第七十条" in said


def test_one_receipt_is_one_however_it_is_typed(reached: Reached) -> None:
    story = reached(stop="performance")
    assert paid(story, 100, receipt="２０２６ 0000\u200b01").receipt_number == "2026000001"
    for number in ("2026 000001", "2026000001 ", "２０２６０００００１", "20260000\u200d01"):
        said = refused(
            story, "penalty.record_payment", amount=100, paid_on=clock.today(), receipt_number=number
        )
        assert "已经登记过" in said and "行政处罚法第七十条" in said


WHY = {"reason": "票据录入时看错一行。"}


def settle(story: Story, who: str = "duizhang1", **more: Any) -> Any:
    (waiting,) = queries.waiting_corrections(story.proceeding)
    return done(
        story, "cases.settle_correction", who=who, **{"correction": waiting.pk, "is_approved": True, **more}
    )


def test_a_payment_recorded_wrongly_is_corrected_by_two(reached: Reached) -> None:
    story = reached(stop="performance")
    right = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000077", **WHY}
    assert "本案没有登记过缴款" in refused(story, "penalty.correct_payment", payment=1, **right)
    wrong = paid(story, 80)
    for changed, said in (
        ({"payment": wrong.pk + 1}, "没有这一笔缴款"),
        ({"amount": 801}, "缴款超过应缴余额800元"),
        ({"receipt_number": "abcdef"}, "不像票据号"),
        ({"paid_on": clock.today() + timedelta(days=1)}, "不晚于今天"),
    ):
        assert said in refused(story, "penalty.correct_payment", **{"payment": wrong.pk, **right, **changed})
    assert "没有等待审批的登记更正" in refused(
        story, "cases.settle_correction", who="duizhang1", correction=1, is_approved=True
    )
    with clock.moved(clock.now() + timedelta(days=3)):
        later = {**right, "paid_on": clock.today()}
        said = refused(story, "penalty.correct_payment", payment=wrong.pk, **later)
        assert "实际缴款日不会在登记以后" in said
    done(story, "penalty.correct_payment", payment=wrong.pk, **right)
    assert "正在等待审批" in refused(story, "penalty.correct_payment", payment=wrong.pk, **right)
    assert outstanding(story.proceeding) == 720
    settle(story)
    (counts,) = queries.payments(story.proceeding)
    assert (counts.amount, counts.corrects_id) == (Decimal(800), wrong.pk)
    assert outstanding(story.proceeding) == 0 and story.proceeding.payments.count() == 2


def test_a_corrected_day_recounts_the_late_penalty(reached: Reached) -> None:
    story = reached(stop="performance")
    late(story, 7)
    wrong = paid(story, 800)
    done(story, "penalty.charge_late_penalty")
    day = clock.today() - timedelta(days=6)
    again = {"payment": wrong.pk, "amount": 800, "paid_on": day, "receipt_number": "2026000001"}
    done(story, "penalty.correct_payment", **again, **WHY)
    settle(story)
    assert counted(story) == [(7, Decimal(168)), (1, Decimal(24))]


def test_a_payment_of_a_fallen_decision_is_corrected_but_not_dated_after_its_fall(reached: Reached) -> None:
    story = reached(stop="performance")
    wrong = paid(story, 400)
    said = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定违法主体的证据不足。"}
    done(story, "cases.propose_overturn", **said)
    done(story, "cases.overturn_decision", who="juzhang")
    fallen_on = clock.today()
    clock.advance(timedelta(days=1))
    right = {"payment": wrong.pk, "amount": 300, "receipt_number": "2026000001", **WHY}
    said_no = refused(story, "penalty.correct_payment", paid_on=clock.today(), **right)
    assert "已经登记，实际缴款日不会在登记以后" in said_no and "第六十七条" in said_no
    more = {**right, "amount": 801}
    assert "缴款超过应缴余额800元" in refused(story, "penalty.correct_payment", paid_on=fallen_on, **more)
    done(story, "penalty.correct_payment", paid_on=fallen_on, **right)
    (asked,) = queries.waiting_corrections(story.proceeding)
    yes = {"correction": asked.pk, "is_approved": True, "who": "duizhang1"}
    told = refused(story, "cases.settle_correction", **yes)  # what the revocation has promised to give back
    assert "由机关负责人审批" in told and "第七十五条第二款" in told
    settle(story, who="juzhang")
    assert outstanding(story.proceeding) == -300


def test_what_was_paid_elsewhere_counts_for_nothing_here(reached: Reached) -> None:
    story = reached(stop="performance")
    wrong = paid(story, 800)
    gone = {"payment": wrong.pk, "amount": 0, "paid_on": clock.today(), "receipt_number": "2026000001"}
    done(story, "penalty.correct_payment", **gone, **WHY)
    settle(story)
    assert queries.payments(story.proceeding) == () and outstanding(story.proceeding) == 800
    paid(story, 800)


def test_nothing_is_taken_while_a_payment_may_be_recorded_anew(reached: Reached) -> None:
    story = reached(stop="performance")
    wrong = paid(story, 80)
    again = {"payment": wrong.pk, "amount": 800, "paid_on": clock.today(), "receipt_number": "2026000077"}
    done(story, "penalty.correct_payment", **again, **WHY)
    more = {"amount": 720, "paid_on": clock.today(), "receipt_number": "2026000078"}
    said = refused(story, "penalty.record_payment", **more)
    assert "缴款登记的更正正在等待审批" in said and "请先审批更正申请" in said
    settle(story)
    assert outstanding(story.proceeding) == 0


def test_a_lower_fine_and_a_deferral_of_the_same_day_lower_the_late_penalty(reached: Reached) -> None:
    story = reached(stop="performance")
    late(story, 7)
    done(story, "penalty.charge_late_penalty")
    change = {"kind": "changed", "overturned_for": ["unfit"], "fine": 500}
    done(story, "cases.propose_overturn", ground="未考虑从轻情节，裁量不当。", **change)
    done(story, "cases.overturn_decision", who="juzhang")
    assert counted(story)[-1] == (7, Decimal(105))
    done(story, "penalty.request_deferral", **asked(story, f"{clock.today() + timedelta(days=9)} 605"))
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    assert counted(story)[-1] == (6, Decimal(90))


def test_a_year_without_its_holidays_is_not_late(reached: Reached) -> None:
    bureau = reached(stop="lead").bureau
    clock.advance(date(2026, 12, 16) - clock.today())
    story = Story(bureau, stall(place="舞钢市演示大道9号门前", stop="performance"))
    story.tell()
    clock.advance(timedelta(days=30))
    said = refused(story, "penalty.charge_late_penalty")
    assert "所在年度的放假安排尚未录入" in said and "第七十二条" in said


def test_what_others_overturned_is_entered_first(reached: Reached) -> None:
    story = reached(stop="performance")
    late(story, 7)
    judged(story, "（2026）豫0481行初9号")
    clock.advance(timedelta(days=2))
    for command in ("penalty.charge_late_penalty", "cases.complete_step"):
        said = refused(story, command)
        assert "尚未据此撤销、变更决定" in said and "请先提出并登记" in said


def test_the_paper_of_the_change_tells_what_is_given_back_in_all(reached: Reached) -> None:
    """Fine 800 and late penalty are paid; a lower fine lowers the late penalty too (行政处罚法 §72, §75)."""
    story = reached(stop="performance")
    late(story, 16)
    done(story, "penalty.charge_late_penalty")
    paid(story, 1184)
    change = {"kind": "changed", "overturned_for": ["unfit"], "fine": 600}
    done(story, "cases.propose_overturn", ground="未考虑从轻情节，裁量不当。", **change)
    gone = done(story, "cases.overturn_decision", who="juzhang")
    assert (counted(story)[-1], outstanding(story.proceeding)) == ((16, Decimal(288)), Decimal(-296))
    assert "款项中的296元" in Document.objects.get(pk=gone.document_id).values["aftermath"]
