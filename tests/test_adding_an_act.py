"""An act with its form is added by the six files that CONTRIBUTING names, and then works on every road."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ADDED = ROOT / "tests" / "adding"
VERBS = "src/sanzhi/cases/commands/__init__.py"
PROCEDURE = "catalogues/national/procedures/penalty-ordinary.yaml"
NEW = {
    "src/sanzhi/cases/commands/remind_party.py": "remind_party.py",
    "forms/investigation/D198-reminder/form.yaml": "form.yaml",
    "forms/investigation/D198-reminder/layout.typ": "layout.typ",
}
LINES = {  # file: (before which line, what is put there)
    VERBS: ("__all__", "from sanzhi.cases.commands.remind_party import RemindParty, remind_party\n\n"),
    "src/sanzhi/cases/events.py": (
        "CASE_CLOSED",
        'PARTY_REMINDED = Event("cases.party_reminded", "提醒当事人：{words}")\n',
    ),
    PROCEDURE: ("      - cases.establish_facts", "      - cases.remind_party\n"),
}


@pytest.mark.processes
@pytest.mark.sqlite_only
def test_an_act_is_added_by_six_files(tmp_path: Path) -> None:
    assert len(NEW) + len(LINES) <= 6
    copy = tmp_path / "sanzhi"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "var"))
    for place, source in NEW.items():
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ADDED / source, copy / place)
    for place, (before, line) in LINES.items():
        _put(copy / place, line, before=before)
    _put(copy / PROCEDURE, "anytime: [D198, ", before="anytime: [", instead=True)
    run = [sys.executable, "-m", "pytest", "-q", "--no-header", "tests/adding/drive.py"]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    said = subprocess.run(run, cwd=copy, env=outside, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "4 passed" in said.stdout


def _put(file: Path, line: str, *, before: str, instead: bool = False) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text, file
    file.write_text(text.replace(before, line + ("" if instead else before), 1), encoding="utf-8")
