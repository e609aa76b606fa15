"""A procedure as values: steps, the papers they need, the ways between them. No reading, no law."""

from collections.abc import Mapping
from dataclasses import dataclass


class ProcedureError(ValueError):
    """The table cannot be read; the sentence names step and field."""


@dataclass(frozen=True)
class Words:
    """The closed vocabularies that a procedure may use: each word is answered by an app of the platform."""

    acts: frozenset[str]
    guards: frozenset[str]
    conditions: frozenset[str]


@dataclass(frozen=True)
class PaperNeed:
    """A form that the step needs: always, only `when` a condition holds, or `unless` it does."""

    form: str
    when: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Edge:
    """The way to the next step; without `when` it is the way taken when no other holds."""

    to: str
    when: str = ""


@dataclass(frozen=True)
class Step:
    """`officers`: how many must be on the case; `within`: the key of a deadline rule.

    `issues`: the form that a decision of this disposal makes by itself; `marks`: what is done by leaving the step;
    `back`: the earlier step to which the proceeding may be sent back.
    """

    key: str
    title: str
    role: str
    officers: int
    documents: tuple[PaperNeed, ...]
    acts: tuple[str, ...]
    recording: tuple[str, ...]
    needs: tuple[str, ...]
    within: str
    next: tuple[Edge, ...]
    citation: str
    issues: Mapping[str, str]
    marks: str
    back: str = ""

    @property
    def forms(self) -> frozenset[str]:
        return frozenset(need.form for need in self.documents)


@dataclass(frozen=True)
class Procedure:
    """`anytime`: forms that may be written at every step that writes papers; a `chart` is shown and never walked.

    `always`: acts that every step offers; those of them that depend on the moment say so on their cards.
    """

    key: str
    title: str
    citation: str
    steps: tuple[Step, ...]
    anytime: tuple[str, ...] = ()
    chart: bool = False
    always: tuple[str, ...] = ()

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def step_with(self, act: str) -> Step | None:
        """The first step that offers the act, or None."""
        return next((step for step in self.steps if act in step.acts), None)

    def usual_way_from(self, key: str) -> tuple[Step, ...]:
        """The steps that follow where no condition turns the way."""
        ahead: list[Step] = []
        while key := next((edge.to for edge in self.step(key).next if not edge.when), ""):
            if self.step(key) in ahead:
                break
            ahead.append(self.step(key))
        return tuple(ahead)

    @property
    def last(self) -> Step:
        """Where the usual way ends."""
        first = self.steps[0]
        return (first, *self.usual_way_from(first.key))[-1]

    @property
    def deciding(self) -> tuple[Step, ...]:
        """The steps that issue a decision."""
        return tuple(step for step in self.steps if step.issues and step.marks != "overturned")

    @property
    def after_overturn(self) -> Step | None:
        """Where a proceeding goes on whose decision was revoked."""
        return next((step for step in self.steps if step.marks == "overturned"), None)

    @property
    def anew(self) -> Step:
        """Where a proceeding begins that decides anew: behind the filing, or at the step that files and decides at once."""
        filed = next(step for step in self.steps if step.marks == "filed")
        return filed if filed.issues else self.step(next(edge.to for edge in filed.next if not edge.when))

    @property
    def issued_forms(self) -> frozenset[str]:
        """Forms that only a decision makes."""
        return frozenset(form for step in self.steps for form in step.issues.values())
