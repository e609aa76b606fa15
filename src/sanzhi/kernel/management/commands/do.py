"""`manage.py do APP.VERB_OBJECT field=value … --as 用户名`: the same commands from the command line.

The password of who acts is asked, or read from ACTOR_PASSWORD or a pipe. Values are JSON where they parse as JSON, else text; of a text or an amount the signs count as they were typed. `manage.py do` alone lists the commands.
"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from sanzhi.kernel.commands import Registered, registered_commands
from sanzhi.kernel.errors import NotVisible, Refused, Undelivered
from sanzhi.kernel.orders import Order, is_amount, is_text, misunderstood
from sanzhi.kernel.shell import actor_at_the_shell


class Command(BaseCommand):
    help = "执行一个命令：manage.py do cases.close_case case=1 kind=performed --as 用户名。不带参数时列出全部命令。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?")
        parser.add_argument("fields", nargs="*", metavar="字段=值")
        parser.add_argument("--as", dest="user", default="", metavar="用户名")

    def run_from_argv(self, argv: list[str]) -> None:
        """`--as 用户名` may stand anywhere: it is moved behind the fields, which argparse takes in one go."""
        if "--as" in argv[2:-1]:
            place = argv.index("--as", 2)
            argv = [*argv[:place], *argv[place + 2 :], *argv[place : place + 2]]
        super().run_from_argv(argv)

    def handle(self, *args: Any, **options: Any) -> None:
        commands = {key: row for key, row in registered_commands().items() if not row.internal}
        if not options["name"]:
            for registered in commands.values():
                self.stdout.write(f"{registered.name:44}{registered.title}")
            return
        if options["name"] not in commands:
            raise CommandError(f"没有命令 {options['name']}。运行 manage.py do 查看全部命令。")
        self._run(commands[options["name"]], options["fields"], user=options["user"])

    def _run(self, registered: Registered, fields: list[str], *, user: str) -> None:
        if not user:
            raise CommandError("请用 --as 用户名 说明由谁执行。")
        try:
            order = registered.order.model_validate(parsed(registered.order, fields))
            result = registered.call(actor_at_the_shell(user), order)
        except ValidationError as wrong:
            lines = [
                f"  {said}" for _, said in misunderstood(wrong.errors(), captions={}, of=registered.order)
            ]
            raise CommandError("输入有误：\n" + "\n".join(lines)) from wrong
        except Refused as refusal:
            raise CommandError(
                "不能执行：\n" + "\n".join(f"  {reason}" for reason in refusal.reasons)
            ) from refusal
        except NotVisible as unseen:
            raise CommandError("没有找到，或无权查看。") from unseen
        except Undelivered as trouble:
            raise CommandError(trouble.reason) from trouble
        self.stdout.write(self.style.SUCCESS(f"{registered.title}：完成 {result}"))
        if told_once := getattr(result, "told_once", ""):
            self.stdout.write(f"只显示这一次：{told_once}")


def parsed(order: type[Order], fields: list[str]) -> dict[str, Any]:
    return dict(_parsed(order, text) for text in fields)


def _parsed(order: type[Order], text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals:
        raise CommandError(f"{text!r} 应写成 字段=值。")
    try:
        read = json.loads(value)
    except json.JSONDecodeError:
        return name, value
    info = order.model_fields.get(name)
    is_number = isinstance(read, int | float) and not isinstance(read, bool)
    to_the_letter = info is not None and (is_text(info) or is_amount(info))
    return name, value if is_number and to_the_letter else read
