"""`manage.py serve`: the web server's processes and, in this one, the worker; one command on one computer.

Refuses a port or a data folder that another one serves. When the worker or a web process dies, all end with 1.
"""

import logging
import multiprocessing
import os
import socket
import sys
import threading
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from granian import Granian
from granian.constants import Interfaces

from sanzhi.kernel import database_state, jobs, write_trouble
from sanzhi.kernel.addresses import served_on
from sanzhi.kernel.clock_watch import Watcher
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.file_lock import AlreadyLocked, locked_at_once
from sanzhi.ledger import queries as ledger
from sanzhi.ledger.commands import ensure_secret_recorded
from sanzhi.project.starting import collect_files, demand_tables

WORKER_DIED = "后台任务意外停止，网站随之停止；原因见上面的日志。请排除后重新启动。"
WEB_DIED = (
    "应答网页的一个进程意外停止，网站随之停止。请重新启动；再次发生的，看上面的日志，并检查内存是否够用。"
)
FULL = "磁盘已满：网站照常供查看，不能保存、登录、下载，后台任务暂停。请清理磁盘，再重新启动。"
READ_ONLY = "数据库只能读：网站照常供查看，不能保存、登录、下载，后台任务暂停。请恢复写权限，再重新启动。"
PAUSE = 2.0  # seconds between two looks at the job table

log = logging.getLogger("sanzhi.worker")


class Command(BaseCommand):
    help = "启动网站和后台任务：manage.py serve --bind 0.0.0.0:8000"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        host, _, port = options["bind"].rpartition(":")
        if not host or not port.isdigit():
            raise CommandError(f"--bind 应写成 127.0.0.1:8000 的样子，不能是 {options['bind']!r}。")
        if settings.SANZHI_DEMO and not settings.SANZHI_PUBLIC_URL:
            os.environ["SANZHI_PUBLIC_URL"] = settings.SANZHI_PUBLIC_URL = served_on(options["bind"])
        _demand_free(host, int(port))
        try:
            with _alone(Path(settings.SANZHI_VAR)):
                demand_tables()
                ensure_secret_recorded()
                collect_files()
                self._tell_what_is_not_written()
                reason = self._serve(host, int(port))
        except AlreadyLocked as taken:
            raise CommandError(
                f"数据目录 {settings.SANZHI_VAR} 已经有一个 serve 在运行。请先停止它；另一套数据请另设 SANZHI_VAR_DIR。"
            ) from taken
        except Undelivered as trouble:
            raise CommandError(trouble.reason) from trouble
        if reason:
            raise CommandError(reason)

    def _tell_what_is_not_written(self) -> None:
        if write_trouble.was_full_at_start():
            self.stderr.write(FULL)
        elif not database_state.is_writable():
            self.stderr.write(READ_ONLY)

    def _serve(self, host: str, port: int) -> str:
        """Until it is stopped; why, when nobody has stopped it."""
        # fork would hand the web process this process's open SQLite files: it would write into a deleted WAL
        multiprocessing.set_start_method("spawn", force=True)
        server = Granian(
            "sanzhi.project.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=settings.SANZHI_PROCESSES,
            blocking_threads=settings.SANZHI_WEB_THREADS,
            log_access=False,
        )
        stop, died = threading.Event(), threading.Event()

        def toil() -> None:
            try:
                work(stop)
            except BaseException:
                log.exception("the worker died")
                died.set()
                server.signal_handler_interrupt()  # type: ignore[no-untyped-call]

        worker = threading.Thread(target=toil, name="worker", daemon=True)
        worker.start()
        try:
            server.serve()
        except SystemExit:
            if not server.interrupt_children:
                raise
        finally:
            stop.set()
            worker.join(timeout=10)
        if died.is_set():
            return WORKER_DIED
        return WEB_DIED if server.interrupt_children else ""


def _alone(var: Path) -> AbstractContextManager[None]:
    """The lock of the data folder; where nothing can be written there is none, and none is needed."""
    return locked_at_once(var / "serve.lock") if os.access(var, os.W_OK) else nullcontext()


def _demand_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if sys.platform != "win32":  # there it would share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as taken:
            raise CommandError(
                f"{host}:{port} 不能使用（{taken.strerror}）：可能已经有一个网站在运行。请先停止它，或用 --bind 换一个端口。"
            ) from taken


def work(stop: threading.Event, *, look: Callable[[], object] = jobs.run_due) -> None:
    """Run what is due while the clock is believed, look again after a pause; the first look repairs what a stop left.

    A full disk or a database that may only be read is waited out: the pages can still be read.
    """
    watcher = Watcher()
    while not stop.is_set():
        close_old_connections()
        try:
            with write_trouble.told():
                if watcher.believes(last_entry=ledger.newest_at()):
                    look()
        except Undelivered as trouble:
            log.error("%s", trouble.reason)
        stop.wait(PAUSE)
