"""Fines read from six regulations, held against clauses that somebody read by hand, law by law.

The folder (../shared/faults) is no part of the project: NAME.json lists the clauses of the law
beside it. A clause counts as found only when article, paragraph, item, respondent, minimum, maximum and unit are all
the same; each clause is matched once, and each clause of ours that is left over counts against precision.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.measurement import Measurement

ROOT = Path(__file__).resolve().parents[1]
BY_HAND = ROOT.parent / "shared" / "faults" / "penalties"
# what the table calls a unit is a kind of formula here; whatever is counted one by one is one kind with us
UNITS = {"percent_cost": "percentage", "percent": "percentage", "yuan": "range", "fixed": "range"}
AS_KIND = ("per_sqm", "per_sqm_day", "per_tree", "multiple")
# article, paragraph, item (0: none), respondent, minimum, maximum, unit
Clause = tuple[int, int, int, str, Decimal, Decimal, str]


def by_hand(table: dict[str, Any]) -> list[Clause]:
    """The clauses of a table; a minimum that is not stated is 0."""
    return [
        (
            row["article"],
            row["paragraph"],
            row["item"] or 0,
            row["respondent"],
            Decimal(row["min"] or 0),
            Decimal(row["max"]),
            _unit(row["unit"]),
        )
        for row in table["clauses"]
    ]


def ours(text: str, *, name: str) -> list[Clause]:
    """What the program reads. One penalty over several items counts once, without an item, as in the table."""
    from sanzhi.law.liability import read_penalties  # noqa: PLC0415 - the package is on the path only when run
    from sanzhi.law.statute_text import parse_statute  # noqa: PLC0415

    found: list[Clause] = []
    shared: set[Clause] = set()
    statute = parse_statute(text, name=name)
    leads = {
        (article.number, article.suffix, place): paragraph.text
        for article in statute.articles
        for place, paragraph in enumerate(article.paragraphs, start=1)
        if paragraph.items
    }
    for draft in read_penalties(statute):
        paragraph = draft.paragraph or 1
        over_items = re.search(
            "[元倍%％].*罚款|罚款.*[元倍%％]", leads.get((draft.article, draft.suffix, paragraph), "")
        )
        for clause in _clauses(draft, paragraph=paragraph, item=0 if over_items else draft.item):
            if not over_items or clause not in shared:
                found.append(clause)
            shared |= {clause} if over_items else set()
    return found


def _clauses(draft: Any, *, paragraph: int, item: int) -> Iterator[Clause]:
    from sanzhi.law.fines import parse_formula  # noqa: PLC0415

    tables = [(kind or draft.respondent or "any", table) for kind, table in draft.formulas.items()]
    tables += [(_named(table["label"]) or draft.respondent or "any", table) for table in draft.alternatives]
    for respondent, table in tables:
        formula = parse_formula(table)
        place = (draft.article, paragraph, item, respondent)
        yield (*place, formula.minimum, formula.maximum, _unit(str(formula.kind)))


def _named(label: str) -> str:
    whom = label.rpartition("对")[2]
    return "organisation" if whom == "单位" else "person" if whom == "个人" else ""


def _unit(word: str) -> str:
    word = {"per_sqm_per_day": "per_sqm_day"}.get(word, word)
    if word in UNITS or word in AS_KIND or word == "percentage":
        return UNITS.get(word, word)
    return "range" if word == "range" else "one_by_one"


def shares(wanted: Counter[Clause], read: Counter[Clause]) -> tuple[float, float]:
    """(recall, precision)."""
    common = (wanted & read).total()
    return common / max(1, wanted.total()), common / max(1, read.total())


def compared() -> dict[str, tuple[Counter[Clause], Counter[Clause]]]:
    """By law: clauses by hand, clauses of ours."""
    found = {}
    for file in sorted(BY_HAND.glob("*.json")):
        table = json.loads(file.read_text(encoding="utf-8"))
        text = (BY_HAND / table["file"]).read_text(encoding="utf-8-sig")
        found[table["file"].partition("(")[0].removesuffix(".md")] = (
            Counter(by_hand(table)),
            Counter(ours(text, name=table["file"])),
        )
    return found


def run() -> list[Measurement]:
    """Recall and precision of all laws together; those of each law are printed."""
    laws = compared()
    if not laws:
        print("跳过人工读出的处罚条款：没有找到文本（../shared/faults）。", file=sys.stderr)
        return []
    for title, (wanted, read) in laws.items():
        recall, precision = shares(wanted, read)
        print(
            f"{title}：人工{wanted.total()}条，读出{read.total()}条，召回{recall:.3f}，准确{precision:.3f}",
            file=sys.stderr,
        )
        for clause in (wanted - read).elements():
            print(f"  没有读出：{clause}", file=sys.stderr)
        for clause in (read - wanted).elements():
            print(f"  多读：{clause}", file=sys.stderr)
    wanted = sum((pair[0] for pair in laws.values()), Counter())
    read = sum((pair[1] for pair in laws.values()), Counter())
    recall, precision = shares(wanted, read)
    named = f"{len(laws)}部、{wanted.total()}条"
    return [
        Measurement(f"处罚条款：召回（{named}）", "比例", recall, "逐条人工读出", 0.93, recall / 0.93, 1.0),
        Measurement(
            f"处罚条款：准确（{named}）", "比例", precision, "逐条人工读出", 0.99, precision / 0.99, 1.0
        ),
    ]
