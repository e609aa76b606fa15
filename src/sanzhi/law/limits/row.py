"""One row of a table of limits: a figure, or a closed list of words, with the side on which it binds and its article."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

ZERO_DAY = date(1900, 1, 1)


class Bound(StrEnum):
    """On which side a limit binds: figures by the first four, lists by the last three."""

    MIN = "不少于"
    MAX = "不超过"
    BELOW = "低于"
    EXACT = "为"
    ALL = "应当包括"
    ANY = "限于"
    NONE = "不得"


MIN, MAX, BELOW, EXACT, ALL, ANY, NONE = Bound
FIGURES = frozenset({MIN, MAX, BELOW, EXACT})


@dataclass(frozen=True)
class LegalLimit:
    """`value` is a figure in `unit` or a list; `fact` the row of the table of facts; `mark` tells how sure it is."""

    key: str
    title: str
    bound: Bound
    value: int | Decimal | tuple[str, ...]
    citation: str
    fact: str
    unit: str = ""
    mark: str = "原文"
    valid_from: date = ZERO_DAY
    valid_to: date | None = None

    @property
    def figure(self) -> Decimal:
        """The figure. Raises TypeError for a list."""
        if isinstance(self.value, tuple):
            raise TypeError(f"{self.key} is a list")
        return Decimal(self.value)

    @property
    def words(self) -> tuple[str, ...]:
        """The list. Raises TypeError for a figure."""
        if not isinstance(self.value, tuple):
            raise TypeError(f"{self.key} is a figure")
        return self.value

    @property
    def caption(self) -> str:
        """不少于2人, 不得：夜间、法定节假日."""
        if isinstance(self.value, tuple):
            return f"{self.bound.value}：{'、'.join(self.value)}"
        return f"{self.bound.value}{self.value}{self.unit}"

    def allows(self, figure: Decimal | int) -> bool:
        """Whether the figure keeps the limit. Raises TypeError for a list."""
        kept = {
            MIN: figure >= self.figure,
            MAX: figure <= self.figure,
            BELOW: figure < self.figure,
            EXACT: figure == self.figure,
        }
        return kept[self.bound]

    def unmet(self, words: Iterable[str]) -> tuple[str, ...]:
        """What of `words` breaks the list: what is missing of ALL, what is not among ANY, what is among NONE."""
        given = tuple(words)
        if self.bound == ALL:
            return tuple(word for word in self.words if word not in given)
        return tuple(word for word in given if (word in self.words) == (self.bound == NONE))

    def is_valid(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
