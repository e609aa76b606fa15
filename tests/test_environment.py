"""The installation's settings at its very first start."""

import secrets
import threading
import time
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from sanzhi.project.environment import secret_key

AT_ONCE = 6


def test_first_starts_at_a_time_agree_on_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token = secrets.token_urlsafe
    monkeypatch.setattr(secrets, "token_urlsafe", lambda size: time.sleep(0.05) or token(size))
    keys: list[str] = []

    def start() -> None:
        keys.append(secret_key(tmp_path / "var"))

    threads = [threading.Thread(target=start) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == AT_ONCE
    assert len(set(keys)) == 1
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o077 == 0


def test_a_key_cut_short_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("short", encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match="内容过短"):
        secret_key(tmp_path)
    assert (tmp_path / "secret-key").read_text(encoding="utf-8") == "short"
