"""The house rules that a machine can see: sizes, openings, names, no machine's own paths."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE_LINES, FUNCTION_LINES, OPENING_LINES = 400, 40, 10
BANNED = {"utils", "helpers", "manager", "data", "info", "process", "handle"}
DJANGO_NAMES = {"handle"}  # what a management command must be called
# paths that exist on one machine only, written in pieces so that this file does not contain them
FOREIGN = ["/wor" + "k/", "/roo" + "t/", "/hom" + "e/"]


def tracked(*suffixes: str) -> list[Path]:
    """The repository's own files, present in the tree, with one of `suffixes`."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.split("\0") if name.endswith(suffixes)]
    return [ROOT / name for name in names if (ROOT / name).exists()]


def modules() -> list[tuple[str, str, ast.Module]]:
    """(path, text, tree) of every module that people have written."""
    found = []
    for path in tracked(".py"):
        if "migrations" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found.append((path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return found


def test_files_stay_small() -> None:
    large = {name for name, text, _ in modules() if text.count("\n") > FILE_LINES}
    assert large == set()


def test_functions_stay_small() -> None:
    long = set()
    for name, _, tree in modules():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.FunctionDef)
                and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
            ):
                long.add(f"{name} {node.name}")
    assert long == set()


def test_modules_open_with_what_they_are_for() -> None:
    silent, talkative = [], []
    for name, text, tree in modules():
        opening = ast.get_docstring(tree) or ""
        if text.strip() and not opening:
            silent.append(name)
        if len(opening.splitlines()) > OPENING_LINES:
            talkative.append(name)
    assert (silent, talkative) == ([], [])


def test_nothing_has_a_name_that_says_nothing() -> None:
    found = [name for name, _, _ in modules() if Path(name).stem in BANNED]
    for name, _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in BANNED:
                may = node.name in DJANGO_NAMES and "/management/commands/" in name
                found += [] if may else [f"{name} {node.name}"]
    assert found == []


def test_no_path_of_one_machine() -> None:
    kinds = (
        ".py",
        ".md",
        ".toml",
        ".in",
        ".txt",
        ".yaml",
        ".yml",
        ".html",
        ".css",
        ".js",
        ".typ",
        "Makefile",
        "run",
    )
    found = []
    for path in tracked(*kinds):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(ROOT)}: {word}" for word in FOREIGN if word in text]
    assert found == []
