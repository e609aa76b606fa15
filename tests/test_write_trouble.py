"""A disk that is full, a database that may only be read, keys that are gone: reading goes on, each write says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from sanzhi.catalogues.models import Edition
from sanzhi.demo.cast import PASSWORD
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs
from sanzhi.kernel.storage import store
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.models import Entry
from sanzhi.ledger.note import SigningKey
from sanzhi.project import state
from tests.test_bad_input import sent
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
EVIDENCE = {"kind": "document", "name": "现场照片" * 40, "proves": "占道经营的事实" * 40}


@contextmanager
def read_only() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = 0")


@contextmanager
def full() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def without_key() -> Iterator[None]:
    place = Path(settings.SANZHI_LEDGER_DIR) / "key"
    away = place.with_name("away")
    place.rename(away)
    try:
        yield
    finally:
        away.rename(place)


@contextmanager
def with_foreign_key() -> Iterator[None]:
    place = Path(settings.SANZHI_LEDGER_DIR) / "key"
    with without_key():
        log_folder().write(
            "public-key", f"{SigningKey.parse(place.with_name('away').read_text()).public}\n".encode()
        )
        place.write_text(SigningKey.generate("localhost/ledger").private_line(), encoding="utf-8")
        yield


def acts() -> int:
    return Entry.objects.filter(event__startswith="cases.").count()


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (read_only, "只能读"),
        (full, "磁盘已满"),
        (without_key, "密钥文件"),
        (with_foreign_key, "不是这部日志的"),
    ],
)
def test_reading_goes_on_and_writing_says_why_not(
    reached: Reached, trouble: Callable[[], object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTOR_PASSWORD", PASSWORD)
    story = reached(stop="report")
    client, case = signed_in("zhifa1"), f"/office/cases/{story.case_id}/"
    assert client.get(case).status_code == 200  # what a page writes, that somebody looked, is written
    with trouble():  # type: ignore[attr-defined]
        adding = ({"case": story.case_id, **EVIDENCE, "name": f"照片{number}"} for number in range(200))
        # a full disk has room left in the pages that are begun
        assert any(sent(client, "cases.add_evidence", add)[0] == 503 for add in adding)
        entries = acts()
        assert client.get(case).status_code == 200
        assert Client().get("/decisions/").status_code == 200
        status, text = sent(client, "cases.add_evidence", {"case": story.case_id, **EVIDENCE})
        assert (status, said in text) == (503, True), text
        page = client.post(f"{case}do/add_evidence/", EVIDENCE)
        assert page.status_code == 503 and said in page.content.decode()
        with pytest.raises(CommandError, match=said):
            fields = [f"{name}={value}" for name, value in EVIDENCE.items()]
            call_command(
                "do", "cases.add_evidence", f"case={story.case_id}", *fields, user="zhifa1", stdout=StringIO()
            )
        health = Client().get("/healthz")
        assert health.status_code == 503
    assert acts() == entries
    assert sent(client, "cases.add_evidence", {"case": story.case_id, **EVIDENCE})[0] == 200


def test_health_says_what_is_wrong(reached: Reached, monkeypatch: pytest.MonkeyPatch) -> None:
    reached(stop="report")
    store().root.mkdir(parents=True, exist_ok=True)
    assert "后台任务：没有在运行" in Client().get("/healthz").content.decode()
    jobs.run_due()
    answer = Client().get("/healthz")
    assert answer.status_code == 200 and answer.content.decode().startswith("ok\n"), answer.content.decode()
    monkeypatch.setattr(state, "LEAST", 1 << 62)
    answer = Client().get("/healthz")
    assert answer.status_code == 503 and "磁盘：剩余空间不足" in answer.content.decode()


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("trouble", "why"), [(read_only, "只能读"), (full, "磁盘已满")])
def test_a_look_or_a_sign_in_that_cannot_be_recorded_says_so(
    reached: Reached, trouble: Callable[[], object], why: str
) -> None:
    story = reached(stop="report")
    client = signed_in("zhifa1")
    adding = ({"case": story.case_id, **EVIDENCE, "name": f"照片{number}"} for number in range(200))
    taking, first = signed_in("fazhi"), Edition.objects.order_by("pk").first()
    assert first is not None
    with trouble():  # type: ignore[attr-defined]
        assert any(sent(client, "cases.add_evidence", add)[0] == 503 for add in adding)
        asked = (taking.get(f"/office/lists/{first.pk}/export.csv") for _ in range(300))
        answer = next(answer for answer in asked if answer.status_code != 200)  # a page had room left
        said = answer.content.decode()
        assert answer.status_code == 503 and why in said, said
        assert "查阅记录无法保存，暂不能下载、导出、查看原件；公开网和页面查看不受影响" in said
        entering = {"username": "zhifa1", "password": PASSWORD}
        tried = (Client().post(reverse("organisation:sign-in"), entering) for _ in range(30))
        answer = next(answer for answer in tried if answer.status_code != 302)
        assert answer.status_code == 503
        assert "登录记录无法保存，暂不能登录；公开网和页面查看不受影响" in answer.content.decode()
