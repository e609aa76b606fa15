"""Is a planted relaxation noticed? Walks, in a process where it is planted, the bends that its lines had refused.

Noticed is what shows with the plant and not without it: a rule that the same bend did not break, a rule that the same road
did not break, a new crash. `python -m tests.lawful.clerk.planted` reads the bends as JSON and prints what was found.
"""

import ast
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from tests.lawful.clerk.replays import ledger
from tests.lawful.clerk.report import BendName
from tests.lawful.clerk.run import Result
from tests.mutants.plant import VARIABLE, install
from tests.mutants.relaxations import ROOT, Relaxation

if TYPE_CHECKING:
    from tests.lawful.clerk.roads import Road
    from tests.lawful.clerk.walk import Caught, Walker

MOST, PATIENCE = 60, 60.0  # bends and seconds that one relaxation may cost
SKIP = 0  # the first bend of every position leaves its act out


@dataclass(frozen=True)
class Hunt:
    """`rule` is the breach that showed the relaxation, "" where none did."""

    relaxation: Relaxation
    rule: str
    told: str
    tried: int


def bends_for(relaxation: Relaxation, refused: Mapping[BendName, Mapping[str, int]]) -> list[BendName]:
    """The bends that the relaxed lines had a part in refusing, where they refused earliest first; of each two an act left out."""
    source = random.Random(relaxation.id)
    for lines in (own_lines(relaxation), lines_of_statement(relaxation), lines_of_callers(relaxation)):
        hit = [
            (min(places[line] for line in lines & places.keys()), source.random(), name)
            for name, places in refused.items()
            if lines & places.keys()
        ]
        if hit:
            names = [row[-1] for row in sorted(hit)]
            left_out, others = ([n for n in names if (n[2] == SKIP) is kind] for kind in (True, False))
            return [n for pair in zip_longest(left_out, others) for n in pair if n is not None][:MOST]
    return source.sample(sorted(refused), min(MOST, len(refused)))


def own_lines(relaxation: Relaxation) -> frozenset[str]:
    """The relaxed lines themselves, and the verdict that they stand in."""
    verdicts = [
        node
        for node in _around(relaxation)
        if isinstance(node, ast.Call)
        and "Verdict" in ast.unparse(node.func)
        and (node.end_lineno or 0) >= relaxation.end_line
    ]
    own = frozenset(f"{relaxation.path}:{n}" for n in range(relaxation.line, relaxation.end_line + 1))
    return own | (_lines(relaxation.path, min(verdicts, key=_length)) if verdicts else frozenset())


def lines_of_statement(relaxation: Relaxation) -> frozenset[str]:
    around = [node for node in _around(relaxation) if isinstance(node, ast.stmt)]
    simple = [node for node in around if not isinstance(node, ast.FunctionDef)]
    return _lines(relaxation.path, min(simple or around, key=_length)) if around else frozenset()


def _around(relaxation: Relaxation) -> list[ast.stmt | ast.Call]:
    """The statements and calls of the file that the relaxation begins in; none in a table."""
    if not relaxation.path.endswith(".py"):
        return []
    tree = ast.parse(relaxation.file.read_text(encoding="utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt | ast.Call) and node.lineno <= relaxation.line <= (node.end_lineno or 0)
    ]


def lines_of_callers(relaxation: Relaxation) -> frozenset[str]:
    """The functions that call the relaxed one, or that answer to the relaxed word of a table."""
    function = relaxation.id.split(":")[1]
    in_table = not relaxation.path.endswith(".py")
    words = {function, *(re.findall(r"[a-z]+(?:_[a-z]+)+", relaxation.description) if in_table else ())}
    found: set[str] = set()
    for path in sorted((ROOT / "src" / "sanzhi").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "/tests/" in path.as_posix() or not any(word in text for word in words):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (
                node.name in words or any(f"{word}(" in ast.unparse(node) for word in words)
            ):
                found |= _lines(path.relative_to(ROOT).as_posix(), node)
    return frozenset(found)


def _length(node: ast.stmt | ast.Call) -> int:
    return (node.end_lineno or node.lineno) - node.lineno


def _lines(path: str, node: ast.stmt | ast.Call | ast.FunctionDef) -> frozenset[str]:
    return frozenset(f"{path}:{line}" for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))


def hunt(relaxation: Relaxation, result: Result) -> Hunt:
    """Plant it in a fresh process and let the clerk try; `result` is what the same walks came to without it."""
    names = bends_for(relaxation, result.refused)
    task = {
        "bends": [(*name, sorted(result.broken.get(name, ()))) for name in names],
        "own": {name[0]: result.own[name[0]] for name in names},
    }
    environment = {**os.environ, VARIABLE: relaxation.id, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.lawful.clerk.planted"],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{relaxation.id}: {done.stderr[-2000:]}")
    found = json.loads(done.stdout.splitlines()[-1])
    return Hunt(relaxation, found["rule"], found["told"], found["tried"])


def hunt_all(rows: tuple[Relaxation, ...], result: Result, *, workers: int = 2) -> list[Hunt]:
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda row: hunt(row, result), rows))


def main() -> None:
    task = json.load(sys.stdin)
    install()
    from tests.lawful.clerk.run import prepared  # noqa: PLC0415 - after the planting

    walker, roads = prepared(list(task["own"]))
    print(json.dumps(_search(walker, roads, task=task), ensure_ascii=False))


def _search(walker: "Walker", roads: "list[Road]", *, task: Any) -> dict[str, Any]:
    from tests.lawful.clerk.sweep import Position  # noqa: PLC0415

    until, tried = time.monotonic() + PATIENCE, 0
    for road in roads:
        for caught in walker.walk_lawfully(road):
            if caught.breach.rule.number not in task["own"][road.name]:
                return _noticed(caught, tried)
        for name, at, number, usual in task["bends"]:
            if name != road.name or time.monotonic() > until:
                continue
            tried += 1
            for caught in walker.walk_bent(road, Position(road, at).bend(number)):
                if caught.breach.rule.number not in usual:
                    return _noticed(caught, tried)
            if new := walker.tally.crashes.keys() - ledger().crash_names:
                return {"rule": "崩溃", "told": new.pop(), "tried": tried}
    return {"rule": "", "told": "", "tried": tried}


def _noticed(caught: "Caught", tried: int) -> dict[str, Any]:
    return {"rule": caught.breach.rule.number, "told": str(caught.breach), "tried": tried}


if __name__ == "__main__":
    main()
