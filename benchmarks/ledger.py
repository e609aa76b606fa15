"""Durable ledger entries per second against pymerkle, both on SQLite with synchronous=FULL, and proofs per second.

The comparison is *from the command to a published root*: each entry its own durable transaction, one root at the
end (pymerkle: append_entry, get_state). Ours also stores facts, signs and writes files. Growing the tree from
committed entries is shown beside pymerkle's bulk insert without a target: an import is not an act.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measurement import Measurement, compared
from benchmarks.peers import peer_python

ROOT = Path(__file__).resolve().parents[1]
COUNT = 2000
WARM_UP = 50
PROOF_TARGET_MS = 1.0

PEER = """
import sys, time
from pymerkle import SqliteTree
folder, count = sys.argv[1], int(sys.argv[2])
leaf = lambda number: number.to_bytes(32, "big")
def rate(name, write):
    tree = SqliteTree(f"{folder}/{name}.sqlite3")
    tree.con.execute("PRAGMA synchronous=FULL")
    start = time.perf_counter()
    write(tree)
    tree.get_state()
    print(count / (time.perf_counter() - start))
def one_by_one(tree):
    for number in range(count): tree.append_entry(leaf(number))
rate("single", one_by_one)
rate("together", lambda tree: tree.append_entries([leaf(number) for number in range(count)]))
"""


def run() -> list[Measurement]:
    """Entries per second both ways, and milliseconds per verified proof against its absolute target."""
    with tempfile.TemporaryDirectory() as folder:
        single, together, proof_ms = _rates([sys.executable, "-m", "benchmarks.ledger", "ours"], folder)
        peer = peer_python("pymerkle", "pymerkle==7.0.0")
        peer_single, peer_together = _rates([str(peer), "-c", PEER, folder, str(COUNT)], folder)
    return [
        compared("日志：从命令到公布", "条/秒", single, peer="pymerkle", peer_value=peer_single, target=3),
        Measurement(
            "日志：已提交条目入树",
            "条/秒",
            together,
            "pymerkle 批量",
            peer_together,
            together / peer_together,
            None,
        ),
        Measurement("日志：核验包含证明", "毫秒/个", proof_ms, "", None, PROOF_TARGET_MS / proof_ms, 1),
    ]


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
    print(COUNT / _time(lambda: (write(COUNT), sequence())))
    write(COUNT)
    print(COUNT / _time(sequence))
    assert Leaf.objects.count() == 2 * COUNT + WARM_UP
    print(_proof_ms())


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
