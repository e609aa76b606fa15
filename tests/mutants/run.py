"""`make mutants`: plants relaxations one after the other, two at a time, and lists those that no test noticed.

Writes var/mutants.json; ends with 1 when more survive than agreed.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.mutants.plant import CATALOGUES, VARIABLE
from tests.mutants.relaxations import COUNT, ROOT, SEED, Relaxation, chosen, named, relaxations
from tests.shelf import APART, OWN

ACROSS = ("penalty_limits", "gate", "no_way_round", "two_tabs")
# whose tests are asked beside the file's own app
ALSO = {
    "cases": ["penalty"],
    "organisation": ["cases", "penalty"],
    "documents": ["cases", "penalty"],
    "penalty": ["reviews"],
    "law": ["law"],
    "catalogues": ["law"],
}
SECONDS = 400
UNTOUCHED = "tests/test_gate.py"  # passes where nothing is planted
SPOKEN = re.compile("[一-鿿]{4,}")
FALLEN = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - |$)", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """`killed_by` is the first test that fell; empty for a survivor."""

    id: str
    path: str
    line: int
    operator: str
    description: str
    killed_by: str
    seconds: float


def main() -> int:
    """Plant, report, and say by the exit code whether too many survived."""
    asked = _arguments()
    rows = [named(identity) for identity in asked.only] or list(chosen(asked.count, seed=asked.seed))
    began = time.monotonic()
    _must_pass_unplanted()
    print(f"从{len(relaxations())}种放宽中植入{len(rows)}种（种子{asked.seed}）……", flush=True)
    with ThreadPoolExecutor(asked.at_a_time) as several:
        outcomes = list(several.map(_told, rows))
    survivors = [row for row in outcomes if not row.killed_by]
    share = 100 * len(survivors) / max(1, len(outcomes))
    seconds = time.monotonic() - began
    _write(outcomes, asked, seconds=seconds)
    print(f"\n{len(outcomes)}种放宽，{len(outcomes) - len(survivors)}种被测试发现，{seconds:.0f}秒。")
    for row in survivors:
        print(f"  存活 {row.path}:{row.line} {row.operator} {row.description}\n       {row.id}")
    print(f"存活{share:.1f}%，约定至多{asked.most_survivors:g}%。")
    return int(share > asked.most_survivors)


def _arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description="植入放宽，看测试是否发现")
    words.add_argument("--count", type=int, default=COUNT, help="数量（不少于点名的核心）")
    words.add_argument("--seed", type=int, default=SEED, help="抽样种子")
    words.add_argument("--most-survivors", type=float, default=10, help="至多存活的百分比")
    words.add_argument("--at-a-time", type=int, default=2, help="同时植入几种")
    words.add_argument("--only", nargs="*", default=[], help="只植入这些编号")
    return words.parse_args()


def _told(relaxation: Relaxation) -> Outcome:
    outcome = _planted_and_tested(relaxation)
    state = f"被发现 {outcome.killed_by}" if outcome.killed_by else "存活"
    print(f"{outcome.seconds:5.0f}秒 {outcome.id} {state}", flush=True)
    return outcome


def _must_pass_unplanted() -> None:
    """Where the tests do not even start, every relaxation would seem to be noticed."""
    ended = _tested("", [UNTOUCHED])
    if ended.returncode:
        sys.exit(f"没有植入时测试就不通过，不能据以判断：\n{ended.stdout[-800:]}{ended.stderr[-800:]}")


def _planted_and_tested(relaxation: Relaxation) -> Outcome:
    began = time.monotonic()
    try:
        ended = _tested(relaxation.id, tests_for(relaxation), apart=relaxation.path.startswith(CATALOGUES))
        fallen = FALLEN.search(ended.stdout)
        by = "" if ended.returncode == 0 else fallen[1] if fallen else ended.stderr.strip()[-200:] or "?"
    except subprocess.TimeoutExpired:
        by = f"超过{SECONDS}秒"
    kept = {name: getattr(relaxation, name) for name in ("id", "path", "line", "operator", "description")}
    return Outcome(**kept, killed_by=by, seconds=round(time.monotonic() - began, 1))


def _tested(identity: str, tests: list[str], *, apart: bool = False) -> "subprocess.CompletedProcess[str]":
    """The tests in a process of their own, with the relaxation of this name planted; an empty name plants nothing.

    `apart`: no story that was told before is taken, because it keeps the lists by which it was told.
    """
    plugins = ("no:cacheprovider", "tests.mutants.plugin")
    options = ["-x", "-q", "-m", "not journey", *(word for name in plugins for word in ("-p", name))]
    with tempfile.TemporaryDirectory() as shelf:
        return subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=ROOT,
            env={**os.environ, VARIABLE: identity, OWN: shelf, **({APART: "1"} if apart else {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )


def tests_for(relaxation: Relaxation) -> list[str]:
    """The files in which the relaxation should be noticed: own app, then across apps; the likeliest first."""
    part = relaxation.path.split("/")[2] if relaxation.path.startswith("src/") else "catalogues"
    apps = dict.fromkeys([*ALSO.get(part, []), relaxation.app, *ALSO.get(relaxation.app, [])])
    own = [
        path for app in apps for path in sorted((ROOT / "src" / "sanzhi" / app / "tests").glob("test_*.py"))
    ]
    across = [ROOT / "tests" / f"test_{name}.py" for name in ACROSS]
    words = _words_near(relaxation)

    def likelihood(path: Path) -> int:
        text = path.read_text(encoding="utf-8")
        return sum(word in text for word in words)

    likeliest = sorted(own, key=likelihood, reverse=True)
    return [str(path.relative_to(ROOT)) for path in (*likeliest, *across)]


def _words_near(relaxation: Relaxation) -> set[str]:
    """The verb and what is said around the relaxed place: tests that notice it speak of the same."""
    lines = relaxation.file.read_text(encoding="utf-8").splitlines()
    near = "\n".join(lines[max(0, relaxation.line - 6) : relaxation.end_line + 6])
    return {relaxation.file.stem, *SPOKEN.findall(near)}


def _write(outcomes: list[Outcome], asked: argparse.Namespace, *, seconds: float) -> None:
    target = ROOT / "var" / "mutants.json"
    target.parent.mkdir(exist_ok=True)
    kept = {
        "count": len(outcomes),
        "seed": asked.seed,
        "survived": sum(not row.killed_by for row in outcomes),
        "seconds": round(seconds),
        "mutants": [asdict(row) for row in outcomes],
    }
    target.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
