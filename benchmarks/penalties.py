"""Penalty clauses read from four real regulations, held against a table that was written by reading them (facts 9.2).

The texts are not part of the project: without them (SANZHI_LAWS_DIR or ../shared/laws) nothing is measured, and the
bench says so. A clause counts as equal when basis, provisions violated, correct-first, every amount with its unit and
cap, and the department are what the table says.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import yaml

from benchmarks import penalties_by_hand
from benchmarks.measurement import Measurement
from benchmarks.statutes import LAWS

EXPECTED = Path(__file__).with_name("penalties_expected.yaml")
ROUNDS = 20
Row = tuple[str, tuple[str, ...], bool, str, str]


def expected() -> dict[str, list[Row]]:
    """By title: (basis, violated, correct first, fines as one line, department or "")."""
    table = yaml.safe_load(EXPECTED.read_text(encoding="utf-8"))
    return {
        title: [(row[0], tuple(row[1]), row[2], row[3], row[4] if len(row) > 4 else "") for row in rows]
        for title, rows in table.items()
    }


def texts() -> dict[str, str]:
    """By title, those of the expected statutes that are at hand."""
    found = {title: next(iter(sorted(LAWS.glob(f"{title}(*.md"))), None) for title in expected()}
    return {title: file.read_text(encoding="utf-8-sig") for title, file in found.items() if file}


def read(title: str, text: str) -> list[Row]:
    """What the program reads, in the shape of the table."""
    from sanzhi.law.fine_text import write_formulas  # noqa: PLC0415 - the package is on the path only when run
    from sanzhi.law.liability import read_penalties  # noqa: PLC0415
    from sanzhi.law.statute_text import parse_statute  # noqa: PLC0415

    rows = []
    for draft in read_penalties(parse_statute(text, name=title)):
        tables = dict(draft.formulas)
        fines = write_formulas(tables.pop("", None), tables, alternatives=draft.alternatives) + "".join(
            draft.unread
        )
        violated = tuple(citation.partition("》")[2] for citation in draft.prohibitions)
        basis = draft.basis.partition("》")[2]
        rows.append((basis, violated, draft.correct_first, fines, draft.executing_department))
    return rows


def run() -> list[Measurement]:
    """The four regulations of the bureau, and those that others read by hand, each where their texts are at hand."""
    return _of_the_bureau() + penalties_by_hand.run()


def _of_the_bureau() -> list[Measurement]:
    """Shares of clauses found (an extra one counts against us) and of clauses equal; clauses per second."""
    wanted, at_hand = expected(), texts()
    if len(at_hand) < len(wanted):
        missing = "、".join(sorted(set(wanted) - set(at_hand)))
        print(f"跳过处罚条款的测量：没有找到{missing}的文本（SANZHI_LAWS_DIR）。", file=sys.stderr)
        return []
    ours = {title: read(title, text) for title, text in at_hand.items()}
    count = sum(map(len, wanted.values()))
    start = time.perf_counter()
    for _ in range(ROUNDS):
        for title, text in at_hand.items():
            read(title, text)
    rate = ROUNDS * count / (time.perf_counter() - start)
    places = _share({title: [row[0] for row in rows] for title, rows in wanted.items()},
                    {title: [row[0] for row in rows] for title, rows in ours.items()})  # fmt: skip
    figures = _share(wanted, ours)
    return [
        Measurement(f"处罚条款：找到（{count}条）", "比例", places, "逐条人工读出", 1.0, places, 1.0),
        Measurement(
            "处罚条款：金额、单位、封顶、先责改相同", "比例", figures, "逐条人工读出", 1.0, figures, 1.0
        ),
        Measurement("处罚条款：读出", "条/秒", rate, "", None, None, None),
    ]


def _share(wanted: dict[str, list], ours: dict[str, list]) -> float:  # type: ignore[type-arg]
    """Common rows over all rows of either side, so that an invented clause counts like a missed one."""
    left = Counter((title, repr(row)) for title, rows in wanted.items() for row in rows)
    right = Counter((title, repr(row)) for title, rows in ours.items() for row in rows)
    return (left & right).total() / (left | right).total()
