"""Notices and decisions name the tier and the reason, what is to be handed over and by when, when it was put right."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import board, queries
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.tests.test_money import settle
from tests.stories import done, established, refused

Reached = Callable[..., Story]
SPOT = {"procedure": "penalty/simplified", "cause": "C17", "fine": 50, "quantities": {"items": 1}}
TAKES = [Measure.CONFISCATION_OF_GAINS, Measure.CONFISCATION_OF_GOODS]
GRILL = {"cause": "C15", "fine": Decimal(8000), "measures": TAKES, "confiscates": "烧烤炉一台、烤架两副"}
GAINED = {"confiscated": Decimal(600), "gains": Decimal(1250)}


def says(story: Story, form: str) -> dict[str, Any]:
    """What the newest issued paper of this form says."""
    rows = [row for row in queries.papers(story.proceeding) if row.form == form and row.is_issued]
    return dict(rows[-1].document.values)


def known(story: Story, form: str) -> dict[str, Any]:
    """What the case would fill in now."""
    return documents.fixed(form, board.facts_of(story.proceeding, documents.form(form).fixed_paths))


@pytest.mark.parametrize(
    ("form", "plan"),
    [
        ("D29", {"stop": "plea"}),
        ("D30", {"stop": "plea", "cause": "C05", "fine": 8000}),
        ("D43", {**SPOT, "stop": "filing_report"}),
    ],
)
def test_the_party_is_told_tier_and_reason(reached: Reached, form: str, plan: dict[str, Any]) -> None:
    story = reached(**plan)
    said = says(story, form)
    assert said["discretion_tier"] and said["discretion_reason"] == "初次违法，能够配合调查。"


def test_what_is_confiscated_is_to_be_handed_over_in_a_named_way_and_time(reached: Reached) -> None:
    story = reached(stop="service", **GRILL, **GAINED)
    said = says(story, "D41")
    assert said["confiscated_goods"] == "烧烤炉一台、烤架两副" and said["hand_over_days"] == "15"
    assert said["confiscated_gains"] == "1250元（人民币壹仟贰佰伍拾元整）"


def test_nothing_is_to_be_handed_over_where_nothing_is_confiscated(reached: Reached) -> None:
    said = says(reached(stop="service"), "D41")
    assert "confiscated_goods" not in said and "confiscated_gains" not in said


def test_the_closure_tells_what_became_of_the_confiscated(reached: Reached) -> None:
    story = reached(stop="closure", **GRILL, **GAINED)
    told = known(story, "D68")["execution"]
    assert "缴清。" in told and told.count("已经执行（专用票据号") == 2


def test_no_penalty_is_told_with_its_ground_once_and_the_day_of_correction(reached: Reached) -> None:
    said = says(reached(cause="C01", fine=500, corrects=True), "D42")
    assert said["correction_state"] == (
        "2026年9月3日，本机关责令当事人于2026年9月6日前改正：立即停止擅自占道设摊、兜售的行为，恢复原状，保持市容整洁。"
        "2026年9月7日复查：当事人已按要求改正。"
    )
    assert said["spared_because"] == "责令改正期限内已经改正"
    assert said["spared_under"] == "第四条、第三十三条第一款、第五十七条"
    assert said["spared_because"] not in said["discretion_reason"]


def test_who_put_it_right_without_an_order_is_told_when(reached: Reached) -> None:
    story = reached(stop="spare", spares=True, spared_for=SparedFor.FIRST, reason="初次违法，已经清理。")
    assert known(story, "D42")["correction_state"] == "当事人已于2026年9月2日改正。"


def test_what_was_not_put_right_is_not_told_so(reached: Reached) -> None:
    assert known(reached(stop="service"), "D41")["correction_state"] is None


def test_what_cannot_be_founded_names_its_own_article(reached: Reached) -> None:
    ground = {"spares": True, "spared_for": SparedFor.UNFOUNDED, "reason": "现场设施系经批准设置。"}
    assert known(reached(stop="spare", **ground), "D42")["spared_under"] == "第五十七条第一款第三项"


def test_a_correction_is_told_until_the_re_inspection_finds_the_contrary(reached: Reached) -> None:
    story = reached(cause="C01", fine=500, stop="correction")
    by = clock.today() + timedelta(days=3)
    done(story, "penalty.order_correction", content="立即清理摊位", correct_by_on=by)
    story.serve(story.paper("D23"))
    told = known(story, "D41")["correction_state"]
    assert told.endswith("前改正：立即清理摊位。") and "复查" not in told
    established(story, corrected_on=clock.today())
    assert "当事人已于2026年9月3日改正。" in known(story, "D41")["correction_state"]
    clock.advance(timedelta(days=4))
    done(story, "penalty.record_correction_review", is_corrected=False, result="经复查，摊位仍在原处")
    told = known(story, "D41")["correction_state"]
    assert told.endswith("2026年9月7日复查：摊位仍在原处。") and "已于" not in told


def test_a_revocation_says_once_that_it_was_looked_into(reached: Reached) -> None:
    said = says(reached(after="changed"), "D87")
    assert not said["ground"].startswith("经") and said["ground"].endswith("。")
    assert said["text"].startswith("罚款由800元变更为600元（人民币陆佰元整）")


def test_a_plea_on_the_spot_is_told_once_with_its_answer(reached: Reached) -> None:
    story = reached(**SPOT, plea="请求从轻。", stop="filing_report")
    told = says(story, "D43")["plea"]
    assert told.endswith("当事人口头陈述、申辩：请求从轻。经复核，事实清楚。对上述意见不予采纳。")


def paid(story: Story, amount: int, *, on: date, receipt: str, **more: Any) -> Any:
    said = {"amount": amount, "paid_on": on, "receipt_number": receipt, **more}
    return done(story, "penalty.record_payment", **said)


def test_the_closure_tells_on_which_day_the_fine_was_paid_off(reached: Reached) -> None:
    """By the days of the payments, whatever was entered or corrected last."""
    story = reached(stop="performance")
    clock.advance(timedelta(days=5))
    last = clock.today()
    second = paid(story, 500, on=last, receipt="2026000002")
    first = paid(story, 300, on=last - timedelta(days=2), receipt="2026000001")
    told = known(story, "D68")
    assert f"罚款已于{chinese_date(last)}缴清。" in told["execution"] and told["paid_on"] == f"{last}"
    assert told["receipt_number"] == "2026000001、2026000002"
    right = {"amount": 300, "paid_on": first.paid_on, "receipt_number": "2026000009"}
    done(story, "penalty.correct_payment", payment=first.pk, reason="票据号录入有误。", **right)
    settle(story)
    told = known(story, "D68")
    assert (told["paid_on"], told["receipt_number"]) == (f"{second.paid_on}", "2026000009、2026000002")


def test_what_was_paid_twice_is_told_as_given_back(reached: Reached) -> None:
    story = reached(stop="performance")
    off = clock.today()
    paid(story, 800, on=off, receipt="2026000001")
    clock.advance(timedelta(days=20))
    paid(story, 800, on=clock.today(), receipt="2026000002", is_overpaid=True)
    back = {"amount": 800, "refunded_on": clock.today(), "voucher": "TK2026000001"}
    assert "应当退还的是800元" in refused(story, "penalty.refund_payment", **{**back, "amount": 801})
    done(story, "penalty.refund_payment", **back)
    told = known(story, "D68")
    assert told["execution"] == (
        f"罚款已于{chinese_date(off)}缴清。另有多缴的800元已于{chinese_date(clock.today())}退还。"
    )
    assert (told["paid_amount"], told["paid_on"], told["receipt_number"]) == (
        "800.00",
        f"{off}",
        "2026000001",
    )


def test_what_was_paid_for_a_fallen_decision_is_told_as_given_back(reached: Reached) -> None:
    story = reached(stop="performance")
    paid(story, 800, on=clock.today(), receipt="2026000001")
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
    done(story, "cases.propose_overturn", **wrong)
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "penalty.refund_payment", amount=800, refunded_on=clock.today(), voucher="TK2026000001")
    told = known(story, "D68")
    assert told["execution"].endswith(f"已经缴纳的800元已于{chinese_date(clock.today())}退还。")
    assert not told.get("paid_amount")
