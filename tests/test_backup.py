"""The drill: work goes on while a backup is made; it is restored elsewhere, verified, and gone on with."""

import time
from pathlib import Path

import pytest

from sanzhi.kernel.storage import DiskStore
from sanzhi.kernel.testing import installation, run, start
from sanzhi.ledger.checkpoint import opened_checkpoint
from sanzhi.ledger.log_files import LogFolder
from sanzhi.ledger.note import COSIGNATURE, SigningKey
from sanzhi.ledger.witness import cosigned
from sanzhi.project.backups.manifest import newest

WRITER = ("-m", "sanzhi.ledger.tests.writer")
FIRST_START = (
    "import django; django.setup(); from sanzhi.ledger.commands import ensure_secret_recorded as say; say()"
)
pytestmark = [pytest.mark.sqlite_only, pytest.mark.processes, pytest.mark.django_db(transaction=True)]


def elsewhere(here: dict[str, str], folder: Path) -> dict[str, str]:
    place = folder / "sanzhi.sqlite3"
    return {**here, "SANZHI_VAR_DIR": str(folder), "SANZHI_DATABASE_URL": f"sqlite:///{place.as_posix()}"}


def worked(here: dict[str, str], name: str, *, backup: tuple[str, ...] = ()) -> str:
    """What the backup said that was made while somebody wrote."""
    writer = start(here, *WRITER, name)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(0.5)
    said = run(here, "manage.py", "backup", *backup) if backup else ""
    writer.kill()
    writer.communicate()
    return said


def refused(here: dict[str, str], *arguments: str) -> str:
    process = start(here, "manage.py", *arguments)
    out, errors = process.communicate()
    assert process.returncode, out
    return errors


def test_a_backup_made_at_work_is_restored_and_gone_on_with(tmp_path: Path) -> None:
    here = installation(tmp_path / "var")
    kept = DiskStore(tmp_path / "var" / "files").put([b"a paper"]).sha256
    backups, keys = tmp_path / "backups", tmp_path / "keys"
    said = worked(here, "first", backup=(str(backups), "--keys", str(keys)))
    assert "核对相符" in said and "两把密钥另存在" in said
    place = newest(backups)
    assert not (place / "ledger" / "key").exists() and {path.name for path in keys.iterdir()} == {
        "secret-key",
        "ledger-key",
    }
    there = elsewhere(here, tmp_path / "new")
    run(there, "manage.py", "restore", str(backups), "--keys", str(keys))
    assert DiskStore(tmp_path / "new" / "files").is_whole(kept)
    assert "全部相符" in run(there, "manage.py", "verify")
    worked(there, "second")
    run(there, "manage.py", "sequence")
    assert "全部相符" in run(there, "manage.py", "verify")
    log = LogFolder(tmp_path / "new" / "ledger")
    seen = opened_checkpoint((place / "ledger" / "log" / "checkpoint").read_text(), log.public_key())
    grown = log.checkpoint()
    assert grown is not None and grown.size > seen.size
    witness = SigningKey.generate(
        "witness", algorithm=COSIGNATURE
    )  # refuses a log that does not continue what it has seen
    cosigned(log.read, log.public_key(), key=witness, seen=seen, at=1)


def test_what_is_refused(tmp_path: Path) -> None:
    here = installation(tmp_path / "var")
    backups = tmp_path / "backups"
    assert "没有完整的备份" in refused(elsewhere(here, tmp_path / "new"), "restore", str(backups))
    assert "密钥不能放在备份" in refused(here, "backup", str(backups), "--keys", str(backups / "keys"))
    worked(here, "first")
    assert "不在备份里" in run(here, "manage.py", "backup", str(backups))
    assert "数据库 已有内容，不覆盖" in refused(here, "restore", str(backups))
    there = elsewhere(here, tmp_path / "new")
    tile = next((newest(backups) / "ledger" / "log" / "tile").rglob("000*"))
    tile = tile if tile.is_file() else next(path for path in tile.rglob("*") if path.is_file())
    tile.write_bytes(tile.read_bytes() + b"x")
    assert "备份已损坏或者被改动" in refused(there, "restore", str(backups))
    assert not (tmp_path / "new" / "sanzhi.sqlite3").exists()


def test_without_its_keys_nothing_is_done(tmp_path: Path) -> None:
    here = installation(tmp_path / "var")
    worked(here, "first")
    run(here, "manage.py", "sequence")
    key = tmp_path / "var" / "ledger" / "key"
    key.rename(tmp_path / "key")
    assert "不见了" in refused(here, "replace_secret", "--reason", "试一试")
    assert "不见了" in refused(here, "backup", str(tmp_path / "b"), "--keys", str(tmp_path / "k"))
    (tmp_path / "key").rename(key)
    (tmp_path / "var" / "secret-key").unlink()
    assert "密钥文件" in refused(here, "verify") and not (tmp_path / "var" / "secret-key").exists()


def test_the_keys_of_another_installation_are_neither_kept_nor_put_back(tmp_path: Path) -> None:
    here = installation(tmp_path / "var")
    worked(here, "first")
    run(here, "-c", FIRST_START)
    run(here, "manage.py", "sequence")
    backups, keys = tmp_path / "backups", tmp_path / "keys"
    run(here, "manage.py", "backup", str(backups), "--keys", str(keys))
    ours = {path.name: path.read_text() for path in keys.iterdir()}
    foreign = {"ledger-key": SigningKey.generate("localhost/ledger").private_line(), "secret-key": "k" * 64}
    for name, content in foreign.items():
        (keys / name).write_text(content)
        there = elsewhere(here, tmp_path / f"with-{name}")
        assert "不是" in refused(there, "restore", str(backups), "--keys", str(keys))
        assert not (tmp_path / f"with-{name}" / "sanzhi.sqlite3").exists()
        (keys / name).write_text(ours[name])
    for name, place in (("ledger-key", "ledger/key"), ("secret-key", "secret-key")):
        for content in (foreign[name], "garbage " * 8):
            (tmp_path / "var" / place).write_text(content)
            assert "密钥文件" in refused(here, "backup", str(tmp_path / "b"), "--keys", str(tmp_path / "k"))
            assert not (tmp_path / "k").exists()
        (tmp_path / "var" / place).write_text(ours[name])
