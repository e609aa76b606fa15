"""kill -9 at random moments: no confirmed entry is lost, and the next ordinary start leaves nothing to repair."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

import sanzhi
import verify

ROUNDS = 4
ROOT = Path(sanzhi.__file__ or "").parents[2]


@pytest.fixture
def surroundings(transactional_db: None, tmp_path: Path) -> dict[str, str]:
    """The environment of a separate installation: its own folder, and a database that a process can share."""
    paths = [str(ROOT / "src"), str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    chosen = {
        **os.environ,
        "SANZHI_VAR_DIR": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }
    if connection.vendor == "postgresql":
        server = urlsplit(os.environ["SANZHI_DATABASE_URL"])
        chosen["SANZHI_DATABASE_URL"] = server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    else:
        chosen["SANZHI_DATABASE_URL"] = f"sqlite:///{tmp_path / 'killed.sqlite3'}"
        run(chosen, "migrate", "-v0")
    return chosen


def run(surroundings: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def written_until_killed(surroundings: dict[str, str], name: str, *, after: float) -> list[int]:
    writer = [sys.executable, "-m", "sanzhi.ledger.tests.writer", name]
    process = subprocess.Popen(writer, env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    whole_lines = (first + rest).rpartition("\n")[0]
    return [int(line) for line in whole_lines.split()]


@pytest.mark.django_db(transaction=True)
def test_a_killed_writer_loses_nothing_and_the_next_start_repairs(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    source = random.Random(20261123)
    confirmed: set[int] = set()
    for number in range(ROUNDS):
        confirmed |= set(written_until_killed(surroundings, f"r{number}", after=source.uniform(0.0, 0.4)))
    assert len(confirmed) >= ROUNDS
    run(surroundings, "sequence")
    assert "全部相符" in run(surroundings, "verify")
    log = tmp_path / "ledger" / "log"
    assert [finding for finding in verify.check_log(log) if not finding.holds] == []
    size = verify.parse_checkpoint((log / "checkpoint").read_text(encoding="utf-8")).size
    assert (
        len(confirmed) <= size <= len(confirmed) + ROUNDS
    )  # at most one entry per kill was committed unsaid
