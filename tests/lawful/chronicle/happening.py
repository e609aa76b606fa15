"""What everything that happens has in common: when, by whom, which row."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that happened. Its place in the chronicle is the ledger's order."""

    word: ClassVar[str] = ""  # 告知、决定 …: how the story calls it

    at: datetime
    on: date | None = None
    by: tuple[str, ...] = ()
    ref: str = ""

    @property
    def day(self) -> date:
        """The stated day, or the ledger's."""
        return self.on or self.at.date()
