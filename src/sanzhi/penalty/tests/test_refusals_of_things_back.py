"""What went with a referral and came back: registered against its list, decided on anew, and nothing is decided before."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law.measures import Measure, Term
from sanzhi.penalty.things_back import are_here, is_all_here, things_sent
from tests.stories import done, refused

Reached = Callable[..., Story]
TAKE, DISPOSE = "penalty.take_things_back", "penalty.dispose_things_back"
BACK: dict[str, Any] = {"things": CRIME["things"], "receipt": "演公退物〔2026〕1号"}
TOOLS: dict[str, Any] = {
    "cause": "C15",
    "fine": Decimal(3000),
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "切割机一台、烤架两副",
    "confiscated": Decimal(600),
}
TAKEN = {"measure": "confiscation_of_goods", "kept_at": "罚没物品保管室", "voucher": "2026G0000012"}
WRONG = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}


def to_party(story: Story, *things: str, **changed: Any) -> dict[str, Any]:
    said = {"settle_reason": "与违法行为无关，退还当事人。", "return_receipt": "LT2026001", "who": "juzhang"}
    when = {"returned_on": clock.today(), "returned_to": story.plan.party["name"]}
    return {"things": things or CRIME["things"], **said, **when, **changed}


def referred(story: Story, **more: Any) -> None:
    """Reported, approved, handed over with its things."""
    second = story.bureau.officers["zhifa2"].pk
    done(story, "penalty.report_referral", **{**CRIME, **more}, second=second)
    done(story, "penalty.answer_referral", who="juzhang", approves=True, answer="同意移送。")
    story.paper("D05")
    done(story, "penalty.hand_over", receipt="演收字〔2026〕1号", received_by="陆接收")


def given_back(story: Story, number: int = 1) -> None:
    said = {"is_taken_up": False, "outcome": f"演公不立字〔2026〕{number}号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **said)


def came_back(story: Story, **changed: Any) -> Any:
    return done(story, TAKE, **{**BACK, "back_on": clock.today(), **changed})


def revoked(story: Story) -> None:
    done(story, "cases.propose_overturn", **WRONG)
    story.serve_paper(done(story, "cases.overturn_decision", who="juzhang").document_id)


def test_nothing_is_decided_until_it_is_known_where_the_things_are(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert "没有等待登记退回的随案移交物品" in refused(story, TAKE, **BACK, back_on=clock.today())
    referred(story)
    given_back(story)
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "物品（切割机一台）没有退回的登记" in said and "第五十七条" in said
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, **to_party(story))
    came_back(story)
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


def test_the_list_of_what_came_back_is_that_of_what_went(reached: Reached) -> None:
    story = reached(stop="report")
    referred(story, things=["切割机一台", "手推车一辆"])
    given_back(story)
    early = clock.today() - timedelta(days=3)
    assert "退回日应不早于移交日、不晚于今天" in refused(story, TAKE, **BACK, back_on=early)
    other = {**BACK, "things": ["切割机一台", "手推车一辆", "水泵一台"]}
    assert "移交物品中没有水泵一台" in refused(story, TAKE, **other, back_on=clock.today())
    said = refused(story, TAKE, **BACK, back_on=clock.today())
    assert "没有写明手推车一辆为什么没有退回" in said
    assert came_back(story, missing="手推车由公安机关另案扣押。").things == ["切割机一台"]
    none = {**BACK, "things": [], "back_on": clock.today()}
    assert "没有填写其后退回的物品" in refused(story, TAKE, **none)
    assert "移交物品中没有切割机一台" in refused(story, TAKE, **BACK, back_on=clock.today())
    came_back(story, things=["手推车一辆"])
    assert "没有等待登记退回的随案移交物品" in refused(story, TAKE, **BACK, back_on=clock.today())
    assert done(story, DISPOSE, **to_party(story, "手推车一辆", "切割机一台")).things == ["切割机一台"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"who": "zhifa1"}, "机关负责人办理"),
        ({"things": ["切割机"]}, "切割机不在等待处理的退回物品中"),
        ({"returned_to": "苏晓禾"}, "领取人“苏晓禾”不是当事人"),
        ({"returned_on": "2026-01-01"}, "退回以后、不晚于今天"),
        ({"return_receipt": "00000000"}, "“00000000”不是退还当事人的凭证号"),
        ({"return_receipt": BACK["receipt"]}, "不是接收机关的退还清单"),
    ],
)
def test_how_the_party_gets_it_back(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="report")
    referred(story)
    given_back(story)
    came_back(story)
    assert said in refused(story, DISPOSE, **to_party(story, **changed))
    assert done(story, DISPOSE, **to_party(story)).settled_by


def test_what_is_confiscated_is_here_and_taken_as_usual(reached: Reached) -> None:
    story = reached(stop="decision_approved", **TOOLS)
    referred(story, things=["切割机一台", "切割机"])
    given_back(story)
    came_back(story, things=["切割机"], missing="切割机一台由公安机关另案扣押。")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "切割机一台（没有退回）不在本机关，不能没收" in said and "第七十四条" in said
    came_back(story)
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.things == {"切割机一台", "烤架两副"}


def test_what_is_not_confiscated_goes_back_before_the_case_ends(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    referred(story, things=["切割机一台", "切割机"])
    given_back(story)
    came_back(story, things=["切割机一台", "切割机"])
    assert "处罚决定没收切割机一台，不能退还" in refused(story, DISPOSE, **to_party(story))
    said = str(board.may_close(story.proceeding, "performed"))
    assert "退回的物品（切割机一台、切割机）既没有依决定没收" in said
    done(story, "penalty.take_confiscated", taken_on=clock.today(), **TAKEN)
    assert "（切割机）" in str(board.may_close(story.proceeding, "performed"))
    done(story, DISPOSE, **to_party(story, "切割机"))
    assert "退回的物品" not in str(board.may_close(story.proceeding, "performed"))


def test_what_the_party_has_again_is_not_confiscated(reached: Reached) -> None:
    story = reached(stop="decision_approved", **TOOLS)
    referred(story)
    given_back(story)
    came_back(story)
    done(story, DISPOSE, **to_party(story))
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "切割机一台（已经退还当事人）不在本机关" in said
    second = story.bureau.officers["zhifa2"].pk
    said = refused(story, "penalty.report_referral", **CRIME, second=second)
    assert "切割机一台（已经退还当事人）不在本机关，不能随案移交" in said and "第二十七条" in said
    done(story, "penalty.report_referral", **{**CRIME, "things": []}, second=second)


def test_what_went_after_the_decision_is_not_taken_meanwhile(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    referred(story)
    taken = {**TAKEN, "taken_on": clock.today()}
    assert "切割机一台（已经移送" in refused(story, "penalty.take_confiscated", **taken)
    given_back(story)
    came_back(story)
    done(story, "penalty.take_confiscated", **taken)
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, **to_party(story))


def test_when_the_decision_falls_it_goes_back_to_the_party(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    referred(story)
    given_back(story)
    came_back(story)
    revoked(story)
    anew = {"who": "duizhang1", "reason": "补充调查后重新作出决定。"}
    assert "既没有依决定没收，也没有退还当事人" in refused(story, "cases.decide_anew", **anew)
    done(story, DISPOSE, **to_party(story))
    done(story, "cases.decide_anew", **anew)
    goods = Term(Measure.CONFISCATION_OF_GOODS, thing="切割机一台")
    assert "已经退还当事人" in str(are_here(story.proceeding, [goods]))


def test_what_was_taken_by_the_decision_that_fell_is_given_back_once(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    referred(story)
    given_back(story)
    came_back(story)
    row = done(story, "penalty.take_confiscated", taken_on=clock.today(), **TAKEN)
    revoked(story)
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, **to_party(story))
    when = {"returned_on": clock.today(), "returned_to": story.plan.party["name"]}
    said = {"confiscation": row.pk, "returned_as": "itself", "return_receipt": "LT2026001"}
    done(story, "penalty.return_confiscated", **said, **when)
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, **to_party(story))
    goods = Term(Measure.CONFISCATION_OF_GOODS, thing="切割机一台和烤架两副")
    assert "已经退还当事人" in str(are_here(story.proceeding, [goods]))


def test_what_goes_with_another_referral_is_there(reached: Reached) -> None:
    story = reached(stop="report")
    referred(story)
    given_back(story)
    came_back(story)
    referred(story)
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, **to_party(story))
    given_back(story, 2)
    came_back(story)
    done(story, DISPOSE, **to_party(story))
    assert "没有等待处理的退回物品" in refused(story, DISPOSE, **to_party(story))


def test_what_was_a_dead_partys_goes_to_the_heirs(reached: Reached) -> None:
    story = reached(stop="report")
    referred(story)
    given_back(story)
    came_back(story)
    assert "不是当事人" in refused(story, DISPOSE, **to_party(story, returned_to="柳继承"))
    done(story, "cases.end_investigation", who="juzhang", ground="died", proof="居民死亡医学证明书")
    assert "也没有退还当事人" in str(board.may_close(story.proceeding, "ended"))
    done(story, DISPOSE, **to_party(story, returned_to="柳继承"))
    assert board.may_close(story.proceeding, "ended")


def test_what_was_kept_as_evidence_and_went_comes_back_too(reached: Reached) -> None:
    story = reached(stop="registration_told", aside=("registration",))
    referred(story, things=[])
    away = {"way": "handed_over", "settle_reason": "随案移送公安机关。"}
    done(story, "penalty.settle_preservation", who="juzhang", **away)
    given_back(story)
    kept = ["遮阳伞一把，直径3米", "折叠桌两张"]
    row = done(story, TAKE, things=kept, receipt="演公退物〔2026〕2号", back_on=clock.today())
    assert row.things == kept
    assert done(story, DISPOSE, **to_party(story, *kept)).things == kept


def test_what_the_police_have_is_not_given_back_as_it_was(reached: Reached) -> None:
    story = reached(**TOOLS)
    referred(story)
    said = {"is_taken_up": True, "outcome": "演公立字〔2026〕1号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **said)
    revoked(story)
    [row] = story.proceeding.confiscations.all()
    back = {"confiscation": row.pk, "returned_on": clock.today(), "returned_to": story.plan.party["name"]}
    back |= {"return_receipt": "LT2026001", "returned_as": "itself"}
    told = refused(story, "penalty.return_confiscated", **back)
    assert "已经移送舞钢市公安局（演示）" in told and "不能返还原物" in told and "第七十五条" in told
    money = {**back, "returned_as": "money", "returned_amount": 600}
    assert done(story, "penalty.return_confiscated", **money).returned_on


def test_what_is_gone_is_not_confiscated_under_another_wording(reached: Reached) -> None:
    story = reached(stop="report", **{**TOOLS, "confiscates": "切割机1台"})
    referred(story, things=["切割机（手持式）一台"])
    given_back(story)
    came_back(story, things=[], missing="公安机关在检验中销毁，见其说明。")
    order = {"fine": 3000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
    order |= {"measures": ["confiscation_of_goods"], "confiscates": "切割机1台", "confiscated": 600}
    done(story, "penalty.propose_penalty", **order)
    told = str(is_all_here(story.proceeding))
    assert "切割机（手持式）一台（没有退回）不在本机关，不能没收" in told


def test_what_was_kept_and_given_back_did_not_go(reached: Reached) -> None:
    story = reached(stop="registration_told", aside=("registration",))
    referred(story, things=[])
    home = {"way": "returned", "settle_reason": "与案件无关，解除保存。"}
    done(story, "penalty.settle_preservation", who="juzhang", **home)
    given_back(story)
    assert things_sent(story.proceeding.referrals.get()) == []


def test_what_was_kept_later_went_with_the_later_referral(reached: Reached) -> None:
    story = reached(stop="report")
    referred(story)
    given_back(story)
    came_back(story)
    clock.advance(timedelta(days=2))
    keep = {"kept_as": "registration", "reason": "物品可能被转移，证据以后难以取得。", "place": "保管室"}
    done(story, "penalty.propose_preservation", **keep, things=["遮阳伞一把"])
    story.paper("D17")
    done(story, "penalty.preserve_evidence")
    story._film("evidence_preservation")
    story.serve(story.paper("D18"))
    referred(story, things=["水泵一台"])
    settle = {"way": "handed_over", "settle_reason": "随案移送公安机关。"}
    done(story, "penalty.settle_preservation", who="juzhang", **settle)
    first, second = rows_of(story.proceeding.referrals)
    assert things_sent(first) == CRIME["things"]
    assert things_sent(second) == ["水泵一台", "遮阳伞一把"]
