"""What is refused after a levy is decided: receipts twice, sums that do not fit, things out of order, the court too soon."""

import json
import random
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases.models import OverturnKind
from sanzhi.demo import people
from sanzhi.demo.levying import LevyStory
from sanzhi.kernel import clock
from sanzhi.levy.owed import late_amount, outstanding, payment_due
from sanzhi.levy.queries import refunds
from tests.fees import Levied, give_late_rate
from tests.stories import assumed_calendar, confirmed, desk, done, refused

PAY, BACK = "levy.collect_levy", "levy.pay_levy_refund"
CUT = {"reason": "城市道路改造需要停止占用。", "proof": "停止占用决定"}
ASK = {"statement": "经催告，当事人没有提出意见。", "object_state": "占用费3960元没有缴纳。"}
HEAD = "juzhang"


def paid(**changes: Any) -> dict[str, Any]:
    return {"amount": 3960, "paid_on": clock.today(), "receipt_number": "4120260001234", **changes}


def refund(**changes: Any) -> dict[str, Any]:
    usual = {"voucher": "TF20260001234", "receiver": "某店", "paid_on": clock.today()}
    return {**usual, **changes}


def test_each_receipt_counts_once_and_no_more_than_is_owed(levied: Levied) -> None:
    story = levied(stop="collection")
    assert "缴款日应不早于决定日" in refused(story, PAY, **paid(paid_on=clock.today() + timedelta(days=1)))
    assert "缴款超过应缴余额3960元" in refused(story, PAY, **paid(amount=4000))
    assert "没有多缴" in refused(story, PAY, **paid(is_overpaid=True))
    assert "不像财政票据号" in refused(story, PAY, **paid(receipt_number="111"))
    assert "没有多缴的款项" in refused(story, "levy.refund_levy", who=HEAD, reason="没有多缴。")
    assert "没有已经决定、等待退还" in refused(story, BACK, **refund())
    done(story, PAY, **paid(amount=1000))
    assert "已经登记过" in refused(story, PAY, **paid(amount=1000))
    assert "尚有2960元没有缴纳" in refused(story, "cases.complete_step")
    done(story, PAY, **paid(amount=2960, receipt_number="4120260001235"))
    story.go()


def test_what_is_paid_twice_goes_back(levied: Levied) -> None:
    story = levied(stop="collected")
    done(story, PAY, **paid(amount=3960, receipt_number="4120269991234", is_overpaid=True))
    assert "多收了3960元，尚未退还" in refused(story, "cases.complete_step")
    done(story, "levy.refund_levy", who=HEAD, reason="银行重复代收，予以退还。")
    assert "尚未退还" in refused(story, "levy.refund_levy", who=HEAD, reason="银行重复代收。")
    assert "尚未退还" in refused(story, "levy.cut_short", last_on=clock.today(), **CUT)
    early = refund(paid_on=clock.today() - timedelta(days=1))
    assert "退还日应不早于决定退费之日" in refused(story, BACK, **early)
    assert "已经登记过" in refused(story, BACK, **refund(voucher="4120269991234"))
    assert "已经决定的退费尚未退还" in refused(story, "cases.complete_step")
    done(story, BACK, **refund())
    story.go()
    done(story, "cases.close_case", who=HEAD, kind="performed")
    # after the end a bank may take once more
    done(story, PAY, **paid(amount=100, receipt_number="4120269991299", is_overpaid=True))
    assert story.case.closed_on is None and story.proceeding.step == "collection"
    done(story, "levy.refund_levy", who=HEAD, reason="结案以后误收，予以退还。")
    done(story, BACK, **refund(voucher="TF20260001299"))
    assert [row.amount for row in refunds(story.proceeding)] == [Decimal(3960), Decimal(100)]


def test_a_use_is_cut_within_its_days(levied: Levied) -> None:
    story = levied(stop="collected")
    begun = story.case.happened_on
    out = refused(story, "levy.cut_short", last_on=begun + timedelta(days=60), **CUT)
    assert "占用期间之内" in out
    more = refused(story, "levy.cut_short", last_on=begun + timedelta(days=29), rest=120, **CUT)
    assert "保留的数量应当小于" in more
    done(story, "levy.cut_short", last_on=begun + timedelta(days=29), rest=20, **CUT)
    done(story, "levy.decide_lowering", who=HEAD, outcome="准予", opinion="道路改造属实。")
    # thirty days of 120 m² at 66 yuan, thirty of 20 m² at 10 yuan
    assert outstanding(story.proceeding) == Decimal(66 * 30 + 10 * 30) - Decimal(3960)


def test_a_relief_that_is_denied_changes_nothing(levied: Levied) -> None:
    story = levied(stop="lowering", relief="公益活动占用")
    done(
        story, "levy.decide_lowering", who=HEAD, outcome="不予准许", opinion="活动有营业收入，不是公益活动。"
    )
    assert outstanding(story.proceeding) == Decimal(3960)


def test_only_uses_by_the_day_are_cut(levied: Levied) -> None:
    item = "城市道路挖掘修复费（沥青路面）"
    story = levied(stop="collection", power="ZS02", item=item, by_day=False, quantity=Decimal(5))
    assert "按日计的占用" in refused(story, "levy.cut_short", last_on=clock.today(), **CUT)


def test_who_takes_over_pays(levied: Levied) -> None:
    story = levied(stop="collection", party=people.organisation(random.Random(2)))
    said = {"name": "舞钢市合并后的公司", "proof": "合并登记通知书"}
    wrong = refused(story, "levy.record_successor", how="inheritance", **said)
    assert "方式与当事人的类别不符" in wrong
    same = {**said, "name": story.party.name}
    assert "不能是当事人本人" in refused(story, "levy.record_successor", how="merger", **same)
    done(story, "levy.record_successor", how="merger", **said)
    end = {"proof": "注销登记", "reason": "单位已经注销。"}
    assert "已经登记义务承受人" in refused(story, "levy.end_levy", who=HEAD, ground="dissolved", **end)
    done(story, PAY, **paid())
    assert "没有尚未缴清" in refused(story, "levy.record_successor", how="merger", **said)


def test_nobody_is_left(levied: Levied) -> None:
    story = levied(stop="collection")
    end = {"proof": "死亡证明、没有遗产的证明", "reason": "公民死亡，没有遗产，没有义务承受人。"}
    assert "情形与当事人的类别不符" in refused(story, "levy.end_levy", who=HEAD, ground="dissolved", **end)
    assert "只能因无人可以缴纳终止" in refused(story, "levy.end_levy", who=HEAD, ground="not_owed", **end)
    done(story, "levy.end_levy", who=HEAD, ground="died", **end)
    close = {"reason": "无人可以缴纳。"}
    assert "不能以履行完毕结案" in refused(story, "cases.close_case", who=HEAD, kind="performed", **close)
    assert "没有人民法院终结的裁定" in refused(story, "cases.close_case", who=HEAD, kind="court", **close)
    done(story, "cases.close_case", who=HEAD, kind="given_up", **close)
    assert story.case.closed_on


def calendar_of(story: LevyStory, year: int) -> None:
    """The holidays of the year are entered by two."""
    days = json.loads(json.dumps(assumed_calendar(year), default=str))
    fields = {"act": "organisation.import_calendar", "fields": days, "reason": "按通知录入"}
    done(story, "ledger.propose_joint_act", who="guanli", **fields)
    confirmed(story)


def unpaid(levied: Levied, **changes: Any) -> LevyStory:
    """Served, and the days to pay are over."""
    story = levied(stop="collection", **changes)
    clock.advance(timedelta(days=20))
    return story


def test_the_court_after_the_demand_and_the_remedies(levied: Levied) -> None:
    early = levied(stop="collection")
    calendar_of(early, 2027)
    assert "没有逾期未缴" in refused(early, "levy.ask_court_for_levy", who=HEAD, **ASK)
    story = early
    clock.advance(timedelta(days=20))
    asked = refused(story, "levy.ask_court_for_levy", who=HEAD, **ASK)
    assert "复议、起诉期限到" in asked and "尚未送达《履行义务催告书》" in asked
    assert "缺少《履行义务催告书》" in refused(story, "cases.complete_step")
    clock.advance(timedelta(days=170))
    story.serve(story.paper("D51"))
    assert "满十个工作日" in refused(story, "levy.ask_court_for_levy", who=HEAD, **ASK)
    clock.advance(timedelta(days=20))
    reason = "当事人下落不明，公告送达。"
    late = refused(story, "levy.ask_court_for_levy", who=HEAD, **ASK, late_reason=reason)
    assert "没有逾期申请的理由可写" in late
    answer = {"says": "granted", "reference": "（2027）豫0481行审9号", "received_on": clock.today()}
    assert "没有等待人民法院答复的申请" in refused(story, "levy.record_levy_answer", **answer)
    done(story, "levy.ask_court_for_levy", who=HEAD, **ASK)
    assert "已经申请过" in refused(story, "levy.ask_court_for_levy", who=HEAD, **ASK)
    assert "法院尚未执行终结" in refused(story, "cases.complete_step")
    _answered(story, answer)
    story.go()
    nobody = refused(story, "cases.close_case", who=HEAD, kind="given_up", reason="无人可以缴纳。")
    assert "没有机关负责人终止征收的决定" in nobody
    done(story, "cases.close_case", who=HEAD, kind="court", reason="法院终结执行。")
    assert story.case.closed_on


def _answered(story: LevyStory, answer: dict[str, Any]) -> None:
    ended = {**answer, "says": "terminated"}
    assert "只接在准予执行之后" in refused(story, "levy.record_levy_answer", **ended)
    tomorrow = {**answer, "received_on": clock.today() + timedelta(days=1)}
    assert "收到日应不早于申请" in refused(story, "levy.record_levy_answer", **tomorrow)
    own = {**answer, "reference": "舞城管征决字〔2026〕1号"}
    assert "不像人民法院文书的文号" in refused(story, "levy.record_levy_answer", **own)
    done(story, "levy.record_levy_answer", **answer)
    done(story, "levy.record_levy_answer", **ended)


def test_after_the_three_months_a_reason_is_told(levied: Levied) -> None:
    story = unpaid(levied)
    calendar_of(story, 2027)
    clock.advance(timedelta(days=300))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=30))
    said = refused(story, "levy.ask_court_for_levy", who=HEAD, **ASK)
    assert "申请期限已于" in said


def test_a_late_fee_only_where_the_basis_gives_it(levied: Levied) -> None:
    story = unpaid(levied)
    assert late_amount(story.proceeding) == 0


def test_a_late_fee_is_counted_to_the_day_and_never_above_the_sum(levied: Levied) -> None:
    first = levied(stop="assessment", place="舞钢市演示大道99号门前")
    give_late_rate(first.bureau, at="SF02")
    story = levied(stop="collection", item="城市道路占用费（施工占用）", quantity=Decimal(100))
    assert outstanding(story.proceeding) == Decimal(2400)  # 100 × 0.4 × 60
    last = payment_due(story.proceeding)
    assert last is not None
    clock.advance(timedelta(days=(last.on - clock.today()).days + 10))
    assert late_amount(story.proceeding) == Decimal("12.00")
    done(story, PAY, **paid(amount=2400))
    assert "尚有12元没有缴纳" in refused(story, "cases.complete_step")
    done(story, PAY, **paid(amount=12, receipt_number="4120260001299"))
    clock.advance(timedelta(days=30))
    assert outstanding(story.proceeding) == 0
    story.go()


def test_a_decision_that_fell_is_paid_back(levied: Levied) -> None:
    story = levied(stop="collected")
    fell = {"overturned_for": ["evidence"], "ground": "占用面积的证据不足。", "kind": OverturnKind.REVOKED}
    done(story, "cases.propose_overturn", **fell)
    done(story, "cases.overturn_decision", who=HEAD)
    assert "没有有效的征收决定" in refused(story, PAY, **paid(receipt_number="4120260007777"))
    assert "尚未退还" in refused(story, "cases.close_case", who=HEAD, kind="overturned", reason="决定撤销。")
    story.serve(next(row.document for row in story.proceeding.papers.all() if row.form == "D87"))
    done(story, "levy.refund_levy", who=HEAD, reason="决定已经撤销，全部退还。")
    done(story, BACK, **refund())
    done(story, "cases.close_case", who=HEAD, kind="overturned", reason="决定已经撤销，款项已经退还。")
    assert story.case.closed_on


def test_what_is_paid_is_not_given_up(levied: Levied) -> None:
    """Nor is what others may still judge; nor does it close before they have."""
    asked = {"way": "reconsideration", "body": "舞钢市人民政府", "number": "舞政复〔2026〕9号"}
    died = {"ground": "died", "proof": "死亡证明", "reason": "没有遗产，没有义务承受人。"}
    story = levied(stop="collection")
    done(story, "cases.record_contest", **asked, accepted_on=clock.today())
    assert "尚未审结，不能终止征收" in refused(story, "levy.end_levy", who=HEAD, **died)
    done(story, PAY, **paid())
    said = refused(story, "levy.end_levy", who=HEAD, **died)
    assert "已经缴清" in said and "请办理结案" in said
    story.go()
    said = refused(story, "cases.close_case", who=HEAD, kind="performed")
    assert "舞政复〔2026〕9号）尚未审结，不能结案" in said and "行政诉讼法第九十四条" in said
    ended: dict[str, Any] = {"outcome": "withdrawn", "outcome_number": "舞政复终〔2026〕9号"}
    ended |= {"ended_on": clock.today(), "received_on": clock.today()}
    done(story, "cases.end_contest", **ended)
    done(story, "cases.close_case", who=HEAD, kind="performed")
    assert story.case.closed_on


def test_what_is_left_after_a_grant_is_told_in_writing(levied: Levied) -> None:
    story = levied(stop="lowering", relief="残疾人自主经营")
    assert "还是原来的金额" not in refused(story, "cases.complete_step")
    story.decide_lowering("残疾人证和营业执照核对无误，符合清单规定的减免。")
    assert "《行政征收缴费通知书》还是原来的金额" in refused(story, "cases.complete_step")
    bill = story.paper("D92")
    assert "准予减免" in bill.values["paid_text"]
    assert "还是原来的金额" in refused(story, "cases.complete_step"), "made, and not yet handed over"
    story.serve(bill)
    said = refused(story, "cases.complete_step")
    assert "没有缴纳" in said and "还是原来的金额" not in said


DENIED = {"outcome": "不予准许", "opinion": "活动有营业收入，不是公益活动。"}
UNTOLD = "当事人不知道理由和救济途径"


def test_who_asked_in_vain_reads_why_and_what_can_be_done(levied: Levied) -> None:
    """河南省行政执法条例 §29, §30: in the next bill, which has to be handed over before the case may go on."""
    story = levied(stop="lowering", relief="公益活动占用")
    done(story, "levy.decide_lowering", who=HEAD, **DENIED)
    assert UNTOLD in refused(story, "cases.complete_step")
    bill = story.paper("D92")
    assert "申请“公益活动占用”减免" in bill.values["denied_text"]
    assert bill.values["asks"] == "要求缴款" and bill.values["amount"] == "3960.00" and bill.values["due_on"]
    assert "不予准许，理由：活动有营业收入，不是公益活动。" in bill.values["denied_text"]
    assert "六十日内" in bill.values["denied_remedy"] and "本通知" in bill.values["denied_remedy"]
    assert UNTOLD in refused(story, "cases.complete_step"), "made, and not yet handed over"
    story.serve(bill)
    said = refused(story, "cases.complete_step")
    assert "没有缴纳" in said and UNTOLD not in said
    done(story, PAY, **paid())
    story.go()


def test_so_does_who_had_paid_before(levied: Levied) -> None:
    story = levied(stop="collected")
    story.plan.relief = "公益活动占用"
    story.ask_relief()
    done(story, "levy.decide_lowering", who=HEAD, **DENIED)
    assert UNTOLD in refused(story, "cases.complete_step")
    pane = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/").context["pane"]
    (lack,) = (row for group in pane.lacks for row in group.lacks if UNTOLD in row.sentence)
    assert lack.go and lack.label == "打开《行政征收缴费通知书》"
    bill = story.paper("D92")
    assert "已缴3960元" in bill.values["paid_text"] and bill.values["asks"] == "不要求缴款"
    for name in ("amount", "amount_capital", "due_on", "late_text"):
        assert not bill.values.get(name), name
    story.serve(bill)
    story.go()
    done(story, "cases.close_case", who=HEAD, kind="performed")
    assert story.case.closed_on


def test_a_second_refusal_is_told_too(levied: Levied) -> None:
    story = levied(stop="lowering", relief="公益活动占用")
    done(story, "levy.decide_lowering", who=HEAD, **DENIED)
    story.serve(story.paper("D92"))
    assert UNTOLD not in refused(story, "cases.complete_step")
    story.ask_relief()
    done(story, "levy.decide_lowering", who=HEAD, outcome="不予准许", opinion="补充的材料仍不能证明。")
    assert UNTOLD in refused(story, "cases.complete_step")
    died = {"ground": "died", "proof": "死亡证明", "reason": "没有遗产，没有义务承受人。"}
    done(story, "levy.end_levy", who=HEAD, **died)
    # nobody is left who could read it
    done(story, "cases.close_case", who=HEAD, kind="given_up", reason="没有义务承受人。")
    assert story.case.closed_on


def test_a_refusal_in_the_words_of_an_earlier_one_is_told_by_itself(levied: Levied) -> None:
    """On the same day, with the same reason: the bill that told the first was made before the second."""
    story = levied(stop="collected")
    story.plan.relief = "公益活动占用"
    for _ in range(3):
        story.ask_relief()
        done(story, "levy.decide_lowering", who=HEAD, **DENIED)
        assert UNTOLD in refused(story, "cases.complete_step")
        story.serve(story.paper("D92"))
    story.go()
    done(story, "cases.close_case", who=HEAD, kind="performed")
    assert story.case.closed_on


def test_how_sure_the_tariff_is_stands_in_the_office_only(levied: Levied) -> None:
    story = levied(stop="collection")
    assessed = story.proceeding.assessments.get()
    decision = next(row.document for row in story.proceeding.papers.all() if row.form == "D91")
    assert assessed.mark
    for name in ("standard", "derivation"):
        assert decision.values[name] and f"〔{assessed.mark}〕" not in decision.values[name], name
