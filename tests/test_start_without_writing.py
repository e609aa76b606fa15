"""`serve` and `backup` where nothing can be written: a full disk, a restored folder on a disk that may only be read."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from django.db import OperationalError, connection
from django.test import Client

from sanzhi.kernel import disk_space, write_trouble
from sanzhi.kernel.testing import installation, run, start
from sanzhi.project import environment
from tests.test_serve import free_port

# what each process of the installation believes of its disk
FULL = """
import shutil
disk_usage = shutil.disk_usage
shutil.disk_usage = lambda path: disk_usage(path)._replace(free=0)
"""
READ_ONLY = """
import errno, os
var = os.environ["SANZHI_VAR_DIR"]
access, mkdir, opened = os.access, os.mkdir, os.open
def refuse(path):
    if str(path).startswith(var):
        raise OSError(errno.EROFS, "Read-only file system", str(path))
os.access = lambda path, mode, **more: not (str(path).startswith(var) and mode & os.W_OK) and access(path, mode, **more)
os.mkdir = lambda path, *rest, **more: refuse(path) or mkdir(path, *rest, **more)
os.open = lambda path, flags, *rest, **more: (flags & os.O_CREAT and refuse(path)) or opened(path, flags, *rest, **more)
"""


def believing(disk: str, folder: Path) -> dict[str, str]:
    beliefs = folder / "beliefs"
    beliefs.mkdir()
    (beliefs / "sitecustomize.py").write_text(disk, encoding="utf-8")
    surroundings = installation(folder / "var")
    run(
        surroundings, "manage.py", "migrate", "--verbosity=0"
    )  # the folder of an installation that once wrote
    return {**surroundings, "PYTHONPATH": f"{beliefs}:{surroundings['PYTHONPATH']}"}


def page(port: int, address: str) -> tuple[int, str]:
    try:
        with urlopen(f"http://127.0.0.1:{port}{address}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as answer:
        return answer.code, answer.read().decode()


@contextmanager
def served(surroundings: dict[str, str], *, said: str) -> Iterator[int]:
    port = free_port()
    server = start(surroundings, "manage.py", "serve", "--bind", f"127.0.0.1:{port}")
    errors = ""
    try:
        end = time.monotonic() + 60
        while True:
            assert server.poll() is None, server.communicate()
            assert time.monotonic() < end, "the server does not answer"
            try:
                page(port, "/healthz")
                break
            except (URLError, OSError):
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        _, errors = server.communicate(timeout=30)
    assert said in errors, errors


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("disk", "said", "health"),
    [
        (FULL, "磁盘已满：网站照常供查看", "启动时磁盘已满，只供查看"),
        (READ_ONLY, "数据库只能读：网站照常", "只读"),
    ],
)
def test_it_is_served_for_reading(tmp_path: Path, disk: str, said: str, health: str) -> None:
    with served(believing(disk, tmp_path), said=said) as port:
        for address in ("/", "/office/sign-in/"):
            status, text = page(port, address)
            assert status == 200
        style = re.search(r'"(/static/[^"]*\.css)"', text)
        assert style and page(port, style[1])[0] == 200
        status, text = page(port, "/healthz")
        assert status == 503 and f"数据库：{health}" in text


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_a_full_folder_is_backed_up_elsewhere(tmp_path: Path) -> None:
    surroundings = believing(FULL, tmp_path)
    assert "核对相符" in run(surroundings, "manage.py", "backup", str(tmp_path / "backups"))


def test_a_full_disk_is_read_without_an_index_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "sanzhi.sqlite3"
    assert environment._for_reading(place) == ""
    place.touch()
    assert environment._for_reading(place) == ""
    monkeypatch.setattr(disk_space, "LEAST", 1 << 62)
    assert environment._for_reading(place) == f"{place.as_uri()}?readonly_shm=1"


@pytest.mark.sqlite_only
@pytest.mark.django_db
def test_who_writes_after_such_a_start_is_told_to_start_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    failure = OperationalError("attempt to write a readonly database")
    assert write_trouble.sentence_of(failure) == write_trouble.READ_ONLY
    monkeypatch.setitem(connection.settings_dict, "NAME", "file:///x?readonly_shm=1")
    assert write_trouble.sentence_of(failure) == write_trouble.FULL_AT_START
    monkeypatch.undo()
    monkeypatch.setattr(disk_space, "LEAST", 1 << 62)
    assert "数据库：磁盘已满，可能不能保存" in Client().get("/healthz").content.decode()
