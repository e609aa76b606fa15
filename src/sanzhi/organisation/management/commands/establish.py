"""`manage.py establish FILE`: the first authority, its units and its first administrator; refused once one stands."""

import getpass
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from pydantic import SecretStr, ValidationError

from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Refused
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
from sanzhi.organisation.roles import Role


class Command(BaseCommand):
    help = "设立第一个机关和系统管理员：manage.py establish catalogues/wugang/authority.yaml --administrator guanli --name 姓名"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="机关信息，样式见 catalogues/wugang/authority.yaml")
        parser.add_argument("--administrator", required=True, metavar="登录名")
        parser.add_argument("--name", required=True, metavar="姓名")
        parser.add_argument("--unit", default="办公室", metavar="科室")

    def handle(self, *args: Any, **options: Any) -> None:
        if Authority.objects.exists():
            raise CommandError("已经有机关了。以后的机构、人员由系统管理员登记：manage.py do。")
        # the password never stands on the command line, where history and process lists would keep it
        password = os.environ.get("ADMINISTRATOR_PASSWORD") or getpass.getpass("管理员密码（至少十位）：")
        try:
            table = read_yaml(options["file"])
            with transaction.atomic():
                self._establish(table, password, options=options)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as wrong:
            raise CommandError(f"无法读取 {options['file']}：{wrong}") from wrong
        except ValidationError as wrong:
            fields = "、".join(str(error["loc"][0]) for error in wrong.errors())
            raise CommandError(
                f"机关信息有误或者缺少：{fields}。样式见 catalogues/wugang/authority.yaml。"
            ) from wrong
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"已设立。请用 {options['administrator']} 登录，或用 manage.py do … --as {options['administrator']} 继续登记。"
        )

    def _establish(self, table: dict[str, Any], password: str, *, options: dict[str, Any]) -> None:
        units = table.pop("units", [])
        authority = establish_authority(system(), EstablishAuthority.model_validate(table))
        machine = system(authority.code)
        opened = {
            row["name"]: open_unit(machine, OpenUnit.model_validate({"authority": authority.code, **row}))
            for row in units
        }
        unit = opened.get(options["unit"]) or open_unit(
            machine, OpenUnit(authority=authority.code, name=options["unit"])
        )
        order = AppointOfficer(
            unit=unit.pk,
            username=options["administrator"],
            password=SecretStr(password),
            name=options["name"],
            roles=[Role.ADMINISTRATOR],
        )
        appoint_officer(machine, order)
