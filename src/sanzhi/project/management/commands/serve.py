"""`manage.py serve`: the web server and the worker together; one command on one computer."""

import multiprocessing
import os
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from granian import Granian
from granian.constants import Interfaces

from sanzhi.kernel import jobs
from sanzhi.kernel.addresses import served_on
from sanzhi.kernel.clock_watch import Watcher
from sanzhi.ledger import queries as ledger

PAUSE = 2.0  # seconds between two looks at the job table


class Command(BaseCommand):
    help = "启动网站和后台任务：manage.py serve --bind 0.0.0.0:8000"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000")
        parser.add_argument("--threads", type=int, default=settings.SANZHI_WEB_THREADS)

    def handle(self, *args: Any, **options: Any) -> None:
        host, _, port = options["bind"].rpartition(":")
        if not host or not port.isdigit():
            raise CommandError(f"--bind 应写成 127.0.0.1:8000 的样子，不能是 {options['bind']!r}。")
        if settings.SANZHI_DEMO and not settings.SANZHI_PUBLIC_URL:
            os.environ["SANZHI_PUBLIC_URL"] = settings.SANZHI_PUBLIC_URL = served_on(options["bind"])
        # fork would hand the web process this process's open SQLite files: it would write into a deleted WAL
        multiprocessing.set_start_method("spawn", force=True)
        stop = threading.Event()
        worker = threading.Thread(target=work, args=(stop,), name="worker", daemon=True)
        worker.start()
        server = Granian(
            "sanzhi.project.wsgi:application",
            address=host,
            port=int(port),
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=options["threads"],
            log_access=False,
        )
        try:
            server.serve()
        finally:
            stop.set()
            worker.join(timeout=10)


def work(stop: threading.Event) -> None:
    """Run what is due while the clock is believed, look again after a pause; its first look repairs what a stop left."""
    watcher = Watcher()
    while not stop.is_set():
        close_old_connections()
        if watcher.believes(last_entry=ledger.newest_at()):
            jobs.run_due()
        stop.wait(PAUSE)
