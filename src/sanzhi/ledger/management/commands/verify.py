"""`manage.py verify`: re-derive the whole ledger and every sealed row; exit 1 when something was changed by hand."""

import sys
from argparse import ArgumentParser
from itertools import chain
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from sanzhi.ledger.finding import Finding
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.models import Entry
from sanzhi.ledger.regrowing import since_findings
from sanzhi.ledger.verification import erased_entries, findings, resealed

PARTS = {
    "ledger.tile": "瓦片",
    "ledger.checkpoint": "检查点",
    "ledger.key": "日志密钥",
    "ledger.secret": "密钥文件",
    "schema": "表结构",
    "database": "数据库",
    "files": "文件",
    "static": "网页文件",
    "derived": "检索和登录",
}


class Command(BaseCommand):
    help = "核验日志条目、散列树、瓦片、检查点和每一行数据；发现不符时退出码为 1。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--since",
            type=Path,
            action="append",
            default=[],
            metavar="检查点文件",
            help="另外保存的检查点（备份的、见证方的）；日志没有接续它的，说明恢复了旧的数据或者改写了历史",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, count = log_folder(), 0
        try:
            kept = [finding for place in options["since"] for finding in since_findings(folder, place)]
        except OSError as wrong:
            raise CommandError(f"无法读取检查点：{wrong}", returncode=2) from wrong
        for finding in chain(kept, findings(folder)):
            count += 1
            self.stdout.write(told(finding))
        entries, erased = Entry.objects.count(), erased_entries()
        self.stdout.write(f"核验日志条目{entries}条，其中依法抹去内容{erased}条。")
        for line in resealed():
            self.stdout.write(f"重新封印过，请核对理由：{line}")
        if count:
            self.stderr.write(f"发现{count}处不符。请保全数据库和日志目录，查明原因。")
            sys.exit(1)
        self.stdout.write("全部相符。")


def told(finding: Finding) -> str:
    """`人员（organisation.officer）第12行：被绕过系统改动。`"""
    if finding.table in PARTS:
        return f"{PARTS[finding.table]} {finding.row}：{finding.sentence}"
    caption = apps.get_model(finding.table)._meta.verbose_name
    return f"{caption}（{finding.table}）第{finding.row}行：{finding.sentence}"
