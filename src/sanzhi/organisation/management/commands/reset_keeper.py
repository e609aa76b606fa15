"""`manage.py reset_keeper NAME --as NAME --with NAME`: two keepers, each with the own password, reset that of a third."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.shell import actor_at_the_shell
from sanzhi.organisation.commands import ResetKeeper, reset_keeper
from sanzhi.organisation.models import Officer
from sanzhi.organisation.passwords import first_half

CLEARED = "\033[2J\033[3J\033[H"


class Command(BaseCommand):
    help = (
        "唯一的系统管理员或者安全管理员忘记密码时，由另外两名管理人员一起重设："
        "manage.py reset_keeper anquan --as guanli --with shenji"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="登录名")
        parser.add_argument("--as", dest="user", required=True, metavar="用户名")
        parser.add_argument("--with", dest="beside", required=True, metavar="用户名")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            first, second = (actor_at_the_shell(options[who]) for who in ("user", "beside"))
            officer = Officer.objects.filter(
                user__username=options["name"], authority__code=first.authority
            ).first()
            if officer is None:
                raise NotVisible
            row = reset_keeper(first, ResetKeeper(officer=officer.pk, beside=second.officer_id or 0))
        except NotVisible as unseen:
            raise CommandError("没有找到，或无权办理。") from unseen
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self._tell(f"请{first.name}抄下重设码前一半：{first_half(row)}")
        self._tell(f"请{second.name}抄下重设码后一半：{row.told_once}")
        self.stdout.write(
            f"请各自当面交给{officer.name}，由本人在登录页“用重设码设置密码”，二十四小时内有效。"
        )

    def _tell(self, half: str) -> None:
        """One half at a time, for one of the two; the screen is cleared before the other looks."""
        self.stdout.write(half)
        seen()
        if self.stdout.isatty():
            self.stdout.write(CLEARED)


def seen() -> None:
    if sys.stdin.isatty():
        input("抄好后按回车，再请另一人来看。")
