"""The cells of a procedure as its readers read them: steps, conditions, acts and limits by name.

Whoever edits, and the sheets, keep the keys, because they are read back.
"""

import re
from collections.abc import Callable, Iterable

from sanzhi.catalogues.board import condition_caption
from sanzhi.catalogues.models import Kind, Row
from sanzhi.kernel import clock
from sanzhi.kernel.commands import registered_commands
from sanzhi.law.deadline_rules import captions
from sanzhi.law.measures import DISPOSAL_NAMES

KEY = re.compile(r"[a-z][a-z_]*(?:\.[a-z_]+)?")
OVERTURNED = {"overturn": "撤销、变更"}  # what a step issues where a decision is taken back
INNER = frozenset({"key", "needs", "marks"})  # what the program alone reads


def in_words(kind: str, rows: Iterable[Row]) -> Callable[[str], str]:
    """How the text of a cell is told; of other lists as it stands."""
    if kind != Kind.PROCEDURE:
        return str
    known = {name: row.title for name, row in registered_commands().items()}
    known |= DISPOSAL_NAMES | OVERTURNED | captions(clock.today()) | {row.code: row.title for row in rows}
    return lambda text: KEY.sub(lambda key: known.get(key[0]) or condition_caption(key[0]), text)


def is_told(kind: str, column: str) -> bool:
    return kind != Kind.PROCEDURE or column not in INNER
