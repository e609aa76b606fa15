"""A power 职权 as the program uses it: what is forbidden, on what basis it is punished, how much."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sanzhi.kernel import clock
from sanzhi.law.fines import Formula, describe, parse_formula

OF_THE_CODE = "（法典）"  # by which the list tells a row of the Code from the one that it follows
CODES = re.compile(r"C\d+(?:-[0-9A-Z]+)*")


@dataclass(frozen=True)
class Power:
    """A row of the powers list. `formulas` holds the fine by respondent; the key "" serves everybody.

    `lighter_from`: since that day a lighter successor is used instead, also for earlier acts. `reaches_back`: this is one.
    `if_refused`: the code whose figures hold for who was ordered to correct and refused. `authorises`: the coercive
    measures that its basis gives, `serves` the codes of the causes for which, `respondents` against whom (all: empty).
    """

    code: str
    title: str
    category: str
    conduct: str
    prohibition: str
    penalty_basis: str
    correct_first: bool
    correct_first_text: str
    formulas: tuple[tuple[str, Formula], ...]
    alternatives: tuple[Formula, ...]
    other_measures: str
    warns: bool
    executing_department: str
    is_ours: bool
    edition_id: int
    conflicts: str
    mark: str
    valid_from: date | None
    valid_to: date | None
    successor: str = ""
    lighter_from: date | None = None
    reaches_back: bool = False
    if_refused: str = ""
    authorises: frozenset[str] = frozenset()
    serves: frozenset[str] = frozenset()
    respondents: tuple[str, ...] = ()

    def is_valid_on(self, day: date, *, decided_on: date | None = None) -> bool:
        """Whether an act of that day may be punished on this basis by a decision of `decided_on` (today).

        行政处罚法 §37: the law of the day of the act, unless the law that has followed when it is decided is lighter.
        """
        on = decided_on or clock.today()
        if self.lighter_from is not None and on >= self.lighter_from:
            return False
        begun = self.valid_from is None or self.valid_from <= (on if self.reaches_back else day)
        return begun and (self.valid_to is None or day <= self.valid_to)

    @property
    def cause(self) -> str:
        """The title as papers and records write it."""
        return self.title.removesuffix(OF_THE_CODE)

    @property
    def rivals(self) -> tuple[str, ...]:
        """The codes of the causes that the list says compete with this one (行政处罚法 §29)."""
        return tuple(CODES.findall(self.conflicts))

    @property
    def is_penalty(self) -> bool:
        return self.category == "行政处罚"

    def formula_for(self, kind: str) -> Formula | None:
        """The formula for a respondent; an individual business is measured as a person where they differ."""
        table = dict(self.formulas)
        if kind == "individual_business":
            return table.get(kind) or table.get("person") or table.get("")
        return table.get(kind) or table.get("")

    @property
    def penalty_text(self) -> str:
        captions = {"person": "个人", "organisation": "单位", "individual_business": "个体工商户", "": ""}
        parts = [f"{captions[kind]}{describe(formula)}" for kind, formula in self.formulas]
        parts += [describe(formula) for formula in self.alternatives]
        return "；".join(parts) or self.other_measures


def read_powers(
    contents: Sequence[Mapping[str, Any]], *, edition_id: int, authority_name: str
) -> dict[str, Power]:
    """All rows of a list by code: what one says of its successor holds for both."""
    rows = [read_power(row, edition_id=edition_id, authority_name=authority_name) for row in contents]
    powers = {power.code: power for power in rows}
    for content in contents:
        heir = powers.get(content.get("successor") or "")
        if content.get("successor_is_lighter") and heir is not None:
            code = content["code"]
            powers[code] = replace(powers[code], lighter_from=heir.valid_from)
            powers[heir.code] = replace(heir, reaches_back=True)
    return powers


def read_power(content: Mapping[str, Any], *, edition_id: int, authority_name: str) -> Power:
    formulas = [("", parse_formula(content["formula"]))] if content.get("formula") else []
    formulas += [(kind, parse_formula(table)) for kind, table in content.get("formulas", {}).items()]
    department = content.get("executing_department") or authority_name
    conflicts = content.get("conflicts") or ""
    plain = "code title category conduct prohibition penalty_basis correct_first correct_first_text other_measures mark"
    return Power(
        **{name: content[name] for name in plain.split()},
        formulas=tuple(formulas),
        warns=bool(content.get("warns")),
        alternatives=tuple(parse_formula(table) for table in content.get("alternatives", ())),
        executing_department=department,
        is_ours=department == authority_name,
        edition_id=edition_id,
        valid_from=_day(content.get("valid_from")),
        valid_to=_day(content.get("valid_to")),
        successor=content.get("successor") or "",
        if_refused=content.get("if_refused") or "",
        authorises=frozenset(content.get("authorises") or ()),
        serves=frozenset(content.get("serves") or ()),
        respondents=tuple(content.get("respondents") or ()),
        conflicts=conflicts if isinstance(conflicts, str) else "、".join(conflicts),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
