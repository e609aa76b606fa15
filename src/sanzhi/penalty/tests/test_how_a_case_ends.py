"""A case ends only when what was decided was done: goods taken, cash banked, others' judgments as they were given."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from tests.stories import desk, done, judged, refused

Reached = Callable[..., Story]
TOOLS: dict[str, Any] = {
    "cause": "C15",
    "fine": Decimal(3000),
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "烧烤炉一台、烤架两副",
    "confiscated": Decimal(600),
}
PERFORMED = {"who": "duizhang1", "kind": "performed"}


def taken(**changed: Any) -> dict[str, Any]:
    return {
        "measure": "confiscation_of_goods",
        "taken_on": clock.today(),
        "kept_at": "罚没物品保管室",
        "voucher": "2026G0000012",
        **changed,
    }


def test_what_was_confiscated_is_taken_before_the_case_is_performed(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    story.paper("D48")
    story.pay(Decimal(3000))
    story.go()
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    said = refused(story, "cases.close_case", **PERFORMED)
    assert "没有“没收烧烤炉一台、烤架两副”已经执行的记录" in said and "行政处罚法第七十四条" in said
    assert "没有批准终结执行的记录" not in said, "what speaks against other ways is no reason"
    row = done(story, "penalty.take_confiscated", **taken())
    assert (row.what, row.amount) == ("没收烧烤炉一台、烤架两副", 600)
    assert "没有尚未执行的没收" in refused(story, "penalty.take_confiscated", **taken())
    assert "与现在的登记不一致" in refused(story, "cases.close_case", **PERFORMED)
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert done(story, "cases.close_case", **PERFORMED).closed_on


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"measure": "confiscation_of_gains"}, "决定没有这一项没收"),
        ({"taken_on": "2026-01-01"}, "决定送达以后才能执行，收取应当及时登记"),
        ({"taken_on": "2030-01-01"}, "不晚于今天"),
        ({"voucher": "00000000"}, "“00000000”不像票据号"),
    ],
)
def test_how_the_taking_is_recorded(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="performance", **TOOLS)
    assert said in refused(story, "penalty.take_confiscated", **taken(**changed))
    done(story, "penalty.take_confiscated", **taken())


def test_the_taking_is_entered_within_fifteen_days(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    day = clock.today()
    clock.advance(timedelta(days=16))
    assert "收取应当及时登记" in refused(story, "penalty.take_confiscated", **taken(taken_on=day))
    done(story, "penalty.take_confiscated", **taken(taken_on=day + timedelta(days=1)))


def test_cash_is_banked_before_the_case_ends(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="performance")
    payment = story.pay(Decimal(100), on_the_spot=True)
    story.go()
    for target in ("authority", "bank"):
        said = refused(story, "cases.close_case", **PERFORMED)
        assert "当场收缴的100元尚未上交并缴付银行" in said and "行政处罚法第七十一条" in said
        on = {"transferred_on": clock.today(), "voucher": f"JK2026001{target[0]}"}
        done(story, "penalty.transfer_cash", payment=payment.pk, target=target, **on)
    assert done(story, "cases.close_case", **PERFORMED).closed_on


def test_cash_of_a_fallen_decision_is_banked_too(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="performance")
    payment = story.pay(Decimal(100), on_the_spot=True)
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
    done(story, "cases.propose_overturn", **wrong)
    gone = done(story, "cases.overturn_decision", who="juzhang")
    story.serve_paper(gone.document_id)
    anew = {"who": "duizhang1", "reason": "补充调查后重新作出决定。"}
    assert "100元" in refused(story, "cases.decide_anew", **anew)  # not given back yet
    back = {"amount": 100, "refunded_on": clock.today(), "voucher": "TK2026001"}
    done(story, "penalty.refund_payment", **back)
    again = {"who": "duizhang1", "reason": "补充调查后重新作出决定。"}
    assert "尚未上交并缴付银行" in refused(story, "cases.decide_anew", **again)
    for target in ("authority", "bank"):
        on = {"transferred_on": clock.today(), "voucher": f"JK2026001{target[0]}"}
        done(story, "penalty.transfer_cash", payment=payment.pk, target=target, **on)
    done(story, "cases.decide_anew", **again)


def test_a_case_closes_as_its_approval_says(reached: Reached) -> None:
    story = reached(stop="closure", spares=True, reason="初次违法，危害后果轻微并及时改正。")
    reason = "已作出不予处罚决定并送达。"
    story.paper("D68", {"closure_kind": "minor", "closure_reason": reason})
    close = {"who": "duizhang1", "kind": "minor"}
    said = refused(story, "cases.close_case", **close, reason="另一个理由，没有人签批。")
    assert "与《结案审批表》所写的不一致" in said and "行政处罚法第五十七条" in said
    done(story, "cases.close_case", **close, reason=reason)


def test_nobody_signs_an_ending_that_the_case_could_not_take(reached: Reached) -> None:
    """A paid case goes nowhere else: the approval offers that alone which the closure takes, and is not handed in otherwise."""
    story = reached(stop="closure")
    draft = done(story, "cases.write_document", form="D68")
    page = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/papers/{draft.pk}/").content.decode()
    assert '<option value="performed"' in page and '<option value="referred"' not in page
    reason = "已经移送其他机关办理。"
    for kind, said in (
        ("referred", "没有移交其他机关的记录"),
        ("minor", "不能以“违法行为轻微，不予处罚”结案"),
    ):
        values = {"closure_kind": kind, "closure_reason": reason}
        done(story, "cases.fill_document", document=draft.pk, values=values)
        assert said in refused(story, "cases.submit_document", document=draft.pk)
    values = {"closure_kind": "performed", "closure_reason": ""}
    done(story, "cases.fill_document", document=draft.pk, values=values)
    done(story, "cases.submit_document", document=draft.pk)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"outcome": "revoked", "overturned_for": ["evidence"]}, "填写完整的文号"),
        (
            {"outcome": "revoked", "outcome_number": "（2026）豫0481行初9号"},
            "请选择复议决定书、裁判文书认定的事由",
        ),
        ({"outcome": "upheld", "overturned_for": ["evidence"]}, "其他结果不选择"),
        ({"outcome": "changed", "outcome_number": "（2026）豫0481行初9号"}, "请填写变更后的数额"),
        (
            {"outcome": "changed", "outcome_number": "（2026）豫0481行初9号", "fine": 999_999},
            "不得作出对申请人、原告更为不利的决定",
        ),
        ({"outcome": "upheld", "fine": 100}, "不是变更数额的，请不要填写"),
    ],
)
def test_how_a_suit_ends_is_told_by_its_judgment(reached: Reached, told: dict[str, Any], said: str) -> None:
    story = reached(stop="performance")
    remedy = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **remedy)
    assert said in refused(story, "cases.end_contest", ended_on=clock.today(), **told)
    right = {"outcome": "changed", "outcome_number": "（2026）豫0481行初9号", "fine": 400}
    right["overturned_for"] = ["unfit"]
    done(story, "cases.end_contest", ended_on=clock.today(), is_effective=True, **right)


def test_a_fine_changed_by_a_court_is_owed_as_changed(reached: Reached) -> None:
    story = reached(stop="performance")
    nobody = {
        "kind": "revoked",
        "by_whom": "court",
        "overturned_for": ["evidence"],
        "ground": "主要证据不足。",
    }
    said = refused(story, "cases.propose_overturn", **nobody, reference="（2026）豫0481行初9号")
    assert "没有人民法院撤销、变更本决定的审结记录" in said and "行政诉讼法第七十条" in said
    judged(story, "（2026）豫0481行初9号", outcome="changed", fine=400)
    change = {"kind": "changed", "by_whom": "court", "overturned_for": ["unfit"], "ground": "罚款明显不当。"}
    change["reference"] = "（2026）豫0481行初9号"
    assert "结果不一致" in refused(story, "cases.propose_overturn", **change, fine=300)
    other = {**change, "overturned_for": ["procedure", "unfit"]}
    assert "法定事由" in refused(story, "cases.propose_overturn", **other, fine=400)
    done(story, "cases.propose_overturn", **change, fine=400)
    done(story, "cases.overturn_decision", who="juzhang")
    story.pay(Decimal(400))
    story.paper("D48")
    story.go()


def test_a_deferral_has_an_end(reached: Reached) -> None:
    story = reached(stop="performance")
    ask = {"reason": "当事人生意亏损，经济困难。", "proof": "社区证明一份"}
    for day in ("9999-12-31", (clock.today() + timedelta(days=380)).isoformat()):
        said = refused(story, "penalty.request_deferral", **ask, instalments=[f"{day} 800"])
        assert "暂缓、分期缴纳最长到" in said and "行政处罚法第六十六条第二款" in said
    soon = clock.today() + timedelta(days=300)
    done(story, "penalty.request_deferral", **ask, instalments=[f"{soon} 800"])


def test_one_receipt_names_one_collection(reached: Reached) -> None:
    """The receipt of the fine is not that of the goods, nor the other way round (行政处罚法 §70, §74)."""
    story = reached(stop="performance", **TOOLS)
    fine = {"amount": 3000, "paid_on": clock.today(), "receipt_number": "2026000077"}
    done(story, "penalty.record_payment", **fine)
    assert "已经登记过" in refused(story, "penalty.take_confiscated", **taken(voucher="2026 000077"))
    done(story, "penalty.take_confiscated", **taken())


@pytest.mark.parametrize("stop", ["lead", "filing"])
def test_what_was_never_filed_ends_without_a_day_of_filing(reached: Reached, stop: str) -> None:
    story = reached(stop=stop)
    done(story, "cases.end_investigation", who="juzhang", ground="died", proof="居民死亡医学证明书")
    reason = "当事人死亡，终止调查。"
    paper = story.paper("D68", {"closure_kind": "ended", "closure_reason": reason})
    assert not paper.values["filed_on"]
    assert done(story, "cases.close_case", who="duizhang1", kind="ended", reason=reason).closed_on


def test_what_was_said_before_the_party_died_need_not_be_answered(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="请求从轻处罚，家庭困难。")
    assert "尚未复核" in refused(story, "cases.complete_step")
    done(story, "cases.end_investigation", who="juzhang", ground="died", proof="居民死亡医学证明书")
    reason = "当事人死亡，终止调查。"
    story.paper("D68", {"closure_kind": "ended", "closure_reason": reason})
    assert done(story, "cases.close_case", who="duizhang1", kind="ended", reason=reason).closed_on
