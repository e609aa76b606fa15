"""The first authority: whole or not at all, and only once."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from sanzhi.organisation.models import Authority, Officer
from sanzhi.organisation.queries import actor_named

pytestmark = pytest.mark.django_db
FILE = Path(settings.SANZHI_CATALOGUES_DIR) / "wugang" / "authority.yaml"


def establish(file: Path = FILE) -> None:
    call_command("establish", str(file), administrator="guanli", name="高维新")


def test_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINISTRATOR_PASSWORD", "long-enough-password-7")
    establish()
    assert actor_named("guanli").roles == {"administrator"}
    assert Officer.objects.get().unit.name == "办公室"
    with pytest.raises(CommandError, match="已经有机关了"):
        establish()


def test_a_weak_password_or_a_poor_file_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ADMINISTRATOR_PASSWORD", "123")
    with pytest.raises(CommandError, match="密码过于简单"):
        establish()
    poor = tmp_path / "authority.yaml"
    poor.write_text("code: x\nname: 某局\n", encoding="utf-8")
    with pytest.raises(CommandError, match="region_code"):
        establish(poor)
    assert not Authority.objects.exists()
