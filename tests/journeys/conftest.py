"""A real installation for the journeys: a small demonstration, its own server, people in their own browsers."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sanzhi.kernel.file_lock import locked
from tests.journeys.days import Days
from tests.journeys.person import Person
from tests.journeys.tale import Tale

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CASES = "30"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built once for all workers; each server works on a copy of its own."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built"
    with locked(folder.with_suffix(".lock")):
        if not folder.exists():
            half = folder.with_suffix(".half")
            half.mkdir()
            _run("manage.py", "demo", "--cases", CASES, "--build-only", folder=half)
            _run("-m", "tests.journeys.years", folder=half, DJANGO_SETTINGS_MODULE="sanzhi.project.settings")
            half.rename(folder)
    return folder


@pytest.fixture(scope="session")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demonstration that belongs to this run alone."""
    with _served(built, tmp_path_factory.mktemp("bureau")) as address:
        yield address


@pytest.fixture(scope="module")
def tale(built: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Tale]:
    """A bureau of the module's own, in which days pass as its story wants."""
    folder = tmp_path_factory.mktemp("tale")
    days = Days(folder / "later")
    days.pass_by(days=1)
    moved = {"DJANGO_SETTINGS_MODULE": "tests.journeys.later", "JOURNEY_LATER": str(days.file)}
    with _served(built, folder / "bureau", **moved) as address, _people(browser, address) as person:
        yield Tale(person, "", days=days)


@contextmanager
def _served(built: Path, folder: Path, **more: str) -> Iterator[str]:
    shutil.copytree(built, folder, dirs_exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "manage.py", "serve", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT, env=_around(folder, SANZHI_PUBLIC_URL=address, **more))
    try:
        _wait_for(f"{address}/healthz", server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _around(folder: Path, **more: str) -> dict[str, str]:
    own = {
        "SANZHI_DEMO": "1",
        "SANZHI_VAR_DIR": str(folder),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
    }
    return {**os.environ, **own, **more}


def _run(*words: str, folder: Path, **more: str) -> None:
    subprocess.run([sys.executable, *words], cwd=ROOT, env=_around(folder, **more), check=True)


def _wait_for(url: str, server: "subprocess.Popen[bytes]", seconds: int = 180) -> None:
    for _ in range(seconds * 2):
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"{url} did not answer in {seconds} s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    arguments = [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


@pytest.fixture(scope="session")
def person(browser: Browser, address: str) -> Iterator[Callable[[str], Person]]:
    """`person("zhifa1")` is that person at a desk, signed in; `person("")` a citizen."""
    with _people(browser, address) as person:
        yield person


@contextmanager
def _people(browser: Browser, address: str) -> Iterator[Callable[[str], Person]]:
    people: dict[str, Person] = {}

    def find(username: str) -> Person:
        if username not in people:
            people[username] = Person(browser, address, username=username)
        return people[username]

    yield find
    for somebody in people.values():
        somebody.context.close()
