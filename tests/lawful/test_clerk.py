"""A short run of the hostile clerk: three thousand steps on two workers; what it reaches must stand in the ledger of breaches."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_three_thousand_steps_reach_nothing_that_is_not_listed() -> None:
    command = [
        sys.executable,
        "-m",
        "tests.lawful.clerk",
        "walk",
        "--steps",
        "3000",
        "--seconds",
        "300",
        "--forget",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert int(done.stdout.partition("步")[0]) >= 3000
