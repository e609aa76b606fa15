"""The judge trusts nobody: rules and chronicle import nothing of the platform, neither its guards nor its law."""

import ast
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TRUSTED = {"tests.lawful.chronicle", "tests.lawful.judge"}
DYNAMIC = {"import_module", "__import__", "eval", "exec"}


def imported(path: Path) -> set[str]:
    """The modules that the file names, and the calls by which it could name others."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                names |= {row.name for row in node.names}
            case ast.ImportFrom():
                names.add(node.module or ".")
                names |= {
                    f"{node.module}.{row.name}"
                    for row in node.names
                    if node.module in {"tests", "tests.lawful"}
                }
            case ast.Name() if node.id in DYNAMIC and path.name != "rule.py":
                names.add(node.id)
    return names


def is_trusted(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names or any(
        name == package or name.startswith(f"{package}.") for package in TRUSTED
    )


def test_judge_and_chronicle_know_nothing_of_the_platform() -> None:
    files = [path for folder in ("judge", "chronicle") for path in (HERE / folder).rglob("*.py")]
    rules = [path for path in files if not path.name.startswith("test_")]
    assert len(rules) > 30
    assert {
        f"{path.relative_to(HERE)} {name}"
        for path in rules
        for name in imported(path)
        if not is_trusted(name)
    } == set()


@pytest.mark.parametrize(
    "text",
    [
        "import sanzhi",
        "from sanzhi.law import days",
        "from tests.lawful import adapter",
        "import tests.lawful.clerk.run",
        "__import__('sanzhi')",
        "from tests import stories",
    ],
)
def test_a_trusting_judge_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "trusting.py").write_text(text, encoding="utf-8")
    assert not all(map(is_trusted, imported(tmp_path / "trusting.py")))
