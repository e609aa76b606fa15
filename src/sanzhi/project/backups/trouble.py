"""A disk that is full, a folder without permission, a path that is no folder: one sentence in place of a traceback."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from sanzhi.kernel.errors import Undelivered

CAUSES = {
    errno.ENOSPC: "磁盘已满，请清理磁盘或者换一个地方",
    errno.EDQUOT: "磁盘配额已满，请清理磁盘或者换一个地方",
    errno.EACCES: "没有权限，请检查目录的权限",
    errno.EPERM: "没有权限，请检查目录的权限",
    errno.EROFS: "磁盘只能读，请换一个地方",
    errno.ENOTDIR: "不是目录，请指定一个目录",
    errno.EEXIST: "不是目录，请指定一个目录",
    errno.ENOENT: "没有找到",
}


@contextmanager
def told(caption: str) -> Iterator[None]:
    """Raises Undelivered, `caption` being what was not done, e.g. 备份."""
    try:
        yield
    except (OSError, sqlite3.Error, DatabaseError) as failure:
        raise Undelivered(f"{caption}没有做成：{_cause(failure)}。") from failure


def _cause(failure: Exception) -> str:
    if isinstance(failure, OSError):
        said = CAUSES.get(failure.errno or 0, failure.strerror or str(failure))
        return f"{failure.filename} {said}" if failure.filename else said
    if "full" in str(failure):
        return CAUSES[errno.ENOSPC]
    return f"数据库不能读写（{failure}），请检查磁盘空间和目录权限"
