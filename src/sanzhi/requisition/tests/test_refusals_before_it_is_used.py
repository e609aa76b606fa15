"""What is refused before things are used: no declared emergency, untold, a list that does not fit, twice, by the wrong person."""

from datetime import timedelta

import pytest

from sanzhi.cases import queries as cases
from sanzhi.demo.requisitioning import THINGS
from sanzhi.kernel import clock
from sanzhi.requisition.queries import things_of
from tests.fees import Taken
from tests.stories import done, refused

PROPOSE, AT_ONCE, TAKE = (
    "requisition.propose_requisition",
    "requisition.requisition_at_once",
    "requisition.take_over_things",
)
DECIDE, HEAD = "requisition.decide_requisition", "juzhang"
URGENT = {"urgency": "积水迅速上涨，来不及事先作出书面决定。", "approved_by": "局长"}


def test_only_in_an_emergency_that_was_declared(taken: Taken) -> None:
    story = taken(stop="need")
    said = story.said
    tomorrow = clock.today() + timedelta(days=1)
    assert "应急决定日不能晚于今天" in refused(story, PROPOSE, **said(declared_on=tomorrow))
    assert "不像应急决定的文号" in refused(story, PROPOSE, **said(declared_number="口头通知"))
    assert "征用期限应当在今天以后" in refused(
        story, PROPOSE, **said(until_on=clock.today() - timedelta(days=1))
    )
    assert "没有告知权利人" in refused(story, PROPOSE, **said(rights_told=False))
    assert "两栏都要填写" in refused(story, PROPOSE, **said(plea_answer=""))
    assert "没有写明估价" in refused(story, PROPOSE, **said(things="挖掘机；20吨；1台；完好"))
    assert "清单第1行不是四项" in refused(story, PROPOSE, **said(things="挖掘机一台"))
    assert "估价应当大于零" in refused(story, PROPOSE, **said(things="挖掘机；20吨；1台；完好，估价0元"))
    objection = {"text": "没有必要征用。", "made_on": clock.today()}
    assert "尚未提出征用" in refused(story, "requisition.record_objection", **objection)


def test_without_an_owner(taken: Taken) -> None:
    story = taken(stop="need")
    order = {"procedure": "requisition/emergency", "power": "ZY01", "on": clock.today(), "place": "演示路口"}
    other = done(story, "cases.begin_own_motion", **order, summary="连续强降雨，急需沙袋。")
    assert "尚未登记财物的权利人" in refused(story, PROPOSE, case=other.case_id, **story.said())


def test_what_is_taken_at_once(taken: Taken) -> None:
    story = taken(stop="need")
    both = {**story.said(), **URGENT}
    other = "无人机；测绘型；1台；完好，估价30000元，每日300元"
    assert "清点的财物与决定不符" in refused(story, AT_ONCE, **both, **story.scene(taken=other))
    more = "柴油抽水泵；6寸；3台；完好，每台估价8000元，每台每日75元"
    assert "3台，决定的是2台" in refused(story, AT_ONCE, **both, **story.scene(taken=more))
    assert "没有出示执法身份证件" in refused(story, AT_ONCE, **both, **story.scene(identity_shown=False))
    nobody = story.scene(present_name="", witness="")
    assert "两者填一" in refused(story, AT_ONCE, **both, **nobody)


def test_the_papers_are_made_on_the_same_day(taken: Taken) -> None:
    story = taken(at_once=True, stop="proposed")
    assert "同样的征用建议" in refused(story, PROPOSE, **story.said())
    story.go()
    assert "没有这一岗位" in refused(story, DECIDE)
    assert "不是当日补办的写明原因" in refused(story, DECIDE, who=HEAD, late_for="负责人在抢险现场。")
    clock.advance(timedelta(days=1))
    assert "当日补办决定" in refused(story, DECIDE, who=HEAD)
    done(story, DECIDE, who=HEAD, late_for="负责人连夜在抢险现场指挥。")
    assert "财物已经征用" in refused(story, "requisition.forgo_requisition", who=HEAD, reason="不需要了。")
    story.go()
    assert "财物已经清点" in refused(story, TAKE, **story.scene())


def test_a_term_that_is_over_is_not_decided(taken: Taken) -> None:
    story = taken(stop="proposed")
    done(story, PROPOSE, **story.said(until_on=clock.today() + timedelta(days=2)))
    story.go()
    clock.advance(timedelta(days=3))
    assert "已经届满，不能再按这一期限决定" in refused(story, DECIDE, who=HEAD)
    done(story, "cases.send_back", who=HEAD, reason="请更改征用期限。")
    done(story, PROPOSE, **story.said(until_on=clock.today() + timedelta(days=2)))
    story.go()
    done(story, DECIDE, who=HEAD)
    story.go()
    document = story.proceeding.decision.document_id
    assert document is not None
    story.serve_paper(document)
    clock.advance(timedelta(days=3))
    assert "征用期限已经届满，不能再征用" in refused(story, TAKE, **story.scene())
    done(story, "requisition.forgo_requisition", who=HEAD, reason="期限届满，不再需要。")


def test_what_was_decided_is_taken_over_and_receipted(taken: Taken) -> None:
    story = taken(stop="handover")
    assert "尚未清点、估价、接收" in refused(story, "cases.complete_step")
    assert "征用决定书尚未送达" in refused(story, TAKE, **story.scene())
    document = story.proceeding.decision.document_id
    assert document is not None
    story.serve_paper(document)
    assert "清点的财物与决定不符" in refused(
        story, TAKE, **story.scene(taken="冲锋舟；6人；1艘；完好，估价8000元，每日100元")
    )
    done(story, TAKE, **story.scene())
    assert "没有交付权利人的登记" in refused(story, "cases.complete_step")
    assert "没有已经决定、等待接收" in refused(story, TAKE, **story.scene())
    story.serve(story.paper("D96"))
    story.go()


def test_what_is_not_needed_any_more(taken: Taken) -> None:
    story = taken(stop="decision")
    early = refused(story, "requisition.refuse_requisition", who=HEAD, reason="不需要征用。")
    assert "没有先行征用、等待决定" in early
    done(story, "requisition.forgo_requisition", who=HEAD, reason="雨停水退，不再需要。")
    assert "结案情形与本案的登记不符" in refused(
        story, "cases.close_case", who=HEAD, kind="refused", reason="不再需要。"
    )
    done(story, "cases.close_case", who=HEAD, kind="not_needed", reason="不再需要征用。")
    assert story.case.closed_on
    other = taken(stop="handover", place="舞钢市演示大道9号工地")
    done(other, "requisition.forgo_requisition", who=HEAD, reason="决定以后设备已经损坏。")
    done(other, "cases.close_case", who=HEAD, kind="not_taken", reason="决定以后没有征用。")
    assert other.case.closed_on


def test_the_head_refuses_once(taken: Taken) -> None:
    story = taken(at_once=True, stop="decision")
    done(story, "requisition.refuse_requisition", who=HEAD, reason="现场已有足够设备。")
    closing = {"kind": "refused", "reason": "没有批准，已经返还。"}
    said = refused(story, "cases.close_case", who=HEAD, **closing)
    assert "还有3项财物没有返还" in refused(story, "requisition.begin_compensation")
    assert "没有返还、清点" in said and "没有交付权利人的登记" in said and "尚未补偿" in said


def test_each_objection_is_answered(taken: Taken) -> None:
    story = taken(stop="use")
    said = {"text": "抽水泵估价偏低。", "made_on": clock.today()}
    late = {**said, "made_on": clock.today() + timedelta(days=1)}
    assert "不晚于今天" in refused(story, "requisition.record_objection", **late)
    assert "没有等待答复的异议" in refused(
        story, "requisition.answer_objection", who=HEAD, answer="估价由双方核对，没有偏低。"
    )
    done(story, "requisition.record_objection", **said)
    assert "已经登记过内容相同的异议" in refused(story, "requisition.record_objection", **said)
    done(story, "requisition.answer_objection", who=HEAD, answer="估价由双方核对确认，可以依法申请行政复议。")


@pytest.mark.parametrize(
    ("things", "said"),
    [
        ("发电机；50千瓦；0.3台；完好，估价90000元，每日900元", "“0.3台”不是整数"),
        ("孙无名；男；1人；健康，估价1元", "是人，不是财物"),
        ("司机；无；2名；健康，共估价2元", "是人，不是财物"),
        ("抽水泵；6寸；2台；完好，估价16000元，每日150元", "一台的还是合计的"),
        ("抽水泵；6寸；2台；完好，每台估价8000元，每日150元", "一台的还是合计的"),
        ("抽水泵；6寸；2台；完好，每辆估价8000元，每辆每日75元", "按台计，不能写“每辆”的价"),
        ("发电机；50千瓦；1台；完好，估价90000元", "不是消耗品，应当写明每日使用价"),
    ],
)
def test_what_is_no_line_of_an_inventory(taken: Taken, things: str, said: str) -> None:
    story = taken(stop="need")
    assert said in refused(story, PROPOSE, **story.said(things=things))
    both = {**story.said(things=things), **URGENT, **story.scene(taken=things)}
    assert said in refused(story, AT_ONCE, **both)


def test_the_owner_is_no_thing(taken: Taken) -> None:
    story = taken(stop="need")
    owner = f"{story.party.name}；无；1个；完好，估价1元"
    assert "是人，不是财物" in refused(story, PROPOSE, **story.said(things=owner))


def test_worth_what_was_decided(taken: Taken) -> None:
    """Another valuation has its reason and the owner's word; a machine is not made a thing that is used up."""
    tents = "救灾帐篷；10人；2顶；完好，每顶估价900元，每顶每日20元"
    story = taken(stop="handover", things=(*THINGS, tents))
    document = story.proceeding.decision.document_id
    assert document is not None
    story.serve_paper(document)
    digger, pumps, bags, _ = story.scene()["taken"].splitlines()
    worn = "履带式挖掘机；20吨；1台；破旧不堪，估价1元"
    assert "不是消耗品，应当写明每日使用价" in refused(story, TAKE, **story.scene(taken=worn))
    used_up = tents.replace("，每顶每日20元", "")
    assert "不能去掉每日使用价" in refused(story, TAKE, **story.scene(taken=used_up))
    cheap = f"{worn}，每日1200元"
    assert "应当写明理由（至少五个字）和权利人的意见" in refused(story, TAKE, **story.scene(taken=cheap))
    why = {"revalued_for": "发动机不能启动，经双方检查。"}
    assert "应当写明理由" in refused(story, TAKE, **story.scene(taken=cheap, **why))
    same = story.scene(taken=digger, **why, owner_word="没有意见。")
    assert "与决定相同，不写" in refused(story, TAKE, **same)
    half = pumps.replace("2台", "1台").replace("每台估价8000元，每台每日75元", "估价8000元，每日75元")
    other = digger.replace("450000", "430000")
    said = {**why, "owner_word": "同意按四十三万元估价。"}
    done(story, TAKE, **story.scene(taken="\n".join((other, half, bags)), **said))
    assert [row.worth for row in things_of(story.proceeding)] == [430000, 8000, 1000]
    paper = story.paper("D96")
    assert paper.values["owner_word"] == "同意按四十三万元估价。"


def test_the_decision_says_what_was_accepted(taken: Taken) -> None:
    story = taken(stop="need")
    said = {
        "plea": "只能征用一台抽水泵。",
        "plea_manner": "written",
        "plea_answer": "另有一台抽水泵可以调用。",
    }
    concludes = {**said, "plea_answer": "意见成立，予以采纳。"}
    assert "是否采纳应当由选择写明" in refused(story, PROPOSE, **story.said(**concludes))
    nothing = {"plea": "", "plea_answer": "", "plea_accepted": True}
    assert "没有可以采纳的意见" in refused(story, PROPOSE, **story.said(**nothing))
    done(story, PROPOSE, **story.said(**said, plea_accepted=True))
    story.go()
    done(story, DECIDE, who=HEAD)
    told = str(cases.papers(story.proceeding)[-1].document.values)
    assert "书面陈述、申辩" in told and "对上述意见予以采纳" in told and "不予采纳" not in told
