"""Cases that are investigated together 并案 and parted again 分案, and what of one is used in the other. Values only."""

from dataclasses import dataclass
from datetime import date

from tests.lawful.chronicle.happening import Happening
from tests.lawful.chronicle.people import Party


@dataclass(frozen=True)
class Borrowed:
    """A piece of evidence that another case has gathered."""

    case: str
    name: str
    gathered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Joined(Happening):
    """`other` by its number; `recused`: who had to stand back from it by then; `parties`: against whom it is."""

    word = "并案"
    other: str = ""
    way: str = ""  # same_party | one_act | one_scene
    parties: tuple[Party, ...] = ()
    recused: tuple[str, ...] = ()
    is_decided: bool = False  # the other one was, by then


@dataclass(frozen=True, kw_only=True)
class Parted(Happening):
    word = "分案"
    other: str = ""
