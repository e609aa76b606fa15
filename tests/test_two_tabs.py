"""Two heads decide the same case at the same moment, in two processes: one wins, the other is told why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOUND = """
import random
from datetime import datetime
from decimal import Decimal
from sanzhi.demo import people
from sanzhi.demo.cast import found_bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.media import record
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
with clock.moved(clock.now()):
    plan = Plan(cause="C04", party=people.person(random.Random(1)), place="某路某号", summary="擅自设置售货亭一处。",
                fine=Decimal(800), record=record, stop="decision_approved")
    print(Story(found_bureau(), plan).tell().pk)
"""


@pytest.mark.sqlite_only
def test_one_wins_and_one_is_told(tmp_path: Path) -> None:
    surroundings = {**os.environ, "SANZHI_VAR_DIR": str(tmp_path), "PYTHONUTF8": "1"}
    surroundings.pop("SANZHI_DATABASE_URL", None)

    def manage(*words: str) -> list[str]:
        return [sys.executable, "manage.py", *words]

    subprocess.run(manage("migrate", "-v0"), cwd=ROOT, env=surroundings, check=True)
    done = subprocess.run(
        manage("shell", "-v0", "-c", FOUND), cwd=ROOT, env=surroundings, check=True, capture_output=True, text=True
    )
    case = done.stdout.split()[-1]
    tabs = [
        subprocess.Popen(
            manage("do", "cases.decide_penalty", "--as", head, f"case={case}"),
            cwd=ROOT,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for head in ("juzhang", "fujuzhang")
    ]
    said = [tab.communicate(timeout=60) for tab in tabs]
    codes = sorted(tab.returncode for tab in tabs)
    assert codes == [0, 1], said
    refusal = next(errors for tab, (_, errors) in zip(tabs, said, strict=True) if tab.returncode)
    assert "本案已经作出处罚决定" in refusal and "行政处罚法第二十九条" in refusal
    verified = subprocess.run(manage("verify"), cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stdout + verified.stderr
