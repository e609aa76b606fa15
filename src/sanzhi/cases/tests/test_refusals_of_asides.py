"""Recusal, suspension, appraisal, a longer check, an end without a decision: who may, when, and what stands still."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Assignment
from sanzhi.cases.pauses import stood_still
from sanzhi.cases.policies import recusals_settled
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.commands import registered_commands
from sanzhi.organisation.roles import Role
from tests.stories import done, established, in_offices, refused

Reached = Callable[..., Story]
ASK, DECIDE = "cases.ask_recusal", "cases.decide_recusal"
FORCE = {"ground": "force", "reason": "道路因暴雨中断，现场无法到达。"}


def pk(story: Story, name: str) -> int:
    return story.bureau.officers[name].pk


def asked(story: Story, of: str, by: str = "party") -> dict[str, Any]:
    return {"of": pk(story, of), "asked_by": by, "reason": "与当事人有直接利害关系。"}


def decided(story: Story, of: str, **more: Any) -> dict[str, Any]:
    return {"of": pk(story, of), "is_granted": True, "answer": "情况属实，应当回避。", **more}


def test_who_may_be_asked_to_stand_back(reached: Reached) -> None:
    story = reached(stop="recusal", aside=("recusal",))
    assert "不是本机关参加办案的人员" in refused(story, ASK, **asked(story, "guanli"))
    assert "由本人提出" in refused(story, ASK, **asked(story, "zhifa2", "self"))
    done(story, ASK, who="zhifa2", **asked(story, "zhifa2", "self"))
    assert "正在审查" in refused(story, ASK, **asked(story, "zhifa2"))


def test_the_head_decides_of_officers_and_not_of_himself(reached: Reached) -> None:
    story = reached(stop="recusal_asked", aside=("recusal",))
    assert "机关负责人办理" in refused(story, DECIDE, **decided(story, "zhifa2"))
    assert "没有待决定的回避申请" in refused(story, DECIDE, who="juzhang", **decided(story, "zhifa1"))
    wrong = decided(story, "zhifa2", decided_by="舞钢市人民政府")
    assert "不必填写上级机关" in refused(story, DECIDE, who="juzhang", **wrong)
    done(story, DECIDE, who="juzhang", **decided(story, "zhifa2"))
    assert "没有待决定的回避申请" in refused(story, DECIDE, who="juzhang", **decided(story, "zhifa2"))
    done(story, ASK, **asked(story, "juzhang"))
    own = decided(story, "juzhang")
    assert "本人的回避不能由本人决定" in refused(story, DECIDE, who="juzhang", **own)
    said = refused(story, DECIDE, who="fujuzhang", **own)
    assert "本级人民政府或者上级机关" in said and "河南省行政执法条例第二十三条" in said
    own |= {"decided_by": "舞钢市人民政府", "decision_number": "政回字〔2026〕1号"}
    assert done(story, DECIDE, who="fujuzhang", **own).is_granted


def test_who_stands_back_does_nothing_further(reached: Reached) -> None:
    story = reached(stop="recusal_decided", aside=("recusal",))
    assert not Assignment.objects.filter(officer=pk(story, "zhifa2"), ended_on=None).exists()
    said = refused(story, "cases.write_document", who="zhifa2", form="D08")
    assert "已经决定您回避" in said and "行政处罚法第四十三条" in said
    both = [pk(story, "zhifa1"), pk(story, "zhifa2")]
    assert "不能再作为本案承办人" in refused(story, "cases.assign_officers", who="duizhang1", officers=both)
    assert "已经决定您回避" in refused(story, "cases.complete_step", who="zhifa2")


def test_a_recused_head_signs_nothing(reached: Reached) -> None:
    story = reached(stop="decision")
    done(story, ASK, **asked(story, "fujuzhang"))
    other = {"decided_by": "舞钢市人民政府", "decision_number": "舞政回字〔2026〕2号"}
    done(story, DECIDE, who="juzhang", **decided(story, "fujuzhang", is_granted=True, **other))
    paper = done(story, "cases.write_document", form="D40")
    done(story, "cases.submit_document", document=paper.pk)
    for who in ("zhifa1", "zhifa2", "duizhang1"):
        done(story, "cases.sign_document", who=who, document=paper.pk)
    said = refused(story, "cases.sign_document", who="fujuzhang", document=paper.pk)
    assert "已经决定您回避" in said and "行政处罚法第四十三条" in said
    done(story, "cases.sign_document", who="juzhang", document=paper.pk)


def test_a_recusal_is_settled_and_written_before_the_decision(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    done(story, ASK, **asked(story, "fujuzhang"))
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "回避申请尚未决定" in said and "行政处罚法第四十三条" in said
    kept = decided(
        story,
        "fujuzhang",
        is_granted=False,
        decided_by="舞钢市人民政府",
        decision_number="舞政回字〔2026〕2号",
    )
    done(story, DECIDE, who="juzhang", **kept)
    assert "《回避决定书》尚未制发" in refused(story, "penalty.decide_penalty", who="juzhang")
    story.paper("D07")
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800
    assert "已经作出决定" in refused(story, ASK, **asked(story, "zhifa1"))


def test_the_paper_that_denied_a_recusal_does_not_grant_it(reached: Reached) -> None:
    """Asked again on the same day, the same person is answered otherwise: each answer has its own paper."""
    story = reached(stop="decision_approved")
    for granted in (False, True):
        done(story, ASK, **asked(story, "fazhi"))
        done(story, DECIDE, who="juzhang", **decided(story, "fazhi", is_granted=granted))
        said = refused(story, "penalty.decide_penalty", who="juzhang")
        assert "《回避决定书》尚未制发" in said and "行政处罚法第四十三条" in said
        told = story.paper("D07").values["outcome"]
        assert ("驳回" not in told) == granted
    assert recusals_settled(story.case)


def test_nobody_who_stands_back_presides(reached: Reached) -> None:
    story = reached(stop="hearing", cause="C05", fine=8000, hearing=True)
    done(story, ASK, **asked(story, "fazhi2"))
    done(story, DECIDE, who="juzhang", **decided(story, "fazhi2"))
    order = {
        "held_on": clock.today() + timedelta(days=30),
        "place": "听证室",
        "chair": pk(story, "fazhi2"),
        "recorder": pk(story, "dangan"),
    }
    said = refused(story, "cases.notify_hearing", who="fazhi", **order)
    assert "已经决定回避的人不能主持听证" in said


def test_only_what_is_filed_is_suspended(reached: Reached) -> None:
    assert "尚未立案，没有可以中止的调查" in refused(
        reached(stop="filing"), "cases.suspend_case", who="juzhang", **FORCE
    )


def test_a_suspension_is_approved_and_resumed(reached: Reached) -> None:
    story = reached(stop="suspension", aside=("suspension",))
    before = deadline(story.proceeding, "case_decision")
    assert "没有中止" in refused(story, "cases.resume_case", who="juzhang", reason="道路已经抢通。")
    assert "机关负责人办理" in refused(story, "cases.suspend_case", **FORCE)
    done(story, "cases.suspend_case", who="juzhang", **FORCE)
    assert "已经中止" in refused(story, "cases.suspend_case", who="juzhang", **FORCE)
    photo = {"kind": "audio_visual", "name": "照片", "proves": "现场状态"}
    assert "本案已中止调查（因不可抗力暂时无法调查）" in refused(story, "cases.add_evidence", **photo)
    assert "恢复以后才能办理" in refused(story, "cases.complete_step")
    assert "恢复以后才能办理" in refused(story, "cases.write_document", form="D27")
    order = {"subject": "护栏", "question": "鉴定损坏程度和费用。", "appraiser": "演示检测中心"}
    assert "恢复以后才能办理" in refused(story, "cases.order_appraisal", who="juzhang", **order)
    clock.advance(timedelta(days=10))
    done(story, "cases.resume_case", who="juzhang", reason="道路已经抢通。")
    done(story, "cases.add_evidence", **photo)
    after = deadline(story.proceeding, "case_decision")
    assert before and after and (after.on - before.on).days == 10
    today = clock.today()
    days = [today - timedelta(days=11), today - timedelta(days=10), today - timedelta(days=1), today]
    assert [stood_still(story.proceeding, day) for day in days] == [False, True, True, False]


def test_an_appraisal_is_approved_and_its_time_left_out(reached: Reached) -> None:
    order = {"subject": "护栏", "question": "鉴定损坏程度和费用。", "appraiser": "演示检测中心"}
    unfiled = reached(stop="filing")
    assert "尚未立案，不能委托鉴定" in refused(unfiled, "cases.order_appraisal", who="juzhang", **order)


def test_the_result_of_an_appraisal_is_evidence(reached: Reached) -> None:
    story = reached(stop="appraised", aside=("appraisal",))
    before = deadline(story.proceeding, "case_decision")
    order = {"subject": "护栏", "question": "鉴定损坏程度和费用。", "appraiser": "演示检测中心"}
    assert "结果尚未收到" in refused(story, "cases.order_appraisal", who="juzhang", **order)
    clock.advance(timedelta(days=7))
    done(story, "cases.receive_appraisal", result="损坏严重，修复费用三千元。")
    assert "没有等待结果的鉴定" in refused(story, "cases.receive_appraisal", result="同上所述。")
    after = deadline(story.proceeding, "case_decision")
    assert before and after and (after.on - before.on).days == 6
    assert story.case.evidence.filter(kind="expert").count() == 1


def test_what_came_back_unappraised_is_no_evidence(reached: Reached) -> None:
    """Its days are left out until it came back, not until somebody wrote it down."""
    story = reached(stop="appraised", aside=("appraisal",))
    before = deadline(story.proceeding, "case_decision")
    since = clock.today()
    clock.advance(timedelta(days=7))
    back: dict[str, Any] = {"reason": "送检材料不足，不能鉴定，退回委托。"}
    for day in (since - timedelta(days=1), clock.today() + timedelta(days=1)):
        said = refused(story, "cases.return_appraisal", returned_on=day, **back)
        assert "退回之日应当在委托之日至今天之间" in said and "行政处罚法第四十六条" in said
    back["returned_on"] = since + timedelta(days=4)
    done(story, "cases.return_appraisal", **back)
    assert "没有等待结果的鉴定" in refused(story, "cases.return_appraisal", **back)
    assert "没有等待结果的鉴定" in refused(story, "cases.receive_appraisal", result="同上所述。")
    after = deadline(story.proceeding, "case_decision")
    assert before and after and (after.on - before.on).days == 3
    assert not story.case.evidence.filter(kind="expert").exists()


def test_a_check_is_extended_once_and_in_time(reached: Reached) -> None:
    why = {"who": "juzhang", "reason": "需要向其他部门核实权属情况。"}
    story = reached(stop="lead")
    before = deadline(story.proceeding, "lead_check")
    done(story, "cases.extend_check", **why)
    after = deadline(story.proceeding, "lead_check")
    assert before and after and story.proceeding.calendar.working_between(before.on, after.on) == 10
    assert "已经延长过一次" in refused(story, "cases.extend_check", **why)


def test_a_check_is_not_extended_afterwards(reached: Reached) -> None:
    why = {"who": "juzhang", "reason": "需要向其他部门核实权属情况。"}
    story = reached(stop="lead")
    clock.advance(timedelta(days=40))
    assert "线索核查期限已于" in refused(story, "cases.extend_check", **why)
    story.paper("D02")
    story.go()
    assert "不在线索核查期间" in refused(story, "cases.extend_check", **why)


@pytest.mark.parametrize(("ground", "wrong"), [("died", "dissolved")])
def test_a_case_without_a_party_ends(reached: Reached, ground: str, wrong: str) -> None:
    story = reached(stop="end", aside=("end",))
    END, proof = "cases.end_investigation", "居民死亡医学证明书"
    assert "机关负责人办理" in refused(story, END, ground=ground, proof=proof)
    said = refused(story, END, who="juzhang", ground=wrong, proof=proof)
    assert "终止的情形与当事人的类别不符" in said
    done(story, END, who="juzhang", ground=ground, proof=proof)
    assert "已经终止调查" in refused(story, END, who="juzhang", ground=ground, proof=proof)
    assert "请办理结案" in refused(story, "cases.suspend_case", who="juzhang", **FORCE)
    assert story.proceeding.step == "closure"


def test_nothing_ends_without_approval(reached: Reached) -> None:
    story = reached(stop="filing")
    story.paper("D03", {"proposal": "decline"})
    said = refused(story, "cases.close_case", who="duizhang1", kind="ended", reason="当事人已经死亡。")
    assert "没有批准终止调查的记录" in said


def test_what_ended_is_closed_as_ended(reached: Reached) -> None:
    assert reached(aside=("end",)).proceeding.closure_kind == "ended"


def test_nobody_ends_a_case_against_nobody(reached: Reached) -> None:
    story = reached(stop="lead")
    lead = {
        "procedure": "penalty/ordinary",
        "cause_code": "C04",
        "source": "patrol",
        "happened_on": clock.today(),
        "found_on": clock.today(),
        "place": "某路某号",
        "summary": "不知是谁设置的售货亭。",
    }
    story.case_id = done(story, "cases.register_lead", **lead).pk
    said = refused(story, "cases.end_investigation", who="juzhang", ground="died", proof="死亡证明")
    assert "尚未登记当事人" in said


def test_electronic_data_have_a_record_of_their_own(reached: Reached) -> None:
    story = reached(stop="investigation")
    data = {"kind": "electronic", "name": "外卖平台订单记录", "proves": "经营时间和数量"}
    done(story, "cases.add_evidence", **data)
    assert "缺少《电子数据提取笔录》" in refused(story, "cases.complete_step")


def test_after_the_decision_nothing_is_appraised(reached: Reached) -> None:
    story = reached(stop="performance")
    order = {"subject": "护栏", "question": "鉴定损坏的程度。", "appraiser": "某检测中心"}
    assert "已经作出决定" in refused(story, "cases.order_appraisal", who="juzhang", **order)


def test_what_needs_an_office_is_never_the_officers(reached: Reached) -> None:
    """An officer's act has no office: it asks for the assignment to the case instead."""
    reached(stop="lead")
    cards = {name: row.card for name, row in registered_commands().items() if isinstance(row.card, Card)}
    assert {name for name, card in cards.items() if card.office in (Role.OFFICER, (Role.OFFICER,))} == set()
    for name in ("cases.extend_check", "cases.order_appraisal", "cases.extend_time", "cases.suspend_case"):
        assert cards[name].office == (Role.BUREAU_HEAD,), name


def test_an_appraisal_that_was_commissioned_is_awaited(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    order = {"subject": "售货亭", "question": "鉴定面积和材质。", "appraiser": "演示检测中心"}
    for us in ("舞钢市城市管理局", f"{story.bureau.officers['zhifa1'].name}鉴定工作室"):
        own = {**order, "appraiser": us}
        assert "鉴定（检测）机构" in refused(story, "cases.order_appraisal", who="juzhang", **own), us
    done(story, "cases.order_appraisal", who="juzhang", **order)
    told = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "委托演示检测中心的鉴定尚未收到结果" in told and "行政处罚法第四十条" in told
    result = {"result": "面积三平方米，铁皮材质。"}
    assert "没有据以鉴定的委托书" in refused(story, "cases.receive_appraisal", **result)
    story.paper("D21")
    unserved = story.paper("D22")
    assert "没有把鉴定期间书面告知当事人" in refused(story, "cases.receive_appraisal", **result)
    back = {"returned_on": clock.today(), "reason": "送检材料不足，不能鉴定。"}
    assert "没有把鉴定期间书面告知当事人" in refused(story, "cases.return_appraisal", **back)
    story.serve(unserved)
    done(story, "cases.register_party", **{**story.plan.party, "phone": "13800001111"})
    done(story, "cases.receive_appraisal", **result)


def test_who_handled_a_case_gives_it_no_more_time(reached: Reached) -> None:
    """Whoever acts by an office of approval has never been an officer of the case."""
    story = reached(stop="report")
    in_offices(story, "fujuzhang", "bureau_head", "officer")
    ids = [pk(story, name) for name in ("zhifa1", "zhifa2", "fujuzhang")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    done(story, "cases.assign_officers", who="duizhang1", officers=ids[:2])
    why = {"who": "fujuzhang", "reason": "案情复杂，需要补充调查取证。"}
    for name in ("cases.extend_time", "cases.explain_delay", "cases.extend_check", "cases.resume_case"):
        assert "您承办过本案，不能审批" in refused(story, name, **why), name
    done(story, "cases.extend_time", **{**why, "who": "juzhang"})


def test_who_approved_something_does_not_handle_it_afterwards(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, "cases.extend_time", who="fujuzhang", reason="案情复杂，需要补充调查取证。")
    ids = [pk(story, name) for name in ("zhifa1", "zhifa2", "fujuzhang")]
    told = refused(story, "cases.assign_officers", who="duizhang1", officers=ids)
    assert "郭清源审核、审批过本案" in told


def test_late_electronic_data_are_recorded_before_the_decision(reached: Reached) -> None:
    story = reached(stop="plea")
    added = done(story, "cases.add_evidence", kind="electronic", name="微信聊天记录", proves="当事人承认占道")
    established(story, evidence=[added.pk])
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "电子数据“微信聊天记录”没有《电子数据提取笔录》" in said and "行政处罚法第四十六条" in said
    story.paper("D13", extracted("外卖平台订单"))
    assert "电子数据“微信聊天记录”" in refused(story, "penalty.decide_penalty", who="juzhang")
    story.paper("D13", extracted("微信聊天记录截图1.png"))
    assert "电子数据" not in refused(story, "penalty.decide_penalty", who="juzhang")


def test_electronic_data_of_the_report_are_recorded(reached: Reached) -> None:
    story = reached(stop="report")
    added = done(story, "cases.add_evidence", kind="electronic", name="微信聊天记录", proves="当事人承认占道")
    established(story, evidence=[added.pk])
    story._propose()
    story.paper("D27")
    assert "电子数据“微信聊天记录”" in refused(story, "cases.complete_step")
    story.paper("D13", extracted("微信聊天记录截图1.png"))
    assert done(story, "cases.complete_step").step == "notice"


def extracted(name: str) -> dict[str, Any]:
    file = {"name": name, "sha256": "a" * 64, "medium": "光盘"}
    moment = clock.now().replace(second=0, microsecond=0)
    return {
        "started_at": (moment - timedelta(minutes=20)).isoformat(),
        "ended_at": (moment - timedelta(minutes=5)).isoformat(),
        "device": "当事人手机",
        "method": "打印拍照",
        "files": [file],
    }
