"""What is read from a penalty clause: a draft of a power, or the reason why it is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class PenaltyDraft:
    """One separately punished conduct. `item` and `paragraph` are 0 where the basis needs none.

    `formulas` and `alternatives` are tables for `fines.parse_formula`; the key "" of `formulas` serves everybody.
    `executing_department` is "" for the department that the statute charges with all its penalties. `unread` are the
    pieces with a sanction that no field says. `respondent` is organisation or person where the conduct is only theirs
    (施工单位未……的), and "" for everybody.
    """

    article: int
    suffix: int
    paragraph: int
    item: int
    basis: str
    prohibitions: tuple[str, ...]
    conduct: str
    text: str
    correct_first: bool = False
    correct_first_text: str = ""
    formulas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    alternatives: tuple[Mapping[str, Any], ...] = ()
    warns: bool = False
    other_measures: tuple[str, ...] = ()
    executing_department: str = ""
    unread: tuple[str, ...] = ()
    respondent: str = ""


@dataclass(frozen=True)
class PassedOver:
    """A clause, or a part of one, that is no power: `basis` where it stands, `reason` in a sentence.

    `is_unread` where it speaks of punishment and nobody has said that it is no power.
    """

    basis: str
    reason: str
    text: str
    is_unread: bool = False


@dataclass(frozen=True)
class LiabilityReading:
    drafts: tuple[PenaltyDraft, ...]
    passed_over: tuple[PassedOver, ...]


def article_of(basis: str) -> str:
    """《某法》第五条之一第二款 as 《某法》第五条之一."""
    return re.sub(r"(条(?:之[^第款项]+)?)(?:第.*)?$", r"\1", basis)
