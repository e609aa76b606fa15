"""An application from its first form to its withdrawal; each no stands beside the yes."""

import hashlib
import os
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password

from sanzhi.applications import board, commands, queries
from sanzhi.applications.arriving import whose
from sanzhi.applications.codes import as_meant, code_of, number_meant
from sanzhi.applications.jobs import discard_file, drop_stale_drafts
from sanzhi.applications.models import ApplicantKind, Application, Material, MessageKind, Progress, State
from sanzhi.applications.policies import MOST_OF_ONE, OTHER
from sanzhi.applications.shapes import Applicant, Asked, Content
from sanzhi.applications.testing import ID_NUMBER, JPEG, begun, filed, pdf, person, saved, uploaded
from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor, applicant, system
from sanzhi.kernel.errors import NotVisible, Undelivered
from sanzhi.kernel.jobs import job, run_due
from sanzhi.kernel.kept_file import receipt
from sanzhi.kernel.models import Job
from sanzhi.kernel.randomness import token
from sanzhi.kernel.storage import store
from sanzhi.ledger.models import Entry
from sanzhi.publications.commands import RegisterPaper, register_paper
from tests.stories import reasons


def ours(bureau: Bureau) -> str:
    return bureau.authority.code


def fresh(row: Application) -> Application:
    return Application.objects.get(pk=row.pk)


def act(row: Application, verb: str, **fields: Any) -> Any:
    """What the applicant does, as the public site sends it."""
    order = getattr(commands, "".join(part.title() for part in verb.split("_")))
    return getattr(commands, verb)(queries.actor_of(row), order(application=row.pk, **fields))


def decide(row: Application, verb: str, **fields: Any) -> Any:
    """What the kind that decides does."""
    order = getattr(commands, "".join(part.title() for part in verb.split("_")))
    return getattr(commands, verb)(system(row.authority.code), order(application=row.pk, **fields))


def test_a_number_and_a_code_that_stands_nowhere(bureau: Bureau) -> None:
    once = token(32)
    row = begun(ours(bureau), once=once)
    assert row.number == "舞城许申2026-0001"
    assert row.told_once == code_of(once) and len(as_meant(row.told_once)) == 20
    assert as_meant(row.told_once) not in row.code_digest and check_password(
        as_meant(row.told_once), row.code_digest
    )
    assert begun(ours(bureau)).number == "舞城许申2026-0002"
    assert number_meant(" 舞城许申２０２６－0001 ") == row.number


def test_the_same_form_twice_is_one_application(bureau: Bureau) -> None:
    once = token(32)
    row, again = begun(ours(bureau), once=once), begun(ours(bureau), once=once)
    assert (again.pk, again.told_once) == (row.pk, row.told_once)
    act(row, "drop_draft")
    assert "已经用过" in reasons(lambda: begun(ours(bureau), once=once))


def test_an_officer_applies_for_nothing_here(bureau: Bureau) -> None:
    row = begun(ours(bureau))
    officer = bureau.actor("zhifa1")
    for actor in (officer, applicant(ours(bureau)), applicant(ours(bureau), application=row.pk + 1)):
        with pytest.raises(NotVisible):
            commands.drop_draft(actor, commands.DropDraft(application=row.pk))
    with pytest.raises(NotVisible):
        order = commands.BeginApplication(
            item="FW-01", title="占道", edition=1, asked=Asked(), once=token(32), code_digest="", address=""
        )
        commands.begin_application(officer, order)


def test_one_address_begins_not_too_many(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanzhi.applications.patience.BEGUN_AN_HOUR", 2)
    begun(ours(bureau)), begun(ours(bureau))
    assert "申请太多" in reasons(lambda: begun(ours(bureau)))
    assert begun(ours(bureau), address="192.0.2.8").pk
    with clock.moved(clock.now() + timedelta(hours=2)):
        assert begun(ours(bureau)).pk


def test_a_draft_is_saved_in_parts_and_resumed(bureau: Bureau) -> None:
    row = begun(ours(bureau))
    saved(row, applicant=person())
    saved(row, content=Content(place="演示路1号", answers=("12",)))
    assert (fresh(row).name, fresh(row).place, fresh(row).version) == ("孟演示", "演示路1号", 2)
    assert queries.gaps(fresh(row)) == (
        "没有填写“占用用途”",
        "没有上传“申请书”",
        "没有上传“占用位置和范围图”",
        "没有上传“身份证明”",
    )
    saved(row, applicant=person(agent="代某", agent_power="代为提交"))
    assert "授权委托书" in queries.gaps(fresh(row))[-1]
    uploaded(row, OTHER)
    assert "授权委托书" not in str(queries.gaps(fresh(row)))
    assert "比服务指南的多" in reasons(lambda: saved(row, content=Content(answers=("1", "2", "3"))))


def test_an_answer_lies_in_the_range_of_its_question(bureau: Bureau) -> None:
    asked = Asked(questions=["占用面积（平方米）"], ranges=["占用面积（平方米）；数字；0.1～1000"])
    row = begun(ours(bureau), asked=asked)
    for wrong in ("0", "1000.01", "-5", "1e3", "若干"):
        answer = partial(saved, row, content=Content(answers=(wrong,)))
        assert "“占用面积（平方米）”应填0.1至1000" in reasons(answer)
    saved(row, content=Content(answers=("１２",)))
    assert fresh(row).answers == ["12"] and queries.hints(fresh(row)) == ()
    kept = fresh(row)
    kept.answers = ["-5"]  # as a draft has it that was saved before there were ranges
    assert "应填0.1至1000" in queries.hints(kept)[0]


def test_two_tabs(bureau: Bureau) -> None:
    row = begun(ours(bureau))
    act(row, "save_application", version=0, applicant=person())
    older = lambda: act(row, "save_application", version=0, applicant=person(name="另一人"))  # noqa: E731
    assert "另一个页面" in reasons(older)
    assert fresh(row).name == "孟演示"


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"id_number": ID_NUMBER[:-1] + ("0" if ID_NUMBER[-1] != "0" else "1")}, "校验位不符"),
    ({"id_number": "123"}, "应为18位"),
    ({"agent": "代某", "agent_id_number": "1"}, "代理人的居民身份证号码"),
    ({"credit_code": ID_NUMBER}, "不是统一社会信用代码"),
    ({"agent": "孟演示"}, "同一人"),
]


@pytest.mark.parametrize(("changes", "said"), WRONG)
def test_what_cannot_be(bureau: Bureau, changes: dict[str, Any], said: str) -> None:
    row = begun(ours(bureau))
    assert said in reasons(lambda: saved(row, applicant=person(**changes)))
    passport = person(id_kind="other", id_number="E1234567")
    assert saved(row, applicant=passport).id_number == "E1234567"


def test_filing_with_gaps_is_allowed_filing_as_nobody_is_not(bureau: Bureau) -> None:
    row = begun(ours(bureau))
    said = reasons(lambda: act(row, "file_application", version=0, is_true=True))
    for word in ("申请人类别", "没有填写申请人", "电话和地址", "证件号码", "行政许可法第二十九条"):
        assert word in said
    saved(row, applicant=person(agent="代某"))
    assert "代理权限" in reasons(lambda: act(row, "file_application", version=1, is_true=True))
    saved(row, applicant=Applicant(kind=ApplicantKind.ORGANISATION, name="演示公司", phone="0375"))
    assert "统一社会信用代码" in reasons(lambda: act(row, "file_application", version=2, is_true=True))
    saved(row, applicant=person())
    assert "另一个页面" in reasons(lambda: act(row, "file_application", version=2, is_true=True))
    act(row, "file_application", version=3, is_true=True)
    assert fresh(row).state == State.FILED
    for verb, fields in (
        ("file_application", {"version": 4, "is_true": True}),
        ("save_application", {"version": 4, "applicant": person()}),
        ("drop_draft", {}),
    ):
        assert "已提交" in reasons(partial(act, row, verb, **fields))


def test_uploads_have_limits(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    row = begun(ours(bureau))
    one = uploaded(row, "申请书", name="..\\我的/申请:书.exe")
    assert (one.name, one.kind, one.size) == ("申请书.jpg", "jpg", len(JPEG))
    assert "已经在" in reasons(lambda: uploaded(row, "申请书"))
    assert "没有要求" in reasons(lambda: uploaded(row, "无犯罪记录证明"))
    for number in range(MOST_OF_ONE - 1):
        uploaded(row, "申请书", content=pdf(b"%% %d" % number))
    assert "一种材料最多" in reasons(lambda: uploaded(row, "申请书", content=pdf(b"%% more")))
    monkeypatch.setattr("sanzhi.applications.policies.MOST_FILES", MOST_OF_ONE)
    assert "最多10份" in reasons(lambda: uploaded(row, OTHER))
    monkeypatch.setattr("sanzhi.applications.policies.MOST_BYTES", 100)
    assert "合计最多" in reasons(lambda: uploaded(row, OTHER))


def test_a_file_that_was_not_checked_is_not_taken(bureau: Bureau) -> None:
    row, other = begun(ours(bureau)), begun(ours(bureau))
    sha256 = store().put([b"MZ"]).sha256
    for file in (sha256, receipt(sha256, of=whose(other.pk))):
        add = lambda file=file: act(row, "add_material", wanted="申请书", name="a", file=file)  # noqa: E731
        assert "没有经过检查" in reasons(add)


def test_a_paper_of_ours_is_taken_as_it_was_issued(bureau: Bureau) -> None:
    row, content = begun(ours(bureau)), pdf(b"/Names << /EmbeddedFiles 5 0 R >>")
    assert "附件" in reasons(lambda: uploaded(row, "申请书", content=content))
    paper = RegisterPaper(
        token="abcdefghjkmnpq",
        authority_name="舞钢市城市管理局",
        title="行政许可决定书",
        issued_on=clock.today(),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    register_paper(system(ours(bureau)), paper)
    assert uploaded(row, "申请书", content=content).kind == "pdf"


def test_a_full_disk_takes_no_upload(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    row = begun(ours(bureau))
    monkeypatch.setattr("sanzhi.kernel.disk_space.spares", lambda folder, size: False)
    with pytest.raises(Undelivered, match="不能接收文件"):
        uploaded(row, "申请书")
    assert not list(store().all())


def test_what_is_taken_back_leaves_no_file(bureau: Bureau) -> None:
    row, other = begun(ours(bureau)), begun(ours(bureau))
    mine, shared = uploaded(row, "申请书", content=pdf()), uploaded(row, "申请书")
    uploaded(other, "申请书")
    with pytest.raises(NotVisible):
        act(other, "remove_material", material=mine.pk)
    for material in (mine, shared):
        act(row, "remove_material", material=material.pk)
    with pytest.raises(Undelivered):
        discard_file(mine.sha256)
    for sha256 in (mine.sha256, shared.sha256):
        _rests(sha256)
        discard_file(sha256)
    assert (store().has(mine.sha256), store().has(shared.sha256)) == (False, True)
    discard_file(mine.sha256)


def _rests(sha256: str) -> None:
    """As if the file had come in long ago."""
    os.utime(store().path(sha256), (0, 0))


def test_a_draft_that_nobody_files_is_erased(bureau: Bureau, settings: Any) -> None:
    row, later = begun(ours(bureau)), filed(ours(bureau))
    saved(row, applicant=person(address="演示小区"), content=Content(answers=("12",)))
    uploaded(row, "申请书", content=pdf())
    with clock.moved(clock.now() + timedelta(days=settings.SANZHI_DRAFT_DAYS, hours=1)):
        drop_stale_drafts()
    gone = fresh(row)
    assert gone.state == State.DROPPED and fresh(later).state == State.FILED
    assert not any((gone.name, gone.id_number, gone.address, gone.phone, gone.answers, gone.code_digest))
    assert not gone.materials.exists() and Job.objects.filter(name="applications.discard_file").exists()
    assert begun(ours(bureau)).number.endswith("0003")
    with pytest.raises(NotVisible):
        queries.by_key(row.pk)
    with pytest.raises(NotVisible):
        act(row, "drop_draft")


def test_nothing_personal_in_the_log(bureau: Bureau) -> None:
    row = filed(ours(bureau))
    decide(row, "tell_applicant", kind=MessageKind.OTHER, text="孟演示，请来取件")
    said = str(list(Entry.objects.values_list("facts", "actor_name", "actor_key")))
    assert row.number in said and f"applicant:{row.pk}" in said
    for word in ("孟演示", ID_NUMBER, "13000000000", "演示路1号门前", "192.0.2.7"):
        assert word not in said


def test_the_kind_that_decides_takes_and_tells(bureau: Bureau) -> None:
    done: list[str] = []
    job("applications_test.take")(done.append)
    board.pin(after_filed=["applications_test.take"])
    try:
        row = filed(ours(bureau))
        run_due()
    finally:
        board.pin()
    assert done == [str(row.pk)] and list(queries.waiting(ours(bureau))) == [row]
    decide(row, "take_application")
    assert not queries.waiting(ours(bureau)).exists()
    assert "已经接收" in reasons(lambda: decide(row, "take_application"))
    with pytest.raises(NotVisible):
        order = commands.TakeApplication(application=row.pk)
        commands.take_application(Actor("officer:1", "他人", "000000-other"), order)
    draft = begun(ours(bureau))
    with pytest.raises(NotVisible):
        decide(draft, "set_progress", progress=Progress.ACCEPTED)


def test_a_correction_is_told_once_and_answered(bureau: Bureau) -> None:
    row = filed(ours(bureau))
    assert "没有等待补正" in reasons(lambda: act(row, "reply_to_correction", words="补"))
    told = {"kind": MessageKind.CORRECTION, "text": "缺少申请书", "citation": "行政许可法第三十二条"}
    decide(row, "tell_applicant", **told)
    decide(row, "set_progress", progress=Progress.CORRECTING)
    assert "不得再次要求" in reasons(lambda: decide(row, "tell_applicant", **told))
    act(row, "mark_read")
    assert not queries.unread(row).exists()
    assert "还没有内容" in reasons(lambda: act(row, "reply_to_correction"))
    old = row.materials.get()
    assert "不能删去" in reasons(lambda: act(row, "remove_material", material=old.pk))
    with clock.moved(clock.now() + timedelta(days=1)):
        wrong = uploaded(row, "申请书", content=pdf(b"%% wrong"))
        act(row, "remove_material", material=wrong.pk)
        uploaded(row, "申请书", content=pdf())
        reply = act(row, "reply_to_correction", words="已补申请书")
    assert reply.materials.count() == 1 and fresh(row).progress == Progress.CORRECTED
    assert "没有等待补正" in reasons(lambda: uploaded(row, "申请书", content=pdf(b"%% late")))
    lines = [line.what for line in queries.story(fresh(row))]
    assert lines[0] == "您提交了补正" and {"补正告知", "您提交了申请"} <= set(lines)


def test_withdrawing(bureau: Bureau) -> None:
    row, draft, decided = filed(ours(bureau)), begun(ours(bureau)), filed(ours(bureau))
    decide(decided, "set_progress", progress=Progress.DECIDED)
    assert "已作出决定" in reasons(lambda: act(decided, "withdraw_application"))
    assert "草稿" in reasons(lambda: act(draft, "withdraw_application"))
    act(row, "withdraw_application")
    assert fresh(row).state == State.WITHDRAWN
    for verb, fields in (
        ("take_application", {}),
        ("set_progress", {"progress": Progress.ACCEPTED}),
        ("tell_applicant", {"kind": MessageKind.OTHER, "text": "告知"}),
    ):
        assert "已撤回" in reasons(partial(decide, row, verb, **fields))


def test_the_clocks(bureau: Bureau) -> None:
    row = filed(ours(bureau))
    (told,) = queries.clocks(row)
    assert (told.title, told.left.days) == ("告知是否需要补正", 5)
    decide(row, "take_application")
    days = {"statutory_on": date(2026, 4, 30), "promised_on": date(2026, 4, 1)}
    decide(row, "set_progress", progress=Progress.ACCEPTED, **days)
    assert [clock.title for clock in queries.clocks(fresh(row))] == ["法定期限", "承诺期限"]
    decide(row, "set_progress", progress=Progress.DECIDED)
    assert queries.clocks(fresh(row)) == () and queries.correction_due(begun(ours(bureau))) is None


def test_a_credit_code_only_warns(bureau: Bureau) -> None:
    row = begun(ours(bureau))
    saved(row, applicant=Applicant(kind=ApplicantKind.ORGANISATION, name="演示公司", credit_code="123"))
    assert "不是18位" in queries.hints(fresh(row))[0]
    assert queries.hints(begun(ours(bureau))) == () and Material.objects.count() == 0
