"""For tests only: a separate installation that processes share, begun from the database that the test has made."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

import sanzhi

ROOT = Path(sanzhi.__file__ or "").parents[2]


def installation(folder: Path) -> dict[str, str]:
    """The environment of its processes. On SQLite they get a copy of the test's database, on PostgreSQL itself."""
    (folder / "ledger").mkdir(parents=True, exist_ok=True)
    for place, here in (
        ("ledger/key", settings.SANZHI_LEDGER_DIR / "key"),
        ("secret-key", settings.SANZHI_SECRET_KEY_FILE),
    ):
        if Path(here).exists() and not (folder / place).exists():
            shutil.copyfile(here, folder / place)
    paths = [str(ROOT / "src"), str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE),
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONUTF8": "1",
        "SANZHI_VAR_DIR": str(folder),
        "SANZHI_DATABASE_URL": _copy(folder / "copy.sqlite3") if connection.vendor == "sqlite" else _itself(),
    }


def _copy(place: Path) -> str:
    connection.ensure_connection()
    with closing(sqlite3.connect(place)) as target:
        connection.connection.backup(target)
    return f"sqlite:///{place.as_posix()}"


def _itself() -> str:
    server = urlsplit(os.environ["SANZHI_DATABASE_URL"])
    return server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


def start(surroundings: Mapping[str, str], *arguments: str) -> subprocess.Popen[str]:
    """Python with these arguments, its output and errors kept."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=surroundings,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run(surroundings: Mapping[str, str], *arguments: str) -> str:
    """What it printed; fails with its errors unless it ended well."""
    process = start(surroundings, *arguments)
    out, errors = process.communicate()
    assert process.returncode == 0, out + errors
    return out
