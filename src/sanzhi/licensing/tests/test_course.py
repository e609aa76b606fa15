"""Examination, others who are heard, hearing, time: what each refuses (行政许可法 §§34–48)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pydantic import ValidationError

from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import FOUND, UNMET
from sanzhi.kernel import clock
from sanzhi.licensing import commands, terms
from sanzhi.licensing.commands.propose_licence import CARD as PROPOSING
from sanzhi.licensing.queries import application_of
from tests.licences import Applied
from tests.renewals import renewed
from tests.stories import done, reasons, refused

SEEN = {"found": FOUND, "fits": True}


def test_nothing_is_examined_before_it_is_accepted(applied: Applied) -> None:
    story = applied(stop="application")
    said = refused(story, "cases.complete_step")
    assert "申请尚未受理" in said and "缺少《行政许可申请书》" in said


def test_the_receipt_is_served(applied: Applied) -> None:
    story = applied(stop="application")
    done(story, "licensing.accept_application")
    assert "《受理（不予受理）通知书》尚未送达" in refused(story, "cases.complete_step")


def test_two_examine_on_the_spot(applied: Applied) -> None:
    story = applied(stop="examination")
    today = clock.today()
    assert "尚未由两名以上工作人员" in refused(story, "cases.complete_step")
    assert "不晚于今天" in refused(
        story, "licensing.examine", examined_on=today + timedelta(days=1), is_on_site=True, **SEEN
    )
    assert "应当逐项写明" in refused(
        story, "licensing.examine", examined_on=today, is_on_site=True, found=FOUND, fits=False
    )
    done(story, "licensing.examine", examined_on=today, **SEEN)
    assert "应当现场核查" in refused(story, "cases.complete_step")
    second = story.bureau.officers["zhifa2"].pk
    first = story.bureau.officers["zhifa1"].pk
    done(story, "cases.assign_officers", who="duizhang1", officers=[first])
    assert second and "只有一名承办人" in refused(
        story, "licensing.examine", examined_on=today, is_on_site=True, **SEEN
    )


def test_neighbours_are_heard(applied: Applied) -> None:
    story = applied(stop="interested_told", neighbour="韩守望")
    view = story.proceeding.interested_views.get().pk
    told = {"contact": "13800000001", "interest": "位置在其店铺门前。"}
    assert "已经告知过韩守望" in refused(story, "licensing.tell_interested", name="韩守望", **told)
    assert "不是利害关系人" in refused(story, "licensing.tell_interested", name=story.party.name, **told)
    story.look()
    assert "提出意见的期限未满" in refused(story, "cases.complete_step")
    spoken = {"manner": "提出意见", "words": "影响出入。"}
    assert "都要填写" in refused(story, "licensing.enter_view", view=view, **spoken)
    assert "不在本案" in refused(story, "licensing.enter_view", view=0, answer="采纳意见。", **spoken)
    row = story.proceeding.interested_views.get()
    assert not row.answer
    done(story, "licensing.enter_view", view=view, answer="采纳意见。", **spoken)
    assert "没有已经告知" in refused(story, "licensing.enter_view", view=view, answer="再次。", **spoken)
    story.go()


def test_silent_neighbours_are_waited_for_five_days(applied: Applied) -> None:
    story = applied(stop="interested_told", neighbour="韩守望")
    story.look()
    assert "提出意见的期限未满" in refused(story, "cases.complete_step")
    clock.advance(timedelta(days=9))
    story.go()
    assert story.proceeding.step == "proposal"


def test_a_hearing_is_told_asked_set_and_held(applied: Applied) -> None:
    story = applied(stop="examined")
    today = clock.today()
    assert "没有告知过听证权利" in refused(story, "licensing.ask_hearing", asked_by="甲乙", asked_on=today)
    assert "没有告知过听证权利" in refused(story, "licensing.waive_hearing", proof="书面放弃")
    story.tell_rights()
    assert "已经告知过听证权利" in refused(story, "licensing.tell_hearing", because="涉及重大利益关系。")
    assert "告知以后、不晚于今天" in refused(
        story, "licensing.ask_hearing", asked_by="甲乙", asked_on=today - timedelta(days=3)
    )
    late = today + timedelta(days=12)
    clock.advance(timedelta(days=12))
    assert "期限已于" in refused(story, "licensing.ask_hearing", asked_by="甲乙", asked_on=late)
    early = today + timedelta(days=1)
    assert "日以后倒填" in refused(story, "licensing.ask_hearing", asked_by="甲乙", asked_on=early)


def test_a_proposal_waits_for_the_days_of_asking(applied: Applied) -> None:
    story = applied(stop="examined")
    story.tell_rights()
    story.go()
    story.propose()
    assert "申请听证的期限到" in refused(story, "cases.complete_step")
    done(story, "licensing.waive_hearing", proof="申请人书面放弃")
    story.propose(reason="申请材料齐全，经审查符合法定条件；申请人书面放弃听证。")
    story.go()


def test_rights_that_were_not_served_were_not_told(applied: Applied) -> None:
    story = applied(stop="examined")
    done(story, "licensing.tell_hearing", because="涉及沿街商户的重大利益关系。")
    story.go()
    story.propose()
    assert "《许可听证告知（通知）书》尚未送达" in refused(story, "cases.complete_step")


def test_a_hearing_is_set_seven_days_ahead_within_twenty(applied: Applied) -> None:
    story = applied(stop="licence_hearing", hears=True)
    chair, today = story.bureau.officers["fazhi2"].pk, clock.today()
    place = {"place": "本机关三楼听证室", "chair": chair}
    assert "七日前通知" in refused(story, "licensing.set_hearing", held_on=today + timedelta(days=5), **place)
    assert "二十日内组织" in refused(
        story, "licensing.set_hearing", held_on=today + timedelta(days=60), **place
    )
    handler = {"place": "本机关三楼听证室", "chair": story.bureau.officers["zhifa1"].pk}
    day = today + timedelta(days=14)
    assert "以外的人员" in refused(story, "licensing.set_hearing", held_on=day, **handler)
    assert "已经登记过听证申请" in refused(story, "licensing.ask_hearing", asked_by="甲乙", asked_on=today)
    assert "听证尚未举行" in refused(story, "cases.complete_step")


def test_a_hearing_is_led_by_its_chair_on_its_day(applied: Applied) -> None:
    story = applied(stop="hearing_set", hears=True)
    said = {
        "attendees": "申请人",
        "minutes": "审查人员和申请人先后陈述。",
        "opinion": "建议按审查意见作出决定。",
    }
    assert "听证定于" in refused(story, "licensing.conclude_licence_hearing", who="fazhi2", **said)
    clock.advance(timedelta(days=16))
    assert "主持，笔录由其登记" in refused(story, "licensing.conclude_licence_hearing", who="fazhi", **said)
    done(story, "licensing.conclude_licence_hearing", who="fazhi2", **said)


def test_a_hearing_needs_its_summons(applied: Applied) -> None:
    story = applied(stop="licence_hearing", hears=True)
    said = {
        "attendees": "申请人",
        "minutes": "审查人员和申请人先后陈述。",
        "opinion": "建议按审查意见作出决定。",
    }
    assert "没有书面通知申请人" in refused(story, "licensing.conclude_licence_hearing", who="fazhi2", **said)


def test_an_owed_hearing_is_not_given_up(applied: Applied) -> None:
    story = applied(stop="examined")
    done(story, "licensing.tell_hearing", because="涉及重大公共利益。", is_owed=True)
    story._serve_newest("D78")
    assert "不因放弃而免除" in refused(story, "licensing.waive_hearing", proof="书面放弃")
    story.go()
    assert story.proceeding.step == "hearing"


def test_nobody_asked_for_a_hearing(applied: Applied) -> None:
    story = applied(stop="licence_hearing", hears=True)
    row = story.proceeding.licence_hearing
    assert row.asked_on
    done(story, "licensing.waive_hearing", proof="申请人撤回听证申请")
    day = clock.today() + timedelta(days=14)
    place = {"place": "本机关三楼听证室", "chair": story.bureau.officers["fazhi2"].pk}
    assert "终结、放弃" in refused(story, "licensing.set_hearing", held_on=day, **place)


def test_a_public_notice_comes_first(applied: Applied) -> None:
    story = applied(cause="XK08", days=30, stop="examination")
    story.look()
    day = clock.today()
    assert "结束日晚于开始日" in refused(
        story, "licensing.give_notice", notice_from=day, notice_until=day, notice_place="树木所在地"
    )
    story.go()
    story.propose()
    story.go()
    assert "应当先公示" in refused(story, "licensing.decide_licence", who="juzhang")


def test_time_is_left_out_only_where_it_was_told(applied: Applied) -> None:
    """行政许可法 §45; a check on the spot is inside the twenty days."""
    story = applied(stop="examination")
    before = terms.decide_by(story.proceeding)
    out = {"ground": "experts", "what": "委托市政专家组评审方案。", "days": 10}
    assert "没有不计入期限的事项在进行" in refused(story, "licensing.end_time_left_out", result="方案可行。")
    done(story, "licensing.leave_time_out", **out)
    assert "已有不计入期限的事项在进行" in refused(story, "licensing.leave_time_out", **out)
    clock.advance(timedelta(days=7))
    again = terms.decide_by(story.proceeding)
    assert before is not None and again is not None and again.on == before.on
    story._serve_newest("D79")
    clock.advance(timedelta(days=7))
    later = terms.decide_by(story.proceeding)
    assert later is not None and later.on > before.on
    story.look()
    story.go()
    story.propose()
    story.go()
    assert "专家评审尚未登记结果" in refused(story, "licensing.decide_licence", who="juzhang")


def test_time_that_was_not_told(applied: Applied) -> None:
    story = applied(stop="examination")
    reason = "管线权属复核需要向三家单位调取资料。"
    done(story, "licensing.extend_decision", who="juzhang", days=10, reason=reason)
    story.look()
    story.go()
    story.propose()
    story.go()
    assert "没有书面告知申请人" in refused(story, "licensing.decide_licence", who="juzhang")


def test_more_time_once_and_ten_days_at_most(applied: Applied) -> None:
    story = applied(stop="examination")
    why = {"reason": "管线权属复核需要向三家单位调取资料。"}
    assert "延长不超过10个工作日" in refused(
        story, "licensing.extend_decision", who="juzhang", days=11, **why
    )
    assert "尚未超期" in refused(story, "licensing.explain_late_decision", who="juzhang", **why)
    before = terms.decide_by(story.proceeding)
    story.more_time()
    after = terms.decide_by(story.proceeding)
    assert before is not None and after is not None
    assert story.proceeding.calendar.working_between(before.on, after.on) == 10
    assert "不能再延长" in refused(story, "licensing.extend_decision", who="juzhang", days=5, **why)


def test_jointly_forty_five_days_and_fifteen_more(applied: Applied, bureau: Bureau) -> None:
    """行政许可法 §42(2): 统一办理或者联合办理、集中办理的，不得超过四十五日，经批准可以延长十五日."""
    joint: dict[str, Any] = {"is_joint": True, "limit_days": 45, "extension_days": 15, "promised_days": 40}
    renewed(bureau, "licence_items", at="XK02", **joint)
    story = applied(stop="examination")
    days, accepted = story.proceeding.calendar, application_of(story.proceeding)
    assert accepted is not None and accepted.accepted_on is not None
    before = terms.decide_by(story.proceeding)
    assert before is not None and days.working_between(accepted.accepted_on, before.on) == 45
    why = {"who": "juzhang", "reason": "四个部门联合办理，两个部门的意见尚未收齐。"}
    too_long = refused(story, "licensing.extend_decision", days=16, **why)
    assert "延长不超过15个工作日（经本级人民政府负责人批准）" in too_long
    done(story, "licensing.extend_decision", days=15, **why)
    story._serve_newest("D79")
    after = terms.decide_by(story.proceeding)
    assert after is not None and days.working_between(accepted.accepted_on, after.on) == 60


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"is_joint": True, "limit_days": 46}, "法定时限不超过45个工作日"),
        ({"is_joint": True, "extension_days": 16}, "延长不超过15个工作日"),
        ({"limit_days": 45}, "法定时限不超过20个工作日"),
    ],
)
def test_no_list_gives_itself_more(bureau: Bureau, changes: dict[str, Any], said: str) -> None:
    assert said in reasons(lambda: renewed(bureau, "licence_items", at="XK02", **changes))


def test_late_is_late_and_says_why(applied: Applied) -> None:
    story = applied(stop="licence_decision")
    clock.advance(timedelta(days=60))
    why = {"reason": "承办人住院，工作没有交接。"}
    assert "不能再延长" in refused(story, "licensing.extend_decision", who="juzhang", days=5, **why)
    assert "没有机关负责人说明超期原因的记录" in refused(story, "licensing.decide_licence", who="juzhang")
    done(story, "licensing.explain_late_decision", who="juzhang", **why)
    done(story, "licensing.decide_licence", who="juzhang")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"outcome": "准予", "was_false": True}, "提供虚假材料的，不予许可"),
        ({"valid_until": timedelta(days=-1)}, "有效期的终止日早于起始日"),
        ({"valid_until": timedelta(days=400)}, "不能超过"),
        ({"valid_from": timedelta(days=-1)}, "超出了申请"),
        ({"valid_until": timedelta(days=60)}, "超出了申请"),
        ({"valid_from": timedelta(days=-90), "valid_until": timedelta(days=-60)}, "准予的有效期已经过去"),
    ],
)
def test_what_cannot_be_proposed(applied: Applied, changes: dict[str, object], words: str) -> None:
    story = applied(stop="proposal")
    row = story.proceeding.application
    days = {
        name: row.starts_on + value if isinstance(value, timedelta) else value
        for name, value in changes.items()
    }
    said = {
        "outcome": "准予",
        "valid_from": row.starts_on,
        "valid_until": row.ends_on,
        "reason": "符合法定条件、标准。",
    }
    assert words in refused(story, "licensing.propose_licence", **{**said, **days})


def test_what_is_granted_is_what_was_asked_for(applied: Applied) -> None:
    """行政许可法 §34, §37, §38: nobody has examined anything else."""
    story = applied(cause="XK01", days=6, stop="licence_decision")
    row = story.proceeding.application
    done(story, "licensing.decide_licence", who="juzhang")
    licence = story.proceeding.licence
    assert (licence.content, licence.valid_from, licence.valid_until) == (
        row.content,
        row.starts_on,
        row.ends_on,
    )
    words = {"content": "在车行道摆放促销展台，占用长50米宽20米。", "reason": "符合法定条件、标准。"}
    days = {"valid_from": row.starts_on, "valid_until": row.ends_on}
    with pytest.raises(ValidationError, match="content"):
        commands.ProposeLicence.model_validate({**story.place, "outcome": "准予", **words, **days})


def test_what_does_not_fit_is_not_granted(applied: Applied) -> None:
    story = applied(stop="proposal", is_fit=False)
    row = story.proceeding.application
    said = {
        "valid_from": row.starts_on,
        "valid_until": row.ends_on,
        "reason": "符合法定条件、标准。",
    }
    assert "不能提出准予" in refused(story, "licensing.propose_licence", outcome="准予", **said)
    assert UNMET


def test_what_was_granted_on_an_older_examination_is_proposed_anew(applied: Applied) -> None:
    story = applied(stop="licence_decision")
    done(story, "cases.send_back", who="juzhang", reason="请再核对交通疏导方案。")
    done(story, "cases.send_back", who="duizhang1", reason="退回审查，重新核查。")
    story.plan.is_fit = False
    story.look()
    story.go()
    assert "核查情况有变化" in refused(story, "cases.complete_step")


def test_nobody_is_told_of_a_visit_that_the_item_does_not_ask_for(applied: Applied) -> None:
    story = applied(cause="XK11", days=7, stop="accepted")
    said = {"visit_on": clock.today(), "visit_at": "09:30"}
    assert "本事项不需要现场核查" in refused(story, "licensing.announce_visit", **said)


def test_what_is_proposed_anew_begins_with_what_was_proposed(applied: Applied) -> None:
    """河南省行政执法条例 §28: who is sent back by the review does not go past it with the next proposal."""
    story = applied(stop="proposal", public_interest=True)
    story.propose()
    story.go()
    assert story.proceeding.step == "review"
    done(story, "cases.send_back", who="juzhang", reason="请补充附加条件以后再送审核。")
    begun = PROPOSING.initial(story.proceeding)
    assert begun["public_interest"] is True and "防围设施" in begun["conditions"]
    less = {**begun, "public_interest": False}
    assert "不能因此免去法制审核" in refused(story, "licensing.propose_licence", **less)
    why = {"not_major_because": "占用范围已经缩小，不再影响主干道通行。"}
    assert "请清空这一栏" in refused(story, "licensing.propose_licence", **begun, **why)
    done(story, "licensing.propose_licence", **less, **why)
    client = Client()
    client.force_login(story.bureau.officers["fazhi"].user)
    assert "不再影响主干道通行" in client.get(f"/office/cases/{story.case_id}/").content.decode()


def test_an_examination_that_found_otherwise_is_not_overwritten_by_the_last_proposal(
    applied: Applied,
) -> None:
    story = applied(stop="licence_decision", public_interest=False)
    done(story, "cases.send_back", who="juzhang", reason="请再核对交通疏导方案。")
    done(story, "cases.send_back", who="duizhang1", reason="退回审查，重新核查。")
    story.plan.is_fit = False
    story.look()
    story.go()
    begun = PROPOSING.initial(story.proceeding)
    assert (begun["outcome"], begun["reason"]) == ("不予许可", UNMET)


@pytest.mark.parametrize("stop", ["application", "examination", "proposal", "licence_decision", "delivery"])
def test_what_a_licence_lacks_is_said_by_its_own_law(applied: Applied, stop: str) -> None:
    """What rules of all kinds ask rests here on 行政许可法, not on the law of penalties."""
    story = applied(stop=stop)
    said = refused(story, "cases.complete_step", who="juzhang" if stop == "licence_decision" else "zhifa1")
    assert "行政处罚法" not in said and ("行政许可法" in said or stop == "licence_decision")
    page = Client()
    page.force_login(story.bureau.officers["zhifa1"].user)
    assert "依据：行政处罚法" not in page.get(f"/office/cases/{story.case_id}/").content.decode()
