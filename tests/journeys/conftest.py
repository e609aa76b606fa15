"""A real installation for the journeys: a small demonstration, its own server, people in their own browsers."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.person import Person

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CASES = "30"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demonstration that belongs to this run alone."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    surroundings = {
        **os.environ,
        "SANZHI_DEMO": "1",
        "SANZHI_VAR_DIR": str(tmp_path_factory.mktemp("bureau")),
        "SANZHI_PUBLIC_URL": address,
    }
    command = [sys.executable, "manage.py", "demo", "--cases", CASES, "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT, env=surroundings)
    try:
        _wait_for(f"{address}/healthz", server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


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
    people: dict[str, Person] = {}

    def find(username: str) -> Person:
        if username not in people:
            people[username] = Person(browser, address, username=username)
        return people[username]

    yield find
    for somebody in people.values():
        somebody.context.close()
