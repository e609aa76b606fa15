"""`python -m benchmarks.run [module …]`: runs the modules' `run()` one after another and prints one table.

Writes var/bench.json each time and benchmarks/RESULTS.md when nothing was left out; exits with 1 when a target is missed.
"""

import importlib
import json
import os
import pkgutil
import platform
import sys
from dataclasses import asdict
from pathlib import Path

import django

from benchmarks.measurement import Measurement

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = {"bare", "casework", "measurement", "million", "peers", "penalties_by_hand", "run"}
HEADINGS = ("项目", "单位", "本系统", "对照", "对照值", "倍数", "目标", "结论")


def modules() -> list[str]:
    """The names of all benchmarks: every module of this folder that is not shared code."""
    return [found.name for found in pkgutil.iter_modules([str(HERE)]) if found.name not in SHARED]


def row(line: Measurement) -> tuple[str, ...]:
    """The line as a reader sees it; without a target it is shown for orientation only."""
    verdict = "参考" if line.target is None else ("达到" if line.met else "未达")
    return (
        line.name,
        line.unit,
        _figure(line.ours),
        line.peer or "—",
        _figure(line.peer_value),
        _figure(line.ratio),
        "—" if line.target is None else f"≥ {line.target:g}",
        verdict,
    )


def table(lines: list[Measurement]) -> str:
    """A Markdown table, readable on a terminal too."""
    rows = [HEADINGS, ("---", "---", "---:", "---", "---:", "---:", "---:", "---"), *map(row, lines)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


def main(wanted: list[str]) -> int:
    """0 when every target is met, 1 when one is missed, 2 when a name is unknown."""
    known = modules()
    if unknown := sorted(set(wanted) - set(known)):
        print(f"没有这样的测量：{'、'.join(unknown)}。可选：{'、'.join(known)}。", file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
    django.setup()
    busy = _load()
    lines: list[Measurement] = []
    for name in wanted or known:
        print(f"正在测量 {name}……", file=sys.stderr, flush=True)
        lines += importlib.import_module(f"benchmarks.{name}").run()
    print(table(lines))
    written = ROOT / "var" / "bench.json"
    written.parent.mkdir(exist_ok=True)
    written.write_text(
        json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=1), encoding="utf-8"
    )
    if not wanted:
        (HERE / "RESULTS.md").write_text(_report(lines, busy), encoding="utf-8")
    return 0 if all(line.met for line in lines) else 1


def _figure(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _load() -> str:
    """How busy the machine was before we began; a figure from a busy machine is worth less."""
    return f"，开始前一分钟负载 {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _report(lines: list[Measurement], busy: str) -> str:
    from sanzhi.kernel import clock  # noqa: PLC0415 - the package is on the path only after main() has begun

    today = clock.today()
    return (
        "# 测量结果\n\n"
        f"{today.year}年{today.month}月{today.day}日，{os.cpu_count()} 核，{platform.machine()}，"
        f"{platform.system()}，Python {platform.python_version()}{busy}。由 `make bench` 写出，同一次运行内并排测量；"
        "绝对值随机器变化，倍数是要看的数。\n\n"
        f"{table(lines)}\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
