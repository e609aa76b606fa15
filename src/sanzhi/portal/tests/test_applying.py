"""An application by the public site's pages alone: begun, filled in, filed, corrected; what strangers and tabs do to it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sanzhi.applications import commands
from sanzhi.applications.contents import EICAR
from sanzhi.applications.models import Application, Material, MessageKind, Progress, State
from sanzhi.applications.queries import actor_of
from sanzhi.applications.shapes import Content
from sanzhi.applications.testing import ID_NUMBER, JPEG, begun, filed, pdf
from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock, jobs
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Undelivered
from tests.stories import reasons

NEW = "/apply/new/FW-01/"
WHO = {
    "kind": "person",
    "name": "孟演示",
    "id_kind": "resident",
    "id_number": ID_NUMBER,
    "phone": "13000000000",
}


class Phone:
    """A browser that follows forms; `code` is what its owner wrote down."""

    def __init__(self) -> None:
        self.client, self.code = Client(raise_request_exception=False), ""

    def get(self, path: str) -> str:
        return self.client.get(path, follow=True).content.decode()

    def post(self, path: str, **fields: Any) -> Any:
        return self.client.post(path, fields)

    def begin(self, new: str = NEW) -> Application:
        self.once = re.search(r'name="once" value="(\w+)"', self.get(new))[1]  # type: ignore[index]
        self.said = self.post(new, once=self.once).content.decode()
        self.code = re.search(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){4}", self.said)[0]  # type: ignore[index]
        return self.mine

    @property
    def mine(self) -> Application:
        return Application.objects.latest("pk")

    def upload(self, content: bytes = JPEG, *, wanted: int = 0, name: str = "a.jpg") -> Any:
        file = SimpleUploadedFile(name, content)
        return self.post("/apply/mine/do/upload/", wanted=wanted, file=file)

    def file(self) -> Application:
        self.begin()
        self.post("/apply/mine/who/", version=0, **WHO)
        self.post("/apply/mine/what/", version=1, place="演示路1号门前", answer_0="堆放建筑材料")
        self.upload()
        self.post("/apply/mine/check/", version=2, is_true="on")
        return self.mine


@pytest.fixture
def phone(bureau: Bureau) -> Phone:
    jobs.run_due()
    return Phone()


def test_from_the_first_form_to_the_receipt(phone: Phone) -> None:
    listed = phone.get("/apply/")
    assert "临时占用城市道路审批" in listed and "缴纳罚款" not in listed
    assert phone.client.get("/apply/new/FW-04/").status_code == 404
    row = phone.begin()
    assert row.number in phone.said and "data:image/svg+xml" in phone.said
    assert phone.post("/apply/mine/who/", version=0, **WHO).status_code == 302
    assert phone.post("/apply/mine/what/", version=1, place="演示路1号", answer_0="堆料").status_code == 302
    assert phone.upload().status_code == 302
    check = phone.get("/apply/mine/check/")
    assert "还缺5项" in check and "没有上传“占用位置和范围图”" in check and ID_NUMBER not in check
    assert "没有确认" in phone.post("/apply/mine/check/", version=2).content.decode()
    assert phone.post("/apply/mine/check/", version=2, is_true="on").status_code == 302
    said = phone.get("/apply/mine/")
    assert "已收到，五个工作日内" in said and "剩5个工作日" in said and "您提交了申请" in said
    assert phone.mine.state == State.FILED
    with clock.moved(clock.now() + timedelta(days=30)):
        other = Phone()
        other.post("/apply/resume/", number=row.number, code=phone.code)
        assert "自收到之日起即为受理" in other.get("/apply/mine/") and "五个工作日已过" in other.get(
            "/apply/mine/"
        )
    for step in ("who", "what", "materials", "check"):
        assert phone.client.get(f"/apply/mine/{step}/").headers["Location"] == "/apply/mine/"


def test_a_form_sent_twice_is_answered_twice(phone: Phone) -> None:
    row = phone.begin()
    again = phone.post(NEW, once=phone.once).content.decode()
    assert phone.code in again and Application.objects.count() == 1
    assert phone.post(NEW, once="no").headers["Location"] == NEW
    phone.post("/apply/mine/do/drop/")
    assert phone.post(NEW, once=phone.once).status_code == 409
    assert Application.objects.get(pk=row.pk).state == State.DROPPED


def test_it_is_opened_again_with_number_and_code_alone(phone: Phone) -> None:
    row, other = phone.begin(), Phone()
    assert other.client.get("/apply/mine/").headers["Location"] == "/apply/resume/"
    wrong = other.post("/apply/resume/", number=row.number, code="2222-2222-2222-2222-2222")
    assert wrong.status_code == 409 and "不正确" in wrong.content.decode()
    assert row.number in wrong.content.decode() and "2222-2222" not in wrong.content.decode()
    right = other.post("/apply/resume/", number=row.number, code=phone.code.lower())
    assert right.headers["Location"] == "/apply/mine/"
    assert row.number in other.get("/apply/mine/")
    other.post("/apply/leave/")
    assert other.client.get("/apply/mine/").headers["Location"] == "/apply/resume/"


def test_nothing_of_it_is_stored_on_the_way(phone: Phone) -> None:
    phone.file()
    phone.client.get("/apply/mine/")
    file = f"/apply/mine/materials/{Material.objects.get().pk}/file"
    gone = "/apply/mine/materials/999999/file"
    for path in ("/apply/", NEW, "/apply/resume/", "/apply/mine/", file, gone, "/apply/new/FW-04/"):
        assert "no-store" in phone.client.get(path).headers["Cache-Control"], path
    cookie = phone.client.cookies["applicant"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and cookie["path"] == "/apply/"
    assert phone.code not in cookie.value and "孟" not in cookie.value
    assert "sessionid" not in phone.client.cookies
    assert phone.code not in phone.get("/apply/mine/")


def test_a_cookie_lasts_as_long_as_somebody_works(phone: Phone, settings: Any) -> None:
    phone.begin()
    idle = timedelta(minutes=settings.SANZHI_IDLE_MINUTES)
    with clock.moved(clock.now() + idle / 2):
        assert phone.client.get("/apply/mine/who/").status_code == 200
    with clock.moved(clock.now() + idle * 1.4):
        assert phone.client.get("/apply/mine/who/").status_code == 200
    with clock.moved(clock.now() + idle * 3):
        assert phone.client.get("/apply/mine/who/").headers["Location"] == "/apply/resume/"
    phone.client.cookies["applicant"] = "[1, 9999999999]:x"
    assert phone.client.get("/apply/mine/who/").headers["Location"] == "/apply/resume/"


def test_two_tabs_keep_what_was_typed(phone: Phone) -> None:
    phone.begin()
    phone.post("/apply/mine/who/", version=0, **WHO)
    older = phone.post("/apply/mine/who/", version=0, **{**WHO, "name": "许演示"})
    said = older.content.decode()
    assert older.status_code == 409 and "另一个页面" in said and 'value="许演示"' in said
    assert 'name="version" value="1"' in said and phone.mine.name == "孟演示"
    wrong = phone.post("/apply/mine/who/", version=1, **{**WHO, "phone": "<b>"})
    assert wrong.status_code == 409 and "格式不正确" in wrong.content.decode()
    assert phone.post("/apply/mine/who/", version="x" * 50, **WHO).status_code == 409
    assert phone.post("/apply/mine/what/", version=1, answer_0="长" * 501).status_code == 409


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"answer_1": "1e30"}, "“占用面积（平方米）”应填0.1至10000的数字，填的是“1e30”。"),
        ({"answer_1": "-3"}, "“占用面积（平方米）”应填0.1至10000的数字，填的是“-3”。"),
        ({"answer_1": "0"}, "“占用面积（平方米）”应填0.1至10000的数字，填的是“0”。"),
        ({"answer_1": "٣٠"}, "应填0.1至10000的数字，填的是“٣٠”。"),
        ({"answer_1": "1.3333333"}, "最多写2位小数"),
        ({"answer_2_from": "2026-09-01", "answer_2_until": "9999-12-31"}, "“占用的起止日期”应在"),
        ({"answer_2_from": "2026年2月30日", "answer_2_until": "2026-12-31"}, "“2026年2月30日”不存在"),
        ({"answer_2_from": "2026-09-01"}, "应写明起止日期"),
    ],
)
def test_a_figure_that_cannot_be_is_told_beside_its_question(
    phone: Phone, answer: dict[str, str], said: str
) -> None:
    row = phone.begin()
    refused = phone.post("/apply/mine/what/", version=0, answer_0="堆放建筑材料", **answer)
    text = refused.content.decode()
    assert refused.status_code == 409 and said in text and "堆放建筑材料" in text
    assert all(one in text for one in answer.values())
    days = f"{answer.get('answer_2_from', '')}至{answer.get('answer_2_until', '')}".strip("至")
    content = Content(answers=("", answer.get("answer_1", ""), days))
    order = commands.SaveApplication(application=row.pk, version=0, content=content)
    assert said in reasons(lambda: commands.save_application(actor_of(row), order))
    day = clock.today().isoformat()
    right = {"answer_1": "３０", "answer_2_from": day, "answer_2_until": day}
    assert phone.post("/apply/mine/what/", version=0, **right).status_code == 302
    said_of_today = f"{clock.today():%Y年%-m月%-d日}"
    assert Application.objects.get(pk=row.pk).answers[1:3] == ["30", f"{said_of_today}至{said_of_today}"]
    page = phone.get("/apply/mine/what/")
    assert page.count(f'value="{day}"') == 2 and 'value="30"' in page


def test_a_question_says_what_answers_it(phone: Phone) -> None:
    """A keyboard of figures, days to pick, the range, and the words of the list to choose from."""
    row = phone.begin(NEW.replace("FW-01", "FW-02"))
    page = phone.get("/apply/mine/what/")
    for word in (
        'inputmode="decimal"',
        "填数字，0.1～20000，最多2位小数。",
        'type="date"',
        'aria-label="终止日"',
        "绿化带</option>",
    ):
        assert word in page
    wrong = phone.post("/apply/mine/what/", version=0, answer_1="机动车道乱填")
    assert wrong.status_code == 409 and "“挖掘部位”应填人行道、车行道、绿化带" in wrong.content.decode()
    assert phone.post("/apply/mine/what/", version=0, answer_1="车行道").status_code == 302
    assert Application.objects.get(pk=row.pk).answers[1] == "车行道"


BAD = [
    (b"", "没有选择"),
    (EICAR, "病毒"),
    (b"<svg/>", "只收PDF"),
    (pdf(b"/Names << /EmbeddedFiles 1 >>"), "附件"),
]


@pytest.mark.parametrize(("content", "said"), BAD)
def test_a_bad_file_is_told_on_the_page(phone: Phone, content: bytes, said: str) -> None:
    phone.begin()
    answer = phone.upload(content) if content else phone.post("/apply/mine/do/upload/", wanted=0)
    assert answer.status_code == 409 and said in answer.content.decode()
    assert not Material.objects.exists()


def test_uploads_and_where_they_go(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    phone.begin()
    assert phone.upload(wanted=99).status_code == 404
    assert phone.client.get("/apply/mine/do/upload/").status_code == 302
    phone.upload(name="<b>图</b>.html")
    assert "已经在" in phone.upload().content.decode()
    material = Material.objects.get()
    own = phone.client.get(f"/apply/mine/materials/{material.pk}/file")
    assert own.headers["Content-Type"] == "image/jpeg" and "attachment" in own.headers["Content-Disposition"]
    assert b"".join(own.streaming_content) == JPEG  # type: ignore[attr-defined]
    other = Phone()
    other.begin()
    assert other.client.get(f"/apply/mine/materials/{material.pk}/file").status_code == 404
    assert other.post(f"/apply/mine/materials/{material.pk}/do/remove/").status_code == 404
    assert phone.post(f"/apply/mine/materials/{material.pk}/do/remove/").status_code == 302
    assert not Material.objects.exists()

    def full(*args: Any, **fields: Any) -> None:
        raise Undelivered("存储写入失败：磁盘已满。")

    monkeypatch.setattr("sanzhi.portal.views.application.taken_in", full)
    assert "磁盘已满" in phone.upload().content.decode()


def test_who_holds_none_sends_no_large_body(phone: Phone) -> None:
    large = JPEG[:-2] + b"0" * (200 << 10) + JPEG[-2:]
    assert phone.upload(large).status_code == 413
    phone.begin()
    assert phone.upload(large).status_code == 302
    answer = phone.upload(b"\xff\xd8\xff" + b"0" * (10 << 20))
    assert answer.status_code == 413 and "每份材料最多8兆字节" in answer.content.decode()


def test_a_correction_on_the_page(phone: Phone) -> None:
    row = phone.file()
    authority = system(row.authority.code)
    told = commands.TellApplicant(
        application=row.pk,
        kind=MessageKind.CORRECTION,
        text="位置图没有标明尺寸",
        citation="行政许可法第三十二条",
        paper="abcdefghjkmnpq",
    )
    commands.tell_applicant(authority, told)
    commands.set_progress(authority, commands.SetProgress(application=row.pk, progress=Progress.CORRECTING))
    said = phone.get("/apply/mine/")
    assert "位置图没有标明尺寸" in said and "/verify/abcdefghjkmnpq/" in said and "提交补正" in said
    assert row.messages.get().read_at is not None
    assert "还没有内容" in phone.post("/apply/mine/do/reply/").content.decode()
    with clock.moved(clock.now() + timedelta(minutes=1)):
        assert "只收PDF" in phone.upload(b"x").content.decode()
        assert phone.upload(pdf(), wanted=1).status_code == 302
        assert "a.pdf" in phone.get("/apply/mine/")
        assert phone.post("/apply/mine/do/reply/", words="已改").status_code == 302
        assert "您提交了补正" in phone.get("/apply/mine/") and phone.mine.progress == Progress.CORRECTED


def test_withdrawing_on_the_page(phone: Phone) -> None:
    phone.file()
    assert phone.post("/apply/mine/do/withdraw/").status_code == 302
    said = phone.get("/apply/mine/")
    assert "已撤回" in said and "剩" not in said
    assert "已撤回" in phone.post("/apply/mine/do/withdraw/").content.decode()


def test_forms_need_their_token(phone: Phone) -> None:
    careful = Client(enforce_csrf_checks=True, raise_request_exception=False)
    for path in (NEW, "/apply/resume/", "/apply/mine/do/upload/", "/apply/mine/do/drop/"):
        assert careful.post(path, {"once": "a" * 30}).status_code == 403, path


def test_a_draft_of_somebody_stands_nowhere_public(phone: Phone) -> None:
    row = phone.file()
    filed(row.authority.code)
    for path in (
        "/",
        f"/search/?q={row.number}",
        "/decisions/",
        "/lists/guides/",
        "/apply/",
        "/apply/resume/",
    ):
        assert "孟演示" not in Client().get(path).content.decode()


def test_a_draft_of_an_older_guide_says_so(phone: Phone) -> None:
    row = phone.begin()
    assert "换了第" not in phone.get("/apply/mine/check/")
    other = Phone()
    draft = begun(row.authority.code, edition=99)
    other.get("/apply/resume/")
    other.post("/apply/resume/", number=draft.number, code=draft.told_once)
    assert "服务指南</a>换了第1版" in other.get("/apply/mine/check/")
