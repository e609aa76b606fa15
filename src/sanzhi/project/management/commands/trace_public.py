"""`manage.py trace_public TEXT`: where the public can still read a text; exit 1 when it can, 0 when it cannot, 2 when nobody can say."""

import logging
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel import write_trouble
from sanzhi.kernel.errors import Undelivered
from sanzhi.project.tracing import traces

SHORTEST = 2
UNKNOWN = 2  # the exit code


class Command(BaseCommand):
    help = "在全部公开输出中查找一段文字（网页、数据、撤回和更正的地址、查验页、检索索引、日志文件）：manage.py trace_public 张三"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", metavar="文字")

    def handle(self, *args: Any, **options: Any) -> None:
        if len(options["text"].strip()) < SHORTEST:
            raise CommandError("请至少写两个字。", returncode=UNKNOWN)
        found = 0
        logging.disable(logging.CRITICAL)  # of a thousand pages that fail one is named
        try:
            with write_trouble.told():
                for trace in traces(options["text"]):
                    found += 1
                    self.stdout.write(f"{trace.where}　{trace.how}")
        except Undelivered as trouble:
            raise CommandError(trouble.reason, returncode=UNKNOWN) from trouble
        finally:
            logging.disable(logging.NOTSET)
        self.stdout.write(f"共{found}处。" if found else "公众看不到这段文字。")
        if found:
            sys.exit(1)
