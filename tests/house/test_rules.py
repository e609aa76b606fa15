"""The rules of the house that no other tool holds: sizes, names, captions, migrations, words."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.events import all_events

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sanzhi"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
CODE = [path for path in FILES if "tests" not in path.parts]
BANNED_NAMES = {"utils", "helpers", "manager", "managers", "misc", "common", "data", "info", "process", "handle"}
# written in pieces, so that this file does not contain what it looks for
BANNED_WORDS = ["pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.(org|com)", r"(^|[^a-z.])/" + "work/"]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=named)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400, "split the file by what it is for"
    if "tests" in path.parts:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 45, f"{node.name} has {length} lines: give its parts names"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_modules_say_what_they_are_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if not text.strip():
        return
    doc = ast.get_docstring(ast.parse(text))
    assert doc and doc.count("\n") < 12, "open with one to six lines: what for, what refused"


def test_nobody_hides_in_a_drawer() -> None:
    drawers = [named(path) for path in CODE if path.stem in BANNED_NAMES or path.parent.name in BANNED_NAMES]
    assert drawers == [], "name the file after what it does"


def test_migrations_are_named_for_what_they_do() -> None:
    lazy = [named(path) for path in SOURCE.rglob("migrations/0*.py") if re.search(r"_auto_|_initial", path.name)]
    assert lazy == []


def test_raw_sql_stands_only_where_it_may() -> None:
    allowed = {"kernel", "ledger", "project"}
    strays = [
        named(path)
        for path in CODE
        if path.relative_to(SOURCE).parts[0] not in allowed and re.search(r"\.cursor\(|\.raw\(|RunSQL", path.read_text())
    ]
    assert strays == []


def test_every_command_is_captioned_and_lives_in_its_own_file() -> None:
    for name, registered in registered_commands().items():
        app, _, verb = name.partition(".")
        module = registered.call.__module__
        if app == "kernel" or ".tests." in module:
            continue
        assert re.search("[一-鿿]", registered.title), name
        assert module.startswith(f"sanzhi.{app}.commands."), f"{name} stands in {module}"
        assert module.rpartition(".")[2] == verb, f"{name} should stand in a file of its own name"


def test_events_belong_to_an_app_and_speak_chinese() -> None:
    apps = {path.name for path in SOURCE.iterdir() if path.is_dir()}
    for event in all_events():
        app, _, past = event.name.partition(".")
        assert app in apps and past, event.name
        assert app == "kernel" or re.search("[一-鿿]", event.sentence) or "test" in event.name, event.name


def test_the_portal_cannot_see_a_case() -> None:
    forbidden = re.compile(r"from sanzhi\.(cases|documents|reviews|recordings|disclosure|supervision)\b")
    assert [named(path) for path in CODE if "portal" in path.parts and forbidden.search(path.read_text())] == []


def test_the_law_knows_no_django() -> None:
    assert [named(path) for path in CODE if "law" in path.parts and "django" in path.read_text().lower().split('"""')[2]] == []


def test_no_words_that_do_not_belong_in_the_project() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    pattern = re.compile("|".join(BANNED_WORDS), re.MULTILINE)
    found = []
    for name in filter(None, tracked):
        path = ROOT / name
        if path.suffix in {".png", ".ttf"} or not path.is_file():
            continue
        if pattern.search(path.read_text(encoding="utf-8", errors="ignore")):
            found.append(name)
    assert found == []


def test_both_readmes_have_the_same_headings() -> None:
    chinese, english = (
        [line.split(" ")[0] for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        for name in ("README.md", "README.en.md")
    )
    assert chinese == english and len(chinese) >= 5


def test_the_glossary_names_every_app() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    apps = [path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()]
    assert [app for app in apps if app not in glossary] == []
