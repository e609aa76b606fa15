"""Readers have threads of their own: whoever sends slowly keeps none of them."""

import threading
from typing import Any

import pytest

from sanzhi.project import seats

PHONES = 12


def test_readers_do_not_wait_for_slow_phones() -> None:
    sent, arrived = threading.Event(), threading.Semaphore(0)

    def site(environ: dict[str, Any], start_response: object) -> list[bytes]:
        if environ.get("CONTENT_LENGTH"):
            arrived.release()
            sent.wait(10)
        return [threading.current_thread().name.encode()]

    places = seats.Seats(site, seats=1)
    phones = [threading.Thread(target=places, args=({"CONTENT_LENGTH": "9"}, None)) for _ in range(PHONES)]
    for phone in phones:
        phone.start()
    for _ in phones:
        assert arrived.acquire(timeout=10)
    assert next(iter(places({"CONTENT_LENGTH": "0"}, print))).startswith(b"seat")
    assert list(places({}, print)) == list(places({}, print))
    sent.set()
    for phone in phones:
        phone.join()


def test_a_seat_keeps_its_connection_and_a_phone_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []

    class Connections:
        def close_all(self) -> None:
            closed.append(threading.current_thread().name)

    monkeypatch.setattr(seats, "connections", Connections())
    site = seats.Seats(lambda *_: [], seats=1)
    site({}, print)
    assert closed == []
    phone = threading.Thread(target=site, args=({"CONTENT_LENGTH": "9"}, print), name="phone")
    phone.start()
    phone.join()
    assert closed == ["phone"]


def test_what_a_page_raises_reaches_the_server() -> None:
    def site(environ: dict[str, Any], start_response: object) -> list[bytes]:
        raise ValueError("page")

    with pytest.raises(ValueError, match="page"):
        seats.Seats(site, seats=1)({}, print)
