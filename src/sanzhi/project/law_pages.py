"""docs/law: article by article what is applied, which test proves it, where it bites; and the rows of facts.

Rules are read from the code, deadlines from their table, the judge's rules from tests/lawful. `rows.yaml` only says
which rule answers which fact; that each rule and each test exists, a house test asks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.law import deadline_rules
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.deadlines import DeadlineRule
from sanzhi.project.biting import Bites
from sanzhi.project.cited_law import Cited, articles_in, citations_of_tree
from sanzhi.project.proofs import ENGLISH, Proofs
from sanzhi.project.source_map import SourceMap

DEADLINE, JUDGE = "期限 ", "判官 "
DEADLINES = "law/deadline_rules/"  # each of its rows is told by its key
EXAMPLES = "tests/lawful/judge/test_rules.py"
HEAD = "| 条 | 规则 | 代码 | 测试 | 咬在哪里 |\n|---|---|---|---|---|"
ROWS_HEAD = "| 编号 | 事实 | 条 | 代码 | 测试 | 咬在哪里 |\n|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Fact:
    """One row of the table of facts; `rules` are places, 期限 keys and 判官 numbers, `gap` what is missing."""

    number: str
    says: str
    law: str
    rules: Sequence[str] = ()
    tests: Sequence[str] = ()
    gap: str = ""


class LawPages:
    def __init__(self, within: Path) -> None:
        self.within = within
        self.source = SourceMap(within)
        self.bites = Bites(self.source, procedures=within / "catalogues" / "national" / "procedures")
        self.proofs = Proofs(self.source)

    def articles(self) -> str:
        """Statute by statute: article, rule, code, test, where it bites."""
        lines = ["# 条文与代码", HAND_OFF, ARTICLES_SAID]
        for statute, group in groupby(self._cited(), key=lambda row: row.statute):
            lines += [f"\n## {statute}\n", HEAD]
            lines += dict.fromkeys(self._line(row) for row in group)
        return "\n".join(lines) + "\n"

    def facts_page(self) -> str:
        """Fact by fact: what answers it, or why nothing does."""
        lines = ["# 事实与代码", HAND_OFF, FACTS_SAID]
        for section, facts in self.facts.items():
            lines += [f"\n## {section}\n", ROWS_HEAD]
            for fact in facts:
                places = "<br>".join(f"`{rule}`" for rule in fact.rules)
                tests = "<br>".join(f"`{test}`" for test in self.tests_of(fact))
                bites = "<br>".join(dict.fromkeys(filter(None, map(self._bite, fact.rules))))
                if fact.gap:
                    bites += f"{'<br>' if bites else ''}缺：{fact.gap}（[gaps.md](gaps.md)）"
                lines.append(f"| {fact.number} | {fact.says} | {fact.law} | {places} | {tests} | {bites} |")
        return "\n".join(lines) + "\n"

    @cached_property
    def facts(self) -> dict[str, list[Fact]]:
        table = read_yaml(self.within / "docs" / "law" / "rows.yaml")
        return {
            section: [Fact(number=number, **row) for number, row in rows.items()]
            for section, rows in table.items()
        }

    def unknown(self, fact: Fact) -> list[str]:
        """The rules and tests of a fact that are no longer there."""
        missing = [rule for rule in fact.rules if not self._exists(rule)]
        return missing + [test for test in fact.tests if test not in self.source.definitions]

    def tests_of(self, fact: Fact) -> list[str]:
        found = [*fact.tests, *(test for rule in fact.rules for test in self._tests(rule))]
        return list(dict.fromkeys(found))

    def _exists(self, rule: str) -> bool:
        if rule.startswith(JUDGE):
            return rule.removeprefix(JUDGE) in self.judged
        if rule.startswith(DEADLINE):
            return rule.removeprefix(DEADLINE) in {row.key for row in deadline_rules.RULES}
        return rule in self.source.definitions or (self.within / rule).is_file()

    def _tests(self, rule: str, sentence: str = "") -> tuple[str, ...]:
        if rule.startswith(JUDGE):
            return (f"{EXAMPLES} {rule.removeprefix(JUDGE)}",)
        if rule.startswith(DEADLINE):
            return self.proofs.of_deadline(rule.removeprefix(DEADLINE))
        return self.proofs.of(rule, sentence) if rule.partition(" ")[0] in self.source.modules else ()

    def _bite(self, rule: str) -> str:
        if rule.startswith(JUDGE):
            return "判官：每一份案卷的经过"
        if rule.startswith(DEADLINE):
            return self.bites.of_deadline(rule.removeprefix(DEADLINE))
        return self.bites.of(rule) if rule.partition(" ")[0] in self.source.modules else "文书"

    @cached_property
    def judged(self) -> dict[str, Any]:
        """The rules of the judge who reads what happened; tests are no part of the platform, so by name."""
        return dict(import_module("tests.lawful.judge.rule").all_rules())

    def _cited(self) -> list[Cited]:
        code = citations_of_tree(self.within / "src" / "sanzhi")
        judged = ((row.article, f"{JUDGE}{row.number}", row.says) for row in self.judged.values())
        counted = ((row.citation, f"{DEADLINE}{row.key}", _said(row)) for row in deadline_rules.RULES)
        tables = (
            Cited(statute, article, place, rule)
            for text, place, rule in (*judged, *counted)
            for statute, article in articles_in(text)
        )
        return sorted({*_plain(code), *tables})

    def _line(self, row: Cited) -> str:
        article = f"第{numeral_of(row.article)}条" if row.article else "全文"
        tests = "<br>".join(f"`{test}`" for test in self._tests(row.place, row.rule))
        rule = row.rule.replace("|", "｜")
        return f"| {article} | {rule} | `{row.place}` | {tests} | {self._bite(row.place)} |"


def _said(row: DeadlineRule) -> str:
    mark = "" if row.mark == "原文" else f"〔{row.mark}〕"
    return f"{row.title}：{row.starts}之日起{row.caption}{mark}"


def _plain(rows: list[Cited]) -> Iterator[Cited]:
    """Where a function says its rule to users, its docstring for developers is left out."""
    said = {(row.statute, row.article, row.place) for row in rows if not ENGLISH.search(row.rule)}
    for row in rows:
        place = (row.statute, row.article, row.place)
        if not row.place.startswith(DEADLINES) and (place not in said or not ENGLISH.search(row.rule)):
            yield row


HAND_OFF = "<!-- 由 make docs 生成，请勿手工修改 -->\n"
ARTICLES_SAID = """程序在哪里适用了哪一条，哪一个测试证明它，它在哪些环节、操作上起作用。〔记忆〕〔建议〕表示出处待核，可由清单改定。

- **代码**：文件和函数；`期限 …`是期限表的一行，`判官 …`是独立判官的一条规则（[tests/lawful](../../tests/lawful/README.md)），
  他不看程序的守卫，只看每一份案卷发生了什么。
- **测试**：期待这一句话的测试，或者写到这个函数的测试，至多两个。每一句拒绝的话确实说过，由 `tests/refusals` 听取。
- **咬在哪里**：沿着代码从规则找到询问它的操作和程序环节。空白的，是只写明出处的地方。

按领域事实逐行的见 [facts.md](facts.md)，没有做到的见 [gaps.md](gaps.md)。"""
FACTS_SAID = """领域事实表二·〇、二·一、二·六、二·七各行：由哪里的规则回答，哪些测试证明。对应关系写在 [rows.yaml](rows.yaml)，
测试和“咬在哪里”由代码得出。标“缺”的，在 [gaps.md](gaps.md) 中写明为什么。按条文的见 [README.md](README.md)。"""
