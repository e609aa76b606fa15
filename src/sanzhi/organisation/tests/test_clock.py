"""After a jump of the clock nothing is done by the hour until an administrator has looked at it."""

import threading
from datetime import timedelta

import pytest
from django.test import Client

from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock
from sanzhi.kernel.clock_watch import Watcher, doubt
from sanzhi.ledger.queries import newest_at
from sanzhi.organisation.commands import ConfirmClock, confirm_clock
from sanzhi.project.management.commands import serve
from tests.stories import reasons

CHECKED = {"checked_with": "国家授时中心"}


def jumped() -> None:
    watcher = Watcher()
    assert watcher.believes(last_entry=newest_at(), steady=0)
    clock.advance(timedelta(days=400))
    assert not watcher.believes(last_entry=newest_at(), steady=1)


def at_desk(bureau: Bureau, who: str) -> Client:
    client = Client()
    client.force_login(bureau.officers[who].user)
    return client


def test_an_administrator_confirms_the_clock_once(bureau: Bureau) -> None:
    order = ConfirmClock(**CHECKED)
    assert "本机时钟正常，不需要确认。" in reasons(lambda: confirm_clock(bureau.actor("guanli"), order))
    jumped()
    assert "只有本机关的系统管理员" in reasons(lambda: confirm_clock(bureau.actor("juzhang"), order))
    assert "到期自动办理的事项已暂停" in doubt()
    confirm_clock(bureau.actor("guanli"), order)
    assert doubt() == "" and Watcher().believes(last_entry=newest_at())


def test_every_page_of_the_office_says_so(bureau: Bureau) -> None:
    assert "本机时钟：正常" in Client().get("/healthz").content.decode()
    jumped()
    assert "跳到了" in Client().get("/healthz").content.decode()
    assert "跳到了" not in Client().get("/").content.decode()
    shown = at_desk(bureau, "zhifa1").get("/office/").content.decode()
    assert "跳到了" in shown and "恢复办理" not in shown
    admin = at_desk(bureau, "guanli")
    assert "恢复办理" in admin.get("/office/").content.decode()
    admin.post("/office/clock/do/confirm_clock/", CHECKED)
    assert "跳到了" not in admin.get("/office/").content.decode()


def test_who_signs_in_anew_finds_the_form_again(bureau: Bureau) -> None:
    jumped()
    path = "/office/clock/do/confirm_clock/"
    assert f"next={path}" in Client().post(path, CHECKED)["Location"]
    answer = at_desk(bureau, "guanli").get(path, follow=True)
    assert answer.redirect_chain == [("/office/", 302)] and "恢复办理" in answer.content.decode()


@pytest.mark.parametrize("is_wrong", [False, True])
def test_the_worker_waits(bureau: Bureau, monkeypatch: pytest.MonkeyPatch, is_wrong: bool) -> None:
    if is_wrong:
        jumped()
    stop, ran = threading.Event(), []
    monkeypatch.setattr(serve, "close_old_connections", lambda: None)
    monkeypatch.setattr(stop, "wait", lambda _: stop.set())
    serve.work(stop, look=lambda: ran.append(1))
    assert ran == ([] if is_wrong else [1])
