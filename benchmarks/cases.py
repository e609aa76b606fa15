"""Complete cases of every kind by commands on SQLite: how many in a second, does the cost or the memory grow.

Each is told from its beginning to its end by the stories of the demonstration, one after the other on one core. Papers are
issued as the data that they carry: what printing costs is measured by `benchmarks.documents`. BENCH_CASES is how
many (1000; the target names 10000), BENCH_PRINTS=1 prints.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measurement import Measurement

ROOT = Path(__file__).resolve().parents[1]
LEAST, GROWTH, MORE_MEMORY = 8.0, 1.25, 1.25  # cases a second; the last tenth against the first
TOLD = "import django; django.setup(); from benchmarks.casework import told; told()"


def run() -> list[Measurement]:
    found = _told()
    ordinary, count = float(found["ordinary"]), found["count"]
    name = f"普通程序处罚，从线索到结案（混合{count}件中）"
    return [
        Measurement(name, "件/秒", ordinary, "目标", LEAST, ordinary / LEAST, 1.0),
        _at_most(f"每件耗时：末一成比首一成（{count}件）", float(found["growth"]), most=GROWTH),
        _at_most(f"内存：末一成比首一成（{count}件）", float(found["memory"]), most=MORE_MEMORY),
        Measurement("各种程序混合", "件/秒", float(found["mixed"]), "", None, None, None),
    ]


def _told() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "sanzhi.project.settings",
            "SANZHI_DEMO": "1",
            "SANZHI_VAR_DIR": folder,
            "SANZHI_PUBLIC_URL": "http://127.0.0.1:8765",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        done = subprocess.run(
            [sys.executable, "-c", TOLD],
            cwd=ROOT,
            env=surroundings,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return dict(line.split("\t") for line in done.stdout.splitlines() if "\t" in line)


def _at_most(name: str, ours: float, *, most: float) -> Measurement:
    return Measurement(name, "倍", ours, "上限", most, most / ours, 1.0)
