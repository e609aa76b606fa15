"""The first authority: whole or not at all, and only once."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from sanzhi.organisation.models import Authority, Officer

pytestmark = pytest.mark.django_db
FILE = Path(settings.SANZHI_CATALOGUES_DIR) / "wugang" / "authority.yaml"


def establish(file: Path = FILE, **changed: str) -> None:
    keepers = {"administrator": "guanli=高维新", "security": "anquan=卫守信", "auditor": "shenji=计明远"}
    call_command("establish", str(file), **{**keepers, **changed})


def given(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    for role in ("ADMINISTRATOR", "SECURITY", "AUDITOR"):
        monkeypatch.setenv(f"{role}_PASSWORD", password)


def test_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "long-enough-password-7")
    establish()
    found = {row.user.username: (row.roles, row.unit.name) for row in Officer.objects.all()}
    assert found == {
        "guanli": (["administrator"], "办公室"),
        "anquan": (["security"], "办公室"),
        "shenji": (["auditor"], "办公室"),
    }
    with pytest.raises(CommandError, match="已经有机关了"):
        establish()


def test_a_weak_password_or_a_poor_file_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="登录名=姓名"):
        establish(auditor="shenji")
    given(monkeypatch, "123")
    with pytest.raises(CommandError, match="密码过于简单"):
        establish()
    poor = tmp_path / "authority.yaml"
    poor.write_text("code: x\nname: 某局\n", encoding="utf-8")
    with pytest.raises(CommandError, match="region_code"):
        establish(poor)
    assert not Authority.objects.exists()
