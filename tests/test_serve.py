"""`manage.py serve` as a process: slow phones keep nobody from their pages, nothing is served twice, no worker dies unseen."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import Popen
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.db import OperationalError

from sanzhi.kernel.testing import installation, start
from sanzhi.project.bodies import DEADLINE
from sanzhi.project.management.commands import serve

SLOW = 40
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the children")
# reading the form takes as long as the phone needs to send it
HALF_A_FORM = (
    b"POST /office/sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=abcdefghijklmnopqrstuvwxyzABCDEF\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n" + b"a" * 1000
)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    return installation(tmp_path)


@pytest.fixture
def port(surroundings: dict[str, str]) -> Iterator[int]:
    with served(surroundings) as (number, _):
        yield number


@contextmanager
def served(surroundings: dict[str, str]) -> Iterator[tuple[int, Popen[str]]]:
    """The port and the process, once it answers."""
    number = free_port()
    old = Path(surroundings["SANZHI_VAR_DIR"]) / "static" / "of-an-older-version.css"
    old.parent.mkdir(exist_ok=True)
    old.touch()
    server = start(surroundings, "manage.py", "serve", "--bind", f"127.0.0.1:{number}")
    try:
        end = time.monotonic() + 60
        while not _answers(number):
            assert server.poll() is None, server.communicate()
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.1)
        yield number, server
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


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_a_flood_is_refused_before_it_is_read(port: int) -> None:
    flood = HALF_A_FORM.replace(b"Content-Length: 60000", b"Content-Length: 600000000")
    with socket.create_connection(("127.0.0.1", port), timeout=10) as stranger:
        stranger.sendall(flood)
        assert b" 413 " in stranger.recv(100)
    assert _answers(port)


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_who_sends_a_byte_a_second_is_cut(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=1) as stranger:
        stranger.sendall(HALF_A_FORM)
        began, said = time.monotonic(), b""
        while b"</html>" not in said and time.monotonic() - began < 2 * DEADLINE:
            stranger.sendall(b"a")
            with suppress(TimeoutError):
                said += stranger.recv(4096)
        took = time.monotonic() - began
        assert b" 408 " in said and DEADLINE - 2 < took < DEADLINE + 10
        with suppress(TimeoutError):
            assert stranger.recv(100) == b""
    assert _answers(port)


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_nobody_has_to_collect_the_files_of_the_pages(port: int, tmp_path: Path) -> None:
    assert not (tmp_path / "static" / "of-an-older-version.css").exists()
    for address in ("/", "/office/sign-in/"):
        with urlopen(f"http://127.0.0.1:{port}{address}", timeout=10) as page:
            assert page.status == 200


def _refused(surroundings: dict[str, str], port: int) -> str:
    server = start(surroundings, "manage.py", "serve", "--bind", f"127.0.0.1:{port}")
    _, errors = server.communicate(timeout=60)
    assert server.returncode == 1
    return errors


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_nothing_is_served_twice(port: int, surroundings: dict[str, str], tmp_path: Path) -> None:
    with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as page:
        said = page.read().decode()
    assert said.startswith("ok\n") and "后台任务：正常" in said
    other = {**surroundings, "SANZHI_VAR_DIR": str(tmp_path / "other")}
    other["SANZHI_SECRET_KEY_FILE"] = str(tmp_path / "secret-key")
    assert "换一个端口" in _refused(other, port)
    assert "已经有一个 serve 在运行" in _refused(surroundings, free_port())
    assert _answers(port)


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_another_secret_key_is_not_served_under(
    port: int, surroundings: dict[str, str], tmp_path: Path
) -> None:
    assert _answers(port)
    place = tmp_path / "another"
    place.write_text("k" * 64, encoding="utf-8")
    stranger = {**surroundings, "SANZHI_SECRET_KEY_FILE": str(place)}
    process = start(stranger, "manage.py", "verify")
    out, _ = process.communicate()
    assert process.returncode == 1 and "不是日志登记的那一个" in out


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_the_server_ends_with_its_worker(surroundings: dict[str, str]) -> None:
    dying = (
        "import sys, django; django.setup(); from sanzhi.kernel import jobs; jobs.run_due.__code__ = (lambda: 1 / 0).__code__;"
        f"sys.argv = ['manage.py', 'serve', '--bind', '127.0.0.1:{free_port()}'];"
        "from django.core.management import execute_from_command_line as run; run(sys.argv)"
    )
    server = start(surroundings, "-c", dying)
    _, errors = server.communicate(timeout=60)
    assert server.returncode == 1 and "后台任务意外停止" in errors


def children(server: Popen[str]) -> list[int]:
    """The web processes; multiprocessing's own watcher of resources is none."""
    found = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    threads = Path(f"/proc/{server.pid}/task").iterdir()
    found += [pid for thread in threads for pid in (thread / "children").read_text().split()]
    return [int(pid) for pid in set(found) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


@linux_only
@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_no_web_process_outlives_the_one_that_does_the_jobs(surroundings: dict[str, str]) -> None:
    with served(surroundings) as (port, server):
        web = children(server)
        assert web
        server.kill()
        server.wait(timeout=30)
        end = time.monotonic() + 10
        while any(Path(f"/proc/{pid}").exists() for pid in web) and time.monotonic() < end:
            time.sleep(0.1)
        assert not _answers(port)
        serve._demand_free("127.0.0.1", port)


@linux_only
@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_the_site_ends_with_one_of_its_web_processes(surroundings: dict[str, str]) -> None:
    with served(surroundings) as (_, server):
        os.kill(children(server)[0], signal.SIGKILL)
        _, errors = server.communicate(timeout=30)
        assert server.returncode == 1 and "一个进程意外停止，网站随之停止" in errors


@pytest.mark.django_db
def test_a_full_disk_does_not_kill_the_worker() -> None:
    looks: list[int] = []
    stop = threading.Event()

    def look() -> None:
        looks.append(1)
        if len(looks) == 2:
            stop.set()
        raise OperationalError("database or disk is full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serve, "PAUSE", 0)
        serve.work(stop, look=look)
    assert len(looks) == 2
