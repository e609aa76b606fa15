"""Ten thousand complete cases of every kind by commands on SQLite: how many in a second, does the cost or the memory grow.

Each is told from its beginning to its end by the stories of the demonstration, one after the other on one core. Papers are
issued as the data that they carry: what printing costs is measured by `benchmarks.documents`. BENCH_CASES changes the
count, BENCH_PRINTS=1 prints.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.measurement import Measurement

ROOT = Path(__file__).resolve().parents[1]
COUNT = int(os.environ.get("BENCH_CASES", "10000"))
LEAST, GROWTH, MORE_MEMORY = 8.0, 1.25, 1.25  # cases a second; the last tenth against the first
# of ten cases: six ordinary penalties, and each other kind in turn
OTHERS = ("spot", "licence", "fee", "need", "truck", "proxy")


def run() -> list[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {
            **os.environ,
            "SANZHI_DEMO": "1",
            "SANZHI_VAR_DIR": folder,
            "SANZHI_PUBLIC_URL": "http://127.0.0.1:8765",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        made = [sys.executable, "-m", "benchmarks.cases"]
        done = subprocess.run(made, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
    found = dict(line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    count = found["count"]
    return [
        Measurement(
            f"普通程序处罚，从线索到结案（混合{count}件中）",
            "件/秒",
            float(found["ordinary"]),
            "目标",
            LEAST,
            float(found["ordinary"]) / LEAST,
            1.0,
        ),
        _at_most(f"每件耗时：末一成比首一成（{count}件）", float(found["growth"]), GROWTH),
        _at_most(f"内存：末一成比首一成（{count}件）", float(found["memory"]), MORE_MEMORY),
        Measurement("各种程序混合", "件/秒", float(found["mixed"]), "", None, None, None),
    ]


def _at_most(name: str, ours: float, most: float) -> Measurement:
    return Measurement(name, "倍", ours, "上限", most, most / ours, 1.0)


def _tellers(bureau: Any) -> dict[str, Callable[[random.Random, int], None]]:
    from sanzhi.demo import people  # noqa: PLC0415
    from sanzhi.demo.deeds import Plan  # noqa: PLC0415
    from sanzhi.demo.levying import FeePlan, LevyStory  # noqa: PLC0415
    from sanzhi.demo.licences import LicenceStory, digging  # noqa: PLC0415
    from sanzhi.demo.media import record  # noqa: PLC0415
    from sanzhi.demo.requisitioning import NeedPlan, RequisitionStory  # noqa: PLC0415
    from sanzhi.demo.story import Story  # noqa: PLC0415

    def penal(**changes: Any) -> Callable[[random.Random, int], None]:
        def tell(source: random.Random, number: int) -> None:
            who = changes.get("who", people.person)(source)
            usual = {
                "cause": "C04",
                "party": who,
                "place": f"舞钢市演示大道{number}号门前",
                "summary": "未经同意和审批，在人行道设置固定售货亭一处。",
                "fine": 800,
                "record": record,
            }
            kept = {name: value for name, value in changes.items() if name != "who"}
            Story(bureau, Plan(**{**usual, **kept})).tell()

        return tell

    def licence(source: random.Random, number: int) -> None:
        LicenceStory(bureau, digging(source, place=f"舞钢市演示大道{number}号")).tell()

    def fee(source: random.Random, number: int) -> None:
        party = people.individual_business(source)
        LevyStory(bureau, FeePlan(party=party, place=f"舞钢市演示大道{number}号门前")).tell()

    def need(source: random.Random, number: int) -> None:
        party = people.organisation(source)
        RequisitionStory(bureau, NeedPlan(party=party, place=f"舞钢市演示大道{number}号工地")).tell()

    truck = {"cause": "C25-F", "who": people.organisation, "fine": 5000, "aside": ("seizure",)}
    return {
        "ordinary": penal(),
        "spot": penal(cause="C56", fine=100, procedure="penalty/simplified"),
        "licence": licence,
        "fee": fee,
        "need": need,
        "truck": penal(**truck),
        "proxy": penal(cause="C01", fine=500, aside=("proxy",)),
    }


def _kind(number: int) -> str:
    return "ordinary" if number % 10 < 6 else OTHERS[(number // 10 * 4 + number % 10 - 6) % len(OTHERS)]


def told() -> None:
    """Prints count, ordinary, mixed, growth, memory."""
    import django  # noqa: PLC0415

    django.setup()
    from datetime import datetime  # noqa: PLC0415

    from django.core.management import call_command  # noqa: PLC0415

    from sanzhi.demo.cast import found_bureau  # noqa: PLC0415
    from sanzhi.documents.commands import issue_document  # noqa: PLC0415
    from sanzhi.kernel import clock, jobs  # noqa: PLC0415
    from tests.press import data_alone  # noqa: PLC0415

    if not os.environ.get("BENCH_PRINTS"):
        sys.modules[issue_document.__module__].render = data_alone  # type: ignore[attr-defined]
    call_command("migrate", verbosity=0)
    start, source = datetime(2026, 9, 1, 9, tzinfo=clock.CHINA), random.Random(1)
    with clock.moved(start):
        bureau = found_bureau(until=datetime(2028, 12, 31).date())
    tellers = _tellers(bureau)
    took: dict[str, list[float]] = defaultdict(list)
    memory, every = [], max(1, COUNT // 10)
    for number in range(COUNT):
        with clock.moved(start + timedelta(minutes=number % 400)):
            began, kind = time.process_time(), _kind(number)
            tellers[kind](source, number)
            took[kind].append(time.process_time() - began)
        if number % every == every - 1:
            with clock.moved(start + timedelta(days=500)):
                jobs.run_due()
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
            print(f"# {number + 1}", file=sys.stderr, flush=True)
    first, last = took["ordinary"][: every // 2 or 1], took["ordinary"][-(every // 2 or 1) :]
    print(f"count\t{COUNT}")
    print(f"ordinary\t{1 / mean(took['ordinary']):.3f}")
    print(f"mixed\t{COUNT / sum(map(sum, took.values())):.3f}")
    print(f"growth\t{mean(last) / mean(first):.3f}")
    print(f"memory\t{memory[-1] / memory[0]:.3f}")
    for kind, spans in sorted(took.items()):
        print(f"# {kind} {len(spans)} {1 / mean(spans):.2f}/s", file=sys.stderr)


if __name__ == "__main__":
    told()
