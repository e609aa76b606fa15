"""`manage.py reseal TABLE --reason TEXT`: after a migration, seal anew the rows of a table that do not verify."""

from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Refused
from sanzhi.ledger.commands import ResealRows, reseal_rows
from sanzhi.ledger.commands.reseal_rows import MOST
from sanzhi.ledger.sealing import in_chunks
from sanzhi.ledger.verification import row_findings


class Command(BaseCommand):
    help = "升级改写数据行之后重新封印：manage.py reseal cases.case --reason 升级到0.2版"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("table", metavar="表")
        parser.add_argument("--reason", required=True, metavar="理由")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = [int(finding.row) for finding in row_findings(apps.get_model(options["table"]))]
            for rows in in_chunks(found, MOST):
                order = ResealRows(table=options["table"].lower(), rows=rows, reason=options["reason"])
                reseal_rows(system(), order)
        except (LookupError, ValueError) as unknown:
            raise CommandError(f"没有表{options['table']}，或者理由过短。") from unknown
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"重新封印{len(found)}行。")
