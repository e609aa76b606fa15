"""The parts of a form as frozen values: fields, signers, completeness rules. No reading, no Django."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

FIELD_TYPES = frozenset(
    {"text", "long_text", "date", "datetime", "money", "number", "choice", "boolean", "table", "people", "qa"}
)
LISTS = {
    "people": {"name": "姓名", "certificate": "执法证号", "unit": "单位"},
    "qa": {"question": "问", "answer": "答"},
}
NATURES = {
    "internal": "内部文书",
    "external": "外部文书",
    "evidence": "证据",
    "agency": "外部机关文书",
    "public": "公开文书",
}
# who signs inside the system, in the order of the form; the others sign on paper
SYSTEM_ROLES = frozenset({"officer", "squad_leader", "bureau_head", "legal_reviewer"})
PAPER_ROLES = frozenset(
    {"executor", "party", "witness", "provider", "recipient", "attendee", "recorder", "chair", "collector"}
)
PLACEHOLDER = re.compile(r"\{([a-z0-9_.A-Z]+)\}")
RULE_KINDS = frozenset({"at_least", "any_of", "not_before", "at_most", "together", "past"})


@dataclass(frozen=True)
class Vocabulary:
    """The words of the forms folder: stages with their captions, and purposes ("" is none)."""

    stages: Mapping[str, str]
    purposes: frozenset[str]


@dataclass(frozen=True)
class Condition:
    """True when the value of `field` is one of `values`."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    name: str
    label: str


@dataclass(frozen=True)
class Field:
    """One blank of a form.

    `sources`: dotted paths into the facts, the first known one counts. `default`: a sentence with {paths},
    and [parts] that fall away when a path in them is unknown. `fixed`: filled from the facts alone, never typed;
    so is every field with a source that is not marked `free` in the form. `shape`: what a typed text, or each cell of a table, must look like.
    `only_when`: filled in no other case, where it would tell what did not happen.
    """

    name: str
    label: str
    type: str
    sources: tuple[str, ...]
    default: str
    required: bool
    required_when: Condition | None
    only_when: Condition | None
    choices: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    help: str
    article: str
    max_length: int
    group: str
    fixed: bool = False
    shape: str = ""

    @property
    def is_list(self) -> bool:
        return self.type in {"table", "people", "qa"}

    @property
    def paths(self) -> tuple[str, ...]:
        """The facts that may fill it: its sources, and the places in its prepared sentence."""
        return (*self.sources, *PLACEHOLDER.findall(self.default))


@dataclass(frozen=True)
class Signer:
    """`count` people of `role`; `opinion`: room for what they think; `by_hand`: on the printed sheet."""

    role: str
    caption: str
    count: int
    opinion: bool
    by_hand: bool

    @property
    def in_system(self) -> bool:
        return self.role in SYSTEM_ROLES and not self.by_hand


@dataclass(frozen=True)
class Rule:
    """A completeness rule from the closed vocabulary RULE_KINDS.

    at_least: list `fields[0]` has `limit` rows · any_of: one of `fields` is filled · not_before: date
    `fields[0]` is not before `fields[1]` · at_most: number `fields[0]` ≤ `limit` · together: once
    `fields[0]` is filled, all others are · past: no date among `fields` lies in the future.
    """

    kind: str
    fields: tuple[str, ...]
    limit: str
    when: Condition | None
    article: str


@dataclass(frozen=True)
class Form:
    """`word` is the 文种 of the number (empty: unnumbered); `edition` the SHA-256 of all files that make it.

    `numbered_by`: the field of an unnumbered paper that says its number, as the number of a licence.
    `checked`: the fields that whoever checks the paper may read; `lasts`: those of its first and its last day.
    `titles`: other names of the paper, by what stands in the field `titled_by`.
    `moment`: the must-record moment of which it tells that it came, once issued, or served where it goes to the party.
    `proof`: the kind of evidence (行政处罚法 §46) as which the paper is entered, and what such a paper usually `proves`.
    """

    code: str
    name: str
    stage: str
    nature: str
    purpose: str
    moment: str
    word: str
    citations: tuple[str, ...]
    signers: tuple[Signer, ...]
    seal: bool
    attachments: tuple[str, ...]
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...]
    public_fields: tuple[str, ...]
    mark: str
    folder: Path
    edition: str
    numbered_by: str = ""
    checked: tuple[str, ...] = ()
    lasts: tuple[str, ...] = ()
    titled_by: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    proof: str = ""
    proves: str = ""

    def title(self, values: Mapping[str, Any]) -> str:
        """How a paper with these values calls itself: some name what they do."""
        return dict(self.titles).get(str(values.get(self.titled_by) or ""), self.name)

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)

    @property
    def is_of_party(self) -> bool:
        """A paper of the party's own, which nobody of the authority signs: taken in, never issued as ours."""
        return bool(self.signers) and {signer.role for signer in self.signers} == {"party"}

    @cached_property
    def fixed_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.fixed)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every fact from which a field may be filled."""
        return frozenset(path for field in self.fields for path in field.paths)

    @cached_property
    def fixed_paths(self) -> frozenset[str]:
        return frozenset(path for field in self.fixed_fields for path in field.paths)

    @property
    def system_signers(self) -> tuple[Signer, ...]:
        return tuple(signer for signer in self.signers if signer.in_system)
