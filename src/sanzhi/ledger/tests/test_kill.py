"""kill -9 at random moments: no confirmed entry is lost, and the next ordinary start leaves nothing to repair."""

import random
import signal
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

import verify
from sanzhi.kernel.testing import installation, run, start

ROUNDS = 4


def written_until_killed(surroundings: Mapping[str, str], name: str, *, after: float) -> list[int]:
    process = start(surroundings, "-m", "sanzhi.ledger.tests.writer", name)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()  # communicate() would pass over what readline() has buffered
    process.communicate()
    whole_lines = (first + rest).rpartition("\n")[0]
    return [int(line) for line in whole_lines.split()]


@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_a_killed_writer_loses_nothing_and_the_next_start_repairs(tmp_path: Path) -> None:
    surroundings = installation(tmp_path)
    source = random.Random(20261123)
    confirmed: set[int] = set()
    for number in range(ROUNDS):
        confirmed |= set(written_until_killed(surroundings, f"r{number}", after=source.uniform(0.0, 0.4)))
    assert len(confirmed) >= ROUNDS
    run(surroundings, "-m", "django", "sequence")
    assert "全部相符" in run(surroundings, "-m", "django", "verify")
    log = tmp_path / "ledger" / "log"
    assert [finding for finding in verify.check_log(log) if not finding.holds] == []
    size = verify.parse_checkpoint((log / "checkpoint").read_text(encoding="utf-8")).size
    assert (
        len(confirmed) <= size <= len(confirmed) + ROUNDS
    )  # at most one entry per kill was committed unsaid
