"""`manage.py load_catalogues DIR --as NAME`: the first lists of an authority into force; a newer one is submitted only.

What is in force is changed by two: whoever loads a newer edition leaves it to the justice bureau.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.catalogues.loading import load_folder
from sanzhi.catalogues.models import Status
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.shell import ask_who, keeper_at_the_shell
from sanzhi.organisation.models import Authority


class Command(BaseCommand):
    help = "导入清单文件夹：manage.py load_catalogues catalogues/national --as 用户名；首次导入的随即施行，新版提交审核"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--authority", default="", help="机关编码，默认为第一个机关")
        ask_who(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        code = options["authority"] or Authority.objects.order_by("pk").values_list("code", flat=True).first()
        if not code:
            raise CommandError("还没有执法主体。请先执行 manage.py establish。")
        try:
            actor = keeper_at_the_shell(options["user"])
            for edition in load_folder(actor, code, folder=options["folder"]):
                self.stdout.write(f"{edition} {Status(edition.status).label}")
        except (Refused, ValueError) as wrong:
            raise CommandError(str(wrong)) from wrong
