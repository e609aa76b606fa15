"""`manage.py take_over FILE --as NAME`: a code takes the place of statutes: their end and their heirs are entered together."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.shell import ask_who, keeper_at_the_shell
from sanzhi.statutes.taking_over import enter_takeover, read_takeover


class Command(BaseCommand):
    help = "登记法典承接和旧法废止：manage.py take_over catalogues/national/ecological-code.yaml --as 用户名"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        ask_who(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            actor = keeper_at_the_shell(options["user"])
            takeover = read_takeover(options["file"])
            for statute in enter_takeover(actor, takeover):
                self.stdout.write(f"{statute}：自{takeover.since}起由《{takeover.successor}》承接")
        except (Refused, ValueError) as wrong:
            raise CommandError(str(wrong)) from wrong
