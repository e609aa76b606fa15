"""Back up while the work goes on: the log first, then the database, then the files; each proved before it counts.

What the database copy has beyond the log copy is numbered at the next start, so a restored backup can be gone on with;
the other way round (the log ahead of the database) the sequencer would refuse.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from sanzhi.kernel import clock, database_copy
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.storage import DiskStore, read_in_chunks, store
from sanzhi.ledger import keys
from sanzhi.ledger.files import named_files
from sanzhi.ledger.log_files import LogFolder, log_folder, write_durably
from sanzhi.ledger.sequencing import foreign_history
from sanzhi.project.backups.manifest import DATABASE, Manifest, digests
from sanzhi.project.backups.trouble import told

KEYS = ("secret-key", "ledger-key")


@dataclass(frozen=True)
class Made:
    """Where the backup stands, and what it holds."""

    place: Path
    manifest: Manifest


def make(folder: Path, *, keys_to: Path | None) -> Made:
    """One more backup in `folder`, and the keys in the folder `keys_to`, which must lie elsewhere.

    Raises Undelivered, and leaves no backup, when something cannot be copied or does not fit together.
    """
    now = clock.now()
    place = folder / now.strftime("%Y%m%d-%H%M%S-%f")
    with told("备份"):
        if database_copy.is_empty():
            raise Undelivered(
                f"备份没有做成：数据目录 {settings.SANZHI_VAR} 里没有建好的数据库。请核对 SANZHI_VAR_DIR 是否指向正在使用的数据目录。"
            )
        if keys_to is not None:
            put_keys(keys_to, apart_from=folder)
        place.mkdir(parents=True, mode=0o700)
        try:
            return Made(place, _filled(place, made_at=now.isoformat()))
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)  # half a backup would only take the room of a whole one
            raise


def _filled(place: Path, *, made_at: str) -> Manifest:
    files = DiskStore(place.parent / "files")
    copy_log(log_folder(), place / "ledger")
    # if we stop here, the database goes on: the copy below only gets more than this log speaks of
    database_copy.copy_to(place / DATABASE)
    os.chmod(place / DATABASE, 0o600)
    entries, named = _checked(place)
    lost = copy_files(store(), files, named=named)
    kept = sorted(set(files.all()))
    manifest = Manifest(
        made_at, connection.vendor, entries=entries, parts=digests(place), files=kept, lost=lost
    )
    manifest.write(place)
    return manifest


def copy_log(log: LogFolder, target: Path) -> None:
    """The public files; while they are copied nothing is numbered, and commands go on."""
    with log.held_still():
        shutil.copytree(log.public, target / "log", ignore=shutil.ignore_patterns(".arriving-*"))


def put_keys(folder: Path, *, apart_from: Path) -> None:
    if folder.resolve().is_relative_to(apart_from.resolve()):
        raise Undelivered(
            f"密钥不能放在备份 {apart_from} 里面：拿到备份的人就能签名。请用 --keys 指定另外的目录。"
        )
    contents = _own_keys()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, content in contents.items():
        target = folder / name
        if target.exists() and target.read_bytes() != content:
            raise Undelivered(f"{target} 是另一套安装的密钥，不覆盖。请用 --keys 指定另外的目录。")
        write_durably(target, content)


def _own_keys() -> dict[str, bytes]:
    """Both keys, each the one under which everything here was written. Undelivered, LedgerDamaged otherwise."""
    keys.demand_secret()
    log_folder().signing_key(begun=True)
    if sentence := keys.another_secret():
        raise Undelivered(sentence)
    return {name: place.read_bytes() for name, place in zip(KEYS, key_places(), strict=True)}


def key_places() -> tuple[Path, Path]:
    """Where the two of KEYS lie while they are used."""
    return Path(settings.SANZHI_SECRET_KEY_FILE), log_folder().root / "key"


def _checked(place: Path) -> tuple[int, set[str]]:
    """How many entries the log copy has, and which files the database copy names. Undelivered when they do not fit."""
    log = LogFolder(place / "ledger")
    if not database_copy.is_sqlite():  # a dump is no database: what was in the running one is in it
        return _agreed(log, "default")
    with database_copy.opened(place / DATABASE) as alias:
        return _agreed(log, alias)


def _agreed(log: LogFolder, alias: str) -> tuple[int, set[str]]:
    checkpoint = log.checkpoint()
    if sentence := foreign_history(log, using=alias):
        raise Undelivered(f"备份没有做成：{sentence}")
    return (checkpoint.size if checkpoint else 0), named_files(using=alias)


def copy_files(source: DiskStore, target: DiskStore, *, named: Iterable[str]) -> list[str]:
    """Copy what is missing, and hash again all that is there; returns what rows name and could not be had whole."""
    for sha256 in source.all():
        if target.has(sha256) and target.is_whole(sha256):
            continue
        target.path(sha256).unlink(missing_ok=True)
        if source.is_whole(sha256):
            target.put(read_in_chunks(source.open(sha256)))
    return sorted(sha256 for sha256 in named if not target.has(sha256))
