"""Whoever guesses numbers or codes hears one sentence and waits longer and longer; others do not."""

from datetime import timedelta
from functools import partial

import pytest

from sanzhi.applications import commands, entering
from sanzhi.applications.jobs import forget_old_attempts
from sanzhi.applications.models import Application, Attempt
from sanzhi.applications.queries import actor_of
from sanzhi.applications.testing import begun
from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock
from tests.stories import reasons

HERE, ELSEWHERE = "192.0.2.1", "198.51.100.1"


def opened(row: Application, code: str = "", *, number: str = "", address: str = HERE) -> Application:
    return entering.opened(number or row.number, code or row.told_once, address=address)


def test_number_and_code_however_they_are_typed(bureau: Bureau) -> None:
    row = begun(bureau.authority.code)
    assert opened(row) == row
    assert opened(row, row.told_once.lower().replace("-", " "), number=f" {row.number} ") == row


def test_one_answer_for_whatever_does_not_fit(bureau: Bureau) -> None:
    row = begun(bureau.authority.code)
    said = {
        reasons(lambda: opened(row, "2222-2222")),
        reasons(lambda: opened(row, number="舞城许申2026-9999")),
        reasons(lambda: opened(row, "码" * 10_000, number="号" * 10_000)),
        reasons(lambda: opened(row, "\x00", number="'; --")),
    }
    assert said == {"申请编号或者查询码不正确。请按回执逐字核对。"}
    kept = str(list(Attempt.objects.values_list("number_key", "address_key")))
    assert row.number not in kept and HERE not in kept


def test_guessing_waits_and_nobody_else(bureau: Bureau) -> None:
    row, other = begun(bureau.authority.code), begun(bureau.authority.code)
    for _ in range(5):
        assert "不正确" in reasons(lambda: opened(row, "2222"))
    assert "后再试" in reasons(lambda: opened(row))
    assert "后再试" in reasons(lambda: opened(row, address=ELSEWHERE))
    assert opened(other) == other
    with clock.moved(clock.now() + timedelta(minutes=2)):
        assert opened(row) == row
        assert "不正确" in reasons(lambda: opened(row, "2222"))


def test_a_spray_over_many_numbers_waits(bureau: Bureau) -> None:
    row = begun(bureau.authority.code)
    for number in range(20):
        assert "不正确" in reasons(partial(opened, row, number=f"舞城许申2026-1{number:03d}"))
    assert "后再试" in reasons(lambda: opened(row))
    assert opened(row, address=ELSEWHERE) == row


def test_what_was_dropped_opens_no_more(bureau: Bureau) -> None:
    row = begun(bureau.authority.code)
    commands.drop_draft(actor_of(row), commands.DropDraft(application=row.pk))
    assert "不正确" in reasons(lambda: opened(row))


def test_old_tries_are_forgotten(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanzhi.applications.patience.AT_ONCE", 2)
    row = begun(bureau.authority.code)
    for _ in range(3):
        opened(row)
    with clock.moved(clock.now() + timedelta(days=31)):
        opened(row)
        forget_old_attempts()
        assert Attempt.objects.count() == 1
