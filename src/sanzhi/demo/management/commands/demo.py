"""`manage.py demo`: build the demonstration on the first run, then serve it."""

import os
import sys
import time
from argparse import ArgumentParser
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from sanzhi.demo.build import CASES, SEED, build_demo
from sanzhi.demo.cast import PASSWORD, PEOPLE
from sanzhi.kernel import clock, jobs
from sanzhi.kernel.addresses import served_on
from sanzhi.kernel.db import in_haste
from sanzhi.organisation.models import Authority
from sanzhi.organisation.roles import CAPTIONS

DOORS = (("公示网", "portal:home"), ("办案端", "supervision:workbench"), ("接口　", "api:openapi-view"))


class Command(BaseCommand):
    help = "建立演示数据（首次）并启动服务。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=int, default=CASES, help="演示案件数")
        parser.add_argument("--seed", type=int, default=SEED, help="随机种子")
        parser.add_argument("--until", default="", help="演示到哪一天，如 2026-11-20（默认今天）")
        parser.add_argument("--build-only", action="store_true", help="只建立，不启动服务")
        parser.add_argument("--bind", default="127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.SANZHI_DEMO and settings.SANZHI_PUBLIC_URL):
            # every page must say 演示数据: the setting travels with the data folder of the demonstration
            os.environ["SANZHI_DEMO"] = "1"
            os.environ.setdefault("SANZHI_PUBLIC_URL", served_on(options["bind"]))
            os.environ.setdefault("SANZHI_VAR_DIR", str(settings.BASE_DIR / "var" / "demo"))
            os.execv(sys.executable, [sys.executable, *sys.argv])
        started = time.monotonic()
        call_command("migrate", verbosity=0)
        if not Authority.objects.exists():
            self._build(options)
        call_command("sequence", verbosity=0)
        self.stdout.write(f"\n准备完毕（{time.monotonic() - started:.0f}秒）。\n")
        self._introduce("" if options["build_only"] else options["bind"])
        if not options["build_only"]:
            call_command("serve", bind=options["bind"])

    def _build(self, options: dict[str, Any]) -> None:
        self.stdout.write("第一次运行：正在用命令逐件办理演示案件，约需一两分钟……")
        laws = Path(settings.SANZHI_LAWS_DIR)
        with in_haste():
            if any(laws.glob("*.md")):  # a text of one's own goes first
                call_command("import_statutes", str(laws), verbosity=0)
            self._bring_national_laws()
            jobs.run_due()  # what changed before the bureau was founded touches none of its lists
            jobs.run_due()  # older and newer versions replaced each other before there was any list
            build_demo(
                self._until(options["until"]),
                seed=options["seed"],
                cases=options["cases"],
                say=self.stdout.write,
            )
        call_command("missing_laws", stdout=self.stdout)

    def _bring_national_laws(self) -> None:
        """Without the package the demonstration goes on; what is then not at hand is listed at the end."""
        try:
            call_command("import_national_laws", stdout=self.stdout)
        except CommandError as missing:
            self.stdout.write(str(missing))

    def _until(self, text: str) -> datetime:
        try:
            day = datetime.fromisoformat(text).date() if text else clock.today()
        except ValueError as wrong:
            raise CommandError(f"--until 应写成 2026-11-20 的样子，不能是 {text!r}。") from wrong
        morning = datetime(day.year, day.month, day.day, 8, 0, tzinfo=clock.CHINA)
        # before eight the story ends yesterday: a clock that ran ahead would keep periodic jobs waiting for the morning
        return morning if morning <= clock.now() else morning - timedelta(days=1)

    def _introduce(self, bind: str) -> None:
        """`bind` is empty where nothing is going to be served: then there is no address to open."""
        if bind:
            for caption, name in DOORS:
                self.stdout.write(f"{caption}　http://{bind}{reverse(name)}")
            self.stdout.write(f"二维码　{settings.SANZHI_PUBLIC_URL}（已经制发的文书仍指向制发时的地址）")
        else:
            self.stdout.write("演示数据已经建立，没有启动服务。运行 manage.py demo 启动，届时显示地址。")
        self.stdout.write(f"演示密码（所有人）：{PASSWORD}\n登录名：")
        for person in PEOPLE:
            roles = "、".join(CAPTIONS[role] for role in person.roles)
            self.stdout.write(f"  {person.username:12}{person.name}　{person.unit}　{roles}")
