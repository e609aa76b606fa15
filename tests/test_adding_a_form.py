"""A form is added by its two files, its words and its place in a procedure; no Python is touched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ADDED = ROOT / "tests" / "adding_a_form"
WORDS = "forms/_vocabulary.yaml"
PROCEDURE = "catalogues/national/procedures/penalty-ordinary.yaml"
NEW = {
    "forms/surveying/D199-survey/form.yaml": "form.yaml",
    "forms/surveying/D199-survey/layout.typ": "layout.typ",
}
LINES = {  # file: what is put before what stands there
    WORDS: {"purposes:\n": "  surveying: 踏勘阶段\n", "  - stop_order\n": "  - survey\n"},
    PROCEDURE: {"D04, D05": "D199, "},
}


@pytest.mark.processes
@pytest.mark.sqlite_only
def test_a_form_is_added_without_python(tmp_path: Path) -> None:
    assert not any(place.endswith(".py") for place in [*NEW, *LINES])
    copy = tmp_path / "sanzhi"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "var"))
    for place, source in NEW.items():
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ADDED / source, copy / place)
    for place, rows in LINES.items():
        for before, line in rows.items():
            _put(copy / place, line, before=before)
    run = [sys.executable, "-m", "pytest", "-q", "--no-header", "tests/adding_a_form/drive.py"]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    said = subprocess.run(run, cwd=copy, env=outside, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "2 passed" in said.stdout


def _put(file: Path, line: str, *, before: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text, file
    file.write_text(text.replace(before, line + before, 1), encoding="utf-8")
