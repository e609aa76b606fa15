"""The fixed operators on Python: each replaces a stretch of a guard by a milder one.

hold: a condition counts as met; yes: a no becomes a yes; unasked: a verdict is not asked; milder: `<` becomes `<=`;
half: one half of a comparison or conjunction is dropped; either: `or` for `and`, `any` for `all`; role: a role more;
days: a day less or more; fewer: one person fewer; early: the way round a guard is always taken.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROLES = ("OFFICER", "LEGAL_REVIEWER", "SQUAD_LEADER")
Shifts = dict[type[ast.cmpop], str]
MILDER: Shifts = {ast.Lt: "<=", ast.Gt: ">="}
STRICTER: Shifts = {ast.LtE: "<", ast.GtE: ">"}
DAY_CALLS = {"add_working", "timedelta"}


@dataclass(frozen=True)
class Edit:
    """Bytes `start` to `end` become `replacement`."""

    function: str
    operator: str
    description: str
    start: int
    end: int
    replacement: str


class Module:
    """A parsed file that can say where a node lies, in bytes, and how it reads."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_bytes()
        self.tree = ast.parse(self.text)
        self.starts = [0]
        for line in self.text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def read(self, node: ast.expr) -> str:
        start, end = self.span(node)
        return self.text[start:end].decode()

    def follows(self, node: ast.expr, word: bytes) -> bool:
        return self.text[: self.span(node)[0]].endswith(word)

    def part(self, node: ast.expr) -> str:
        """As it reads within a larger expression: its own brackets are outside of its span."""
        text = self.read(node)
        return f"({text})" if isinstance(node, ast.BoolOp | ast.IfExp | ast.Compare) else text


def edits_of_module(path: Path) -> list[Edit]:
    """Every edit of the module, each stretch and replacement once."""
    module = Module(path)
    found: dict[tuple[int, int, str], Edit] = {}
    for function, node in _nodes(module.tree, ""):
        for edit in _edits(module, function, node=node):
            found.setdefault((edit.start, edit.end, edit.replacement), edit)
    return list(found.values())


def _nodes(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.FunctionDef) else function
        yield inner or "module", child
        yield from _nodes(child, inner)


class Change(NamedTuple):
    """What an operator puts in place of `target`; without `said` the description is made from both."""

    operator: str
    target: ast.expr | ast.stmt
    replacement: str
    said: str = ""


def _edits(module: Module, function: str, *, node: ast.AST) -> Iterator[Edit]:
    for change in _changes(module, node):
        start, end = module.span(change.target)
        told = change.said or f"{_short(change.target)} → {' '.join(change.replacement.split())}"
        yield Edit(function, change.operator, told, start, end, change.replacement)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "require":
        for row, start, end in _arguments(module, node):
            if not _is_own_verdict(row):
                yield Edit(function, "unasked", f"{_short(row)} is not asked", start, end, "")


def _changes(module: Module, node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        if called == "Verdict.when":
            yield Change("hold", node.args[0], "True", f"{_short(node.args[0])} always holds")
            yield from (Change(*row) for row in milder(module, node.args[0]))
        elif called == "Verdict.no":
            yield Change("yes", node, "Verdict.yes()", f"{_short(node)} → yes")
        elif called == "all" and not module.follows(node, b"not "):  # not all(…) would become stricter
            yield Change("either", node.func, "any", f"any for {_short(node)}")
        elif called.endswith(".has"):
            yield from (Change("role", node, row) for row in _with_a_role_more(module, node))
        yield from (Change("days", *row) for row in _days(node))
    elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitAnd):
        if not _is_own_verdict(node.value):
            yield Change("unasked", node, "pass", f"{_short(node.value)} is not asked")
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
        for kept, dropped in ((node.left, node.right), (node.right, node.left)):
            if not _is_own_verdict(dropped) and "Verdict" in module.text.decode():
                yield Change("unasked", node, module.read(kept), f"{_short(dropped)} is not asked")
    elif isinstance(node, ast.If) and _returns_yes(node):
        yield Change("early", node.test, "True", f"the guard is passed by, not only if {_short(node.test)}")
    elif isinstance(node, ast.FunctionDef):
        yield from (Change("fewer", row, str(value), said) for row, value, said in _counts(node))
        if _says_bool(node):
            yield from (Change(*row) for row in _both_ways(module, node))
    elif isinstance(node, ast.Tuple) and _is_roles(node):
        more = _role_beside([ast.unparse(row) for row in node.elts])
        if more:
            text = module.read(node).rstrip(")").rstrip().rstrip(",")
            yield Change("role", node, f"{text}, {more})", f"{_short(node)} and {more}")


def milder(
    module: Module, condition: ast.expr, *, wanted: bool = True
) -> Iterator[tuple[str, ast.expr, str]]:
    """(operator, node, replacement) that make `condition` easier to meet, or harder where `wanted` is False."""
    if isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
        yield from milder(module, condition.operand, wanted=not wanted)
    elif isinstance(condition, ast.BoolOp):
        conjunction = isinstance(condition.op, ast.And)
        parts = [module.part(row) for row in condition.values]
        if conjunction == wanted:
            joined = " or " if conjunction else " and "
            yield "either", condition, f"({joined.join(parts)})"
            for index in range(len(parts)):
                rest = (" and " if conjunction else " or ").join(parts[:index] + parts[index + 1 :])
                yield "half", condition, f"({rest})"
        for row in condition.values:
            yield from milder(module, row, wanted=wanted)
    elif isinstance(condition, ast.Compare):
        yield from _compared(module, condition, shifts=MILDER if wanted else STRICTER)
        if wanted and len(condition.ops) == 2:
            left, middle, right = (module.part(row) for row in (condition.left, *condition.comparators))
            words = [_word(op) for op in condition.ops]
            yield "half", condition, f"({left} {words[0]} {middle})"
            yield "half", condition, f"({middle} {words[1]} {right})"


def _compared(module: Module, node: ast.Compare, *, shifts: Shifts) -> Iterator[tuple[str, ast.expr, str]]:
    operands = [module.part(row) for row in (node.left, *node.comparators)]
    for index, op in enumerate(node.ops):
        if type(op) in shifts:
            words = [shifts[type(op)] if at == index else _word(row) for at, row in enumerate(node.ops)]
            pairs = zip(words, operands[1:], strict=True)
            yield "milder", node, " ".join([operands[0], *(f"{word} {right}" for word, right in pairs)])


def _both_ways(module: Module, node: ast.FunctionDef) -> Iterator[tuple[str, ast.expr, str]]:
    """In a function that answers yes or no to others, which way is milder cannot be told: both."""
    for row in ast.walk(node):
        if isinstance(row, ast.Compare):
            yield from _compared(module, row, shifts={**MILDER, **STRICTER})
        elif isinstance(row, ast.BoolOp) and not _is_default(row):
            parts = [module.part(part) for part in row.values]
            other = " and " if isinstance(row.op, ast.Or) else " or "
            yield "either", row, f"({other.join(parts)})"


def _is_default(node: ast.BoolOp) -> bool:
    """`value or 0` chooses a value; it is no condition."""
    last = node.values[-1]
    return isinstance(last, ast.Constant) or (
        isinstance(last, ast.Call) and ast.unparse(last.func) == "Decimal"
    )


WORDS = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
}


def _word(op: ast.cmpop) -> str:
    return WORDS[type(op)]


def _short(node: ast.expr | ast.stmt) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 90 else text[:89] + "…"


def _is_own_verdict(node: ast.expr) -> bool:
    """A `Verdict.when` or `Verdict.no` standing here is relaxed by itself."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {
        "Verdict.when",
        "Verdict.no",
        "Verdict.yes",
    }


def _arguments(module: Module, call: ast.Call) -> Iterator[tuple[ast.expr, int, int]]:
    """Each argument with the stretch that goes when it goes, its comma included."""
    spans = [module.span(row) for row in call.args]
    for index, row in enumerate(call.args):
        last = index == len(spans) - 1
        start = spans[index - 1][1] if last and index else spans[index][0]
        yield row, start, spans[index][1] if last else spans[index + 1][0]


def _returns_yes(node: ast.If) -> bool:
    only = node.body[0]
    return (
        isinstance(only, ast.Return) and only.value is not None and ast.unparse(only.value) == "Verdict.yes()"
    )


def _says_bool(node: ast.FunctionDef) -> bool:
    return node.returns is not None and ast.unparse(node.returns) == "bool"


def _counts(node: ast.FunctionDef) -> Iterator[tuple[ast.expr, int, str]]:
    """Defaults that count people: `wanted: int = 2`."""
    arguments = node.args.args[len(node.args.args) - len(node.args.defaults) :]
    for argument, default in zip(arguments, node.args.defaults, strict=True):
        if isinstance(default, ast.Constant) and isinstance(default.value, int) and default.value == 2:
            yield default, 1, f"{argument.arg} = 2 → 1"


def _days(call: ast.Call) -> Iterator[tuple[ast.expr, str, str]]:
    if ast.unparse(call.func).rpartition(".")[2] not in DAY_CALLS:
        return
    values = [*call.args[-1:], *(row.value for row in call.keywords if row.arg == "days")]
    for row in values:
        if isinstance(row, ast.Constant) and isinstance(row.value, int) and row.value > 1:
            yield row, str(row.value - 1), f"{_short(call)}: {row.value} → {row.value - 1}"


def _is_roles(node: ast.Tuple) -> bool:
    return bool(node.elts) and all(ast.unparse(row).startswith("Role.") for row in node.elts)


def _with_a_role_more(module: Module, call: ast.Call) -> Iterator[str]:
    given = [module.read(row) for row in call.args]
    more = _role_beside(given)
    if more and not any(row.startswith("*") for row in given):
        key = more.removeprefix("Role.").lower()  # a plain key needs no import
        yield f"{module.read(call.func)}({', '.join([*given, repr(key)])})"


def _role_beside(given: list[str]) -> str:
    return next((f"Role.{role}" for role in ROLES if f"Role.{role}" not in given), "")
