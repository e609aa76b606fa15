"""The rules of the house for commands, events, migrations and SQL, and the walls that must be seen to stand."""

import re
import subprocess
from pathlib import Path

from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.events import all_events

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sanzhi"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
CODE = [path for path in FILES if "tests" not in path.parts]
# written in pieces, so that this file does not contain what it looks for
BANNED_WORDS = ["pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.(org|com)"]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_migrations_are_named_for_what_they_do() -> None:
    lazy = [
        named(path) for path in SOURCE.rglob("migrations/0*.py") if re.search(r"_auto_|_initial", path.name)
    ]
    assert lazy == []


def test_raw_sql_stands_only_where_it_may() -> None:
    allowed = {"kernel", "ledger", "project"}
    strays = [
        named(path)
        for path in CODE
        if path.relative_to(SOURCE).parts[0] not in allowed
        and re.search(r"\.cursor\(|\.raw\(|RunSQL", path.read_text())
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
    assert [
        named(path) for path in CODE if "portal" in path.parts and forbidden.search(path.read_text())
    ] == []


def test_the_law_knows_no_django() -> None:
    assert [
        named(path)
        for path in CODE
        if "law" in path.parts and "django" in path.read_text().lower().split('"""')[2]
    ] == []


def test_no_words_that_do_not_belong_in_the_project() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    pattern = re.compile("|".join(BANNED_WORDS), re.MULTILINE)
    found = []
    for name in filter(None, tracked):
        path = ROOT / name
        if path.suffix in {".png", ".ttf"} or not path.is_file():
            continue
        if pattern.search(path.read_text(encoding="utf-8", errors="ignore")):
            found.append(name)
    assert found == []
