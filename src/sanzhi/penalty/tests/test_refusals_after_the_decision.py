"""Service, payment, late penalty, closure: what is owed is paid once, and a case ends as it was decided."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.deadlines import served_on
from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from sanzhi.penalty.owed import outstanding, payment_due_on
from tests.stories import done, refused

Reached = Callable[..., Story]
NO_FINE: dict[str, Any] = {
    "cause": "C34-2",  # 不能拆除的没收实物, 可以并处罚款
    "fine": None,
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "违法搭建的彩钢棚一处",
    "confiscated": 600,
    "corrects": False,
}


def paper(story: Story, form: str) -> int:
    return next(row.document_id for row in papers(story.proceeding) if row.form == form)


def served(story: Story, form: str, **changed: Any) -> dict[str, Any]:
    party = story.party
    proof = {
        "method": "direct",
        "served_on": clock.today(),
        "place": party.address,
        "received_by": party.name,
    }
    return {"document": paper(story, form), "relation": "本人", **proof, **changed}


def test_a_decision_is_served_by_the_officers_and_filmed(reached: Reached) -> None:
    story = reached(stop="service")
    said = refused(story, "cases.complete_step")
    assert "《行政处罚决定书》尚未送达" in said and "行政处罚法第六十一条" in said
    assert "您不是本案承办人" in refused(
        story, "cases.serve_document", who="duizhang1", **served(story, "D41")
    )
    done(story, "cases.serve_document", **served(story, "D41"))
    said = refused(story, "cases.complete_step")
    assert "缺少《" in said and "尚未送达" not in said
    story.paper("D46")
    assert "“送达”没有音像记录" in refused(story, "cases.complete_step")  # the notice's film is another
    story._film("service")
    assert done(story, "cases.complete_step").step == "performance"


def payment(story: Story, **changed: Any) -> dict[str, Any]:
    return {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000001", **changed}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"amount": "800.01"}, "缴款超过应缴余额800元"),
        ({"paid_on": 1}, "缴款日应不早于决定日、不晚于今天"),
        ({"paid_on": -90}, "缴款日应不早于决定日、不晚于今天"),
        ({"is_on_the_spot": True}, "当场收缴限于当场作出的100元以下罚款"),
        ({"is_on_the_spot": True, "amount": 100}, "当场收缴限于当场作出的100元以下罚款"),
    ],
)
def test_a_payment(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="performance")
    if "paid_on" in changed:
        changed = {"paid_on": clock.today() + timedelta(days=changed["paid_on"])}
    assert said in refused(story, "penalty.record_payment", **payment(story, **changed))
    assert "您不是本案承办人" in refused(story, "penalty.record_payment", who="duizhang1", **payment(story))
    done(story, "penalty.record_payment", **payment(story))


def test_a_receipt_counts_once_and_the_rest_remains_owed(reached: Reached) -> None:
    story = reached(stop="performance")
    story.paper("D48")
    said = refused(story, "cases.complete_step")
    assert "罚款尚有800元未缴纳" in said and "行政处罚法第六十六条" in said
    decided_on = story.proceeding.decided_on
    done(story, "penalty.record_payment", **payment(story, amount=300, paid_on=decided_on))
    assert "票据号2026000001已经登记过" in refused(
        story, "penalty.record_payment", **payment(story, amount=500)
    )
    assert "缴款超过应缴余额500元" in refused(
        story, "penalty.record_payment", **payment(story, amount="500.01", receipt_number="2026000002")
    )
    assert "罚款尚有500元未缴纳" in refused(story, "cases.complete_step")
    done(story, "penalty.record_payment", **payment(story, amount=500, receipt_number="2026000002"))
    assert done(story, "cases.complete_step").step == "closure"


def test_what_has_no_fine_is_not_paid_for(reached: Reached) -> None:
    story = reached(**NO_FINE, stop="performance")
    said = refused(story, "penalty.record_payment", **payment(story))
    assert "本案没有罚款决定，不能登记缴款" in said and "行政处罚法第六十七条" in said
    assert done(story, "cases.complete_step").step == "closure"


@pytest.mark.parametrize("amount", [100, 150])
def test_cash_on_the_spot_up_to_a_hundred(reached: Reached, amount: int) -> None:
    plan = {"procedure": "penalty/simplified", "cause": "C56", "fine": amount}
    story = reached(stop="performance", **plan)
    cash = payment(story, amount=amount, is_on_the_spot=True)
    cash["paid_on"] = story.proceeding.decision.decided_on
    if amount > 100:
        assert "行政处罚法第六十八条" in refused(story, "penalty.record_payment", **cash)
        cash["is_on_the_spot"] = False
    done(story, "penalty.record_payment", **cash)


def test_a_late_penalty_begins_the_day_after_the_last(reached: Reached) -> None:
    story = reached(stop="performance")
    due_on = payment_due_on(story.proceeding)
    told_on = served_on(story.proceeding, "decision")
    assert due_on is not None and told_on is not None and due_on - told_on == timedelta(days=15)
    clock.advance(due_on - clock.today())
    said = refused(story, "penalty.charge_late_penalty")
    assert "罚款尚未逾期，不能加处" in said and "行政处罚法第七十二条" in said
    clock.advance(timedelta(days=1))
    assert "您不是本案承办人" in refused(story, "penalty.charge_late_penalty", who="duizhang1")
    late = done(story, "penalty.charge_late_penalty")
    assert (late.days, late.amount, outstanding(story.proceeding)) == (1, Decimal(24), Decimal(824))


def test_no_late_penalty_without_a_fine(reached: Reached) -> None:
    story = reached(**NO_FINE, stop="performance")
    clock.advance(timedelta(days=60))
    assert "罚款尚未逾期" in refused(story, "penalty.charge_late_penalty")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("corrected", "不能以“已改正，不予处罚”结案"),
        ("minor", "请选择：履行完毕、法院终结、终止。"),
        ("not_filed", "已经立案的不能以不予立案结案"),
    ],
)
def test_a_punished_case_closes_as_performed(reached: Reached, kind: str, said: str) -> None:
    story = reached(stop="closure")
    right = {"kind": "performed"}
    assert "缺少《" in refused(story, "cases.close_case", who="duizhang1", **right)
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert "是最后环节，请办理结案" in refused(story, "cases.complete_step")
    reason = "理由写得足够长。"
    assert said in refused(story, "cases.close_case", who="duizhang1", kind=kind, reason=reason)
    assert "这项工作由中队长、机关负责人办理" in refused(story, "cases.close_case", **right)
    assert done(story, "cases.close_case", who="duizhang1", **right).closed_on
    assert story.proceeding.closure_kind == "performed"


def test_an_unpunished_case_does_not_close_as_performed(reached: Reached) -> None:
    story = reached(stop="closure", spares=True, reason="初次违法，危害后果轻微并及时改正。")
    assert story.proceeding.decision.disposal == "spare"
    story.paper("D68", {"closure_kind": "minor", "closure_reason": "违法行为轻微。"})
    right = {"kind": "minor", "reason": "违法行为轻微。"}
    for wrong in ({"kind": "performed"}, {"kind": "minor", "reason": "轻微"}, {**right, "kind": "not_filed"}):
        assert "行政处罚法第五十" in refused(story, "cases.close_case", who="duizhang1", **wrong)
    done(story, "cases.close_case", who="duizhang1", **right)


def test_nobody_is_spared_without_education_and_the_heads_decision(reached: Reached) -> None:
    story = reached(stop="spare", spares=True, reason="初次违法，危害后果轻微并及时改正。")
    said = refused(story, "penalty.decide_no_penalty", who="juzhang")
    assert "应当对当事人进行教育" in said and "行政处罚法第三十三条第三款" in said
    assert "这项工作由机关负责人办理" in refused(story, "penalty.decide_no_penalty")
    done(story, "penalty.record_education", content="已宣讲有关法律规定。")
    story.paper("D40")
    decision = done(story, "penalty.decide_no_penalty", who="juzhang")
    assert (decision.weight.fine, decision.disposal, decision.text) == (0, "spare", "不予行政处罚")
    assert "《不予行政处罚决定书》尚未送达" in refused(done_step(story), "cases.complete_step")


def done_step(story: Story) -> Story:
    done(story, "cases.complete_step")
    return story


@pytest.mark.parametrize(
    ("command", "who"),
    [
        ("cases.sign_document", "zhifa1"),
        ("cases.return_document", "duizhang1"),
        ("cases.serve_document", "zhifa1"),
        ("cases.void_document", "zhifa1"),
        ("cases.fill_document", "zhifa1"),
        ("cases.submit_document", "zhifa1"),
        ("cases.write_document", "zhifa1"),
        ("cases.close_case", "duizhang1"),
        ("penalty.decide_penalty", "juzhang"),
        ("cases.move_to_edition", "fazhi"),
    ],
)
def test_a_closed_case_is_closed(reached: Reached, command: str, who: str) -> None:
    story = reached()
    fields: dict[str, dict[str, Any]] = {
        "sign_document": {"document": paper(story, "D48")},
        "return_document": {"document": paper(story, "D48"), "reason": "再看一看。"},
        "serve_document": served(story, "D48"),
        "void_document": {"document": paper(story, "D48"), "reason": "内容有误。"},
        "fill_document": {"document": paper(story, "D48"), "values": {}},
        "submit_document": {"document": paper(story, "D48")},
        "write_document": {"form": "D45"},
        "close_case": {"kind": "performed"},
        "move_to_edition": {"kind": "powers", "reason": "更正表述"},
    }
    said = refused(story, command, who=who, **fields.get(command.removeprefix("cases."), {}))
    assert "本案已经结案，不能再办理" in said
