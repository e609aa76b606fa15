"""A payment recorded wrongly, found when the case ends or afterwards: nothing closes on it, and nothing stays closed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]


def settle(story: Story) -> None:
    [waiting] = queries.waiting_corrections(story.proceeding)
    said = {"correction": waiting.pk, "is_approved": True}
    done(story, "cases.settle_correction", who="duizhang1", **said)


def closed(story: Story) -> None:
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    done(story, "cases.close_case", who="duizhang1", kind="performed")


def correction(row: Any, **changed: Any) -> dict[str, Any]:
    said = {"payment": row.pk, "amount": row.amount, "paid_on": row.paid_on, "reason": "票据录入有误。"}
    return {**said, "receipt_number": row.receipt_number, **changed}


def test_no_case_closes_while_a_correction_waits(reached: Reached) -> None:
    story = reached(stop="closure")
    [row] = queries.payments(story.proceeding)
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    done(story, "penalty.correct_payment", **correction(row, receipt_number="2026000088"))
    end = {"who": "duizhang1", "kind": "performed"}
    said = refused(story, "cases.close_case", **end)
    assert "登记的更正正在等待审批" in said and "行政处罚法第四十七条" in said
    settle(story)
    said = refused(story, "cases.close_case", **end)
    assert "《结案审批表》所写的送达、缴款和执行情况与现在的登记不一致" in said
    closed(story)


def test_a_wrong_receipt_found_after_the_end_is_corrected_and_the_case_stays_closed(reached: Reached) -> None:
    story = reached()
    [row] = queries.payments(story.proceeding)
    done(story, "penalty.correct_payment", **correction(row, receipt_number="2026000088"))
    settle(story)
    assert story.case.closed_on is not None
    assert [row.receipt_number for row in queries.payments(story.proceeding)] == ["2026000088"]


@pytest.mark.parametrize("stop", ["", "closure"])
def test_who_has_not_paid_after_all_is_not_done(reached: Reached, stop: str) -> None:
    story = reached(stop=stop)
    [row] = queries.payments(story.proceeding)
    done(story, "penalty.correct_payment", **correction(row, amount=0))
    settle(story)
    assert (story.case.closed_on, story.proceeding.step) == (None, "performance")
    assert "尚有800元未缴纳" in refused(story, "cases.complete_step")
    story.pay(Decimal(800), receipt="Z")
    story.go()
    closed(story)
    assert story.case.closed_on == clock.today()
