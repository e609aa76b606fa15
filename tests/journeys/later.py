"""Settings of a served bureau whose days a story lets pass: its clock is the machine's, and later by what a file says.

A citizen's plea or a removal takes weeks: they pass at once, forwards only, in every process of the server.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path

from django.apps import AppConfig

from sanzhi.kernel import clock
from sanzhi.project.settings import *  # noqa: F403 - the settings of the product, whole

FILE = "JOURNEY_LATER"  # names the file with the seconds


def later() -> timedelta:
    return timedelta(seconds=float(Path(os.environ[FILE]).read_text(encoding="ascii")))


class Later(datetime):
    @classmethod
    def now(cls, tz=None):  # type: ignore[no-untyped-def, override]
        return datetime.now(tz) + later()


class LaterConfig(AppConfig):
    """When the house stands: the worker's steady seconds pass with the days, for it is no clock that jumped."""

    name, label = "tests.journeys", "journeys"

    def ready(self) -> None:
        from sanzhi.kernel import clock_watch  # noqa: PLC0415 - it has tables, which stand only now

        steady = clock_watch._seconds
        clock_watch._seconds = lambda: steady() + later().total_seconds()


clock.datetime = Later  # type: ignore[attr-defined]
INSTALLED_APPS = [*INSTALLED_APPS, "tests.journeys.later.LaterConfig"]  # noqa: F405
