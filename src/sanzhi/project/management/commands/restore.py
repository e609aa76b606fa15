"""`manage.py restore DIR`: put a backup into an empty place, and prove that it is what was backed up."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import Undelivered
from sanzhi.ledger.log_files import LedgerDamaged
from sanzhi.project.backups.restoring import restore


class Command(BaseCommand):
    help = "恢复到空的数据目录：manage.py restore /backup/sanzhi --keys /media/u盘/sanzhi-keys"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, metavar="目录", help="备份目录（取最新的一份），或者其中的一份"
        )
        parser.add_argument("--keys", type=Path, metavar="目录", help="另存两把密钥的目录")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            manifest = restore(options["folder"], keys=options["keys"])
        except (Undelivered, LedgerDamaged) as trouble:
            raise CommandError(str(trouble)) from trouble
        self.stdout.write(
            f"已恢复 {manifest.made_at} 的备份：日志{manifest.entries}条，文件{len(manifest.files)}件。"
        )
        if not options["keys"]:
            self.stdout.write("两把密钥没有恢复。放回原来的 secret-key 和 ledger/key 之前，不能办理。")
        self.stdout.write("请运行 manage.py verify，全部相符再启动；外面保存的检查点比备份新的，先查明原因。")
