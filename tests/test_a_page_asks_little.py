"""What a page asks the database: at most twelve questions, however many cases it shows and of however many kinds.

What a server keeps until something is written is kept here too: between two looks nothing changes.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanzhi.cases.models import Proceeding
from sanzhi.demo.build import build_demo
from sanzhi.kernel import clock, unchanged
from sanzhi.supervision.worklist import tasks_of

MOST = 12
CASES = 20  # beside those of every other kind, of which there are always some
BACKEND = "sanzhi.organisation.backends.OfficerBackend"
UNTIL = datetime(2026, 9, 10, 8, tzinfo=clock.CHINA)

pytestmark = [
    pytest.mark.processes,
    pytest.mark.sqlite_only,  # elsewhere each list on which there is anything is a question of its own
    pytest.mark.django_db,
    pytest.mark.usefixtures("unprinted"),
]


@pytest.fixture
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the transaction of a test it would be asked always."""
    here: Any = connection
    here.ensure_connection()
    outside = SimpleNamespace(
        vendor=here.vendor,
        in_atomic_block=False,
        connection=here.connection,
        ensure_connection=here.ensure_connection,
    )
    monkeypatch.setattr(unchanged, "connections", {DEFAULT_DB_ALIAS: outside})


def asked(username: str, path: str) -> int:
    """By the second look: what is the same for all is known from the first."""
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as found:
        client.get(path)
    return len(found)


def test_the_desk_of_everybody_and_every_case(
    forget_editions: Callable[[], None], settings: Any, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    settings.SANZHI_STORAGE_ROOT = tmp_path / "files"
    forget_editions()
    bureau = build_demo(UNTIL, cases=CASES, say=lambda _: None)
    with clock.moved(UNTIL):
        request.getfixturevalue("_kept")
        pages = [(who, "/office/") for who in bureau.officers]
        rows = Proceeding.objects.values_list("case", "pk")
        pages += [("juzhang", f"/office/cases/{case}/?proceeding={pk}") for case, pk in rows]
        pages += [("juzhang", f"/office/cases/{case}/timeline/") for case in {case for case, _ in rows}]
        found = {page: asked(*page) for page in pages}
        assert {page: count for page, count in found.items() if count > MOST} == {}
        shown = [len(tasks_of(bureau.actor(who))) for who in bureau.officers]
        assert sum(shown) > MOST  # much waits
