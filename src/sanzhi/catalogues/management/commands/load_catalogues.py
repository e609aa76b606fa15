"""`manage.py load_catalogues DIR`: put every catalogue file of a folder in force for the authority."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.catalogues.loading import load_folder
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Refused
from sanzhi.organisation.models import Authority


class Command(BaseCommand):
    help = "导入清单文件夹并施行：manage.py load_catalogues catalogues/national"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--authority", default="", help="机关编码，默认为第一个机关")

    def handle(self, *args: Any, **options: Any) -> None:
        code = options["authority"] or Authority.objects.order_by("pk").values_list("code", flat=True).first()
        if not code:
            raise CommandError("还没有执法主体。请先执行 manage.py establish。")
        try:
            for edition in load_folder(system(code), code, folder=options["folder"]):
                self.stdout.write(f"{edition} 已施行")
        except (Refused, ValueError) as wrong:
            raise CommandError(str(wrong)) from wrong
