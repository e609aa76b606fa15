"""What the guides tell people to press stands on the screen: a command's title, or the words of a template."""

import re
from pathlib import Path

from sanzhi.kernel.commands import registered_commands

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted((ROOT / "docs" / "guide").glob("*.md"))
PRESSED = re.compile(r"(?:点|按|办|办理|，用|→ )“([^”]+)”")


def test_every_button_that_a_guide_names_is_there() -> None:
    named = {name for path in GUIDES for name in PRESSED.findall(path.read_text(encoding="utf-8"))}
    titles = {row.title for row in registered_commands().values()}
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("templates/**/*.html"))
    shown = {re.sub(r"\s+", "", words) for words in re.findall(r"[>}]([^<>{}]+)[<{]", pages)}
    assert len(named) > 5 and sorted(named - titles - shown) == []
