"""`manage.py serve` as a process: phones that upload over a poor network do not keep the others from their pages."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from sanzhi.kernel.testing import installation, start

SLOW = 8
# reading the form takes as long as the phone needs to send it
HALF_A_FORM = (
    b"POST /office/sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=abcdefghijklmnopqrstuvwxyzABCDEF\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n" + b"a" * 1000
)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    server = start(installation(tmp_path), "manage.py", "serve", "--bind", f"127.0.0.1:{number}")
    try:
        end = time.monotonic() + 60
        while not _answers(number):
            assert server.poll() is None, server.communicate()
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.1)
        yield number
    finally:
        server.terminate()
        server.communicate(timeout=30)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as page:
            return bool(page.status == 200)
    except (URLError, OSError):
        return False


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_slow_uploads_do_not_stop_the_others(port: int) -> None:
    phones = [socket.create_connection(("127.0.0.1", port)) for _ in range(SLOW)]
    try:
        for phone in phones:
            phone.sendall(HALF_A_FORM)
        time.sleep(0.5)  # until each keeps its thread
        assert _answers(port)
    finally:
        for phone in phones:
            phone.close()
