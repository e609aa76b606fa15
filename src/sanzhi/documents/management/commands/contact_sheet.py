"""`manage.py contact_sheet OUT.pdf`: the first page of every form on a few A3 sheets, to look at them together."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.documents import queries


class Command(BaseCommand):
    help = "把全部文书式样的首页排在几张A3纸上：manage.py contact_sheet 文书样本.pdf"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("out", metavar="文件", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        out: Path = options["out"]
        try:
            out.write_bytes(queries.contact_sheet())
        except OSError as trouble:
            raise CommandError(f"写不了 {out}：{trouble.strerror}") from trouble
        self.stdout.write(f"{len(queries.forms())}种文书：{out}")
