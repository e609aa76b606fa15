"""`manage.py backup DIR`: copy everything while the work goes on, and prove that the copy fits together."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import Undelivered
from sanzhi.ledger.log_files import LedgerDamaged
from sanzhi.project.backups.making import make


class Command(BaseCommand):
    help = "不停机备份：manage.py backup /backup/sanzhi --keys /media/u盘/sanzhi-keys"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="目录")
        parser.add_argument(
            "--keys", type=Path, metavar="目录", help="把两把密钥另存到这里，不能在备份目录之内"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = make(options["folder"], keys_to=options["keys"])
        except (Undelivered, LedgerDamaged) as trouble:
            raise CommandError(str(trouble)) from trouble
        manifest = made.manifest
        self.stdout.write(
            f"已备份到 {made.place}：已公布的日志{manifest.entries}条，文件{len(manifest.files)}件，核对相符。"
        )
        if options["keys"]:
            self.stdout.write(f"两把密钥另存在 {options['keys']}，请与备份分开保管。")
        else:
            self.stdout.write(
                "密钥（secret-key 和日志的 key）不在备份里。没有另存过的，请加 --keys 目录 再做一次。"
            )
        if manifest.lost:
            named = "\n".join(f"  {sha256}" for sha256 in manifest.lost)
            raise CommandError(
                f"有{len(manifest.lost)}件文件缺失或者被改动，备份里没有：\n{named}\n请运行 manage.py verify。"
            )
