"""The core knows no kind: its sentences are right for every decision, and speak of 处罚 only where they cite."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "src" / "sanzhi" / "cases"
CITED = re.compile("行政处罚(法|程序规定|听证办法)")


def test_the_core_has_no_word_of_penalty() -> None:
    files = [
        path
        for path in sorted(CORE.rglob("*"))
        if path.suffix in {".py", ".html"} and not {"tests", "migrations"} & set(path.parts)
    ]
    assert len(files) > 100
    assert [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "处罚" in CITED.sub("", line)
    ] == []
