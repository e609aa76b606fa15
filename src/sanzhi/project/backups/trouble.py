"""A disk that is full, a folder without permission, a path that is no folder: one sentence in place of a traceback."""

import errno
import shutil
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


# of two files that a copy names, the one that is written
OF_TARGET = {CAUSES[number] for number in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)}


@contextmanager
def told(caption: str) -> Iterator[None]:
    """Raises Undelivered, `caption` being what was not done, e.g. 备份."""
    try:
        yield
    except shutil.Error as several:  # copytree: (source, target, what was said) of each file
        raise Undelivered(f"{caption}没有做成：{_first_of(several)}。") from several
    except (OSError, sqlite3.Error, DatabaseError) as failure:
        raise Undelivered(f"{caption}没有做成：{_cause(failure)}。") from failure


def _first_of(several: shutil.Error) -> str:
    """Of all files that one folder's copy lacks, the first with its cause; how many there are."""
    failures = several.args[0]
    source, target, said = failures[0]
    cause = next((CAUSES[number] for number in CAUSES if f"[Errno {number}]" in str(said)), str(said))
    place = target if cause in OF_TARGET else source
    return f"{place} {cause}" + (f"（这样没有复制成的共{len(failures)}件）" if len(failures) > 1 else "")


def _cause(failure: Exception) -> str:
    if isinstance(failure, OSError):
        said = CAUSES.get(failure.errno or 0, failure.strerror or str(failure))
        place = failure.filename2 if failure.filename2 and said in OF_TARGET else failure.filename
        return f"{place} {said}" if place else said
    if "full" in str(failure):
        return CAUSES[errno.ENOSPC]
    return f"数据库不能读写（{failure}），请检查磁盘空间和目录权限"
