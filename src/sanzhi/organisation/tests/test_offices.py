"""Offices are given by two people; who keeps the machine holds no other office; nobody is touched from outside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from sanzhi.demo.cast import PASSWORD, PEOPLE, found_bureau
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible
from sanzhi.ledger.models import Entry, JointAct
from sanzhi.organisation.commands import AppointOfficer, appoint_officer
from sanzhi.organisation.models import Officer
from sanzhi.organisation.queries import actor_of_officer
from sanzhi.organisation.signing_in import actor_at
from tests.stories import appointed, assumed_calendar, confirmed, desk, done, reasons, refused

Reached = Callable[..., Story]
PERSON = {"username": "newcomer", "name": "路人甲", "roles": ["bureau_head"]}
CHANGE = "organisation.change_officer"


@pytest.fixture
def story(reached: Reached) -> Story:
    return reached(stop="lead")


def proposed(story: Story, who: str = "guanli", **fields: Any) -> JointAct:
    order = {"act": CHANGE, "fields": fields, "reason": "人员调整"}
    row: JointAct = done(story, "ledger.propose_joint_act", who=who, **order)
    return row


def test_an_administrator_makes_nobody_head_alone(story: Story) -> None:
    me = story.bureau.officers["guanli"].pk
    assert "涉及本人的岗位" in reasons(partial(proposed, story, officer=me, roles=["bureau_head"]))
    unit = story.bureau.officers["zhifa1"].unit_id
    officer = done(story, "organisation.appoint_officer", who="guanli", unit=unit, **PERSON)
    assert officer.roles == []
    first, waiting = JointAct.objects.order_by("pk")
    assert [first.sentence, waiting.sentence] == [
        "为路人甲（执法一中队，登录名newcomer）重设密码",
        "路人甲（执法一中队，没有法律职业资格）：岗位机关负责人",
    ]
    for who in ("guanli", "shenji", "juzhang"):
        assert "岗位" in refused(story, "ledger.confirm_joint_act", who=who, joint_act=waiting.pk)
    confirmed(story)
    officer.refresh_from_db()
    assert officer.roles == ["bureau_head"]
    confirmation = Entry.objects.get(event="ledger.joint_act_confirmed")
    assert confirmation.actor_name == "卫守信" and "高维新" in str(confirmation.facts)


def test_nobody_confirms_what_concerns_himself(story: Story) -> None:
    guard = story.bureau.officers["anquan"].pk
    second = {"username": "anquan2", "name": "第二人", "roles": ["security"]}
    appointed(story, unit=story.bureau.officers["anquan"].unit_id, **second)
    row = proposed(story, officer=guard, roles=["security"], position="安全管理员兼")
    said = refused(story, "ledger.confirm_joint_act", who="anquan", joint_act=row.pk)
    assert "涉及本人的岗位、密码" in said


def test_the_keepers_hold_no_other_office(story: Story) -> None:
    chosen = story.bureau.officers["zhifa1"].pk
    for roles in (["administrator", "auditor"], ["security", "bureau_head"]):
        said = reasons(partial(proposed, story, officer=chosen, roles=roles))
        assert "由三人分别担任，不得兼任其他岗位" in said
    proposed(story, officer=chosen, roles=["auditor"])


def test_who_supervises_for_the_justice_bureau_holds_no_office_of_ours(story: Story) -> None:
    chosen = story.bureau.officers["fazhi"].pk
    for roles in (
        ["legal_reviewer", "supervisor"],
        ["supervisor", "bureau_head"],
        ["supervisor", "archivist"],
    ):
        said = reasons(partial(proposed, story, officer=chosen, roles=roles))
        assert "执法监督人员属司法行政部门，不得兼任本机关的岗位" in said
    proposed(story, officer=chosen, roles=["supervisor"])


def test_who_leaves_works_until_that_day(story: Story) -> None:
    leaving = story.bureau.officers["zhifa1"].pk
    proposed(story, officer=leaving, left_on=clock.today() + timedelta(days=2))
    confirmed(story)
    assert desk(story, "zhifa1").get("/office/").status_code == 200
    clock.advance(timedelta(days=2))
    assert desk(story, "zhifa1").get("/office/").status_code == 404


def test_who_comes_back_is_told_as_coming_back(story: Story) -> None:
    leaving = story.bureau.officers["zhifa1"].pk
    proposed(story, officer=leaving, left_on=clock.today())
    confirmed(story)
    row = proposed(story, officer=leaving, left_on=clock.today() + timedelta(days=900))
    assert "恢复在岗至" in row.sentence and "离岗，恢复" in row.sentence


def test_who_passes_the_examination_later_may_enforce_from_then_on(story: Story) -> None:
    unit = story.bureau.officers["zhifa1"].unit_id
    order = {"unit": unit, "username": "newcomer", "name": "路人甲", "roles": ["officer"]}
    officer = done(story, "organisation.appoint_officer", who="guanli", **order)
    confirmed(story)
    tomorrow, certificate = clock.today() + timedelta(days=1), {"officer": officer.pk, "number": "豫D-95001"}
    certificate |= {"issued_on": clock.today(), "valid_until": clock.today() + timedelta(days=900)}
    issue = partial(refused, story, "organisation.issue_certificate", who="guanli", **certificate)
    assert "未经执法资格考试合格" in issue()
    assert "不能晚于今天" in reasons(partial(proposed, story, officer=officer.pk, qualified_on=tomorrow))
    desk_of = desk(story, "guanli")
    page = f"/office/people/{officer.pk}/do/change/"
    sent = {"unit": unit, "roles": ["officer"], "qualified_on": clock.today().isoformat()}
    assert desk_of.post(page, {**sent, "has_legal_qualification": "on"}).status_code == 302
    row = JointAct.objects.get(act=CHANGE, settled_at=None)
    assert "执法资格考试合格；登记为有法律职业资格" in row.sentence
    confirmed(story)
    done(story, "organisation.issue_certificate", who="guanli", **certificate)


def test_who_leaves_at_the_command_line(story: Story) -> None:
    assert actor_at("zhifa1", PASSWORD).name == "苏晓禾"
    proposed(story, officer=story.bureau.officers["zhifa1"].pk, left_on=clock.today())
    confirmed(story)
    assert "登录名或者密码不正确" in reasons(lambda: actor_at("zhifa1", PASSWORD))


def test_another_authoritys_administrator_changes_nothing_of_ours(story: Story) -> None:
    officer = Officer.objects.select_related("authority").get(user__username="guanli")
    stranger = replace(actor_of_officer(officer), key="officer:999", officer_id=None, authority="ELSEWHERE")
    story.bureau.actor = lambda username: stranger  # type: ignore[method-assign]
    ours = story.bureau.authority.code
    said = refused(story, "organisation.open_unit", authority=ours, name="执法九中队")
    assert "只有本机关的系统管理员可以维护机构、人员和证件" in said
    unit = officer.unit_id
    said = refused(story, "organisation.appoint_officer", unit=unit, **{**PERSON, "username": "juzhang"})
    assert "只有本机关的系统管理员" in said and "已被使用" not in said
    said = reasons(partial(proposed, story, officer=officer.pk, roles=["archivist"]))
    assert "只有本机关可以调整本机关的人员" in said
    certificate = story.bureau.officers["zhifa1"].certificates.get().pk
    said = refused(story, "organisation.suspend_certificate", certificate=certificate, reason="试一试")
    assert "只有本机关的系统管理员" in said
    CALENDAR = "organisation.import_calendar"
    assert "统一维护，供本系统各机关共用" in refused(story, CALENDAR, **assumed_calendar(2026))


def test_no_authority_learns_of_anothers_sign_in_names(story: Story) -> None:
    """A name that is taken there and one that is free are answered alike, on either side."""
    ours = story.bureau.authority
    there = found_bureau(
        people=tuple(replace(row, username=f"{row.username}.b-2", certificate=0) for row in PEOPLE),
        changes={"code": "B-2", "name": "另一县综合行政执法大队", "number_prefix": "另"},
    )
    guanli = there.actor("guanli.b-2")
    unit = there.officers["guanli.b-2"].unit_id

    def answered(actor: Actor, unit: int, name: str) -> str:
        order = AppointOfficer.model_validate({**PERSON, "unit": unit, "username": name})
        return reasons(lambda: appoint_officer(actor, order)).replace(name, "")

    assert answered(guanli, unit, "juzhang") == answered(guanli, unit, "nobody")
    assert "须以“.b-2”结尾" in answered(guanli, unit, "juzhang")
    mine = story.bureau.actor("guanli"), story.bureau.officers["guanli"].unit_id
    assert answered(*mine, "juzhang.b-2") == answered(*mine, "nobody.b-2")
    assert "留给另一机关" in answered(*mine, "nobody.b-2") and ours.code not in answered(*mine, "nobody.b-2")
    order = {**PERSON, "unit": unit, "username": "newcomer.b-2"}
    appoint_officer(guanli, AppointOfficer.model_validate(order))
    assert "已被使用" in answered(guanli, unit, "newcomer.b-2")


def test_a_password_is_reset_by_two_and_set_by_its_owner(story: Story, client: Any) -> None:
    chosen = story.bureau.officers["zhifa1"]
    assert desk(story, "guanli").post(f"/office/people/{chosen.pk}/do/reset_password/").status_code == 302
    waiting = JointAct.objects.get()
    assert waiting.sentence.startswith("为苏晓禾（") and "登录名zhifa1）重设密码" in waiting.sentence
    listed = {who: desk(story, who).get("/office/matters/").content.decode() for who in ("guanli", "shenji")}
    assert not any("您没有这一岗位" in page or "自己提出的事项" in page for page in listed.values())
    assert "不同意、收回" in listed["guanli"] and "不同意、收回" not in listed["shenji"]
    shown = desk(story, "anquan").post(f"/office/matters/{waiting.pk}/do/confirm/").content.decode()
    half = shown.partition('<p class="code mono">')[2].partition("</p>")[0].strip()
    mine = desk(story, "guanli").get("/office/matters/").content.decode()
    code = mine.partition('<b class="mono">')[2].partition("</b>")[0].strip() + f"-{half}"
    assert len(code) == 19 and half not in mine and code[:9] not in shown
    order = {
        "username": "zhifa1",
        "old": "AAAA-BBBB-CCCC-DDDD",
        "new": "wan-xia-qiu-shui-7",
        "again": "wan-xia-qiu-shui-7",
    }
    assert "重设码不正确" in client.post("/office/reset/", order).content.decode()
    order["old"] = f" {code[:9].lower()} {code[10:]}"  # as it was put together from two slips of paper
    assert (
        "人人知道"
        in client.post(
            "/office/reset/", {**order, "new": "zhifa1-2026-12", "again": "zhifa1-2026-12"}
        ).content.decode()
    )
    assert client.post("/office/reset/", order).status_code == 302
    assert client.login(username="zhifa1", password="wan-xia-qiu-shui-7")
    client.logout()
    assert "已经用过" in client.post("/office/reset/", order).content.decode()
    told = "".join(str(entry.facts) for entry in Entry.objects.all())
    assert code not in told and "wan-xia" not in told


def test_pressed_twice_a_reset_is_one_matter(story: Story) -> None:
    chosen = story.bureau.officers["zhifa3"]
    at = f"/office/people/{chosen.pk}/do/reset_password/"
    assert desk(story, "guanli").post(at).status_code == 302
    again = desk(story, "guanli").post(at)
    assert again.status_code == 409 and "提出，尚未办结。" in again.content.decode()
    assert JointAct.objects.filter(settled_at=None).count() == 1
    change = {"act": "organisation.change_officer", "reason": "人员调整"}
    fields: dict[str, object] = {"officer": chosen.pk, "area": "东区"}
    done(story, "ledger.propose_joint_act", who="guanli", **change, fields=fields)
    other = {"officer": chosen.pk, "area": "西区"}
    assert "尚未办结" in refused(story, "ledger.propose_joint_act", who="guanli", **change, fields=other)
    confirmed(story)
    done(story, "ledger.propose_joint_act", who="guanli", **change, fields=other)


@pytest.mark.parametrize("way", ["api", "shell"])
def test_who_confirms_a_reset_without_a_page_gets_his_half(
    story: Story, client: Any, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    chosen = story.bureau.officers["zhifa1"]
    desk(story, "guanli").post(f"/office/people/{chosen.pk}/do/reset_password/")
    pk = JointAct.objects.get().pk
    if way == "api":
        where, sent = "/api/v1/ledger/confirm_joint_act", {"joint_act": pk}
        answer = desk(story, "anquan").post(where, sent, content_type="application/json")
        half = answer.json()["told_once"]
    else:
        monkeypatch.setenv("ACTOR_PASSWORD", PASSWORD)
        said = StringIO()
        call_command("do", "ledger.confirm_joint_act", f"joint_act={pk}", user="anquan", stdout=said)
        half = said.getvalue().strip().rpartition("：")[2]
    mine = desk(story, "guanli").get("/office/matters/").content.decode()
    first = mine.partition('<b class="mono">')[2].partition("</b>")[0].strip()
    new = "wan-xia-qiu-shui-7"
    order = {"username": "zhifa1", "old": f"{first}-{half}", "new": new, "again": new}
    assert client.post("/office/reset/", order).status_code == 302
    assert half not in "".join(str(entry.facts) for entry in Entry.objects.all())


def test_nobody_sees_the_keepers_pages_but_they(story: Story) -> None:
    for below in ("people/", "matters/", "people/do/appoint/"):
        assert desk(story, "juzhang").get(f"/office/{below}").status_code == 404
        for who in ("guanli", "anquan", "shenji"):
            assert desk(story, who).get(f"/office/{below}").status_code == 200
    assert desk(story, "guanli").get("/office/watch/").status_code == 404
    assert desk(story, "shenji").get("/office/watch/").status_code == 200


def test_appointing_from_the_page(story: Story) -> None:
    client = desk(story, "guanli")
    unit = story.bureau.officers["zhifa1"].unit_id
    sent = {**PERSON, "unit": unit, "employment": "established", "position": "", "area": ""}
    assert (
        "已被使用"
        in client.post("/office/people/do/appoint/", {**sent, "username": "juzhang"}).content.decode()
    )
    assert client.post("/office/people/do/appoint/", sent).status_code == 302
    assert "岗位机关负责人" in desk(story, "anquan").get("/office/matters/").content.decode()
    chosen = story.bureau.officers["zhifa2"].pk
    changed = {"unit": unit, "roles": ["archivist"], "position": "", "area": "", "left_on": ""}
    assert client.post(f"/office/people/{chosen}/do/change/", changed).status_code == 302
    row = JointAct.objects.order_by("-id").first()
    assert row is not None and "岗位档案员" in row.sentence
    assert desk(story, "anquan").post(f"/office/matters/{row.pk}/do/decline/").status_code == 302
    assert desk(story, "anquan").post(f"/office/matters/{row.pk}/do/else/").status_code == 404


def test_an_unknown_person_is_not_there(story: Story) -> None:
    with pytest.raises(NotVisible):
        proposed(story, officer=999_999)
