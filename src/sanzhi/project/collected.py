"""What the server hands to browsers beside its pages: scripts, styles and icons, compared with what a start would collect.

The program itself is believed here: whoever can change it can change this comparison (SECURITY.md).
"""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.contrib.staticfiles.management.commands.collectstatic import Command as Collect
from django.core.files.storage import storages
from django.core.management import call_command

from sanzhi.ledger.finding import Finding

TABLE = "static"


def static_findings() -> Iterator[Finding]:
    """Each file that differs, is missing or was put in. Nothing was collected before the first start."""
    there = _files(Path(settings.STATIC_ROOT))
    if not there:
        return
    try:
        due = _due(settings.STORAGES["staticfiles"]["BACKEND"])
    except OSError as failure:
        yield Finding(TABLE, "全部", f"临时目录写不进（{failure.strerror}），没有核对。")
        return
    for name in sorted(there | due):
        if name not in due:
            yield Finding(TABLE, name, "不是本系统的文件：被绕过系统放入。")
        elif name not in there:
            yield Finding(TABLE, name, "文件缺失。")
        elif there[name] != due[name]:
            yield Finding(TABLE, name, "内容被改动。")


@cache
def _due(backend: str) -> dict[str, str]:
    """Collected anew from the program and its packages, with the names and the compressed copies that a start gives them."""
    with TemporaryDirectory(prefix="sanzhi-static-") as folder:
        collect = Collect()
        collect.storage = storages.create_storage({"BACKEND": backend, "OPTIONS": {"location": folder}})
        call_command(collect, interactive=False, verbosity=0)
        return _files(Path(folder))


def _files(root: Path) -> dict[str, str]:
    """Everything below the folder by its digest; a link is no file of ours, wherever it leads."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            if path.is_symlink() or not path.is_dir():
                found[path.relative_to(root).as_posix()] = _digest(path)
    return found


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
