"""Durable ledger entries per second against pymerkle on SQLite, from the command to a published root; proofs.

Both answer each entry when it is on the disk (synchronous=FULL; ours shares a sync among those who come together), then
one root at the end. The first row is what the server can take: as many threads at once as `manage.py serve` has;
pymerkle's threads share its tree, as its documentation allows. Beside it a few threads, and one. pymerkle keeps the
journal that it opens with (DELETE); in one row WAL is set on its connection, which it does not offer. Its bulk insert
stands beside growing our tree, without a target: an import is not an act. Ours also stores facts, signs and writes
files. Rounds alternate, medians count; the figures hang on what a sync costs, so that is shown too.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings

from benchmarks.measurement import Measurement, compared
from benchmarks.peers import peer_python

ROOT = Path(__file__).resolve().parents[1]
COUNT = 1024  # entries in each round
FEW = 4
ROUNDS = 5
SYNCS = 200
WARM_UP = 50
PROOF_TARGET_MS = 1.0

PEER = """
import sys, threading, time
from pymerkle import SqliteTree
folder, count, many, few = sys.argv[1], *map(int, sys.argv[2:])
leaf = lambda number: number.to_bytes(32, "big")
def rate(name, write, journal="DELETE"):
    tree = SqliteTree(f"{folder}/{name}.sqlite3")
    tree.con.execute(f"PRAGMA journal_mode={journal}")
    tree.con.execute("PRAGMA synchronous=FULL")
    start = time.perf_counter()
    write(tree)
    tree.get_root()
    print(count / (time.perf_counter() - start))
    tree.close()
def one_by_one(tree, part=1):
    for number in range(count // part): tree.append_entry(leaf(number))
def at_once(people):
    def write(tree):
        threads = [threading.Thread(target=one_by_one, args=(tree, people)) for _ in range(people)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    return write
rate("many", at_once(many))
rate("few", at_once(few))
rate("single", one_by_one)
rate("many_wal", at_once(many), "WAL")
rate("together", lambda tree: tree.append_entries([leaf(number) for number in range(count)]))
"""


def run() -> list[Measurement]:
    """Entries per second each way, the disk's own pace, and milliseconds per verified proof."""
    peer = peer_python("pymerkle", "pymerkle==7.0.0")
    rounds = [_round(str(peer)) for _ in range(ROUNDS)]
    ours = [median(column) for column in zip(*(mine for mine, _ in rounds), strict=True)]
    theirs = [median(column) for column in zip(*(its for _, its in rounds), strict=True)]
    many, few, single, together, proof_ms, sync_ms = ours
    peer_many, peer_few, peer_single, peer_wal, peer_together = theirs
    return [
        compared(
            f"日志：{settings.SANZHI_WEB_THREADS}人同时，从命令到公布",
            "条/秒",
            ours=many,
            peer="pymerkle",
            peer_value=peer_many,
            target=3,
        ),
        _beside(f"日志：{FEW}人同时，从命令到公布", few, peer="pymerkle", value=peer_few),
        _beside("日志：一人逐条，从命令到公布", single, peer="pymerkle", value=peer_single),
        _beside(
            f"日志：{settings.SANZHI_WEB_THREADS}人同时，对照代设WAL",
            many,
            peer="pymerkle（WAL）",
            value=peer_wal,
        ),
        _beside("日志：已提交条目入树", together, peer="pymerkle 批量", value=peer_together),
        Measurement("日志：硬盘同步一次（供参看）", "毫秒", sync_ms, "", None, None, None),
        Measurement("日志：核验包含证明", "毫秒/个", proof_ms, "", None, PROOF_TARGET_MS / proof_ms, 1),
    ]


def _beside(name: str, ours: float, *, peer: str, value: float) -> Measurement:
    """Shown without a target."""
    return Measurement(name, "条/秒", ours, peer, value, ours / value, None)


def _round(peer: str) -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        ours = _rates([sys.executable, "-m", "benchmarks.ledger", "ours"], folder)
        return [*ours, _sync_ms(folder)], _rates(
            [peer, "-c", PEER, folder, str(COUNT), str(settings.SANZHI_WEB_THREADS), str(FEW)], folder
        )


def _sync_ms(folder: str) -> float:
    """Milliseconds to write what one entry writes (about 28 kB) behind the end of a file and to sync it."""
    spent = []
    with (Path(folder) / "synced").open("wb", buffering=0) as file:
        for _ in range(SYNCS):
            file.write(bytes(28 << 10))
            spent.append(_time(lambda: getattr(os, "fdatasync", os.fsync)(file.fileno())))
    return median(spent) * 1000


def _rates(program: list[str], folder: str) -> list[float]:
    surroundings = {
        **os.environ,
        "SANZHI_VAR_DIR": folder,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings"),
    }
    surroundings.pop("SANZHI_DATABASE_URL", None)
    done = subprocess.run(program, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [float(line) for line in done.stdout.split()]


def _ours() -> None:
    """Runs in a process of its own, on a database of its own."""
    import django  # noqa: PLC0415 - this process only

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from sanzhi.ledger.models import Leaf  # noqa: PLC0415
    from sanzhi.ledger.sequencing import sequence  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    write = _writer()
    _time(lambda: (write(WARM_UP), sequence()))
    for people in (settings.SANZHI_WEB_THREADS, FEW):
        start = _at_once(write, people=people)
        sequence()
        print(COUNT / (time.perf_counter() - start))
    print(COUNT / _time(lambda: (write(COUNT), sequence())))
    write(COUNT)
    print(COUNT / _time(sequence))
    assert Leaf.objects.count() == 4 * COUNT + WARM_UP
    print(_proof_ms())


def _at_once(write: Callable[[int], None], *, people: int) -> float:
    """When it began: the threads stand ready with their connections open, as those of the server do."""
    from django.db import connection  # noqa: PLC0415 - Django must be set up first

    ready = threading.Barrier(people + 1)

    def person() -> None:
        connection.ensure_connection()
        ready.wait()
        write(COUNT // people)

    threads = [threading.Thread(target=person) for _ in range(people)]
    for thread in threads:
        thread.start()
    ready.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    return start


def _writer() -> Callable[[int], None]:
    from sanzhi.kernel.actor import system  # noqa: PLC0415
    from sanzhi.kernel.commands import Order, command  # noqa: PLC0415
    from sanzhi.kernel.events import Event  # noqa: PLC0415
    from sanzhi.ledger.commands import record  # noqa: PLC0415

    noted = Event("ledger.benchmark_noted", "第{number}条")

    class Note(Order):
        number: int

    def note(actor: object, order: Note) -> None:
        record(noted, actor=system(), subject="ledger.entry:1", facts={"number": order.number})

    note.__annotations__["order"] = Note
    run_note = command("ledger.benchmark_note", title="测试", internal=True)(note)

    def write(count: int) -> None:
        for number in range(count):
            run_note(system(), Note(number=number))

    return write


def _proof_ms() -> float:
    """Milliseconds to check that one entry's digest and proof lead to the root; signature checked once apart."""
    import verify  # noqa: PLC0415
    from sanzhi.ledger.models import Entry  # noqa: PLC0415
    from sanzhi.ledger.queries import proof_bundle  # noqa: PLC0415

    bundles = []
    for entry in Entry.objects.select_related("leaf").order_by("id")[:200]:
        bundle = proof_bundle(entry)
        assert bundle is not None
        bundles.append(bundle)
    seconds = _time(lambda: [_leads_to_root(verify, bundle) for bundle in bundles])
    return seconds * 1000 / len(bundles)


def _leads_to_root(verify: Any, bundle: dict[str, Any]) -> None:
    checkpoint = verify.parse_checkpoint(bundle["checkpoint"])
    content = bytes.fromhex(bundle["salt"]) + verify.canonical(bundle["entry"])
    leaf = verify.leaf_hash(hashlib.sha256(content).digest())
    proof = [b64decode(step) for step in bundle["proof"]]
    root = verify.root_from_inclusion(leaf, proof, index=bundle["index"], size=checkpoint.size)
    assert root == checkpoint.root


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    if sys.argv[1:] == ["ours"]:
        _ours()
    else:
        for row in run():
            print(json.dumps(row.__dict__, ensure_ascii=False))
