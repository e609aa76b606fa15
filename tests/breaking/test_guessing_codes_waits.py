"""The page of the reset code lets everybody guess without end and on no record; so does the old password of one's own account."""

import sys
from collections.abc import Callable

import pytest
from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.organisation.commands import redeem_reset
from tests.stories import confirmed, desk, done

GUESS = {"old": "AAAA-AAAA-AAAA-AAAA", "new": "zhengque-Ma-Dianchi-26", "again": "zhengque-Ma-Dianchi-26"}


def test_guessing_a_code_waits(reached: Callable[..., Story]) -> None:
    reached(stop="notice")
    browser = Client()
    said = [
        browser.post("/office/reset/", {**GUESS, "username": "juzhang"}).content.decode() for _ in range(30)
    ]
    assert "后再试" in said[-1]


def test_guessing_the_old_password_in_a_session_left_open_waits(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    browser = desk(story, "juzhang")
    said = [browser.post("/office/account/", GUESS).content.decode() for _ in range(30)]
    assert "后再试" in said[-1]


def test_the_answer_takes_as_long_for_every_name(
    reached: Callable[..., Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a name that waits for its code costs a hash: the time tells whose password was reset."""
    story = reached(stop="notice")
    order = {"act": "organisation.reset_password", "fields": {"officer": story.bureau.officers["juzhang"].pk}}
    done(story, "ledger.propose_joint_act", who="guanli", reason="本人忘记密码", **order)
    confirmed(story)
    hashed: list[str] = []
    module = sys.modules[redeem_reset.__module__]
    monkeypatch.setattr(module, "check_password", lambda code, digest: bool(hashed.append(code)))
    costs = {}
    for name in ("juzhang", "zhifa1", "niemand"):
        hashed.clear()
        Client().post("/office/reset/", {**GUESS, "username": name})
        costs[name] = len(hashed)
    assert len(set(costs.values())) == 1, costs
