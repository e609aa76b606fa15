"""Programs that change laws, lists or the secret key: the machine's until somebody can sign in, then a named person's."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from sanzhi.catalogues.models import Edition, Status
from sanzhi.demo.cast import PASSWORD, Bureau
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.shell import keeper_at_the_shell
from sanzhi.ledger import keys
from sanzhi.ledger.models import Entry
from sanzhi.statutes.models import Statute

LAW = "# 某市落叶管理条例\n\n第一条 为了管好落叶，制定本条例。\n\n第二条 不得焚烧落叶。\n"
HEADS = "catalogues/national"


def said(name: str, *arguments: str, user: str = "") -> str:
    out = StringIO()
    try:
        call_command(name, *arguments, user=user, stdout=out)
    except CommandError as no:
        return str(no)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACTOR_PASSWORD", PASSWORD)
    (tmp_path / "某市落叶管理条例(2020-01-01).md").write_text(LAW, encoding="utf-8")
    return tmp_path


@pytest.mark.django_db
def test_before_anybody_can_sign_in_the_machine_acts(folder: Path) -> None:
    assert keeper_at_the_shell("").key == "system"
    assert "导入 1 部" in said("import_statutes", str(folder))


def test_each_asks_who_acts(bureau: Bureau, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "table.yaml").write_text("successor: 甲\nsince: 2026-01-01\nstatutes: []\n", encoding="utf-8")
    wanted = "请用 --as 用户名 说明由谁执行"
    for name, arguments in (
        ("import_statutes", (str(folder),)),
        ("import_national_laws", ()),
        ("take_over", (str(folder / "table.yaml"),)),
        ("load_catalogues", (HEADS,)),
        ("replace_secret", ("--reason=旧密钥外泄",)),
    ):
        assert wanted in said(name, *arguments), name
        assert "登录名或者密码不正确" in said(name, *arguments, user="nobody"), name
    monkeypatch.setenv("ACTOR_PASSWORD", "another password")
    with pytest.raises(Refused, match="登录名或者密码不正确"):
        keeper_at_the_shell("guanli")
    assert not Statute.objects.filter(title__contains="落叶").exists()


def test_a_law_is_brought_by_who_keeps_the_laws(bureau: Bureau, folder: Path) -> None:
    assert "法律法规由政策法规科或者系统管理员导入" in said("import_statutes", str(folder), user="zhifa1")
    assert "导入 1 部" in said("import_statutes", str(folder), user="guanli")
    entry = Entry.objects.filter(event="statutes.statute_imported").latest("pk")
    assert entry.actor_key == bureau.actor("guanli").key


def test_a_newer_list_waits_for_the_justice_bureau(bureau: Bureau, folder: Path) -> None:
    standing = Edition.objects.filter(status=Status.IN_FORCE).count()
    assert "清单由本机关政策法规科编制" in said("load_catalogues", HEADS, user="zhifa1")
    assert "（第2版） 报送审核" in said("load_catalogues", HEADS, user="fazhi")
    assert Edition.objects.filter(status=Status.IN_FORCE).count() == standing
    assert Edition.objects.filter(status=Status.SUBMITTED).exists()


def test_a_list_that_never_was_comes_into_force(bureau: Bureau, folder: Path, settings: Any) -> None:
    text = (settings.SANZHI_CATALOGUES_DIR / "national/procedures/levy-fee.yaml").read_text(encoding="utf-8")
    (folder / "a.yaml").write_text(text.replace("key: ", "key: other-", 1), encoding="utf-8")
    assert "（第1版） 施行" in said("load_catalogues", str(folder), user="fazhi")


def test_the_secret_is_replaced_by_the_administrator(
    bureau: Bureau, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "只有系统管理员" in said("replace_secret", "--reason=旧密钥外泄", user="fazhi")
    keys_before = keys.recorded_fingerprint()
    assert "已登记新的密钥" in said("replace_secret", "--reason=旧密钥外泄", user="guanli")
    assert keys.recorded_fingerprint() != keys_before


def test_a_folder_without_lists_is_said(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTOR_PASSWORD", PASSWORD)
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(CommandError, match="中没有清单文件"):
            call_command("load_catalogues", str(folder), user="fazhi")
