"""The public site with a million copies, over HTTP: a copy, the newest, a search, the front page, for 8 and 32 readers at once.

The site is the one that `manage.py serve` starts. The peer does the same work on the same database with nothing around it:
a WSGI function that reads one row by plain sqlite3, on the same server. The database stays in var/bench-portal.
"""

import os
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from benchmarks.measurement import Measurement
from benchmarks.million import ASKED, COPIES

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "bench-portal"
BASE, BUILT = FOLDER / "sanzhi.sqlite3", FOLDER / "built"
PORT, PEER_PORT = 8705, 8706
READERS, SECONDS = (8, 32), 4.0
PAGE_LIMIT, FRONT_LIMIT = 100.0, 50.0  # milliseconds at the 95th percentile
COPY, DEEP = "一份公示", "/decisions/?page=1000"


def run() -> list[Measurement]:
    surroundings = {**os.environ, "SANZHI_VAR_DIR": str(FOLDER), "SANZHI_DEMO": "1"}
    surroundings["SANZHI_PUBLIC_URL"] = f"http://127.0.0.1:{PORT}"
    surroundings.pop("SANZHI_DATABASE_URL", None)
    _build(surroundings)
    slugs = _slugs()
    found: list[Measurement] = []
    peer: dict[int, float] = {}
    bare = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "2",
        "--blocking-threads",
        "2",
    ]
    with _serving(
        [*bare, "--port", str(PEER_PORT), "benchmarks.bare:application"], PEER_PORT, surroundings=surroundings
    ):
        for readers in READERS:
            peer[readers] = _p95(_asked(PEER_PORT, [f"/{slug}" for slug in slugs], readers=readers))
    serve = [sys.executable, "manage.py", "serve", "--bind", f"127.0.0.1:{PORT}"]
    with _serving(serve, PORT, surroundings=surroundings):
        for readers in READERS:
            for name, paths in _pages(slugs).items():
                times = _asked(PORT, paths, readers=readers)
                found.append(_line(name, times, readers=readers, bare=peer[readers]))
    return found


def _pages(slugs: list[str]) -> dict[str, list[str]]:
    """What is asked, by its name in the table."""
    pages = {
        "首页": ["/"],
        COPY: [f"/decisions/{slug}/" for slug in slugs],
        "最新列表": [f"/decisions/?page={page}" for page in (1, 1, 1, 2, 3)],
        "最深一页": [DEEP],
    }
    for characters, queries in ASKED.items():
        for sort, query_list in queries.items():
            pages[f"检索{characters}字，{sort}"] = [f"/search/?q={quote(query)}" for query in query_list]
    pages["检索2字，最后一页"] = [f"/search/?q={quote(query)}&page=50" for query in ASKED[2]["常见"]]
    # every one another: no page that was kept helps
    pages["检索4字以上，次次不同"] = [f"/search/?q={quote(f'第{n}号')}" for n in range(1000, COPIES, 97)]
    return pages


def _line(name: str, times: list[float], *, readers: int, bare: float) -> Measurement:
    """Against the limit; a copy also says how many times longer it takes than the bare row."""
    slow, most = _p95(times), FRONT_LIMIT if name == "首页" else PAGE_LIMIT
    median, rate = statistics.median(times), len(times) / SECONDS
    beside = f"，裸读一行的{slow / bare:.1f}倍（{bare:.1f}毫秒）" if name == COPY else ""
    title = (
        f"{COPIES // 10_000}万份公示，{readers}人同时：{name}（中位{median:.1f}，{rate:.0f}页/秒{beside}）"
    )
    return Measurement(title, "毫秒 p95", slow, "", most, most / slow, 1.0)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _build(surroundings: dict[str, str]) -> None:
    schema = sha256(
        b"".join(path.read_bytes() for path in sorted(ROOT.glob("src/**/migrations/0*.py")))
    ).hexdigest()
    if BUILT.exists() and BUILT.read_text() == schema:
        assets = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"]
        subprocess.run(assets, cwd=ROOT, env=surroundings, check=True)
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    print("正在建立一百万份公示，约五分钟……", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "benchmarks.million"], cwd=ROOT, env=surroundings, check=True)
    BUILT.write_text(schema)


def _slugs() -> list[str]:
    with closing(sqlite3.connect(BASE)) as base:
        rows = base.execute("SELECT slug FROM publications_publication WHERE id % 2003 = 1 AND id % 20 <> 1")
        return [slug for (slug,) in rows]


@contextmanager
def _serving(command: list[str], port: int, *, surroundings: dict[str, str]) -> Iterator[None]:
    with (FOLDER / "served.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=log)
    try:
        for _ in range(240):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                    break
            except OSError:
                time.sleep(0.25)
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def _asked(port: int, paths: list[str], *, readers: int) -> list[float]:
    """Milliseconds of each answer while `readers` ask one page after another for SECONDS, each on a connection of their own."""
    times: list[list[float]] = [[] for _ in range(readers)]
    begin = time.perf_counter() + 0.5
    threads = [
        threading.Thread(
            target=_read, args=(port, paths[n::readers] or paths), kwargs={"begin": begin, "into": times[n]}
        )
        for n in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for each in times for one in each]


def _read(port: int, paths: list[str], *, begin: float, into: list[float]) -> None:
    """The half second before `begin` opens connections and is not counted."""
    at = 0
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        while (started := time.perf_counter()) < begin + SECONDS or len(into) < 2:
            path = paths[at % len(paths)]
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            status = _status(line)
            at += 1
            if status != b"200":
                raise RuntimeError(f"{status.decode()} {path}")
            if started >= begin:
                into.append((time.perf_counter() - started) * 1000)


def _status(line: socket.socket) -> bytes:
    """Read one answer whole. Nothing but what must be: the readers share two cores with the site."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += line.recv(65536)
    head, _, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
    assert length, head
    left = int(length[1]) - len(body)
    while left > 0:
        left -= len(line.recv(65536))
    return head.split(b" ", 2)[1]
