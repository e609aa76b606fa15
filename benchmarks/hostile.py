"""The hostile clerk at full length: all single bends at all positions, and pairs on the roads of the rarer acts.

Prints every kind of breach that it reaches with one short story each; these are listed in tests/lawful/known.yaml.
Targets: 200,000 steps and all singles in 20 minutes on two processes, 50 successes of each act, nothing that the
ledger of breaches does not know. The walk is kept for `make bench T=planted` and `python -m tests.lawful.clerk enter`.
"""

import pickle
import sys
import time
from pathlib import Path

import yaml

from benchmarks.measurement import Measurement
from tests.lawful.clerk.replays import Ledger, ledger, plain
from tests.lawful.clerk.report import Brought, in_order
from tests.lawful.clerk.run import Plan, Result
from tests.lawful.clerk.run import run as walk

STEPS, SECONDS, SUCCESSES = 200_000, 1200, 50
PROCEDURES = Path(__file__).resolve().parents[1] / "catalogues" / "national" / "procedures"
LAST_WALK = Path(__file__).resolve().parents[1] / "var" / "hostile.pickle"
WALKING = 1190  # seconds of the twenty minutes; the last errands come home in the rest


def run() -> list[Measurement]:
    begun = time.monotonic()
    result = walk(Plan(STEPS, WALKING))
    LAST_WALK.parent.mkdir(exist_ok=True)
    LAST_WALK.write_bytes(pickle.dumps(result))
    seconds = time.monotonic() - begun
    known = ledger()
    tell(result, known=known)
    rarest = min(result.successes[act] for act in offered())
    new = set(result.caught) - known.rules
    return [
        absolute("步数", "步", ours=result.steps, wanted=STEPS),
        absolute(
            "全部单处弯折都走到",
            "次",
            ours=result.singles if result.complete else 0,
            wanted=result.singles or 1,
        ),
        absolute("用时（两个进程）", "秒", ours=seconds, wanted=SECONDS, less=True),
        absolute("最少见的一种行为成功次数", "次", ours=rarest, wanted=SUCCESSES),
        absolute("未登记的违法状态", "种", ours=len(new), wanted=0, less=True),
        absolute("办不下去的走法", "种", ours=len(result.stuck), wanted=0, less=True),
    ]


def offered() -> list[tuple[str, str]]:
    """Each act of each penalty procedure, by its verb, as the tables of the procedures name them."""
    found = set()
    for path in sorted(PROCEDURES.glob("penalty-*.yaml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        found |= {(table["key"], act.partition(".")[2]) for step in table["steps"] for act in step["acts"]}
    return sorted(found)


def tell(result: Result, *, known: Ledger) -> None:
    """The kinds with one short story each, for a lawyer; then what succeeded how often."""
    kinds: dict[str, Brought] = {}
    for rule in sorted(result.caught, key=in_order):
        kinds.setdefault(result.caught[rule].kind, result.caught[rule])
    print(f"\n违法状态{len(result.caught)}种规则、{len(kinds)}类：\n")
    for kind, row in kinds.items():
        mark = "" if row.rule in known.rules else "（未登记！）"
        print(f"## {kind}{mark}　路线{row.road}，弯折：{'、'.join(row.bends) or '无'}\n{row.story}\n")
    for act in sorted(offered(), key=lambda act: result.successes[act])[:12]:
        print(f"成功{result.successes[act]}次　{act[0]} {act[1]}")
    for name, crash in sorted(result.crashes.items()):
        print(f"崩溃　{name}　{str(plain(crash.acts[-1].order))[:160]}")
    sys.stdout.flush()


def absolute(name: str, unit: str, *, ours: float, wanted: float, less: bool = False) -> Measurement:
    """A figure against an absolute target: the ratio is its share, at least 1 when it is reached."""
    ratio = (wanted / ours if ours else 1.0) if less else ours / wanted
    return Measurement(f"恶意书记员：{name}", unit, ours, "目标", wanted, ratio, 1)
