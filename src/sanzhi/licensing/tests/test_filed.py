"""Filed on the public site, seen and taken at the window, told step by step; taken once, and by nobody else."""

import random
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from sanzhi.applications import commands as portal
from sanzhi.applications import policies
from sanzhi.applications import queries as applications
from sanzhi.applications.arriving import taken_in
from sanzhi.applications.models import Application, Material, Progress
from sanzhi.applications.testing import ASKED, JPEG, filed
from sanzhi.cases.commands import AssignOfficers, assign_officers
from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import ANSWERS, LAST, LicenceStory, digging
from sanzhi.kernel import clock, jobs
from sanzhi.law.days import chinese_date
from sanzhi.licensing.as_filed import content_of
from sanzhi.licensing.commands import TakeApplication, take_application
from sanzhi.licensing.jobs import tell_delivered
from sanzhi.licensing.models import LicenceApplication
from sanzhi.supervision.worklist import tasks_of
from tests.stories import done, reasons, refused

LISTED = "/office/licences/filed/"


@pytest.fixture
def row(bureau: Bureau, unprinted: None) -> Application:
    asked = ASKED.model_copy(update={"materials": ["申请书", "占用位置和范围图"]})
    return filed(bureau.authority.code, item="FW-02", title="挖掘城市道路审批", asked=asked)


def desk(bureau: Bureau, who: str = "zhifa1") -> Client:
    client = Client()
    client.force_login(bureau.officers[who].user)
    return client


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def order(bureau: Bureau, row: Application, **changes: Any) -> TakeApplication:
    today, story = clock.today(), LicenceStory(bureau, digging(random.Random(1)))
    said = {
        "kind": "person",
        "name": row.name,
        "id_number": row.id_number,
        "phone": row.phone,
        "address": "演示路1号",
        "item": "XK02",
        "place": row.place,
        "content": content_of(row),
        "filled_because": "按申请人提交的施工图登记。",
        "starts_on": today,
        "ends_on": today + timedelta(days=30),
        "answers": ANSWERS["XK02"],
        "handed": list(story.item.needed),
        "received_on": today,
        "portal_number": row.number,
    }
    return TakeApplication.model_validate(said | changes)


def fresh(row: Application) -> Application:
    return Application.objects.get(pk=row.pk)


def told(row: Application) -> list[str]:
    return [f"{one.text}（{one.citation}）" for one in row.messages.all()]


def test_what_waits_is_seen_with_its_days(bureau: Bureau, row: Application) -> None:
    client = desk(bureau)
    listed = page(client, LISTED)
    assert row.number in listed and "挖掘城市道路审批" in listed and "孟演示" in listed
    until = applications.correction_due(row)
    assert until is not None and f"{until.on.month}" in listed
    one = page(client, f"{LISTED}{row.pk}/")
    for word in ("堆放建筑材料", "照片.jpg", "没有上传“申请书”", "行政许可法第三十二条"):
        assert word in one
    assert 'value="XK02"' in one and 'value="XK01"' not in one  # the item of its guide
    file = client.get(f"{LISTED}{row.pk}/materials/{Material.objects.get().pk}/")
    assert file.status_code == 200 and "attachment" in file["Content-Disposition"]


def test_who_may_not_take_sees_none(bureau: Bureau, row: Application) -> None:
    clerk = desk(bureau, "gongshi")
    assert row.number not in page(clerk, LISTED)
    assert clerk.get(f"{LISTED}{row.pk}/").status_code == 404
    assert clerk.get(f"{LISTED}{row.pk}/materials/{Material.objects.get().pk}/").status_code == 404
    assert desk(bureau).get(f"{LISTED}{row.pk}/materials/0/").status_code == 404


def test_the_form_begins_with_what_was_written(bureau: Bureau, row: Application) -> None:
    client, path = desk(bureau), f"/office/licences/do/take_application/?item=XK02&filed={row.pk}"
    form = page(client, path)
    for word in ("孟演示", row.id_number, row.number, "占用用途：堆放建筑材料", "演示路1号门前"):
        assert word in form
    assert 'name="received_on"' not in form and 'name="portal_number"' not in form
    today = clock.today()
    sent = {
        "name": "冯顶替",  # what was filed stands there and is not typed over
        "place": "别处大道99号",
        "id_type": "居民身份证",
        "address": "演示路1号",
        "filled_because": "按申请人提交的施工图登记。",
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=30)).isoformat(),
        **answers(client, path),
    }
    assert client.post(path, sent).status_code == 302
    taken = LicenceApplication.objects.get(portal_number=row.number)
    assert taken.received_on == today and fresh(row).taken_at is not None
    party = taken.proceeding.respondent
    assert taken.place == row.place and party is not None and party.name == "孟演示"
    assert row.number not in page(client, LISTED)
    assert taken.proceeding.case.number in page(client, f"{LISTED}{row.pk}/")


def answers(client: Client, path: str) -> dict[str, str]:
    """Something that fits for every question of the item."""
    form = client.get(path).context["form"]
    fields = ((name, field) for name, field in form.fields.items() if name.startswith("question_"))
    return {name: field.choices[1][0] if hasattr(field, "choices") else "3" for name, field in fields}


def test_taken_once_and_told(bureau: Bureau, row: Application) -> None:
    officer = bureau.actor("zhifa1")
    take_application(officer, order(bureau, row))
    again = order(bureau, row)
    assert "已经接收" in reasons(lambda: take_application(officer, again))
    assert "案号" in told(row)[0] and "行政许可法第三十二条" in told(row)[0]
    assert "审批人员接收申请" in [line.what for line in applications.story(fresh(row))]


def test_a_number_that_nobody_filed_and_a_day_that_is_not_its_own(bureau: Bureau, row: Application) -> None:
    officer = bureau.actor("zhifa1")
    unknown = order(bureau, row, portal_number="舞城许申2026-9999")
    assert "没有收到编号" in reasons(lambda: take_application(officer, unknown))
    clock.advance(timedelta(days=1))
    assert "收到申请日就是这一天" in reasons(lambda: take_application(officer, order(bureau, row)))
    assert fresh(row).taken_at is None


def test_what_was_withdrawn_is_not_taken(bureau: Bureau, row: Application) -> None:
    withdrawal = portal.WithdrawApplication(application=row.pk)
    portal.withdraw_application(applications.actor_of(row), withdrawal)
    assert "已撤回" in reasons(lambda: take_application(bureau.actor("zhifa1"), order(bureau, row)))
    assert desk(bureau).get(f"{LISTED}{row.pk}/").status_code == 404


def as_applicant(row: Application, verb: str, **fields: Any) -> None:
    order_type = getattr(portal, "".join(part.title() for part in verb.split("_")))
    getattr(portal, verb)(applications.actor_of(row), order_type(application=row.pk, **fields))


def kinds(bureau: Bureau, who: str = "zhifa1") -> set[tuple[str, str]]:
    return {(one.kind, one.detail) for one in tasks_of(bureau.actor(who))}


@pytest.fixture
def story(bureau: Bureau, row: Application) -> LicenceStory:
    """Taken without its plan of repair, and with two officers."""
    found = LicenceStory(bureau, digging(random.Random(1)))
    lacking = [name for name in found.item.needed if name != "修复方案"]
    taken = take_application(found.officer, order(bureau, row, handed=lacking))
    found.case_id = taken.proceeding.case_id
    ids = [bureau.officers[name].pk for name in found.plan.officers]
    assign_officers(found._leader, AssignOfficers(case=found.case_id, officers=ids))
    return found


def test_it_waits_in_the_worklist_until_it_is_taken(bureau: Bureau, row: Application) -> None:
    assert ("网上申请待接收", row.number) in kinds(bureau)
    assert ("网上申请待接收", row.number) not in kinds(bureau, "gongshi")
    take_application(bureau.actor("zhifa1"), order(bureau, row))
    assert ("网上申请待接收", row.number) not in kinds(bureau)


def test_corrected_replied_accepted(bureau: Bureau, row: Application, story: LicenceStory) -> None:
    number = story.case.number
    done(story, "licensing.tell_corrections", missing=["修复方案"])
    assert fresh(row).progress == Progress.CORRECTING and "修复方案" in told(row)[-1]
    assert "行政许可法第三十二条第一款第四项" in told(row)[-1]
    as_applicant(row, "reply_to_correction", words="修复方案已经补上。")
    assert ("网上补正待登记", number) in kinds(bureau)
    assert "修复方案已经补上。" in page(desk(bureau), f"{LISTED}{row.pk}/")
    assert desk(bureau, "gongshi").get(f"{LISTED}{row.pk}/").status_code == 404
    done(story, "licensing.hand_in_materials", handed=["修复方案"])
    assert ("网上补正待登记", number) not in kinds(bureau)
    done(story, "licensing.accept_application")
    known = fresh(row)
    assert known.progress == Progress.ACCEPTED and known.statutory_on and known.promised_on
    assert "受理" in told(row)[-1] and "行政许可法第三十二条第一款第五项" in told(row)[-1]


def test_decided_and_delivered(bureau: Bureau, row: Application, story: LicenceStory) -> None:
    done(story, "licensing.hand_in_materials", handed=["修复方案"])
    for days in story.told(("acceptance", "examination", "hearing_of_licence", "proposal", *LAST[:2])):
        clock.advance(timedelta(days=days, minutes=7))
    tell_delivered()
    assert fresh(row).progress == Progress.DECIDED and "行政许可法第三十八条" in told(row)[-1]
    for days in story.told(("delivery",)):
        clock.advance(timedelta(days=days, minutes=7))
    tell_delivered()
    tell_delivered()
    assert fresh(row).progress == Progress.ENDED and "licensing.tell_delivered" in jobs.periods()
    assert [line for line in told(row) if "已经送达" in line] == told(row)[-1:]


def test_withdrawn_on_the_public_site(bureau: Bureau, row: Application, story: LicenceStory) -> None:
    as_applicant(row, "withdraw_application")
    assert ("网上撤回待登记", story.case.number) in kinds(bureau)
    before = len(told(row))
    done(story, "licensing.withdraw_application", asked_on=clock.today(), proof="网上撤回")
    assert ("网上撤回待登记", story.case.number) not in kinds(bureau) and len(told(row)) == before


def test_declined(row: Application, story: LicenceStory) -> None:
    why = "该路段由县公路部门管理，请向其申请。"
    where = {"apply_to": "舞钢市公路事业发展中心"}
    done(story, "licensing.decline_application", ground="not_ours", reason=why, **where)
    assert fresh(row).progress == Progress.NOT_ACCEPTED and why in told(row)[-1]


def test_what_came_by_the_site_came_when_it_was_sent(row: Application, story: LicenceStory) -> None:
    other = {"received_on": clock.today() - timedelta(days=1), "reason": "来件登记簿记载的日期与登记不同。"}
    assert "网上申请的收到申请日就是提交之日" in refused(
        story, "licensing.correct_receipt", who="duizhang1", **other
    )


def test_uploads_are_handed_in(bureau: Bureau, row: Application, story: LicenceStory) -> None:
    """Each file once: with the application, then with the answer to a correction, on the day on which it was sent."""
    photo = Material.objects.get()
    taken = story.proceeding.application.handed_in.exclude(file_sha256="")
    assert [(one.name, one.note, one.file_sha256) for one in taken] == [
        ("补正说明", photo.name, photo.sha256)
    ]
    done(story, "licensing.tell_corrections", missing=["申请书"])
    clock.advance(timedelta(minutes=1))
    file = attached(row, "申请书")
    as_applicant(row, "reply_to_correction")
    sent, client = clock.today(), desk(bureau)
    clock.advance(timedelta(days=1))
    form = client.get(f"/office/cases/{story.case_id}/do/hand_in_materials/").context["form"]
    assert form.initial["handed"] == ["申请书"]
    done(story, "licensing.hand_in_materials", handed=["申请书"])
    newest = taken.all().last()
    assert newest is not None and newest.file_sha256 == file.sha256
    assert newest.handed_on == sent and newest.is_correction
    done(story, "licensing.hand_in_materials", handed=["申请书"])
    assert taken.all().count() == 2  # what comes again comes on paper
    shown = page(client, f"/office/cases/{story.case_id}/")
    assert f"申请书：{file.name}" in shown and f"{LISTED}{row.pk}/" in shown


def attached(row: Application, wanted: str) -> Material:
    """One more photograph of a paper, sent by the applicant."""
    content = JPEG + wanted.encode()
    file = taken_in(fresh(row), content=content, may=policies.may_upload(fresh(row)))
    order = portal.AddMaterial(application=row.pk, wanted=wanted, name=f"{wanted}.jpg", file=file)
    return portal.add_material(applications.actor_of(fresh(row)), order)


def test_visit_hearing_and_longer_time_are_told(row: Application, story: LicenceStory) -> None:
    done(story, "licensing.hand_in_materials", handed=["修复方案"])
    for days in story.told(("acceptance",)):
        clock.advance(timedelta(days=days, minutes=7))
    late = {"visit_on": clock.today() - timedelta(days=1), "visit_at": "09:30"}
    assert "核查日期应当在今天以后" in refused(story, "licensing.announce_visit", **late)
    said = {"visit_on": clock.today(), "visit_at": "09:30", "note": "请带施工图。"}
    done(story, "licensing.announce_visit", **said)
    assert "09:30到" in told(row)[-1] and "请带施工图。" in told(row)[-1]
    story.look()
    assert "已经登记核查" in refused(story, "licensing.announce_visit", **said)
    before = fresh(row).statutory_on
    why = "管线权属复核需要向三家单位调取资料。"
    done(story, "licensing.extend_decision", who="juzhang", days=10, reason=why)
    after = fresh(row).statutory_on
    assert "延长10个工作日" in told(row)[-1] and before is not None and after is not None and after > before
    done(story, "licensing.tell_hearing", because="涉及申请人与沿街商户的重大利益。", is_owed=True)
    assert "时间、地点另行通知" in told(row)[-1]
    story.look()
    story.go()
    day = story.proceeding.calendar.add_working(clock.today(), 8)
    chair = story.bureau.officers["fazhi2"].pk
    done(story, "licensing.set_hearing", held_on=day, place="本机关三楼听证室", chair=chair)
    assert "在本机关三楼听证室举行，主持人：" in told(row)[-1]
    out = {"ground": "experts", "what": "委托市政专家组对修复方案进行评审。", "days": 10}
    done(story, "licensing.leave_time_out", **out)
    assert "不计入办理期限，预计10个工作日" in told(row)[-1]


def test_the_visit_is_on_the_day_that_was_told(row: Application, story: LicenceStory) -> None:
    """行政许可法 §34(3): who was told to be there is told of another day, or why it was another."""
    done(story, "licensing.hand_in_materials", handed=["修复方案"])
    for days in story.told(("acceptance",)):
        clock.advance(timedelta(days=days, minutes=7))
    today = clock.today()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    done(story, "licensing.announce_visit", visit_on=saturday, visit_at="09:30")
    assert "（星期六，休息日）09:30到" in told(row)[-1]
    monday = saturday + timedelta(days=2)
    done(story, "licensing.announce_visit", visit_on=monday, visit_at="10:00")
    assert (
        f"原告知{chinese_date(saturday)}的现场核查，改期如下：{chinese_date(monday)}10:00到" in told(row)[-1]
    )
    clock.advance(timedelta(days=(monday - today).days + 1))
    seen = {
        "is_on_site": True,
        "found": "到现场核对位置、尺寸，与申请材料一致。",
        "fits": True,
        "present_name": "孟演示",
    }
    late = seen | {"examined_on": clock.today()}
    assert f"告知申请人的现场核查日是{chinese_date(monday)}" in refused(story, "licensing.examine", **late)
    assert "没有写明原因" in refused(
        story, "licensing.examine", **{**seen, "examined_on": monday, "is_on_site": False}
    )
    as_told = seen | {"examined_on": monday, "other_day_because": "大雨。"}
    assert "没有与告知的核查日不同" in refused(story, "licensing.examine", **as_told)
    done(story, "licensing.examine", **late, other_day_because="当日大雨，道路封闭。")
    assert f"已于{chinese_date(clock.today())}现场核查。原因：当日大雨，道路封闭。" in told(row)[-1]
    shown = page(desk(story.bureau), f"/office/cases/{story.case_id}/")
    assert "当日大雨，道路封闭。" in shown
