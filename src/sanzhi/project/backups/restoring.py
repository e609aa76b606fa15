"""Put a backup into an empty place. Refuses to overwrite anything, and a backup of which a byte has changed."""

import shutil
from pathlib import Path

from django.db import connection

from sanzhi.kernel import database_copy
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.storage import DiskStore, read_in_chunks, store
from sanzhi.ledger.keys import fingerprint_of, recorded_fingerprint
from sanzhi.ledger.log_files import LogFolder, log_folder, write_durably
from sanzhi.ledger.note import NoteError, SigningKey
from sanzhi.ledger.sequencing import foreign_history
from sanzhi.project.backups.making import KEYS, key_places
from sanzhi.project.backups.manifest import DATABASE, NAME, Manifest, digests, newest, read
from sanzhi.project.backups.trouble import told


def restore(folder: Path, *, keys: Path | None) -> Manifest:
    """The newest backup in `folder`, or the one that `folder` itself is. Raises Undelivered before anything is written."""
    with told("恢复"):
        place = folder if (folder / NAME).exists() else newest(folder)
        manifest, files = read(place), DiskStore(place.parent / "files")
        _demand_empty()
        _demand_whole(place, manifest, files=files)
        secrets = _secrets(keys)
        if secrets:
            _demand_own(secrets, place=place)
        for sha256 in manifest.files:
            store().put(read_in_chunks(files.open(sha256)))
        shutil.copytree(place / "ledger" / "log", log_folder().public, dirs_exist_ok=True)
        for target, content in secrets.items():
            write_durably(target, content)  # the one that this very start has made, having none, gives way
        # if we stop before this, the place is not empty and has no database: empty it, and restore again
        database_copy.put_back(place / DATABASE)
        if sentence := foreign_history(log_folder(), using="default"):
            raise Undelivered(f"恢复的数据库与日志不符：{sentence}")
    return manifest


def _demand_empty() -> None:
    full = [str(store().root)] if next(store().all(), None) else []
    if log_folder().public.exists() and any(log_folder().public.iterdir()):
        full.append(str(log_folder().root))
    if not database_copy.is_empty():
        full.append("数据库")
    if full:
        raise Undelivered(
            f"{'、'.join(full)} 已有内容，不覆盖。请另设 SANZHI_VAR_DIR 指向空的目录，恢复到那里。"
        )


def _demand_whole(place: Path, manifest: Manifest, *, files: DiskStore) -> None:
    if manifest.vendor != connection.vendor:
        raise Undelivered(f"这是 {manifest.vendor} 数据库的备份，现在的设置是 {connection.vendor}。")
    found = digests(place)
    wrong = sorted(set(found.items()) ^ set(manifest.parts.items()))
    broken = [path for path, _ in wrong] + [sha256 for sha256 in manifest.files if not files.is_whole(sha256)]
    if broken:
        several = list(dict.fromkeys(broken))
        raise Undelivered(
            f"备份已损坏或者被改动：{'、'.join(several[:5])}，共{len(several)}处。请换一份备份。"
        )


def _secrets(keys: Path | None) -> dict[Path, bytes]:
    """What to put where; read before anything is written."""
    if keys is None:
        return {}
    try:
        return {place: (keys / name).read_bytes() for name, place in zip(KEYS, key_places(), strict=True)}
    except OSError as missing:
        raise Undelivered(f"{keys} 中没有 {'、'.join(KEYS)} 两个密钥文件。") from missing


def _demand_own(secrets: dict[Path, bytes], *, place: Path) -> None:
    """Undelivered, LedgerDamaged when the keys are not those under which the backup was written."""
    secret, key = (secrets[target].decode(errors="replace") for target in key_places())
    try:
        LogFolder(place / "ledger").demand_own(SigningKey.parse(key))
    except NoteError as wrong:
        raise Undelivered("另存的日志密钥文件 ledger-key 损坏。请换一份另存的密钥。") from wrong
    if not database_copy.is_sqlite():
        return  # a dump is no database: what it records is asked by /healthz and verify
    with database_copy.opened(place / DATABASE) as alias:
        recorded = recorded_fingerprint(using=alias)
    if recorded not in {"", fingerprint_of(secret.strip())}:
        raise Undelivered("另存的 secret-key 不是备份的日志登记的那一个。请换一份另存的密钥。")
