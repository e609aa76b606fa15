"""`manage.py replace_secret --reason TEXT --as NAME`: say in the log that the secret key was replaced on purpose."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.orders import misunderstood
from sanzhi.kernel.shell import ask_who, keeper_at_the_shell
from sanzhi.ledger.commands import RecordSecret, record_secret


class Command(BaseCommand):
    help = (
        "更换密钥文件之后登记新的密钥：manage.py replace_secret --reason 旧密钥外泄 --as 系统管理员的登录名"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reason", required=True, metavar="理由")
        ask_who(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            record_secret(keeper_at_the_shell(options["user"]), RecordSecret(reason=options["reason"]))
        except ValidationError as wrong:
            raise CommandError(
                "理由" + "；".join(said for _, said in misunderstood(wrong.errors()))
            ) from wrong
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("已登记新的密钥，所有人须重新登录。")
