"""A disk that is full, a database that may only be read: reading goes on, and whoever writes is told so in a sentence."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from sanzhi.kernel.errors import Undelivered

UNDONE = (
    "这一步没有保存"  # what a step is told; who looks or signs in is told what that was (`project.health`)
)
FULL = f"磁盘已满，{UNDONE}；公开网和页面查看不受影响。请系统管理员清理磁盘后再试。"
READ_ONLY = (
    f"数据库现在只能读，不能写，{UNDONE}；公开网和页面查看不受影响。"
    "请系统管理员检查数据目录的权限和磁盘是否只读。"
)
FULL_AT_START = (
    f"启动时磁盘已满，数据库只供查看，{UNDONE}；公开网和页面查看不受影响。请系统管理员清理磁盘，再重新启动。"
)
BROKEN = f"数据未能写入硬盘，{UNDONE}。请系统管理员检查硬盘，然后重新启动。"

NOT_MADE = "数据库还没有建好。新安装的，先运行 manage.py migrate；恢复没有做完的，清空数据目录，再运行一次 manage.py restore。"
CLOSED = "数据库文件打不开。请检查数据目录的权限，以及磁盘是否只读、是否已满。"

# what SQLite says, and the SQLSTATE of PostgreSQL
SAID = {"database or disk is full": FULL, "readonly database": READ_ONLY, "disk I/O error": BROKEN}
SAID |= {"no such table": NOT_MADE, "unable to open database file": CLOSED}
STATES = {"53100": FULL, "25006": READ_ONLY, "58030": BROKEN, "42P01": NOT_MADE}
WHEN_FULL = "readonly_shm=1"  # how SQLite reads a log of writes whose index has no room on the disk
NUMBERS = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EROFS: READ_ONLY, errno.EIO: BROKEN}


def was_full_at_start() -> bool:
    """Whether this process opened the database for reading only because the disk was full."""
    return str(connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]).endswith(WHEN_FULL)


def sentence_of(failure: BaseException | None) -> str:
    """What is wrong with the disk or the database, when that is what failed; "" for everything else."""
    if isinstance(failure, DatabaseError):
        state = str(getattr(failure.__cause__, "sqlstate", ""))
        said = (sentence for words, sentence in SAID.items() if words in str(failure))
        sentence = STATES.get(state) or next(said, "")
        return FULL_AT_START if sentence == READ_ONLY and was_full_at_start() else sentence
    if isinstance(failure, OSError):
        return NUMBERS.get(failure.errno or 0, "")
    return ""


@contextmanager
def told() -> Iterator[None]:
    """Raises Undelivered with the sentence, in place of such a failure."""
    try:
        yield
    except (DatabaseError, OSError) as failure:
        if sentence := sentence_of(failure):
            raise Undelivered(sentence) from failure
        raise
