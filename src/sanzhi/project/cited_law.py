"""Finds where the code cites the law: in sentences, comments and docstrings, with the function that applies it.

It reads source text only, so a rule without a citation is not found: the house test of `law/` asks for one.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sanzhi.law.citations import parse_citations

SECTION = re.compile(r"([一-鿿]{2,20}?(?:法|条例|办法|规定)) ?(§[\d§,–()、 ]*\d)")
NUMBERS = re.compile(r"§(\d+)(?:–§(\d+))?")
DOCUMENT = re.compile(r"国办发〔\d{4}〕\d+号")
CHINESE = re.compile(r"[一-鿿]")
SHORT_NAMES = {"处罚法": "行政处罚法", "强制法": "行政强制法", "许可法": "行政许可法"}
SHORT_NAMES["平顶山条例"] = "平顶山市城乡规划建设管理条例"
SHORT_NAMES["移送规定"] = "行政执法机关移送涉嫌犯罪案件的规定"
UNREAD = {"tests", "migrations", "demo", "project"}


@dataclass(frozen=True, order=True)
class Cited:
    """`article` 0 stands for a whole document; `place` is `cases/policies.py may_act`; `rule` says what is applied."""

    statute: str
    article: int
    place: str
    rule: str


def citations_of_tree(root: Path) -> list[Cited]:
    """Every citation below `root`, in the order of statute, article and place."""
    found: set[Cited] = set()
    for path in root.rglob("*.py"):
        inside = path.relative_to(root)
        if not UNREAD & set(inside.parts) and path.stem not in {"testing", "conftest"}:
            found |= set(citations_of(path.read_text(encoding="utf-8"), inside.as_posix()))
    return sorted(found)


def citations_of(source: str, name: str) -> Iterator[Cited]:
    """The citations of one file called `name`."""
    tree = ast.parse(source)
    spans = list(_spans(tree))

    def place(line: int) -> str:
        inner = [span for span in spans if span[0] <= line <= span[1]]
        return f"{name} {max(inner)[2]}" if inner else name

    for node in ast.walk(tree):
        for text, rule in _sentences(node):
            for statute, article in articles_in(text):
                yield Cited(statute, article, place(getattr(node, "lineno", 1)), rule)
    for number, line in enumerate(source.splitlines(), start=1):
        for match in SECTION.finditer(line):
            rule = line.partition("#")[2].strip() or line.strip().strip('"') * line.strip().startswith('"""')
            for first, last in NUMBERS.findall(match[2]):
                for article in range(int(first), int(last or first) + 1):
                    yield Cited(_full(match[1]), article, place(number), rule)


def _spans(tree: ast.Module) -> Iterator[tuple[int, int, str]]:
    """First line, last line and name of every function and class, and of the tables at the top of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.end_lineno or node.lineno, node.name
    for statement in tree.body:
        target = (
            statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        )
        if isinstance(target, ast.Name):
            yield statement.lineno, statement.end_lineno or statement.lineno, target.id


def _full(statute: str) -> str:
    """The statute's name without the words that ran into it: 写明行政处罚法 is 行政处罚法."""
    for short, full in SHORT_NAMES.items():
        if statute.endswith(short):
            return full
    return statute.removeprefix("中华人民共和国")


def _sentences(node: ast.AST) -> Iterator[tuple[str, str]]:
    """(citing text, what it is the ground of) among the neighbours in one call or tuple."""
    if not isinstance(node, ast.Call | ast.Tuple):
        return
    parts = (
        [*node.args, *(word.value for word in node.keywords if word.arg != "mark")]
        if isinstance(node, ast.Call)
        else node.elts
    )
    texts = [text for text in map(text_of, parts) if CHINESE.search(text)]
    marks = [word.value for word in getattr(node, "keywords", []) if word.arg == "mark"]
    mark = "".join(f"〔{text_of(value)}〕" for value in marks)
    for text in texts:
        if articles_in(text):
            yield text, next((other for other in texts if other != text), "") + mark


def text_of(node: ast.expr) -> str:
    """The text that an expression writes down, with … for what is filled in; empty for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return ""


def articles_in(text: str) -> list[tuple[str, int]]:
    """The statutes and articles that a text cites; a document of the State Council counts as a whole, article 0."""
    named = [(_full(cited.statute), cited.article) for cited in parse_citations(text)]
    return named + [(document, 0) for document in DOCUMENT.findall(text)]
