"""The one formatter of templates and styles: `python -m tests.house.markup` writes, `--check` names what would change.

djangofmt does not wrap Chinese text, but it may break a line between two control tags, which shows as a blank:
`blanks` finds those. cssbeautifier does the styles.
"""

import subprocess
import sys
from pathlib import Path

import cssbeautifier

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ["--line-length", "120", "--indent-width", "2", "--quiet"]
DJANGOFMT = Path(sys.executable).with_name("djangofmt")


def files(suffix: str) -> list[Path]:
    """Every template or style of the source tree."""
    return sorted((ROOT / "src").rglob(f"*{suffix}"))


def beautified(text: str) -> str:
    """One declaration a line; selectors of a rule stay side by side."""
    options = cssbeautifier.default_options()
    options.indent_size = 2
    options.end_with_newline = True
    options.selector_separator_newline = False
    options.newline_between_rules = False
    return str(cssbeautifier.beautify(text, options))


def formatted(path: Path) -> str:
    """The text of `path` as the formatter would write it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        return beautified(text)
    command = [str(DJANGOFMT), *TEMPLATES, "--stdin-filename", path.name, "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{path.relative_to(ROOT)}: {done.stderr.strip()}")
    return done.stdout


def untidy() -> list[Path]:
    """The files that the formatter would change."""
    found = [path for path in files(".html") + files(".css") if formatted(path) != path.read_text("utf-8")]
    return found


def main() -> int:
    changed = untidy()
    for path in changed:
        if "--check" not in sys.argv:
            path.write_text(formatted(path), encoding="utf-8")
        print(path.relative_to(ROOT))
    return int("--check" in sys.argv and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
