"""What a verification finds: names table and row, never a column or a value; it may be shown to anyone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

CHUNK = 500


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was recorded. `table` is a label such as `cases.case`, `row` its key."""

    table: str
    row: int | str
    sentence: str


Check = Callable[[], Iterator[Finding]]
