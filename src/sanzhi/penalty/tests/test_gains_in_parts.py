"""Gains are paid in parts as a fine is: what is left is demanded, asked of the court and owed at the end (行政处罚法 §74)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from sanzhi.penalty.tests.test_court import SAYS, YEAR, at
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from tests.stories import done, refused

Reached = Callable[..., Story]
TAKE = "penalty.take_confiscated"
GAINED: dict[str, Any] = {"gains": Decimal(2000), "measures": [Measure.CONFISCATION_OF_GAINS], "pays": False}


def taken(voucher: str, amount: int | None = None, **more: Any) -> dict[str, Any]:
    where = {"taken_on": clock.today(), "kept_at": "财政专户", "voucher": voucher}
    return {"measure": "confiscation_of_gains", "amount": amount, **where, **more}


@pytest.fixture
def owing(reached: Reached) -> Story:
    """The fine of 800 is paid, the gains of 2000 are not."""
    story = reached(stop="performance", **GAINED)
    story.pay(Decimal(800))
    return story


def test_no_more_is_taken_than_is_left(owing: Story) -> None:
    row = done(owing, TAKE, **taken("2026S0000011", 500))
    assert (row.amount, row.what) == (500, "没收违法所得500元（人民币伍佰元整）")
    said = refused(owing, TAKE, **taken("2026S0000012", 1501))
    assert "违法所得尚有1500元未收取" in said and "行政处罚法第七十四条" in said
    assert done(owing, TAKE, **taken("2026S0000012")).amount == 1500
    assert "违法所得尚有0元未收取" in refused(owing, TAKE, **taken("2026S0000013", 1))
    said = refused(owing, TAKE, **taken("2026S0000013"))
    assert "没有填写又收取的数额" in said and "行政处罚法第七十四条" in said


def test_a_thing_is_taken_as_it_is(reached: Reached) -> None:
    grill = {"cause": "C15", "fine": 3000, "measures": [Measure.CONFISCATION_OF_GOODS], "confiscated": 600}
    story = reached(stop="performance", **grill, confiscates="烧烤炉一台")
    goods: dict[str, Any] = {"measure": "confiscation_of_goods"}
    said = refused(story, TAKE, **taken("2026G0000011", 300, **goods))
    assert "“没收烧烤炉一台”不是按数额收取的" in said and "行政处罚法第七十四条" in said
    assert done(story, TAKE, **taken("2026G0000011", **goods)).amount == 600


def test_the_case_is_not_performed_before_the_rest_has_come(owing: Story) -> None:
    owing.paper("D48")
    owing.go()
    done(owing, TAKE, **taken("2026S0000011", 500))
    performed = {"closure_kind": "performed", "closure_reason": ""}
    owing.paper("D68", performed)
    said = refused(owing, "cases.close_case", who="duizhang1", kind="performed")
    assert "没有“没收违法所得1500元（人民币壹仟伍佰元整）”已经执行的记录" in said
    done(owing, TAKE, **taken("2026S0000012"))
    values = owing.paper("D68", performed).values
    assert Decimal(values["paid_amount"]) == 2800
    receipts = values["receipt_number"].split("、")
    assert len(receipts) == 3 and receipts[1:] == ["2026S0000011", "2026S0000012"]
    assert "没收违法所得500元（人民币伍佰元整）已经执行（专用票据号2026S0000011）" in values["execution"]
    assert done(owing, "cases.close_case", who="duizhang1", kind="performed").closed_on


def test_what_was_demanded_and_paid_in_part_is_asked_of_the_court(owing: Story) -> None:
    done(owing, TAKE, **taken("2026S0000011", 500))
    at(clock.today() + timedelta(days=150))
    demand = owing.paper("D51")
    assert demand.values["duties"] == "缴纳没收的违法所得1500元（人民币壹仟伍佰元整）"
    assert Decimal(demand.values["gains_owed"]) == 1500 and not demand.values.get("owed")
    assert demand.values["owed_text"].endswith(
        "没收违法所得2000元（人民币贰仟元整），已缴500元，尚应缴纳1500元"
    )
    owing.serve(demand)
    done(owing, TAKE, **taken("2026S0000012", 600))
    clock.advance(timedelta(days=70))
    done(owing, "organisation.import_calendar", who="guanli", **YEAR)
    asked = done(owing, "penalty.apply_to_court", who="juzhang", **SAYS)
    values = Document.objects.get(pk=asked.document_id).values
    assert values["duties"] == "缴纳没收的违法所得900元（人民币玖佰元整）"


def test_what_was_not_demanded_is_not_asked_of_the_court(owing: Story) -> None:
    """A part that was entered wrongly is owed again, and was not demanded (行政强制法 §54)."""
    row = done(owing, TAKE, **taken("2026S0000011", 500))
    at(clock.today() + timedelta(days=150))
    owing.serve(owing.paper("D51"))
    wrong = {"entry": f"taking:{row.pk}", "proof": "财政专户对账单", "reason": "该笔款项没有到账，登记有误。"}
    asked = done(owing, "penalty.correct_entry", **wrong)
    done(owing, "cases.settle_correction", who="duizhang1", correction=asked.pk, is_approved=True)
    clock.advance(timedelta(days=70))
    done(owing, "organisation.import_calendar", who="guanli", **YEAR)
    said = refused(owing, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "催告全部尚未履行的义务" in said
    assert known(owing, "D51")["duties"] == "缴纳没收的违法所得2000元（人民币贰仟元整）"
