"""`manage.py import_statutes DIR`: import every statute of a folder; a malformed file is named and skipped whole."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Refused
from sanzhi.statutes.commands import ImportStatute, import_statute


class Command(BaseCommand):
    help = "导入法律法规文件夹：manage.py import_statutes ../shared/laws"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        files = sorted([*options["folder"].glob("*.md"), *options["folder"].glob("*.txt")], key=lambda file: file.name)
        if not files:
            raise CommandError(f"{options['folder']} 中没有 .md 或者 .txt 文件。")
        wrong = [sentence for file in files if (sentence := self._import(file))]
        self.stdout.write(f"导入 {len(files) - len(wrong)} 部，失败 {len(wrong)} 部。")
        if wrong:
            raise CommandError("\n".join(wrong))

    def _import(self, file: Path) -> str:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as failure:
            return f"{file.name}：不是 UTF-8 编码（第{failure.start}字节），请转换编码后再导入。"
        try:
            import_statute(system(), ImportStatute(name=file.name, text=text))
        except Refused as refusal:
            return str(refusal)
        return ""
