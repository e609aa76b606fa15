"""`manage.py establish FILE`: an authority, its units and its three keepers, whole or not at all.

The first one by whoever sets up the machine; each later one by two keepers of the first (`--as`, `--with`). Refused for an
authority that has people.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from pydantic import SecretStr, ValidationError

from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.shell import actor_at_the_shell, password_of
from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.organisation.commands import (
    AppointKeepers,
    EstablishAuthority,
    FirstKeeper,
    OpenUnit,
    appoint_keepers,
    establish_authority,
)
from sanzhi.organisation.models import Authority, Officer
from sanzhi.organisation.roles import CAPTIONS, Role

KEEPERS = (Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR)


class Command(BaseCommand):
    help = (
        "设立机关和三名管理人员：manage.py establish catalogues/wugang/authority.yaml "
        "--administrator guanli=姓名 --security anquan=姓名 --auditor shenji=姓名；"
        "再设立一个机关的，由最先设立的机关的系统管理员和安全管理员办理：加 --as guanli --with anquan"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="机关信息，样式见 catalogues/wugang/authority.yaml")
        for role in KEEPERS:
            parser.add_argument(f"--{role}", required=True, metavar="登录名=姓名", help=CAPTIONS[role])
        parser.add_argument("--unit", default="办公室", metavar="科室")
        parser.add_argument(
            "--as", dest="user", default="", metavar="用户名", help="最先设立的机关的系统管理员"
        )
        parser.add_argument(
            "--with", dest="beside", default="", metavar="用户名", help="最先设立的机关的安全管理员"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            named = {role: _named(role, options[role.value]) for role in KEEPERS}
            first, second = _by_whom(options["user"], options["beside"])
            keepers = [_keeper(role, username, name=name) for role, (username, name) in named.items()]
            table = read_yaml(options["file"])
            units = table.pop("units", [])
            with transaction.atomic():
                authority = _established(first, EstablishAuthority.model_validate(table))
                appoint_keepers(
                    first,
                    AppointKeepers(
                        authority=authority.code,
                        units=[OpenUnit(authority=authority.code, **row) for row in units],
                        unit=options["unit"],
                        keepers=keepers,
                        beside=second.officer_id,
                    ),
                )
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as wrong:
            raise CommandError(f"无法读取 {options['file']}：{wrong}") from wrong
        except ValidationError as wrong:
            fields = "、".join(str(error["loc"][0]) for error in wrong.errors())
            raise CommandError(
                f"机关信息、登录名有误或者缺少：{fields}。样式见 catalogues/wugang/authority.yaml。"
            ) from wrong
        except NotVisible as unseen:
            raise CommandError("没有找到，或无权办理。") from unseen
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("已设立。请系统管理员登录，在“管理”中任命人员；岗位由安全管理员确认后生效。")


def _by_whom(user: str, beside: str) -> tuple[Actor, Actor]:
    """The machine while nobody serves anywhere, from then on two people who each sign in."""
    if not Officer.objects.exists():
        return system(), system()
    if not (user and beside):
        raise CommandError(
            "已经有机关了。再设立一个的，请用 --as 和 --with 写明由最先设立的机关的哪一位系统管理员和哪一位安全管理员办理。"
        )
    return actor_at_the_shell(user), actor_at_the_shell(beside)


def _established(actor: Actor, order: EstablishAuthority) -> Authority:
    """One that was established by command, and has nobody yet, is gone on with."""
    standing = Authority.objects.filter(code=order.code).first()
    if standing is None:
        return establish_authority(actor, order)
    other = [name for name, said in order.model_dump().items() if getattr(standing, name) != said]
    if other:
        raise CommandError(f"机关{standing.code}已经设立，文件所写与已登记的不同：{'、'.join(other)}。")
    return standing


def _named(role: Role, said: str) -> tuple[str, str]:
    username, equals, name = said.partition("=")
    if not equals or not name.strip():
        raise CommandError(f"--{role} 请写成 登录名=姓名，例如 --{role} {role}1=姓名。")
    return username, name.strip()


def _keeper(role: Role, username: str, *, name: str) -> FirstKeeper:
    password = password_of(f"{CAPTIONS[role]}的密码（至少十位）：", variable=f"{role.upper()}_PASSWORD")
    return FirstKeeper(role=role, username=username, name=name, password=SecretStr(password))
