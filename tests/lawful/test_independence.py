"""The judge trusts nobody: rules and chronicle import nothing of the platform, neither its guards nor its law."""

import ast
from pathlib import Path

HERE = Path(__file__).parent
OURS = {"sanzhi", "django", "pydantic"}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {row.name.partition(".")[0] for row in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
            names |= {(node.module or "")} if (node.module or "").startswith("tests.") else set()
    return names


def test_judge_and_chronicle_know_nothing_of_the_platform() -> None:
    files = [path for folder in ("judge", "chronicle") for path in (HERE / folder).rglob("*.py")]
    assert len(files) > 30
    trusting = {
        f"{path.relative_to(HERE)} {name}"
        for path in files
        for name in imported(path)
        if name in OURS or name.startswith(("tests.lawful.adapter", "tests.lawful.clerk"))
    }
    assert trusting == set()
