"""What the window refuses to take, and what becomes of an application that is incomplete (行政许可法 §§29–32, §78, §79)."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pydantic import ValidationError

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import ANSWERS, LicenceStory, digging
from sanzhi.kernel import clock
from sanzhi.ledger.models import Entry
from sanzhi.licensing import answers, terms
from sanzhi.licensing.commands import TakeApplication, take_application
from sanzhi.licensing.instant import is_instant
from sanzhi.licensing.models import BanGround, DeclinedFor, LicenceApplication
from tests.licences import Applied
from tests.stories import done, reasons, refused


@pytest.fixture
def window(bureau: Bureau, unprinted: None) -> LicenceStory:
    return LicenceStory(bureau, digging(random.Random(1)))


CORRECT = "licensing.correct_receipt"
ELSEWHERE = {"apply_to": "舞钢市公路事业发展中心"}


def said(story: LicenceStory, **changes: Any) -> dict[str, Any]:
    """An application in order, with what has changed."""
    today = clock.today()
    return {
        **story.plan.party,
        "item": "XK02",
        "place": story.plan.place,
        "content": "在申请位置的人行道挖掘沟槽敷设燃气支管。",
        "starts_on": today,
        "ends_on": today + timedelta(days=30),
        "answers": ANSWERS["XK02"],
        "handed": list(story.item.needed),
        "received_on": today,
        **changes,
    }


def turned_away(story: LicenceStory, **changes: Any) -> str:
    order = TakeApplication.model_validate(said(story, **changes))
    return reasons(lambda: take_application(story.officer, order))


def test_an_item_that_is_not_listed(window: LicenceStory) -> None:
    assert "没有“XK99”" in turned_away(window, item="XK99")


def test_an_applicant_with_the_number_of_another(applied: Applied) -> None:
    story = applied(stop="taken")
    known, other = story.plan.party["name"], {"name": "另一单位（演示）", "place": "另一处人行道"}
    told = turned_away(story, **other)
    assert f"“{known}”相同，这里的名称却是“另一单位（演示）”" in told and "更正号码" in told
    other |= {"former_name": known, "renamed_by": "registry", "renamed_number": "变更登记2026第0012号"}
    row = take_application(story.officer, TakeApplication.model_validate(said(story, **other)))
    respondent = row.proceeding.respondent
    assert respondent is not None and respondent.former_name == known


def test_who_may_not_apply(window: LicenceStory) -> None:
    person = people.person(random.Random(2))
    answers = "车辆数：2\n车辆号牌：豫D·00000挂"
    said_ = turned_away(window, **person, item="XK05", answers=answers, handed=[])
    assert "只能由法人或者其他组织申请" in said_


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"received_on": timedelta(days=1)}, "收到申请的日期晚于今天"),
        ({"ends_on": timedelta(days=-1)}, "终止日早于起始日"),
        ({"ends_on": timedelta(days=400)}, "有效期不超过6个月"),
    ],
)
def test_days_that_do_not_fit(window: LicenceStory, changes: dict[str, timedelta], words: str) -> None:
    days = {name: clock.today() + delta for name, delta in changes.items()}
    assert words in turned_away(window, **days)


def test_answers_that_do_not_fit(window: LicenceStory) -> None:
    answers = ANSWERS["XK02"].replace("30", "很长").replace("人行道", "屋顶") + "\n血型：A"
    words = turned_away(window, answers=answers)
    assert "“血型”不是本事项的填写内容" in words
    assert "“挖掘长度（米）”应填0.1至20000的数字，填的是“很长”" in words
    assert "填的不是人行道、车行道、绿化带" in words


@pytest.mark.parametrize("figure", ["1e30", "-3", "0", "20001"])
def test_a_figure_that_cannot_be(window: LicenceStory, figure: str) -> None:
    answers = ANSWERS["XK02"].replace("挖掘长度（米）：30", f"挖掘长度（米）：{figure}")
    told = f"“挖掘长度（米）”应填0.1至20000的数字，填的是“{figure}”。"
    assert told in turned_away(window, answers=answers)
    client = Client()
    client.force_login(window.bureau.officers["zhifa1"].user)
    page = client.post("/office/licences/do/take_application/?item=XK02", {"question_length": figure})
    assert told.partition("，")[0] in page.content.decode()


@pytest.mark.parametrize("day", ["9999-12-31", "1800-01-01"])
def test_a_day_that_cannot_be(window: LicenceStory, day: str) -> None:
    with pytest.raises(ValidationError, match="日期应在1900年至2099年之间"):
        TakeApplication.model_validate(said(window, ends_on=day))


def test_material_that_nobody_may_demand(window: LicenceStory) -> None:
    assert "不要求提交“无犯罪记录证明”" in turned_away(window, handed=["无犯罪记录证明"])


def test_a_wrong_number_of_the_applicant(window: LicenceStory) -> None:
    assert "18位统一社会信用代码" in turned_away(window, credit_code="123")


def test_the_authority_does_not_apply_to_itself(window: LicenceStory) -> None:
    assert "本机关人员" in turned_away(window, agent=window.bureau.officers["zhifa3"].name)


def test_twice_the_same(applied: Applied) -> None:
    story = applied(stop="application")
    assert "正在办理" in turned_away(story)


def test_nothing_missing_is_accepted_at_once(applied: Applied) -> None:
    story = applied(stop="application")
    assert "没有写明需要补正的内容" in refused(story, "licensing.tell_corrections")
    assert "不是本事项要求的" in refused(story, "licensing.tell_corrections", missing=["护照"])
    assert "没有告知补正" in refused(story, "licensing.lapse_application")
    done(story, "licensing.accept_application")
    assert "没有等待受理的申请" in refused(story, "licensing.accept_application")
    declined = refused(
        story, "licensing.decline_application", ground="false", reason="材料经核实系伪造，不予受理。"
    )
    assert "没有等待受理的申请" in declined and "没有按期告知" not in declined
    other = {"received_on": clock.today() - timedelta(days=1), "reason": "来件登记簿记载的日期与登记不同。"}
    assert "没有等待受理的申请" in refused(story, CORRECT, who="duizhang1", **other)
    assert "没有等待受理的申请" in refused(story, "licensing.lapse_application")
    assert "没有等待受理的申请" in refused(story, "licensing.tell_corrections", defects="图纸没有签章。")


def test_corrections_are_told_once(applied: Applied) -> None:
    story = applied(stop="correction", lacks=("修复方案",))
    assert "不能再次告知" in refused(story, "licensing.tell_corrections", missing=["施工图"])
    assert "材料不齐全" in refused(story, "licensing.accept_application")
    assert "尚未届满" in refused(story, "licensing.lapse_application")
    assert "不要求提交" in refused(story, "licensing.hand_in_materials", handed=["护照"])
    clock.advance(timedelta(days=20))
    done(story, "licensing.lapse_application")
    done(story, "cases.close_case", who="duizhang1", kind="lapsed", reason="逾期不补正。")
    assert story.case.closed_on


def test_who_corrects_is_accepted(applied: Applied) -> None:
    story = applied(stop="corrected", lacks=("修复方案",))
    clock.advance(timedelta(days=30))
    assert "已经补正，应当受理" in refused(story, "licensing.lapse_application")


def test_corrections_that_were_never_served_do_not_lapse(applied: Applied) -> None:
    story = applied(stop="application", lacks=("修复方案",))
    done(story, "licensing.tell_corrections", missing=["修复方案"])
    clock.advance(timedelta(days=30))
    assert "尚未送达" in refused(story, "licensing.lapse_application")


@pytest.mark.parametrize(
    ("gone", "late", "words"),
    [
        (400, "", "在365日以前"),
        (400, "收发室移交迟延，来件登记为证。", "在365日以前"),
        (4, "", "没有写明迟延登记的原因"),
        (3, "收发室移交迟延，来件登记为证。", "没有迟延登记"),
    ],
)
def test_a_day_on_which_it_cannot_have_come(window: LicenceStory, gone: int, late: str, words: str) -> None:
    """行政许可法 §32(1)(4): the five days run from it, so that it is neither invented nor forgotten."""
    day = {"received_on": clock.today() - timedelta(days=gone), "late_because": late}
    assert words in turned_away(window, **day)


def test_what_was_entered_late_counts_from_its_day(window: LicenceStory) -> None:
    day = clock.today() - timedelta(days=20)
    order = said(window, received_on=day, late_because="收发室移交迟延，来件登记为证。")
    row = take_application(window.officer, TakeApplication.model_validate(order))
    assert terms.accepted_from(row) == day
    assert Entry.objects.filter(event="licensing.application_entered_late").exists()


def test_a_wrong_day_is_put_right_by_another(applied: Applied) -> None:
    story = applied(stop="application", lacks=("修复方案",))
    wrong = clock.today()
    clock.advance(timedelta(days=9))
    assert terms.accepted_from(story.proceeding.application) == wrong
    right = {"received_on": clock.today(), "reason": "来件登记簿记载的收件日期为今日，原登记误写。"}
    assert "中队长" in refused(story, CORRECT, who="zhifa1", **right)
    for day, words in ((timedelta(days=1), "不能晚于"), (timedelta(days=-400), "在365日以前")):
        assert words in refused(
            story, CORRECT, who="duizhang1", **{**right, "received_on": clock.today() + day}
        )
    assert "与登记的相同" in refused(story, CORRECT, who="duizhang1", **{**right, "received_on": wrong})
    done(story, CORRECT, who="duizhang1", **right)
    row = story.proceeding.application
    assert (row.received_on, row.proceeding.case.happened_on) == (clock.today(), clock.today())
    assert terms.accepted_from(row) is None and {one.handed_on for one in row.handed_in.all()} == {
        clock.today()
    }
    done(story, "licensing.tell_corrections", missing=["修复方案"])


def test_silence_is_acceptance_on_the_day_of_the_papers(applied: Applied) -> None:
    """行政许可法 §32(1)(4), N6-05: the twenty days have begun."""
    story = applied(stop="application", lacks=("修复方案",))
    received = clock.today()
    assert "材料不齐全" in refused(story, "licensing.accept_application")
    clock.advance(timedelta(days=9))
    assert "自收到申请材料之日起即为受理" in refused(
        story, "licensing.tell_corrections", missing=["修复方案"]
    )
    until = terms.decide_by(story.proceeding)
    assert until is not None and until.start == received
    done(story, "licensing.accept_application")
    assert story.proceeding.application.accepted_on == received


def test_what_came_in_after_the_silence_moves_nothing(applied: Applied) -> None:
    """行政许可法 §32(1)(4): it counts as accepted since the day on which the application came in."""
    story = applied(stop="application", lacks=("修复方案",))
    received = clock.today()
    clock.advance(timedelta(days=9))
    done(story, "licensing.hand_in_materials", handed=["修复方案"])
    done(story, "licensing.accept_application")
    assert story.proceeding.application.accepted_on == received


def test_after_the_silence_nothing_is_declined(applied: Applied) -> None:
    story = applied(stop="application")
    why = {"reason": "该路段由县公路部门管理，请向其申请。", **ELSEWHERE}
    clock.advance(timedelta(days=9))
    assert "不能再不予受理" in refused(story, "licensing.decline_application", ground="not_ours", **why)
    done(story, "licensing.accept_application")


def test_declined_in_writing(applied: Applied) -> None:
    story = applied(stop="application")
    why = {"reason": "该路段由县公路部门管理，请向其申请。"}
    assert "没有“在不得再次申请的期限内”的登记" in refused(
        story, "licensing.decline_application", ground="banned", **why
    )
    assert "没有“同一地点" in refused(story, "licensing.decline_application", ground="cooling", **why)
    assert "应当告知申请人向哪个机关申请" in refused(
        story, "licensing.decline_application", ground="not_ours", **why
    )
    own = {**why, "apply_to": story.bureau.authority.name}
    assert "就是本机关" in refused(story, "licensing.decline_application", ground="not_ours", **own)
    listed = refused(story, "licensing.decline_application", ground="not_needed", **why)
    assert "在施行中的许可事项清单上" in listed and "城市道路管理条例" in listed
    done(story, "licensing.decline_application", ground="not_ours", **why, **ELSEWHERE)
    assert story.proceeding.application.turned_away_because.endswith("请向舞钢市公路事业发展中心申请。")
    closing = {"kind": "declined", "reason": "不属于本机关职权。"}
    assert "尚未送达申请人" in refused(story, "cases.close_case", who="duizhang1", **closing)
    story._serve_newest("D76")
    assert "没有“申请人撤回申请”的登记" in refused(
        story, "cases.close_case", who="duizhang1", kind="withdrawn", reason="申请人撤回。"
    )
    done(story, "cases.close_case", who="duizhang1", **closing)


def test_withdrawn(applied: Applied) -> None:
    story = applied(stop="examined")
    assert "不晚于今天" in refused(
        story, "licensing.withdraw_application", asked_on=clock.today() + timedelta(days=2), proof="书面申请"
    )
    done(story, "licensing.withdraw_application", asked_on=clock.today(), proof="书面申请")
    assert "没有正在办理的申请" in refused(story, "licensing.hand_in_materials", handed=["施工图"])
    done(story, "cases.close_case", who="duizhang1", kind="withdrawn", reason="申请人撤回。")


def test_who_lied_may_not_come_back_for_a_year(applied: Applied) -> None:
    story = applied(stop="application")
    why = "提交的规划批准文件经核实系伪造，依法不予受理。"
    done(story, "licensing.decline_application", ground=DeclinedFor.FALSE, reason=why)
    ban = story.proceeding.ban
    assert ban.ground == BanGround.HIDING and (ban.until - ban.since).days in {365, 366}
    again = take_application(story.officer, TakeApplication.model_validate(said(story)))
    story.case_id = again.proceeding.case_id
    assert "不得再次申请本事项" in refused(story, "licensing.accept_application")
    done(
        story, "licensing.decline_application", ground="banned", reason="尚在一年的期限以内，期满可以再申请。"
    )


def test_who_may_not_come_back_and_hears_nothing_is_refused_on_the_merits(applied: Applied) -> None:
    story = applied(stop="application")
    why = "提交的规划批准文件经核实系伪造，依法不予受理。"
    done(story, "licensing.decline_application", ground=DeclinedFor.FALSE, reason=why)
    again = take_application(story.officer, TakeApplication.model_validate(said(story)))
    story.case_id = again.proceeding.case_id
    clock.advance(timedelta(days=9))
    assert "不能再不予受理" in refused(story, "licensing.decline_application", ground="banned", reason=why)
    done(story, "licensing.accept_application")


def test_a_place_that_is_licensed(applied: Applied) -> None:
    """行政许可法 §32(1)(5), §36, §38: it is accepted and examined; only what overlaps is not granted."""
    story = applied()
    first, other = story.licence, people.organisation(random.Random(9))
    days = {
        "starts_on": first.valid_until - timedelta(days=9),
        "ends_on": first.valid_until + timedelta(days=30),
    }
    row = take_application(story.officer, TakeApplication.model_validate(said(story, **other, **days)))
    story._enter(row.proceeding.case_id)
    for wait in story.told(("acceptance", "examination")):
        clock.advance(timedelta(days=wait))
    grant = {"outcome": "准予", "valid_until": row.ends_on, "reason": "经审查符合法定条件、标准。"}
    overlaps = refused(story, "licensing.propose_licence", **grant, valid_from=first.valid_until)
    assert f"已有有效的许可（{first.number}" in overlaps
    later = first.valid_until + timedelta(days=1)
    done(story, "licensing.propose_licence", **grant, valid_from=later)
    story.go()
    done(story, "licensing.decide_licence", who="juzhang")
    assert story.proceeding.licence.valid_from == later


def test_a_licence_of_later_days_does_not_stand_in_the_way(applied: Applied) -> None:
    story = applied(cause="XK01", days=6)
    first = story.licence
    days = {"starts_on": clock.today(), "ends_on": first.valid_from - timedelta(days=1)}
    other = people.organisation(random.Random(9))
    order = said(story, item="XK01", answers=ANSWERS["XK01"], handed=list(story.item.needed), **other, **days)
    row = take_application(story.officer, TakeApplication.model_validate(order))
    story.case_id = row.proceeding.case_id
    done(story, "licensing.accept_application")
    row.refresh_from_db()
    assert row.accepted_on == clock.today()


def test_a_place_that_rests(applied: Applied) -> None:
    """Fifteen working days between two occupations of one place, by the item (N3-04)."""
    story = applied(cause="XK01", days=6)
    licence = story.licence
    clock.advance(timedelta(days=(licence.valid_until - clock.today()).days + 3))
    order = said(story, item="XK01", answers=ANSWERS["XK01"], handed=list(story.item.needed))
    row = take_application(story.officer, TakeApplication.model_validate(order))
    story.case_id = row.proceeding.case_id
    assert "间隔期到" in refused(story, "licensing.accept_application")
    done(story, "licensing.decline_application", ground="cooling", reason="间隔期未满，期满以后可以再申请。")


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": ANSWERS["XK01"].replace("人行道", "车行道")},
        {"answers": ANSWERS["XK01"].replace("1.5", "2.5")},
        {"content": "在车行道摆放促销展台，占用长6米。"},
        {"content": "在人行道摆放促销展台，占用长50米宽20米。"},
        {"content": "在人行道摆放促销展台，占用长五十米。"},
    ],
)
def test_what_does_not_fit_is_looked_at(window: LicenceStory, changes: dict[str, Any]) -> None:
    """行政许可法 §34(2), (3): neither what was answered nor what the words say goes past who examines."""
    window.plan = replace(window.plan, cause="XK01")
    week = {"ends_on": clock.today() + timedelta(days=6)}
    usual = {"item": "XK01", "answers": ANSWERS["XK01"], "content": "在人行道摆放展台，占用长6米。"}
    order = said(window, **{**usual, **week, **changes})
    row = take_application(window.officer, TakeApplication.model_validate(order))
    assert not is_instant(row.proceeding)
    row.answers, row.content = answers.read(ANSWERS["XK01"]), usual["content"]
    assert is_instant(row.proceeding)


def test_at_once(applied: Applied) -> None:
    story = applied(cause="XK01", days=6, stop="proposal")
    assert story.proceeding.step == "proposal"
    assert LicenceApplication.objects.count() == 1
