"""The cases that `benchmarks.cases` tells: six of ten are ordinary penalties, the others one kind after the other."""

import os
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from statistics import mean
from typing import Any

from django.core.management import call_command

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau, found_bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.levying import FeePlan, LevyStory
from sanzhi.demo.licences import LicenceStory, digging
from sanzhi.demo.media import record
from sanzhi.demo.requisitioning import NeedPlan, RequisitionStory
from sanzhi.demo.story import Story
from sanzhi.documents.commands import issue_document
from sanzhi.kernel import clock, jobs
from tests.press import data_alone

COUNT = int(os.environ.get("BENCH_CASES", "1000"))
START, ENOUGH = datetime(2026, 9, 1, 9, tzinfo=clock.CHINA), date(2028, 12, 31)
STALL: dict[str, Any] = {
    "cause": "C04",
    "fine": 800,
    "summary": "未经同意和审批，在人行道设置固定售货亭一处。",
}
PENALTIES: dict[str, dict[str, Any]] = {
    "ordinary": STALL,
    "spot": {**STALL, "cause": "C56", "fine": 100, "procedure": "penalty/simplified"},
    "truck": {**STALL, "cause": "C25-F", "fine": 5000, "aside": ("seizure",)},
    "proxy": {**STALL, "cause": "C01", "fine": 500, "aside": ("proxy",)},
}
OTHERS = ("spot", "licence", "fee", "need", "truck", "proxy")


def told() -> None:
    """Prints ordinary and mixed cases a second, and by how much the last tenth costs more than the first."""
    bureau, source = _founded(), random.Random(1)
    took: dict[str, list[float]] = defaultdict(list)
    memory, every = [], max(1, COUNT // 10)
    for number in range(COUNT):
        with clock.moved(START + timedelta(minutes=number % 400)):
            began, kind = time.process_time(), _kind(number)
            _story(bureau, source, kind=kind, number=number).tell()
            took[kind].append(time.process_time() - began)
        if number % every == every - 1:
            with clock.moved(START + timedelta(days=500)):
                jobs.run_due()
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
            print(f"{number + 1}件", file=sys.stderr, flush=True)
    _print(took, memory)


def _founded() -> Bureau:
    if not os.environ.get("BENCH_PRINTS"):
        sys.modules[issue_document.__module__].render = data_alone  # type: ignore[attr-defined]
    call_command("migrate", verbosity=0)
    with clock.moved(START):
        return found_bureau(until=ENOUGH)


def _kind(number: int) -> str:
    return "ordinary" if number % 10 < 6 else OTHERS[(number // 10 * 4 + number % 10 - 6) % len(OTHERS)]


def _story(bureau: Bureau, source: random.Random, *, kind: str, number: int) -> Any:
    place = f"舞钢市演示大道{number}号门前"
    makers: dict[str, Callable[[], Any]] = {
        "licence": lambda: LicenceStory(bureau, digging(source, place=place)),
        "fee": lambda: LevyStory(bureau, FeePlan(party=people.individual_business(source), place=place)),
        "need": lambda: RequisitionStory(bureau, NeedPlan(party=people.organisation(source), place=place)),
    }
    if kind in makers:
        return makers[kind]()
    who = people.organisation if kind == "truck" else people.person
    return Story(bureau, Plan(party=who(source), place=place, record=record, **PENALTIES[kind]))


def _print(took: dict[str, list[float]], memory: list[int]) -> None:
    ordinary, some = took["ordinary"], max(1, len(took["ordinary"]) // 10)
    print(f"count\t{COUNT}")
    print(f"ordinary\t{1 / mean(ordinary):.3f}")
    print(f"mixed\t{COUNT / sum(map(sum, took.values())):.3f}")
    print(f"growth\t{mean(ordinary[-some:]) / mean(ordinary[:some]):.3f}")
    print(f"memory\t{memory[-1] / memory[0]:.3f}")
    for kind, spans in sorted(took.items()):
        print(f"{kind}：{len(spans)}件，每秒{1 / mean(spans):.2f}件", file=sys.stderr)
