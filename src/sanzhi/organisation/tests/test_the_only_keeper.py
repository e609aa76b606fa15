"""Whoever is alone in his office: nobody confirms for him on the page, two others do at the machine."""

from collections.abc import Callable
from functools import partial
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from sanzhi.demo.cast import PASSWORD
from sanzhi.demo.story import Story
from sanzhi.ledger.models import Entry, JointAct
from sanzhi.organisation.management.commands import reset_keeper
from tests.stories import appointed, confirmed, done, reasons

Reached = Callable[..., Story]
NEW = "wan-xia-qiu-shui-7"


@pytest.fixture
def story(reached: Reached) -> Story:
    return reached(stop="lead")


def proposed(story: Story, who: str) -> Any:
    fields = {"officer": story.bureau.officers[who].pk}
    order = {"act": "organisation.reset_password", "fields": fields, "reason": "本人忘记密码"}
    return done(story, "ledger.propose_joint_act", who="guanli", **order)


def at_the_machine(monkeypatch: pytest.MonkeyPatch, who: str, *two: str, password: str = PASSWORD) -> str:
    monkeypatch.setenv("ACTOR_PASSWORD", password)
    monkeypatch.setattr(reset_keeper, "seen", lambda: None)
    said = StringIO()
    call_command("reset_keeper", who, "--as", two[0], "--with", two[1], stdout=said)
    return said.getvalue()


def test_what_nobody_could_confirm_is_not_proposed(story: Story) -> None:
    said = reasons(partial(proposed, story, "anquan"))
    assert "除本人以外没有人能够确认" in said and "请先" in said
    assert not JointAct.objects.exists()
    unit = story.bureau.officers["anquan"].unit_id
    second = {"username": "anquan2", "name": "第二人", "roles": ["security"]}
    story.bureau.officers["anquan2"] = appointed(story, unit=unit, **second)
    confirmed(story)
    proposed(story, "anquan")
    confirmed(story, who="anquan2")


@pytest.mark.parametrize(("who", "two"), [("anquan", ("guanli", "shenji")), ("guanli", ("shenji", "anquan"))])
def test_two_others_reset_it_at_the_machine(
    story: Story, client: Client, monkeypatch: pytest.MonkeyPatch, who: str, two: tuple[str, str]
) -> None:
    said = at_the_machine(monkeypatch, who, *two)
    code = "-".join(line.rpartition("：")[2] for line in said.splitlines() if "半：" in line)
    assert len(code) == 19
    assert not client.login(username=who, password=PASSWORD)
    order = {"username": who, "old": code, "new": NEW, "again": NEW}
    assert client.post("/office/reset/", order).status_code == 302
    assert client.login(username=who, password=NEW)
    told = Entry.objects.get(event="organisation.keeper_reset")
    names = {story.bureau.officers[one].name for one in two}
    assert {told.actor_name, (told.facts or {})["beside"]} == names


@pytest.mark.parametrize(
    ("who", "two", "said"),
    [
        ("anquan", ("guanli", "guanli"), "另外两名管理人员"),
        ("anquan", ("guanli", "anquan"), "另外两名管理人员"),
        ("anquan", ("guanli", "juzhang"), "另外两名管理人员"),
        ("zhifa1", ("guanli", "shenji"), "请在“人员和岗位”中"),
    ],
)
def test_two_keepers_and_only_where_the_page_has_no_way(
    story: Story, monkeypatch: pytest.MonkeyPatch, who: str, two: tuple[str, str], said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        at_the_machine(monkeypatch, who, *two)
    with pytest.raises(CommandError, match="登录名或者密码不正确"):
        at_the_machine(monkeypatch, who, *two, password="nobody's-own-91")
