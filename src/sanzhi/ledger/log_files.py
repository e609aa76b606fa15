"""The log's folder: the public files below `log/`, the private key beside it, never inside.

Writes are atomic and on disk before they return. Refuses to make a new key where a log has begun: a second key
would be a second log.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from sanzhi.kernel.file_lock import locked
from sanzhi.ledger.checkpoint import Checkpoint, opened_checkpoint
from sanzhi.ledger.note import NoteError, PublicKey, SigningKey


class LedgerDamaged(Exception):
    """The log's files and the database contradict each other; a person must look. Says what and what to do."""


class LogFolder:
    """`root` holds `key` (private, mode 0600), `lock`, and `log/` with everything that may be published."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.public = root / "log"
        self.key = root / "key"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One sequencer at a time on this folder; the lock dies with its process."""
        self.public.mkdir(parents=True, exist_ok=True)
        with locked(self.root / "lock"):
            yield

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Nothing is numbered meanwhile. On a disk that may only be read and never had a lock, nothing is anyway."""
        if self.public.exists() and not (self.root / "lock").exists() and not os.access(self.root, os.W_OK):
            yield
            return
        with self.locked():
            yield

    def read(self, path: str) -> bytes:
        return (self.public / path).read_bytes()

    def write(self, path: str, content: bytes) -> None:
        """The file appears whole or not at all; when this returns it survives a power cut."""
        write_durably(self.public / path, content)

    def forget_partial(self, path: str) -> None:
        """Remove the partial versions of a tile that is whole now (readers fall back to the whole one)."""
        shutil.rmtree(self.public / f"{path}.p", ignore_errors=True)

    def checkpoint_note(self) -> str | None:
        try:
            return self.read("checkpoint").decode(errors="replace")  # garbage is no note, and is told so
        except FileNotFoundError:
            return None

    def checkpoint(self) -> Checkpoint | None:
        """The published checkpoint, its signature checked. LedgerDamaged when it is not ours."""
        note = self.checkpoint_note()
        if note is None:
            return None
        try:
            return opened_checkpoint(note, self.public_key())
        except NoteError as wrong:
            raise LedgerDamaged(
                f"检查点文件损坏或不是本机密钥所签（{wrong}）。请从备份恢复日志目录。"
            ) from wrong

    def public_key(self) -> PublicKey:
        try:
            return PublicKey.parse(self.read("public-key").decode(errors="replace"))
        except (FileNotFoundError, NoteError) as wrong:
            raise LedgerDamaged("日志公钥文件缺失或损坏。请从备份恢复日志目录。") from wrong

    def signing_key(self, *, begun: bool) -> SigningKey:
        """The log's key; made at the very first start. `begun`: the log has leaves, so a key must exist.

        LedgerDamaged for one that is gone, damaged or another log's: nothing may be stamped or signed with it.
        """
        path = self.key
        if not path.exists():
            if begun or self.checkpoint_note() is not None:
                raise LedgerDamaged(f"日志已有条目，但密钥文件{path}不见了。请从备份恢复；系统不会另造密钥。")
            self._make_key(path)
        try:
            key = SigningKey.parse(path.read_text(encoding="utf-8", errors="replace"))
        except NoteError as wrong:
            raise LedgerDamaged(f"日志密钥文件{path}损坏。请从备份恢复。") from wrong
        self.demand_own(key)
        # If we stop between the two files, the private one exists and the public one is made here at the next start.
        if not (self.public / "public-key").exists():
            self.write("public-key", f"{key.public}\n".encode())
        return key

    def demand_own(self, key: SigningKey) -> None:
        """LedgerDamaged when this log was begun with another key."""
        if not self._began_with(key):
            raise LedgerDamaged(
                "日志密钥文件不是这部日志的那一把，与公布的公钥不符。请从另存的地方放回原来的文件。"
            )

    def _began_with(self, key: SigningKey) -> bool:
        if (self.public / "public-key").exists():
            return self.public_key() == key.public
        note = self.checkpoint_note()
        try:
            return note is None or bool(opened_checkpoint(note, key.public))
        except NoteError:
            return False

    def _make_key(self, path: Path) -> None:
        origin = f"{urlsplit(settings.SANZHI_PUBLIC_URL).netloc or 'localhost'}/ledger"
        write_durably(path, f"{SigningKey.generate(origin).private_line()}\n".encode())  # mkstemp makes 0600


def log_folder() -> LogFolder:
    return _folder_at(settings.SANZHI_LEDGER_DIR)


@cache
def _folder_at(root: str | Path) -> LogFolder:
    return LogFolder(Path(root))


def write_durably(path: Path, content: bytes) -> None:
    """Write beside, flush to disk, rename into place, flush the folder. If we stop anywhere, the old file stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".arriving-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
