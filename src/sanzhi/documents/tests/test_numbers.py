"""Two tabs issue at once: distinct numbers, no gap, whatever is refused in between."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

import sanzhi
from sanzhi.documents.tests.bureau import CODE, open_bureau
from sanzhi.law.numbering import parse_number

ROOT = Path(sanzhi.__file__ or "").parents[2]
TABS, EACH = 3, 9


@pytest.fixture
def surroundings(transactional_db: None, tmp_path: Path) -> dict[str, str]:
    """A database that several processes share, with a bureau in it."""
    paths = [str(ROOT / "src"), str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    chosen = {
        **os.environ,
        "SANZHI_VAR_DIR": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }
    chosen["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
    chosen["SANZHI_STORAGE_URL"] = (tmp_path / "files").as_uri()
    if connection.vendor == "postgresql":
        server = urlsplit(os.environ["SANZHI_DATABASE_URL"])
        chosen["SANZHI_DATABASE_URL"] = server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
        open_bureau()
        return chosen
    chosen["SANZHI_DATABASE_URL"] = f"sqlite:///{tmp_path / 'numbers.sqlite3'}"
    _run(chosen, "-m", "django", "migrate", "-v0")
    script = (
        "import django; django.setup(); from sanzhi.documents.tests.bureau import open_bureau; open_bureau()"
    )
    _run(chosen, "-c", script)
    return chosen


def _run(surroundings: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.django_db(transaction=True)
def test_tabs_that_issue_at_once_get_distinct_numbers_without_a_gap(surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "sanzhi.documents.tests.issuer", str(EACH), CODE]
    tabs = [
        subprocess.Popen(
            command, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(TABS)
    ]
    lines: list[str] = []
    for tab in tabs:
        out, errors = tab.communicate(timeout=120)
        assert tab.returncode == 0, errors
        lines += out.split()
    numbers = [parse_number(line) for line in lines if line != "refused"]
    assert lines.count("refused") == TABS * (EACH // 3)
    assert sorted(number.no for number in numbers if number) == list(range(1, TABS * (EACH - EACH // 3) + 1))
