"""A world in memory: the founded bureau, a second authority, cases of others; a snapshot of it costs a millisecond.

Runs in a process of its own (`begin()` sets Django up on a database in memory); the press is stubbed, so that the
"PDF" of a paper is its data alone; `printing()` prints for a while.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections

if TYPE_CHECKING:
    from sanzhi.demo.cast import Bureau

CHINA = ZoneInfo("Asia/Shanghai")
FOUNDED = datetime(2026, 8, 25, 9, tzinfo=CHINA)
ROOT = Path(__file__).resolve().parents[3]


def begin() -> None:
    """Set Django up in this process on an empty database in memory, with its files in the fastest folder there is."""
    fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    os.environ["SANZHI_VAR_DIR"] = tempfile.mkdtemp(prefix="sanzhi-clerk-", dir=fast)
    os.environ["SANZHI_PUBLIC_URL"] = "https://zhifa.example.gov.cn"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
    django.setup()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    connections["default"].settings_dict["NAME"] = ":memory:"
    call_command("migrate", verbosity=0)
    from sanzhi.ledger.testing import put_key  # noqa: PLC0415 - after the set-up

    put_key()
    _stub_the_press()


def _stub_the_press() -> None:
    from tests.press import data_alone  # noqa: PLC0415 - after the set-up

    _press().render = data_alone  # type: ignore[attr-defined]


@contextmanager
def printing() -> Iterator[None]:
    """Within the block papers are printed as in life."""
    from sanzhi.documents.rendering import render  # noqa: PLC0415 - after the set-up

    stub = _press().render
    _press().render = render  # type: ignore[attr-defined]
    try:
        yield
    finally:
        _press().render = stub  # type: ignore[attr-defined]


def _press() -> ModuleType:
    return import_module("sanzhi.documents.commands.issue_document")


@dataclass(frozen=True)
class State:
    """Everything that a walk may change: the database, what was made, the hour. Cheap to keep and to put back."""

    database: bytes
    made: Mapping[str, int]
    now: datetime


@dataclass
class World:
    """The bureau and what is foreign to its cases. `made` and `now` belong to the walk under way."""

    bureau: "Bureau"
    second: "Bureau"
    aliens: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    now: datetime = FOUNDED
    pages: dict[int, str] = field(default_factory=dict)  # which step the page showed, by ledger entry

    @cached_property
    def people(self) -> dict[str, int]:
        return {name: officer.pk for name, officer in self.bureau.officers.items()}

    def keep(self) -> State:
        return State(connections["default"].connection.serialize(), dict(self.made), self.now)

    def put_back(self, state: State) -> None:
        connections["default"].connection.deserialize(state.database)
        self.made, self.now, self.pages = dict(state.made), state.now, {}


def found() -> World:
    """The bureau of the demonstration, a second authority with the same lists, and others' cases in it.

    One person more is in it who holds two posts that must not meet in one text.
    """
    from sanzhi.demo.cast import PEOPLE, Person, found_bureau  # noqa: PLC0415
    from sanzhi.kernel import clock  # noqa: PLC0415
    from sanzhi.organisation.roles import Role  # noqa: PLC0415
    from tests.lawful.clerk.aliens import add_aliens, found_second  # noqa: PLC0415

    posts = (Role.LEGAL_REVIEWER, Role.DISCLOSURE_CLERK)
    both = Person("shuanggang", "殷双全", "政策法规监督科", "科员", posts, 90043, lawyer=True)
    with clock.moved(FOUNDED):
        bureau = found_bureau(people=(*PEOPLE, both))
        world = World(bureau, found_second())
        add_aliens(world)
    return world
