"""The fixed operators on tables: deadline rows, and the demands of a procedure's steps."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.mutants.operators import Edit, Module

DEMANDS = {"needs": "guard", "documents": "paper", "recording": "moment"}


def edits_of_deadlines(path: Path, *, asked_by: Iterable[Path]) -> list[Edit]:
    """A day less and a day more in the rows that the apps ask for by key."""
    asked = {key for folder in asked_by for key in _texts(folder)}
    module, found = Module(path), []
    for node in ast.walk(module.tree):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "DeadlineRule"):
            continue
        key, days = node.args[0], node.args[2]
        if isinstance(key, ast.Constant) and isinstance(days, ast.Constant) and key.value in asked:
            start, end = module.span(days)
            was = int(module.read(days))
            for value in (was - 1, was + 1):
                said = f"{was} → {value}"
                found.append(Edit(str(key.value), "days", said, start, end, str(value)))
    return found


def _texts(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        if "tests" not in path.parts:
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in {"rule", "_from", "due"}:
                    yield from (str(row.value) for row in node.args if isinstance(row, ast.Constant))


def edits_of_procedure(path: Path) -> list[Edit]:
    """One guard, paper or moment of a step less, and one officer fewer."""
    text = path.read_text(encoding="utf-8")
    root: Any = yaml.compose(text)
    steps = next(value for key, value in root.value if key.value == "steps")
    found: list[Edit] = []
    for step in steps.value:
        fields = {key.value: value for key, value in step.value}
        name = fields["key"].value
        for field, thing in DEMANDS.items():
            if field in fields:
                found += _without_one(text, fields[field], step=name, thing=thing)
        if "officers" in fields and fields["officers"].value == "2":
            start, end = _bytes(text, fields["officers"])
            found.append(Edit(name, "fewer", "officers: 2 → 1", start, end, "1"))
    return found


def _without_one(text: str, items: Any, *, step: str, thing: str) -> Iterator[Edit]:
    parts = [text[row.start_mark.index : row.end_mark.index].strip() for row in items.value]
    start, end = _bytes(text, items)
    written = text[items.start_mark.index : items.end_mark.index]
    tail = written[len(written.rstrip()) :]
    for index, part in enumerate(parts):
        rest = ", ".join(parts[:index] + parts[index + 1 :])
        yield Edit(step, "unasked", f"{thing} {part} is not asked", start, end, f"[{rest}]{tail}")


def _bytes(text: str, node: Any) -> tuple[int, int]:
    return len(text[: node.start_mark.index].encode()), len(text[: node.end_mark.index].encode())
