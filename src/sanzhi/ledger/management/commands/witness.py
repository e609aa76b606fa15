"""`manage.py witness LOG-DIR --log-key VKEY --state DIR`: the witness's side, on the witness's own computer.

The state folder keeps the witness's key (made once, mode 0600) and the last checkpoint that it has signed.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel import clock
from sanzhi.ledger.checkpoint import Checkpoint
from sanzhi.ledger.log_files import write_durably
from sanzhi.ledger.note import COSIGNATURE, NoteError, PublicKey, SigningKey, parse_note
from sanzhi.ledger.witness import WitnessRefusal, cosigned


class Command(BaseCommand):
    help = "见证一个日志：核对它接续上次见证的检查点，然后联签。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("log", type=Path, metavar="日志目录")
        parser.add_argument("--log-key", required=True, metavar="公钥")
        parser.add_argument("--state", type=Path, required=True, metavar="目录", help="见证方自己的目录")
        parser.add_argument("--name", default="witness", metavar="名称", help="首次使用时写入密钥的名称")

    def handle(self, *args: Any, **options: Any) -> None:
        state: Path = options["state"]
        log: Path = options["log"]
        try:
            key = _own_key(state / "key", options["name"])
            seen = _last_seen(state / "checkpoint")
            log_key = PublicKey.parse(options["log_key"])
            at = int(clock.now().timestamp())
            note = cosigned(lambda path: (log / path).read_bytes(), log_key, key=key, seen=seen, at=at)
        except (NoteError, WitnessRefusal) as refusal:
            raise CommandError(str(refusal)) from refusal
        # If we stop before this write, the printed cosignature was never seen by anybody; after it, it is repeated.
        write_durably(state / "checkpoint", str(note).encode())
        self.stderr.write(f"见证方公钥：{key.public}")
        self.stdout.write(str(note), ending="")


def _own_key(path: Path, name: str) -> SigningKey:
    if not path.exists():
        if (path.parent / "checkpoint").exists():
            raise CommandError(f"见证过的检查点还在，密钥{path}不见了。请从备份恢复。")
        write_durably(path, f"{SigningKey.generate(name, algorithm=COSIGNATURE).private_line()}\n".encode())
    return SigningKey.parse(path.read_text(encoding="utf-8"))


def _last_seen(path: Path) -> Checkpoint | None:
    return Checkpoint.parse(parse_note(path.read_text(encoding="utf-8")).text) if path.exists() else None
