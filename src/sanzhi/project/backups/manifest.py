"""What a backup holds, file by file with its SHA-256."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sanzhi.kernel.errors import Undelivered
from sanzhi.ledger.log_files import write_durably

FORMAT = "sanzhi-backup/1"
NAME = "manifest.json"
DATABASE = "database"


@dataclass(frozen=True)
class Manifest:
    """`parts` are the paths beside the manifest (database and log), `files` the names in the common `files/`.

    `lost` are files that rows name and the store did not have, or not whole, when the backup was made.
    """

    made_at: str
    vendor: str
    entries: int
    parts: dict[str, str]
    files: list[str]
    lost: list[str] = field(default_factory=list)
    format: str = FORMAT

    def write(self, place: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        write_durably(place / NAME, text.encode())


def read(place: Path) -> Manifest:
    """Raises Undelivered where there is none, or one of another format."""
    try:
        said = json.loads((place / NAME).read_text(encoding="utf-8"))
        if said.get("format") != FORMAT:
            raise ValueError(said.get("format"))
        return Manifest(**said)
    except (OSError, ValueError, TypeError) as wrong:
        raise Undelivered(f"{place} 不是一份完整的备份：缺少清单 {NAME}，或者清单读不懂。") from wrong


def newest(folder: Path) -> Path:
    """The newest whole backup in the folder. Raises Undelivered where there is none."""
    whole = sorted(path.parent for path in folder.glob(f"*/{NAME}"))
    if not whole:
        raise Undelivered(f"{folder} 中没有完整的备份。")
    return whole[-1]


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests(place: Path) -> dict[str, str]:
    """Of every part that lies beside the manifest."""
    paths = (path for path in sorted(place.rglob("*")) if path.is_file() and path.name != NAME)
    return {path.relative_to(place).as_posix(): digest_of(path) for path in paths}
