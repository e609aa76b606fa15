"""Guessing takes longer and longer, locks out nobody else, and tells nothing; idle sessions end."""

import ipaddress
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.password_validation import get_default_password_validators
from django.core.exceptions import ValidationError
from django.test import Client
from pydantic import SecretStr

from sanzhi.demo.cast import PASSWORD, Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.organisation import signing_in
from sanzhi.organisation.commands import ChangePassword, change_password
from sanzhi.organisation.models import SignIn
from sanzhi.organisation.passwords import REASONS, is_strong
from sanzhi.organisation.signing_in import WRONG

URL = "/office/sign-in/"


@pytest.fixture
def strangers(bureau: Bureau) -> Iterator[None]:
    yield


def tried(
    client: Client, name: str, password: str = "wrong-password", *, at: str = "10.0.0.9", **more: Any
) -> str:
    answer = client.post(URL, {"username": name, "password": password}, REMOTE_ADDR=at, **more)
    return "in" if answer.status_code == 302 else answer.content.decode()


def test_one_sentence_for_every_name(strangers: None) -> None:
    said = {tried(Client(), name).count(WRONG) for name in ("juzhang", "nobody", "JUZHANG' OR 1=1", "")}
    assert said == {1}
    assert WRONG in tried(Client(), "juzhang") and WRONG in tried(Client(), "nobody")
    assert not SignIn.objects.filter(name_key__contains="juzhang").exists()


def test_who_guesses_waits_longer_and_longer(strangers: None) -> None:
    client = Client()
    for _ in range(5):
        assert WRONG in tried(client, "juzhang")
    assert "请在5秒后再试" in tried(client, "juzhang", PASSWORD)
    clock.advance(timedelta(seconds=5))
    assert WRONG in tried(client, "juzhang")
    assert "请在10秒后再试" in tried(client, "juzhang")
    clock.advance(timedelta(seconds=10))
    assert tried(client, "juzhang", PASSWORD) == "in"


def test_guesses_in_one_instant_count_against_each_other(
    strangers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each further guess arrives while the password of the one before is being looked at."""
    looked_at: list[str] = []
    said: list[str] = []

    def another_meanwhile(**given: Any) -> None:
        looked_at.append(given["password"])
        if len(looked_at) < 30:
            said.append(tried(Client(), "juzhang"))

    monkeypatch.setattr(signing_in, "authenticate", another_meanwhile)
    assert WRONG in tried(Client(), "juzhang")
    assert len(looked_at) == 5 and "请在5秒后再试" in said[0]
    monkeypatch.undo()
    clock.advance(timedelta(seconds=5))
    assert tried(Client(), "juzhang", PASSWORD) == "in"
    assert WRONG in tried(Client(), "juzhang"), "what was entered is no failure"


def test_a_password_that_fits_is_no_failure(strangers: None) -> None:
    client = Client()
    assert tried(client, "zhifa1", PASSWORD) == "in"
    order = {"old": PASSWORD, "new": "wan-xia-qiu-shui-7", "again": "wan-xia-qiu-shui-7"}
    for _ in range(4):
        client.post("/office/account/", {**order, "old": "not-it"})
    assert client.post("/office/account/", order).status_code == 302
    outcomes = [str(row.outcome) for row in SignIn.objects.order_by("id")]
    assert outcomes == ["entered", *["wrong"] * 4, "fitted"]


def test_others_lock_nobody_out_of_a_known_browser(strangers: None) -> None:
    head = Client()
    assert tried(head, "juzhang", PASSWORD, at="10.0.0.1") == "in"
    head.post("/office/sign-out/")
    for number in range(40):
        tried(Client(), "juzhang", at=f"10.0.1.{number % 9}")
    assert "再试" in tried(Client(), "juzhang", PASSWORD, at="10.0.1.0")
    assert tried(head, "juzhang", PASSWORD, at="10.0.1.0") == "in"


def test_nor_out_of_a_new_one(strangers: None) -> None:
    for number in range(30):
        tried(Client(), "juzhang", at=f"10.0.1.{number}")
    assert tried(Client(), "juzhang", PASSWORD, at="10.0.9.9") == "in"


def test_spraying_names_waits_by_address(strangers: None) -> None:
    for number in range(25):
        tried(Client(), f"name{number}")
    assert "再试" in tried(Client(), "zhifa1", PASSWORD)
    assert tried(Client(), "zhifa1", PASSWORD, at="10.0.0.10") == "in"


def test_the_mark_of_one_person_helps_nobody_else(strangers: None) -> None:
    client = Client()
    assert tried(client, "zhifa1", PASSWORD) == "in"
    client.post("/office/sign-out/")
    for _ in range(6):
        tried(client, "juzhang")
    assert "再试" in tried(client, "juzhang", PASSWORD)
    assert "再试" in tried(Client(), "juzhang", PASSWORD)


@pytest.mark.parametrize(("trusted", "shared"), [("", True), ("127.0.0.1", False), ("10.0.0.0/8", True)])
def test_behind_a_proxy_each_has_an_address(
    strangers: None, settings: Any, trusted: str, shared: bool
) -> None:
    settings.SANZHI_TRUSTED_PROXIES = tuple(ipaddress.ip_network(part) for part in filter(None, [trusted]))
    for _ in range(5):
        tried(Client(), "juzhang", at="127.0.0.1", headers={"X-Forwarded-For": "198.51.100.1"})
    told = tried(
        Client(),
        "juzhang",
        PASSWORD,
        at="127.0.0.1",
        headers={"X-Forwarded-For": "203.0.113.7, 198.51.100.2"},
    )
    assert ("再试" in told) == shared


def test_what_a_stranger_says_of_his_address_counts_for_nothing(strangers: None, settings: Any) -> None:
    settings.SANZHI_TRUSTED_PROXIES = (ipaddress.ip_network("127.0.0.1"),)
    for number in range(5):
        said = {"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.7"}
        tried(Client(), "juzhang", at="127.0.0.1", headers=said)
    assert "再试" in tried(
        Client(), "juzhang", at="127.0.0.1", headers={"X-Forwarded-For": "192.0.2.1, 203.0.113.7"}
    )


def test_an_idle_session_ends(strangers: None) -> None:
    client = Client()
    assert tried(client, "zhifa1", PASSWORD) == "in"
    for _ in range(3):
        clock.advance(timedelta(minutes=29))
        assert client.get("/office/").status_code == 200
    clock.advance(timedelta(minutes=31))
    assert client.get("/office/").status_code == 302


def test_changing_the_password_ends_other_sessions(strangers: None) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        assert tried(client, "zhifa1", PASSWORD) == "in"
    order = {"old": "not-it", "new": "wan-xia-qiu-shui-7", "again": "wan-xia-qiu-shui-7"}
    assert "现在的密码不正确" in here.post("/office/account/", order).content.decode()
    order["old"] = PASSWORD
    assert "不一致" in here.post("/office/account/", {**order, "again": "other"}).content.decode()
    same = {**order, "new": PASSWORD, "again": PASSWORD}
    assert "与现在的相同" in here.post("/office/account/", same).content.decode()
    assert here.post("/office/account/", order).status_code == 302
    assert here.get("/office/account/").status_code == 200
    assert there.get("/office/").status_code == 302
    assert tried(Client(), "zhifa1", "wan-xia-qiu-shui-7") == "in"


OWN = ("zhifa1", "苏晓禾", "执法一中队")


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("840275913640275", "只有数字"),
        ("zhifa1zhifa1", "人人知道"),
        ("Zhifa-1-2026-01", "人人知道"),
        ("苏晓禾苏晓禾20260101", "人人知道"),
        ("苏晓禾二〇二六年一月一日", "人人知道"),
        ("１２３４５６苏晓禾abc", "人人知道"),
        ("1afihz-2026-afihz", "人人知道"),
        ("abcdefgh-2026", "人人知道"),
        ("qwertyuiop12", "是很多人在用的密码"),
        ("aaaaaaaaaaaa", "人人知道"),
        ("short-7", "过于简单：不足10个字符。"),
        ("wan-xia-qiu-shui-7", ""),
        ("yanshi-2026-sanzhi", ""),
        ("苏晓禾爱看晚霞秋水2026", ""),
    ],
)
def test_own_words_and_digits_alone_are_no_password(password: str, said: str) -> None:
    verdict = is_strong(password, own=OWN)
    assert bool(verdict) == (not said)
    assert said in str(verdict.reasons)


def test_every_reason_is_told_in_chinese() -> None:
    """Whatever validator is configured has its sentence here."""
    for validator in get_default_password_validators():
        for weak in ("", "password", "password1234"):
            try:
                validator.validate(weak)
            except ValidationError as wrong:
                assert {error.code for error in wrong.error_list} <= REASONS.keys()
    for weak in ("short", "password", "1234567890"):
        assert not re.search("[A-Za-z]{2}", is_strong(weak).reasons[0].sentence)


@pytest.mark.parametrize(
    "password",
    [
        "舞钢市城市管理局2026",
        "城市管理局舞钢2026",
        "孟知夏2026三中队",
        "朱兰街道朱兰街道12",
        "2026三中队知夏孟!",
        "zhifa5-zhifa5-90033",
    ],
)
def test_what_anybody_knows_of_a_person_is_no_password(reached: Callable[..., Story], password: str) -> None:
    story = reached(stop="lead")
    mine = story.bureau.actor("zhifa5")
    order = ChangePassword(old=SecretStr(PASSWORD), new=SecretStr(password))
    with pytest.raises(Refused, match="人人知道"):
        change_password(mine, order)
    change_password(mine, ChangePassword(old=SecretStr(PASSWORD), new=SecretStr(f"{password}晚霞秋水")))
