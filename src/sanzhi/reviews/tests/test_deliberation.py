"""The heads discuss a major decision after its review, several of them, by those whose office it is."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from sanzhi.demo.deeds import Stopped
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.reviews.queries import reviews_of
from sanzhi.reviews.tests.discussing import discussed
from sanzhi.reviews.tests.test_refusals import AGREED
from tests.stories import appoint_in_two_offices, appointed, done, in_offices, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}


def test_a_deliberation_follows_the_review_and_is_held_by_several(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    record = "reviews.record_deliberation"
    for people, said in (
        (("juzhang", "juzhang"), "至少应有两名负责人"),
        (("juzhang", "zhifa1"), "应当是本机关现任负责人"),
    ):
        assert said in refused(story, record, who="juzhang", **discussed(story, *people))
    absent = discussed(story, chair=story.bureau.officers["fazhi"].pk)
    assert "主持人应当参加讨论" in refused(story, record, who="juzhang", **absent)
    assert "这项工作由机关负责人、法制审核人员办理" in refused(
        story, "reviews.record_deliberation", **discussed(story)
    )
    for command in ("cases.complete_step", "penalty.decide_penalty"):
        said = refused(story, command, who="juzhang")
        assert "未经负责人集体讨论" in said and "河南省行政执法条例第二十八条" in said
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    said = refused(story, "cases.complete_step", who="juzhang")
    assert "缺少《" in said and "集体讨论，" not in said
    assert "未经负责人集体讨论" not in refused(story, "penalty.decide_penalty", who="juzhang")
    story.paper("D39", writer="juzhang")
    assert done(story, "cases.complete_step", who="juzhang").step == "decision"


def test_no_deliberation_before_the_review(reached: Reached) -> None:
    story = reached(stop="review", **LARGE)
    said = refused(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    assert "未经法制审核不得作出决定" in said and "此时不能这样办理" in said


def test_the_heads_decide_and_not_the_fact_that_they_met(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story, outcome="spared"))
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "负责人集体讨论的结果是“不予处罚”" in said
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    assert "负责人集体讨论的结果" not in refused(story, "penalty.decide_penalty", who="juzhang")


def test_who_handled_the_case_does_not_discuss_it(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    in_offices(story, "fujuzhang", "bureau_head", "officer")
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", "fujuzhang")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    done(story, "cases.assign_officers", who="duizhang1", officers=ids[:2])
    said = refused(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    assert "郭清源承办过本案，不能参加集体讨论" in said and "程守正" not in said
    third = {"username": "third", "password": "long-enough-91", "name": "路人甲", "roles": ["bureau_head"]}
    unit = story.bureau.officers["juzhang"].unit_id
    story.bureau.officers["third"] = appointed(story, unit=unit, **third)
    others = discussed(story, "juzhang", "third")
    assert len(done(story, "reviews.record_deliberation", who="juzhang", **others).participants) == 2


def test_who_votes_and_who_writes_are_known(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    record, ids = "reviews.record_deliberation", {name: row.pk for name, row in story.bureau.officers.items()}
    later = (clock.now() + timedelta(minutes=1)).time()
    for changed, said in (
        ({"dissenting": [ids["fazhi"]]}, "只有参加讨论的负责人表决"),
        ({"dissenting": [ids["fujuzhang"]]}, "不同意的达到半数"),
        ({"recorder": ids["juzhang"]}, "不能同时是记录人或者列席人员"),
        ({"listeners": [ids["fujuzhang"]]}, "不能同时是记录人或者列席人员"),
        ({"reporter": max(ids.values()) + 1000}, "应当是本机关在岗人员"),
        ({"listeners": [ids["shenji"]]}, "系统管理员、安全管理员、安全审计员除外"),
        ({"recorder": ids["guanli"]}, "系统管理员、安全管理员、安全审计员除外"),
        ({"ended_at": later}, "结束时间不能晚于现在"),
    ):
        assert said in refused(story, record, who="juzhang", **discussed(story, **changed))
    row = done(story, record, who="juzhang", **discussed(story))
    assert row.conclusion == f"经表决，2人一致同意。同意处理建议：{row.proposal.text}。"


def test_who_stands_back_neither_votes_nor_listens(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    deputy = story.bureau.officers["fujuzhang"]
    ask = {"of": deputy.pk, "asked_by": "party", "reason": "与当事人有直接利害关系。"}
    done(story, "cases.ask_recusal", **ask)
    superior = {"decided_by": "舞钢市人民政府", "decision_number": "演政回字〔2026〕1号"}
    said = {"of": deputy.pk, "is_granted": True, "answer": "情况属实，应当回避。", **superior}
    done(story, "cases.decide_recusal", who="juzhang", **said)
    told = refused(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    assert f"已经决定{deputy.name}回避，不能参加集体讨论" in told and "行政处罚法第四十三条" in told


def test_who_discussed_a_case_does_not_handle_it_afterwards(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", "fujuzhang")]
    told = refused(story, "cases.assign_officers", who="duizhang1", officers=ids)
    assert "郭清源审核、审批过本案，不能再作为本案承办人" in told


def test_the_heads_meet_after_the_review(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    record = "reviews.record_deliberation"
    review = reviews_of(story.proceeding)[0]
    assert review.reviewed_at is not None
    given = review.reviewed_at.astimezone(clock.CHINA)
    clock.advance(given + timedelta(minutes=20) - clock.now())  # an hour on the day of the review
    early = {"began_at": (given - timedelta(minutes=1)).time(), "ended_at": clock.now().time()}
    said = refused(story, record, who="juzhang", **discussed(story, **early))
    assert "集体讨论的开始时间早于法制审核意见作出的时间" in said and "河南省行政执法条例第二十八条" in said
    done(story, record, who="juzhang", **discussed(story, **{**early, "began_at": given.time()}))
    assert "最近一次法制审核之前举行" not in refused(story, "cases.complete_step", who="juzhang")


def test_who_reports_does_not_write(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    clerk = story.bureau.officers["dangan"].pk
    said = refused(story, "reviews.record_deliberation", who="juzhang", **discussed(story, reporter=clerk))
    assert "汇报人不能同时是记录人" in said
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story))


def test_who_reviewed_neither_discusses_nor_decides(reached: Reached) -> None:
    """One person in two offices judges once (行政处罚法 §58)."""
    story = reached(stop="review_submitted", **LARGE)
    appoint_in_two_offices(story)
    done(story, "reviews.give_opinion", who="shuang", **AGREED)
    story.paper("D28", writer="fazhi")
    story.go()
    clock.advance(timedelta(hours=2))
    record = "reviews.record_deliberation"
    told = refused(story, record, who="juzhang", **discussed(story, "juzhang", "shuang"))
    assert "双立身审核过本案" in told and "行政处罚法第五十八条" in told
    story.plan.stop = "decision_approved"
    with suppress(Stopped):
        for scene in ("deliberation", "decision"):
            for days in getattr(story, scene)():
                clock.advance(timedelta(days=days, hours=1))
    assert "您审核过本案" in refused(story, "penalty.decide_penalty", who="shuang")
    done(story, "penalty.decide_penalty", who="juzhang")
