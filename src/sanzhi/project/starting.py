"""What has to stand before the first page is answered: the tables and the files of the pages. Refuses to start without the tables."""

import errno
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from sanzhi.kernel import disk_space, schema
from sanzhi.project.page_files import MANIFEST

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
NO_WRITES = NO_ROOM | {errno.EROFS, errno.EACCES, errno.EPERM}


def demand_tables() -> None:
    """CommandError before the first page meets a table that is missing or old."""
    if next(schema.unapplied(), None):
        raise CommandError(
            "数据库没有建好，或者没有升级到这一版本。请先运行 manage.py migrate；"
            "恢复没有做完的，清空数据目录，再运行一次 manage.py restore。"
        )


def collect_files() -> None:
    """Anew at each start, whatever an older version left.

    On a disk that takes no writes those that are there serve, or the program's own (`page_files`).
    """
    root = Path(settings.STATIC_ROOT)
    if disk_space.is_full(root.parent) and (root / MANIFEST).exists():
        return  # what is cleared away might not find its room again
    try:
        call_command("collectstatic", clear=True, interactive=False, verbosity=0)
    except OSError as failure:
        if failure.errno not in NO_WRITES:
            raise CommandError(
                f"网页的样式和图标文件写不进 {root}（{failure.strerror}），不能启动。请检查目录权限。"
            ) from failure
        if failure.errno in NO_ROOM:
            shutil.rmtree(root, ignore_errors=True)  # half of them would be served as if they were all
