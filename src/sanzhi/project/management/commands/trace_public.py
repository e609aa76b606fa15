"""`manage.py trace_public TEXT`: where the public can still read a text; exit 1 when it can, 0 when it cannot."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.project.tracing import traces

SHORTEST = 2


class Command(BaseCommand):
    help = "在全部公开输出中查找一段文字（网页、数据、撤回和更正的地址、查验页、检索索引、日志文件）：manage.py trace_public 张三"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", metavar="文字")

    def handle(self, *args: Any, **options: Any) -> None:
        if len(options["text"].strip()) < SHORTEST:
            raise CommandError("请至少写两个字。")
        found = 0
        for trace in traces(options["text"]):
            found += 1
            self.stdout.write(f"{trace.where}　{trace.how}")
        self.stdout.write(f"共{found}处。" if found else "公众看不到这段文字。")
        if found:
            sys.exit(1)
