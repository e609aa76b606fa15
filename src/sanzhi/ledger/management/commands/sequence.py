"""`manage.py sequence`: number and publish what waits, once. The worker does the same every few seconds."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.ledger.log_files import LedgerDamaged
from sanzhi.ledger.queries import log_state
from sanzhi.ledger.sequencing import sequence


class Command(BaseCommand):
    help = "为已提交的日志条目编号，并公布散列树与检查点。"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            numbered = sequence()
        except LedgerDamaged as damage:
            raise CommandError(str(damage)) from damage
        state = log_state()
        self.stdout.write(f"新编号{numbered}条，日志共{state.size if state else 0}条。")
