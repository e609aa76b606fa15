"""`manage.py establish FILE`: the first authority, its units and its three keepers; refused once one stands."""

from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from pydantic import SecretStr, ValidationError

from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.shell import password_of
from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.organisation.commands import (
    AppointOfficer,
    EstablishAuthority,
    OpenUnit,
    appoint_officer,
    establish_authority,
    open_unit,
)
from sanzhi.organisation.models import Authority
from sanzhi.organisation.roles import CAPTIONS, Role

KEEPERS = (Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR)


@dataclass(frozen=True)
class Keeper:
    """One of the three who keep the installation: he who runs it, who grants, who watches."""

    role: Role
    username: str
    name: str
    password: str


class Command(BaseCommand):
    help = (
        "设立第一个机关和三名管理人员：manage.py establish catalogues/wugang/authority.yaml "
        "--administrator guanli=姓名 --security anquan=姓名 --auditor shenji=姓名"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="机关信息，样式见 catalogues/wugang/authority.yaml")
        for role in KEEPERS:
            parser.add_argument(f"--{role}", required=True, metavar="登录名=姓名", help=CAPTIONS[role])
        parser.add_argument("--unit", default="办公室", metavar="科室")

    def handle(self, *args: Any, **options: Any) -> None:
        if Authority.objects.exists():
            raise CommandError("已经有机关了。以后的机构、人员由系统管理员登记：manage.py do。")
        try:
            named = {role: _named(role, options[role.value]) for role in KEEPERS}
            keepers = [Keeper(role, *names, _password(role)) for role, names in named.items()]
            table = read_yaml(options["file"])
            with transaction.atomic():
                self._establish(table, keepers, unit_name=options["unit"])
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as wrong:
            raise CommandError(f"无法读取 {options['file']}：{wrong}") from wrong
        except ValidationError as wrong:
            fields = "、".join(str(error["loc"][0]) for error in wrong.errors())
            raise CommandError(
                f"机关信息有误或者缺少：{fields}。样式见 catalogues/wugang/authority.yaml。"
            ) from wrong
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("已设立。请系统管理员登录，在“管理”中任命人员；岗位由安全管理员确认后生效。")

    def _establish(self, table: dict[str, Any], keepers: list[Keeper], *, unit_name: str) -> None:
        units = table.pop("units", [])
        authority = establish_authority(system(), EstablishAuthority.model_validate(table))
        machine = system(authority.code)
        opened = {
            row["name"]: open_unit(machine, OpenUnit.model_validate({"authority": authority.code, **row}))
            for row in units
        }
        unit = opened.get(unit_name) or open_unit(machine, OpenUnit(authority=authority.code, name=unit_name))
        for keeper in keepers:
            order = AppointOfficer(
                unit=unit.pk,
                username=keeper.username,
                password=SecretStr(keeper.password),
                name=keeper.name,
                roles=[keeper.role],
            )
            appoint_officer(machine, order)


def _named(role: Role, said: str) -> tuple[str, str]:
    username, equals, name = said.partition("=")
    if not equals or not name.strip():
        raise CommandError(f"--{role} 请写成 登录名=姓名，例如 --{role} {role}1=姓名。")
    return username, name.strip()


def _password(role: Role) -> str:
    return password_of(f"{CAPTIONS[role]}的密码（至少十位）：", variable=f"{role.upper()}_PASSWORD")
