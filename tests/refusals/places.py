"""Every place that can say no: each `Verdict.when`, `Verdict.no` and `Reason` of these apps, found by reading them.

A place is named by file, function and sentence, never by its line: moving code does not make it another one.
"""

import ast
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sanzhi"
APPS = (
    "applications",
    "cases",
    "penalty",
    "coercion",
    "levy",
    "requisition",
    "licensing",
    "reviews",
    "recordings",
    "disclosure",
    "documents",
)
ASIDE = {"tests", "migrations"}


@dataclass(frozen=True, order=True)
class Place:
    """`words` is the sentence with … for what is filled in; `line` and `citation` are not compared."""

    file: str
    function: str
    words: str
    line: int = field(compare=False, default=0)
    citation: str = field(compare=False, default="")  # as it stands in the code

    @property
    def app(self) -> str:
        return self.file.partition("/")[0]

    def __str__(self) -> str:
        return f"{self.file} {self.function}：{self.words}"


def places_of_file(path: Path) -> dict[tuple[int, int], Place]:
    """The places of one module by where their call ends (line, column in bytes), as the interpreter knows it."""
    found: dict[tuple[int, int], Place] = {}
    file = path.relative_to(SOURCE).as_posix()

    def visit(node: ast.AST, function: str) -> None:
        if isinstance(node, ast.FunctionDef):
            function = node.name
        if isinstance(node, ast.Call) and (sentence := _sentence(node)) is not None:
            place = Place(file, function, _words(sentence), node.lineno, _citation(node))
            found[(node.end_lineno or 0, node.end_col_offset or 0)] = place
        for child in ast.iter_child_nodes(node):
            visit(child, function)

    visit(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def all_places() -> dict[str, dict[tuple[int, int], Place]]:
    """The places of the five apps, by the file's whole name."""
    files = [path for app in APPS for path in sorted((SOURCE / app).rglob("*.py"))]
    by_file = {str(path): places_of_file(path) for path in files if not ASIDE & set(path.parts)}
    return {name: places for name, places in by_file.items() if places}


def _sentence(call: ast.Call) -> ast.expr | None:
    """The sentence that the call would say; None when it is no refusal."""
    called = ast.unparse(call.func)
    if called == "Verdict.when":
        return call.args[1]
    if called == "Verdict.no":
        return call.args[0]
    if called == "Reason" and not _is_form_error(call.args[0]):
        return call.args[0]
    return None


def _citation(call: ast.Call) -> str:
    """The article, or the name under which it stands; the second argument but for `Verdict.when`."""
    named = [word.value for word in call.keywords if word.arg == "citation"]
    placed = [] if ast.unparse(call.func) == "Verdict.when" else call.args[1:2]
    return ast.unparse((named or placed or [ast.Constant("")])[0]).strip("'\"")


def _is_form_error(sentence: ast.expr) -> bool:
    """What pydantic said about a form, put into Chinese: no rule of ours refused."""
    return isinstance(sentence, ast.Call) and ast.unparse(sentence.func) == "chinese"


def _words(sentence: ast.expr) -> str:
    if isinstance(sentence, ast.Constant):
        return str(sentence.value)
    if isinstance(sentence, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in sentence.values)
    return f"{{{ast.unparse(sentence)}}}"
