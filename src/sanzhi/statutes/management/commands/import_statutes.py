"""`manage.py import_statutes DIR --as NAME`: import every statute of a folder; a malformed file is named and skipped whole."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.shell import ask_who, keeper_at_the_shell
from sanzhi.statutes.commands import ImportStatute, import_statute
from sanzhi.statutes.reading import is_readable_name, read_text


class Command(BaseCommand):
    help = "导入法律法规文件夹：manage.py import_statutes 目录 --as 用户名"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--fewer", action="store_true", help="已对照公布的文本，条文确实比前一版本少")
        ask_who(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"]
        listed = folder.iterdir() if folder.is_dir() else ()
        files = sorted((file for file in listed if is_readable_name(file.name)), key=lambda file: file.name)
        if not files:
            raise CommandError(f"{folder} 中没有 .md、.txt 或者 .docx 文件。")
        try:
            actor = keeper_at_the_shell(options["user"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        wrong = [
            sentence for file in files if (sentence := self._import(actor, file, fewer=options["fewer"]))
        ]
        self.stdout.write(f"导入 {len(files) - len(wrong)} 部，失败 {len(wrong)} 部。")
        if wrong:
            raise CommandError("\n".join(wrong))

    def _import(self, actor: Actor, file: Path, *, fewer: bool) -> str:
        try:
            text = read_text(file.read_bytes(), name=file.name)
            import_statute(actor, ImportStatute(name=file.name, text=text, is_fewer_known=fewer))
        except Refused as refusal:
            return str(refusal)
        return ""
