"""Every word that an app answers is used by a procedure: what nobody asks is dead."""

import re
from pathlib import Path

from sanzhi.cases import board

PROCEDURES = Path(__file__).resolve().parents[2] / "catalogues" / "national" / "procedures"


def test_every_word_is_used() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(PROCEDURES.glob("*.yaml"))]
    used = {word for text in texts for word in re.findall(r"[a-z]+\.[a-z_]+", text)}
    assert sorted((board.guard_names() | board.condition_names()) - used) == []
