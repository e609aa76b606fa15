"""A decision that does not stay: proposed, reviewed, decided by the head, served; and decided anew from the beginning."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.ledger.queries import timeline
from sanzhi.penalty.owed import fine_owed, outstanding
from tests.stories import appoint_in_two_offices, done, judged, refused

Reached = Callable[..., Story]
OWN: dict[str, Any] = {
    "kind": "revoked",
    "overturned_for": ["evidence", "law"],
    "ground": "决定认定的违法主体错误，主要证据不足。",
}
CHANGE: dict[str, Any] = {
    "kind": "changed",
    "overturned_for": ["unfit"],
    "ground": "未考虑从轻情节，裁量不当。",
}
COURT: dict[str, Any] = {
    "kind": "revoked",
    "by_whom": "court",
    "overturned_for": ["evidence"],
    "ground": "主要证据不足。",
    "reference": "（2026）豫0481行初3号",
}


def serve(story: Story, form: str) -> None:
    papers = queries.papers(story.proceeding)
    story.serve_paper(next(row.document_id for row in papers if row.form == form))


def overturn(story: Story, **said: Any) -> Any:
    if said.get("by_whom") == "court":
        judged(story, said["reference"], outcome=said["kind"], overturned_for=said["overturned_for"])
    done(story, "cases.propose_overturn", **said)
    return done(story, "cases.overturn_decision", who="juzhang")


def give_back(story: Story, amount: Any) -> None:
    done(story, "penalty.refund_payment", amount=amount, refunded_on=clock.today(), voucher="TK2026001")


def test_nothing_is_overturned_that_was_not_decided(reached: Reached) -> None:
    story = reached(stop="notice")
    said = refused(story, "cases.propose_overturn", **OWN)
    assert "本案没有作出决定" in said and "河南省行政执法条例第三十二条" in said
    assert "没有等待决定" in refused(story, "cases.overturn_decision", who="juzhang")
    assert "没有等待审核" in refused(
        story, "cases.review_overturn", who="fazhi", is_agreed=True, opinion="同意撤销。"
    )
    assert "没有已经制发的决定书" in refused(
        story,
        "cases.correct_slip",
        who="juzhang",
        document=1,
        field="bank_name",
        right="某行",
        reason="户名误写。",
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"fine": 100}, "变更罚款的，请填写变更后的数额；不是变更的，请不要填写"),
        ({"kind": "changed"}, "变更罚款的，请填写变更后的数额"),
        ({"kind": "changed", "fine": 800}, "变更后的罚款应当低于原罚款800元"),
        ({"by_whom": "court"}, "填写完整的文号"),
        (
            {"by_whom": "court", "reference": "（2026）豫0481行初3号"},
            "没有人民法院撤销、变更本决定的审结记录",
        ),
        ({"by_whom": "reconsideration", "reference": "舞政复〔2026〕1号"}, "没有行政复议机关撤销、变更"),
        ({"kind": "void"}, "确认无效限于重大且明显违法"),
        ({"kind": "changed", "overturned_for": ["procedure"], "fine": 100}, "变更限于内容明显不当"),
    ],
)
def test_a_proposal_to_overturn(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="performance")
    assert said in refused(story, "cases.propose_overturn", **{**OWN, **changed})
    done(story, "cases.propose_overturn", **OWN)
    assert "已有一份撤销、变更意见正在办理" in refused(story, "cases.propose_overturn", **OWN)


def test_a_decision_is_revoked_served_paid_back_and_closed(reached: Reached) -> None:
    story = reached()  # closed, and paid
    done(story, "cases.propose_overturn", **OWN)
    assert "机关负责人办理" in refused(story, "cases.overturn_decision", who="duizhang1")
    gone = done(story, "cases.overturn_decision", who="juzhang")
    proceeding = story.proceeding
    assert (proceeding.step, proceeding.closed_on, story.case.closed_on) == ("overturned", None, None)
    paper = Document.objects.get(pk=gone.document_id)
    assert (paper.form, paper.status) == ("D87", "issued")
    assert "撤销上述决定" in str(paper.values) and OWN["ground"] in str(paper.values)
    assert paper.values["grounds"] == "主要事实不清、证据不足；适用依据错误或者依据不合法"
    assert fine_owed(proceeding) == 0 and outstanding(proceeding) == -800
    said = refused(story, "cases.close_case", who="duizhang1", kind="overturned", reason="决定已经撤销。")
    assert "《撤销行政执法决定书》尚未送达" in said and "多收了800元" in said
    assert "决定已经被撤销" in refused(story, "cases.propose_overturn", **OWN)
    serve(story, "D87")
    give_back(story, Decimal("800.00"))
    assert "退还当事人800元，凭证号TK2026001" in [row.sentence for row in timeline(story.case)]
    said = refused(story, "cases.close_case", who="duizhang1", kind="performed")
    assert "决定被撤销、确认无效的，以决定被撤销结案" in said
    done(story, "cases.close_case", who="duizhang1", kind="overturned", reason="决定已经撤销。")
    assert story.case.closed_on


def test_a_standing_decision_does_not_close_as_overturned(reached: Reached) -> None:
    story = reached(stop="closure")
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    said = refused(story, "cases.close_case", who="duizhang1", kind="overturned", reason="决定已经撤销。")
    assert "决定没有被撤销的，不能这样结案" in said


def test_what_fell_is_not_collected(reached: Reached) -> None:
    story = reached(stop="performance")
    overturn(story, **COURT)
    paid = {"amount": 800, "receipt_number": "2026000001"}
    clock.advance(timedelta(days=1))
    late = refused(story, "penalty.record_payment", **paid, paid_on=clock.today())
    assert "缴款超过应缴余额0元" in late and "不能再" not in late
    early = {"paid_on": clock.today() - timedelta(days=1)}
    done(
        story, "penalty.record_payment", **paid, **early
    )  # at the bank, before the bureau knew of the judgment
    closing = refused(story, "cases.close_case", who="duizhang1", kind="overturned", reason="决定已经撤销。")
    assert "多收了800元" in closing
    assert "此时不能这样办理" in refused(story, "penalty.charge_late_penalty")
    assert not [row for row in queries.papers(story.proceeding) if row.form == "D87"]


def test_a_major_decision_is_overturned_after_review(reached: Reached) -> None:
    story = reached(stop="performance", cause="C05", fine=8000)
    done(story, "cases.propose_overturn", **OWN)
    said = refused(story, "cases.overturn_decision", who="juzhang")
    assert "须经法制审核同意" in said and "行政处罚法第五十八条" in said
    opinion = {"is_agreed": False, "opinion": "原决定认定事实清楚。"}
    assert "您没有这一岗位" in refused(story, "cases.review_overturn", **opinion)
    done(story, "cases.review_overturn", who="fazhi", **opinion)
    assert "没有等待决定" in refused(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.propose_overturn", **OWN)  # better grounded, it may be proposed again
    appoint_in_two_offices(story)
    done(story, "cases.review_overturn", who="shuang", is_agreed=True, opinion="事由属实，同意撤销。")
    assert "没有等待审核" in refused(story, "cases.review_overturn", who="fazhi", **opinion)  # it was
    told = refused(story, "cases.overturn_decision", who="shuang")
    assert "您审核过本案" in told and "行政处罚法第五十八条" in told
    done(story, "cases.overturn_decision", who="juzhang")


@pytest.mark.parametrize(
    "changed",
    [
        {"reference": "（2026）豫0481行初4号"},
        {"kind": "unlawful", "overturned_for": ["procedure"]},
        {"kind": "changed", "overturned_for": ["unfit"], "fine": 400},
    ],
)
def test_what_others_decided_is_entered_as_their_paper_says_it(
    reached: Reached, changed: dict[str, Any]
) -> None:
    story = reached(stop="performance")
    judged(story, COURT["reference"])
    said = refused(story, "cases.propose_overturn", **{**COURT, **changed})
    assert "与登记的复议、诉讼结果不一致" in said and "行政诉讼法第七十条" in said
    by_others = {**COURT, "by_whom": "reconsideration"}
    assert "没有行政复议机关撤销、变更" in refused(story, "cases.propose_overturn", **by_others)
    done(story, "cases.propose_overturn", **{**COURT, "reference": "(2026)豫0481行初3号"})
    done(story, "cases.overturn_decision", who="juzhang")
    assert story.proceeding.step == "overturned"


def test_void_is_what_is_gravely_unlawful(reached: Reached) -> None:
    story = reached(stop="performance")
    overturn(story, **{**OWN, "kind": "void", "overturned_for": ["grave"]})
    assert queries.has_fallen(story.proceeding)


def test_what_a_court_decided_is_not_reviewed_here(reached: Reached) -> None:
    story = reached(stop="performance")
    judged(story, COURT["reference"])
    done(story, "cases.propose_overturn", **COURT)
    opinion = {"is_agreed": False, "opinion": "原决定认定事实清楚。"}
    assert "没有等待审核" in refused(story, "cases.review_overturn", who="fazhi", **opinion)


def test_a_second_change_starts_from_the_first(reached: Reached) -> None:
    story = reached(stop="performance")
    overturn(story, **CHANGE, fine=700)
    said = refused(story, "cases.propose_overturn", **CHANGE, fine=750)
    assert "应当低于原罚款700元" in said
    assert "变更为不罚款的，不是变更" in refused(story, "cases.propose_overturn", **CHANGE, fine=0)
    below = refused(story, "cases.propose_overturn", **CHANGE, fine=499)
    assert "罚款499元低于法定下限500元" in below  # what is changed is weighed as what is decided
    overturn(story, **{**COURT, "kind": "unlawful"})
    assert fine_owed(story.proceeding) == 700
    overturn(story, **CHANGE, fine=500)
    papers = [row.document.values for row in queries.papers(story.proceeding) if row.form == "D87"]
    assert "罚款由700元变更为500元" in str(papers[-1]) and fine_owed(story.proceeding) == 500
    assert story.paper("D48").values["amount"] in {"500", "500.00"}


def test_a_change_is_owed_as_changed(reached: Reached) -> None:
    story = reached(stop="performance")
    overturn(story, **CHANGE, fine=500)
    assert story.proceeding.step == "performance" and fine_owed(story.proceeding) == 500
    papers = queries.papers(story.proceeding)
    text = str(next(row.document.values for row in papers if row.form == "D87"))
    assert "罚款由800元变更为500元" in text
    story.pay(Decimal(500))
    story.paper("D48")
    assert done(story, "cases.complete_step").step == "closure"
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    close = {"who": "duizhang1", "kind": "performed"}
    assert "尚未送达" in refused(story, "cases.close_case", **close)
    serve(story, "D87")


def test_a_closed_case_whose_fine_is_lowered_gives_back(reached: Reached) -> None:
    story = reached()
    overturn(story, **CHANGE, fine=500)
    assert (
        story.case.closed_on is None and story.proceeding.step == "performance"
    )  # there is something to give back
    serve(story, "D87")
    give_back(story, 300)
    assert outstanding(story.proceeding) == 0
    done(story, "cases.complete_step")
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert done(story, "cases.close_case", who="duizhang1", kind="performed").closed_on


def anew(story: Story, **said: Any) -> None:
    """The decision falls, and the case begins anew at the investigation."""
    overturn(story, **said)
    if said.get("by_whom", "self") == "self":
        serve(story, "D87")
    clock.advance(timedelta(days=1))
    done(story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。")


def test_a_decision_anew_begins_with_its_own_investigation_and_notice(reached: Reached) -> None:
    story = reached(stop="performance")
    assert "此时不能这样办理" in refused(
        story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。"
    )
    overturn(story, **OWN)
    said = refused(story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。")
    assert "尚未送达" in said
    serve(story, "D87")
    done(story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。")
    old, new = story.case.proceedings.order_by("id")
    assert (old.closure_kind, new.step, story.case.closed_on) == ("overturned", "investigation", None)
    story.plan.stop = "notice"
    for scene in ("investigation", "report"):
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))
    said = refused(story, "cases.complete_step")
    assert "缺少《行政处罚事先告知书》" in said and "尚未送达" in said


def test_what_is_mended_anew_leaves_the_fallen_decision_its_party(reached: Reached) -> None:
    story = reached(stop="performance")
    anew(story, **OWN)
    old, new = story.case.proceedings.order_by("id")
    assert old.respondent and new.respondent and old.respondent.name == new.respondent.name
    assert old.respondent_id != new.respondent_id
    done(story, "cases.register_party", **{**story.plan.party, "address": "舞钢市新址1号"})
    old.respondent.refresh_from_db()
    new.respondent.refresh_from_db()
    assert (old.respondent.address == "舞钢市新址1号", new.respondent.address) == (False, "舞钢市新址1号")


def test_a_fine_changed_to_nothing_comes_to_an_end(reached: Reached) -> None:
    story = reached(stop="performance")
    judged(story, COURT["reference"], outcome="changed", fine=0, overturned_for=COURT["overturned_for"])
    done(story, "cases.propose_overturn", **{**COURT, "kind": "changed", "fine": 0})
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.complete_step")
    paper = story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert paper.values["execution"] == "罚款已变更为零，不再缴纳。"
    assert "罚款已变更为0元" in paper.values["decision_text"]
    assert done(story, "cases.close_case", who="duizhang1", kind="performed").closed_on


def decided_again(story: Story) -> None:
    for scene in ("investigation", "report", "notice", "plea", "decision"):
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))


@pytest.mark.parametrize(
    ("fine", "is_fresh", "changed", "refuses"),
    [
        (800, False, {}, True),
        (720, False, {}, True),
        (700, False, {}, False),
        (800, True, {}, False),
        (800, False, {"overturned_for": ["procedure"]}, False),
        (800, False, {"overturned_for": ["procedure", "evidence"], "ground": "违反法定程序。"}, True),
    ],
)
def test_what_a_court_revoked_is_not_decided_again_the_same(
    reached: Reached, fine: int, is_fresh: bool, changed: dict[str, Any], refuses: bool
) -> None:
    """What decides is the ground that was chosen, not its words."""
    story = reached(stop="performance")
    anew(story, **{**COURT, **changed})
    story.plan.stop, story.plan.fine = "decision_approved", Decimal(fine)
    if is_fresh:
        story.plan.reason = "重新调查取得的补充现场检查笔录证明了当事人设置售货亭的经过，裁量适当。"
    else:
        clock.advance(timedelta(days=-1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Story, "_stop", lambda *_: None)
        story.plan.stop = ""
        _walk_to_decision(story)
    if not refuses:
        done(story, "penalty.decide_penalty", who="juzhang")
        return
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "不得以同一的事实和理由" in said and "行政诉讼法第七十一条" in said


def _walk_to_decision(story: Story) -> None:
    for scene in ("investigation", "report", "notice", "plea"):
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))
    story.paper("D40")


def slip(story: Story, **changed: Any) -> dict[str, Any]:
    document = story.proceeding.decision.document_id
    said = {"field": "authority_phone", "right": "0375-7000001", "reason": "电话号码误写。"}
    return {"document": document, **said, **changed}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"field": "decision_text", "right": "罚款500元"}, "补正不能改变事实、当事人、依据和决定的内容"),
        ({"field": "party_name", "right": "李某"}, "补正不能改变"),
        ({"field": "conduct", "right": "未发现违法行为"}, "补正不能改变"),
        ({"field": "amount", "right": "500"}, "补正不能改变"),
        ({"field": "bank_account", "right": "6217000000000000000"}, "“收款账号”只能更正为本机关登记的内容"),
        ({"field": "bank_name", "right": "某某银行"}, "“代收银行”只能更正为本机关登记的内容"),
        ({"right": "0375-7000002；处罚内容更正为罚款20000元"}, "“联系电话”应为电话号码"),
        ({"right": "6217000000000000000"}, "“联系电话”应为电话号码"),
        (
            {"field": "authority_address", "right": "某路1号，缴至个人账户6222000000000000"},
            "“机关地址”应为地址",
        ),
        ({"field": "authority_address", "right": "罚款二万元请交某路1号"}, "“机关地址”应为地址"),
        ({"field": "authority_postcode", "right": "46250"}, "“邮政编码”应为六位数字"),
        ({"document": 1}, "没有这份决定书"),
    ],
)
def test_a_slip_of_the_pen_changes_nothing_else(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached()
    assert said in refused(story, "cases.correct_slip", who="juzhang", **slip(story, **changed))
    assert "机关负责人办理" in refused(story, "cases.correct_slip", **slip(story))
    same = story.case.authority.phone
    assert "更正后的内容与原文" in refused(
        story, "cases.correct_slip", who="juzhang", **slip(story, right=same)
    )
    row = done(story, "cases.correct_slip", who="juzhang", **slip(story))
    paper = Document.objects.get(pk=row.document_id)
    assert (paper.form, paper.values["right"]) == ("D88", "0375-7000001")
    serve(story, "D88")
    address = slip(story, field="authority_address", right="舞钢市演示大道18号（北门）")
    done(story, "cases.correct_slip", who="juzhang", **address)


def test_a_correction_that_was_wrong_itself_is_taken_back(reached: Reached) -> None:
    """What is wrong is what the text says now, not what the paper said at first."""
    story = reached()
    first = story.case.authority.phone
    done(story, "cases.correct_slip", who="juzhang", **slip(story))
    again = refused(story, "cases.correct_slip", who="juzhang", **slip(story))
    assert "与补正后的内容）相同" in again
    row = done(story, "cases.correct_slip", who="juzhang", **slip(story, right=first))
    told = Document.objects.get(pk=row.document_id).values
    assert (told["wrong"], told["right"]) == ("0375-7000001", first)
    other = done(story, "cases.correct_slip", who="juzhang", **slip(story, right="0375-7000003"))
    assert other.wrong == first
