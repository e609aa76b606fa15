"""What every answer carries, and who may read the files."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel.storage import store
from tests.stories import desk

INLINE = re.compile(r"<(?:script(?![^>]*\bsrc=)|style)\b|\sstyle=|\son[a-z]+=|javascript:")


@pytest.mark.parametrize("path", ["/", "/office/sign-in/", "/not-there/"])
def test_nothing_inline_is_allowed(bureau: Bureau, path: str) -> None:
    policy = Client().get(path).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy and "frame-ancestors 'self'" in policy


@pytest.mark.parametrize("file", sorted(Path("src").rglob("*.html")), ids=str)
def test_nothing_inline_is_written(file: Path) -> None:
    assert not INLINE.findall(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", ["/", "/office/", "/office/sign-in/", "/office/cases/1/", "/api/v1/x", "/healthz"]
)
def test_another_host_name_is_told_so(bureau: Bureau, path: str) -> None:
    answer = Client(raise_request_exception=False, SERVER_NAME="wai.example.com").get(path)
    assert answer.status_code == 400
    assert "不是本网站的网址" in (answer.content.decode() if "api" not in path else answer.json()["message"])


def test_private_answers_are_not_stored(reached: Callable[..., Story]) -> None:
    story = reached(stop="lead")
    for path in ("/office/", f"/office/cases/{story.case_id}/", "/office/account/"):
        assert "no-store" in desk(story, "zhifa1").get(path).headers["Cache-Control"], path
    assert "no-store" not in Client().get("/").headers.get("Cache-Control", "")


def test_files_are_the_programs_alone(tmp_path: Path, settings: Any) -> None:
    settings.SANZHI_STORAGE_ROOT = tmp_path / "files"
    path = store().path(store().put([b"content"]).sha256)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_whatever_the_shell_says_of_new_files(tmp_path: Path) -> None:
    asked = "import os; os.umask(0); import sanzhi.project.settings; print(oct(os.umask(0)))"
    told = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "SANZHI_VAR_DIR": str(tmp_path / "var"), "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "0o77"


def test_the_folder_of_data_is_closed() -> None:
    assert stat.S_IMODE(Path(settings.SANZHI_VAR).stat().st_mode) == 0o700
