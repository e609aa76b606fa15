"""What has to stand before the first page is answered: the tables and the files of the pages. Refuses to start without them."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from sanzhi.kernel import schema

MANIFEST = "staticfiles.json"


def demand_tables() -> None:
    """CommandError before the first page meets a table that is missing or old."""
    if next(schema.unapplied(), None):
        raise CommandError(
            "数据库没有建好，或者没有升级到这一版本。请先运行 manage.py migrate；"
            "恢复没有做完的，清空数据目录，再运行一次 manage.py restore。"
        )


def collect_files() -> None:
    """Anew at each start, whatever an older version left. Where nothing can be written, those that are there serve."""
    try:
        call_command("collectstatic", clear=True, interactive=False, verbosity=0)
    except OSError as failure:
        if not (Path(settings.STATIC_ROOT) / MANIFEST).exists():
            raise CommandError(
                f"网页的样式和图标文件写不进 {settings.STATIC_ROOT}（{failure.strerror}），不能启动。"
                "请检查磁盘空间和目录权限。"
            ) from failure
