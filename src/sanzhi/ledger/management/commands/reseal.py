"""`manage.py reseal TABLE --reason TEXT --as NAME`: after a migration, propose to seal anew what does not verify.

Another person confirms it on the page of joint acts or with `manage.py do ledger.confirm_joint_act`.
"""

from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.shell import actor_at_the_shell
from sanzhi.ledger.commands import ProposeJointAct, propose_joint_act
from sanzhi.ledger.commands.reseal_rows import MOST
from sanzhi.ledger.sealing import in_chunks
from sanzhi.ledger.verification import row_findings


class Command(BaseCommand):
    help = "升级改写数据行之后提出重新封印：manage.py reseal cases.case --reason 升级到0.2版 --as 用户名；由另一人确认。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("table", metavar="表")
        parser.add_argument("--reason", required=True, metavar="理由")
        parser.add_argument("--as", dest="user", required=True, metavar="用户名")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = [int(finding.row) for finding in row_findings(apps.get_model(options["table"]))]
            actor = actor_at_the_shell(options["user"])
            for rows in in_chunks(found, MOST):
                fields = {"table": options["table"].lower(), "rows": rows, "reason": options["reason"]}
                order = ProposeJointAct(act="ledger.reseal_rows", fields=fields, reason=options["reason"])
                row = propose_joint_act(actor, order)
                self.stdout.write(f"已提出第{row.pk}号双人事项：{row.sentence}。请由安全审计员确认。")
        except (LookupError, ValueError) as unknown:
            raise CommandError(f"没有表{options['table']}，或者理由过短。") from unknown
        except NotVisible as unseen:
            raise CommandError("没有找到，或无权办理。") from unseen
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if not found:
            self.stdout.write("没有需要重新封印的行。")
