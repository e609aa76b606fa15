"""The rows of the list of next steps, as plain values: page and phone show the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanzhi.cases.remedies import Part

DONE, MINE, OTHERS = "done", "mine", "others"


@dataclass(frozen=True)
class Go:
    """Where a row leads: an address; with `sends`, one to which these fields are sent."""

    url: str
    sends: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Lack:
    """A reason against a step or an act, with its own words; the remedy leads to the acts that it names."""

    sentence: str
    citation: str
    remedy: tuple[Part, ...]
    go: Go | None = None
    label: str = ""  # of what leads there


@dataclass(frozen=True)
class Row:
    """`state`: done | mine | others. `key` tells rows apart; `who` may do it, in words."""

    state: str
    title: str
    citation: str = ""
    key: str = ""
    note: str = ""
    who: str = ""
    go: Go | None = None
    is_main: bool = False
    needed_for: tuple[str, ...] = ()  # e.g. 进入“事先告知”
    lacks: tuple[Lack, ...] = ()  # what speaks against the next step until this is done


@dataclass(frozen=True)
class Group:
    """What stands against each of `holds`, e.g. 进入“事先告知”."""

    holds: tuple[str, ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True)
class Onward:
    """What opens when one thing more is done: the step `key` is left, the act `key` done, the paper of form `key` begun.

    `seen`: the state of what the act judges, as it stood when the page was made. `then`: the step that is left after it.
    """

    key: str
    label: str
    seen: str = ""
    is_step: bool = False
    then: str = ""


@dataclass(frozen=True)
class Way:
    """A step that may follow; `when` in words, empty for the one that is taken when no other holds."""

    title: str
    when: str
    is_taken: bool


@dataclass(frozen=True)
class Aside:
    """Acts of no step that can be done today, by the people for whom they are."""

    who: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Pane:
    """One proceeding at one moment. `personal` is what stands against whoever looks, whatever the act."""

    step: str
    citation: str
    personal: tuple[Lack, ...]
    mine: tuple[Row, ...]
    others: tuple[Row, ...]
    lacks: tuple[Group, ...]
    ways: tuple[Way, ...]
    done: tuple[Row, ...]
    not_now: tuple[Group, ...]
    asides: tuple[Row, ...]
    asides_of_others: tuple[Aside, ...]


def said(citations: Iterable[str]) -> str:
    """Several articles as one reference, each law named once."""
    of_law: dict[str, list[str]] = {}
    for law, _, article in (text.partition("第") for text in citations):
        of_law.setdefault(law, []).append(f"第{article}" if article else "")
    return "；".join(law + "、".join(filter(None, articles)) for law, articles in of_law.items())
