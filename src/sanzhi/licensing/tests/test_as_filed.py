"""What was filed on the public site is taken as it was filed; what the window fills in is explained and told to the applicant."""

from datetime import timedelta
from typing import Any

import pytest

from sanzhi.applications import commands as portal
from sanzhi.applications.models import ApplicantKind, Application, State
from sanzhi.applications.queries import actor_of
from sanzhi.applications.shapes import Asked, Content
from sanzhi.applications.testing import begun, filed, person, saved
from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import ANSWERS as WINDOW
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.licensing.as_filed import content_of
from sanzhi.licensing.commands import TakeApplication, take_application
from sanzhi.licensing.models import LicenceApplication
from tests.licences import Applied
from tests.stories import done, reasons, refused

QUESTIONS = ("工程名称", "挖掘部位", "挖掘长度（米）", "挖掘宽度（米）", "挖掘深度（米）")
ANSWERS = ("燃气支管接入", "人行道", "30", "1.2", "1.5")
OTHER_NUMBER = "000000197505063317"


def dug(
    bureau: Bureau, *, answers: tuple[str, ...] = ANSWERS, place: str = "演示路1号门前", **who: Any
) -> Application:
    row = begun(
        bureau.authority.code, item="FW-02", title="挖掘城市道路审批", asked=Asked(questions=list(QUESTIONS))
    )
    who = {"address": "演示路1号", **who}
    saved(row, applicant=person(**who), content=Content(place=place, answers=answers))
    row = Application.objects.get(pk=row.pk)
    order = portal.FileApplication(application=row.pk, version=row.version, is_true=True)
    return portal.file_application(actor_of(row), order)


def order(row: Application, **changes: Any) -> TakeApplication:
    today = clock.today()
    said = {
        "kind": "person",
        "name": row.name,
        "id_number": row.id_number,
        "phone": row.phone,
        "address": row.address,
        "agent": row.agent,
        "item": "XK02",
        "place": row.place,
        "content": content_of(row),
        "starts_on": today,
        "ends_on": today + timedelta(days=30),
        "answers": "\n".join(
            f"{question}：{answer}" for question, answer in zip(QUESTIONS, row.answers, strict=False)
        ),
        "received_on": today,
        "portal_number": row.number,
        "filled_because": TERM,
    }
    return TakeApplication.model_validate(said | changes)


TERM = "申请期限按申请书登记。"


def taken(bureau: Bureau, row: Application, **changes: Any) -> LicenceApplication:
    return take_application(bureau.actor("zhifa1"), order(row, **changes))


def why(bureau: Bureau, row: Application, **changes: Any) -> str:
    said = reasons(lambda: taken(bureau, row, **changes))
    assert Application.objects.get(pk=row.pk).taken_at is None
    return said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "冯顶替"}, "“姓名或者名称”与网上申请"),
        ({"id_number": OTHER_NUMBER}, "“证件号码”与网上申请"),
        ({"name": "冯顶替", "id_number": OTHER_NUMBER}, "不能以他人的名义接收"),
        ({"agent": "冯代办"}, "“代理人”与申请人在网上申请"),
        ({"phone": "13000000001"}, "“联系电话”与申请人"),
        ({"address": "别处大道99号"}, "“住址或者住所”与申请人"),
        ({"place": "舞钢市别处大道99号"}, "“地点”与申请人"),
        ({"content": "挖掘车行道两万米。"}, "“申请内容”与申请人"),
        (
            {"item": "XK01", "answers": WINDOW["XK01"]},
            "申请的是“挖掘城市道路审批”，不是“临时占用城市道路审批”",
        ),
        (
            {
                "answers": "工程名称：燃气支管接入\n挖掘部位：车行道\n挖掘长度（米）：19999\n挖掘宽度（米）：1.2\n挖掘深度（米）：1.5"
            },
            "“挖掘部位”、“挖掘长度（米）”与申请人",
        ),
        ({"filled_because": ""}, "没有写明来源"),
        ({"filled_because": "。。"}, "没有写明来源"),
    ],
)
def test_another_than_was_filed_is_not_taken(
    bureau: Bureau, unprinted: None, changes: dict[str, Any], said: str
) -> None:
    row = dug(bureau)
    assert said in why(bureau, row, **changes)
    done = taken(bureau, row)
    party = done.proceeding.respondent
    assert party is not None and (party.name, party.id_number) == (row.name, row.id_number)
    assert (done.place, done.content) == (row.place, content_of(row))


def test_an_agent_who_was_filed_stays(bureau: Bureau, unprinted: None) -> None:
    row = dug(bureau, agent="冯代办", agent_power="代为提交")
    assert "“代理人”与申请人" in why(bureau, row, agent="")
    assert taken(bureau, row).agent == "冯代办"


def test_a_body_is_taken_under_its_own_code(bureau: Bureau, unprinted: None) -> None:
    code = "91410481MA0000000X"
    row = dug(
        bureau,
        kind=ApplicantKind.ORGANISATION,
        name="演示市政有限公司",
        id_kind=None,
        id_number="",
        credit_code=code,
    )
    body = {"kind": "organisation", "credit_code": code, "representative": "孟演示"}
    assert "“统一社会信用代码”与网上申请" in why(bureau, row, **body | {"credit_code": "91410481MA0000001X"})
    assert "“类别”与网上申请" in why(bureau, row, kind="person", id_number=OTHER_NUMBER, credit_code=code)
    assert "“法定代表人（负责人、经营者）" in why(
        bureau, row, **body | {"filled_because": ""}
    )  # whom nobody named
    taken(
        bureau,
        row,
        **body,
    )
    assert "法定代表人（负责人、经营者）：孟演示" in row.messages.get().text


def test_what_was_left_open_is_filled_in_and_told(bureau: Bureau, unprinted: None) -> None:
    """Also where all was left open, or a draft of old holds what nobody takes any more (行政许可法 §32)."""
    row = dug(bureau, answers=("燃气支管接入", "人行道上", "30", "", ""), place="")
    said = "工程名称：燃气支管接入\n挖掘部位：人行道\n挖掘长度（米）：30\n挖掘宽度（米）：1.2\n挖掘深度（米）：1.5"
    filled = {"place": "演示路1号门前", "answers": said}
    assert "“地点”" in why(bureau, row, **filled, filled_because="")
    taken(bureau, row, **filled, filled_because="按申请人的施工图和电话说明。")
    text = row.messages.get().text
    for line in (
        "由窗口登记",
        "地点：演示路1号门前",
        "挖掘宽度（米）：1.2",
        "挖掘部位：人行道（网上填写的是“人行道上”）",
        "来源：按申请人的施工图和电话说明。",
    ):
        assert line in text
    assert "燃气支管接入" not in text  # which was filed


def test_who_stands_at_the_window_fills_in_all(bureau: Bureau, unprinted: None) -> None:
    row = filed(bureau.authority.code)
    paper = {
        "name": "冯演示",
        "id_number": row.id_number,
        "address": "演示路2号",
        "place": "演示路2号门前",
        "portal_number": "",
        "content": "在人行道挖掘沟槽。",
        "answers": "\n".join(f"{a}：{b}" for a, b in zip(QUESTIONS, ANSWERS, strict=True)),
    }
    dug_row = dug(bureau)
    assert "没有补充网上申请以外的内容" in reasons(lambda: taken(bureau, dug_row, **paper))
    assert taken(bureau, dug_row, **paper, filled_because="").portal_number == ""
    assert row.state == State.FILED


MARKED = "施工的起止日期；起止日期；-30～730；申请期限"


def of_term(bureau: Bureau, *, last: int) -> tuple[Application, dict[str, Any]]:
    """Filed for so many days from today."""
    today = clock.today()
    asked = Asked(questions=[*QUESTIONS, "施工的起止日期"], ranges=[*QUESTIONS, MARKED])
    row = begun(bureau.authority.code, item="FW-02", title="挖掘城市道路审批", asked=asked)
    until = today + timedelta(days=last)
    said = Content(place="演示路1号门前", answers=(*ANSWERS, f"{chinese_date(today)}至{chinese_date(until)}"))
    saved(row, applicant=person(address="演示路1号"), content=said)
    row = Application.objects.get(pk=row.pk)
    portal.file_application(
        actor_of(row), portal.FileApplication(application=row.pk, version=row.version, is_true=True)
    )
    lines = "\n".join(f"{a}：{b}" for a, b in zip(QUESTIONS, ANSWERS, strict=True))
    row = Application.objects.get(pk=row.pk)
    return row, {"answers": lines, "starts_on": today, "ends_on": until, "filled_because": ""}


def test_the_term_is_that_of_the_answer(bureau: Bureau, unprinted: None) -> None:
    """Asked once: what the certificate says of its content and of its days cannot differ."""
    row, said = of_term(bureau, last=40)
    other = said | {"ends_on": said["ends_on"] + timedelta(days=1)}
    assert "“申请期限”与申请人在网上申请" in why(bureau, row, **other)
    assert "没有补充网上申请以外的内容" in why(bureau, row, **said | {"filled_because": "按申请书登记。"})
    done = taken(bureau, row, **said)
    assert (done.starts_on, done.ends_on) == (said["starts_on"], said["ends_on"])
    assert "起止日期" not in done.content and "工程名称：燃气支管接入" in done.content


def test_a_term_that_no_licence_has_is_told_as_changed(bureau: Bureau, unprinted: None) -> None:
    row, said = of_term(bureau, last=400)
    assert "有效期不超过6个月" in why(bureau, row, **said)
    shorter = said | {"ends_on": clock.today() + timedelta(days=150)}
    assert "“申请期限”不是申请人在网上填写的" in why(bureau, row, **shorter)
    taken(bureau, row, **shorter | {"filled_because": "最长六个月，电话征得申请人同意。"})
    assert f"（网上填写的是“{row.answers[-1]}”）" in row.messages.get().text


def test_a_content_that_names_days_names_the_term(applied: Applied) -> None:
    """Whoever writes it, under a list without the mark or at the window: one term, also in what the head decides."""
    story = applied(stop="proposal")
    row, party = story.proceeding.application, story.plan.party
    first, last = row.starts_on, row.ends_on
    content = f"挖掘沟槽。\n施工的起止日期：{chinese_date(first)}至{chinese_date(last)}"
    said = {**party, "item": "XK02", "place": "演示路77号", "content": content, "answers": WINDOW["XK02"]}
    said |= {
        "starts_on": first,
        "ends_on": last,
        "received_on": clock.today(),
        "handed": list(story.item.needed),
    }
    other = TakeApplication.model_validate(said | {"ends_on": last - timedelta(days=1)})
    assert "申请内容写的“施工的起止日期”与申请期限不同" in reasons(
        lambda: take_application(story.officer, other)
    )
    done_so = take_application(story.officer, TakeApplication.model_validate(said))
    story._enter(done_so.proceeding.case_id)
    for _ in story.told(("acceptance", "examination")):
        clock.advance(timedelta(days=1))
    days = {"outcome": "准予", "valid_from": first, "reason": "申请材料齐全、符合法定形式，符合法定条件。"}
    shorter = refused(story, "licensing.propose_licence", **days, valid_until=last - timedelta(days=1))
    assert "许可内容写的“施工的起止日期”与准予的有效期相互矛盾" in shorter
    done(story, "licensing.propose_licence", **days, valid_until=last)
