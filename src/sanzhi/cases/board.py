"""The board where guards and conditions are pinned: a procedure names them, the storeys above answer them.

A guard says whether a step may be left (Verdict); a condition chooses an edge or a paper (bool). The pins are
set once, in project/wiring.py; a name without an answer refuses to start rather than letting a case pass.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sanzhi.cases.models import Case
from sanzhi.kernel.verdict import Verdict

Guard = Callable[[Case], Verdict]
Condition = Callable[[Case], bool]
MomentsGuard = Callable[[Case, Iterable[str]], Verdict]
Facts = Callable[[Case], dict[str, Any]]

_guards: dict[str, Guard] = {}
_conditions: dict[str, Condition] = {}
_moments: list[MomentsGuard] = []
_facts: list[Facts] = []
_after_decision: list[str] = []


def pin(
    *,
    guards: Mapping[str, Guard],
    conditions: Mapping[str, Condition],
    moments: MomentsGuard,
    facts: Iterable[Facts],
    after_decision: Iterable[str],
) -> None:
    """Set the answers.

    `moments` says whether the must-record moments of a step are covered; `facts` add to what papers are filled
    from; `after_decision` names the jobs that follow a decision, each with the case's key.
    """
    _guards.update(guards)
    _conditions.update(conditions)
    _moments[:] = [moments]
    _facts[:] = facts
    _after_decision[:] = after_decision


def guard(name: str, case: Case) -> Verdict:
    return _guards[name](case)


def holds(name: str, case: Case) -> bool:
    return _conditions[name](case)


def moments_covered(case: Case, moments: Iterable[str]) -> Verdict:
    return _moments[0](case, moments)


def extra_facts(case: Case) -> dict[str, Any]:
    """What the storeys above add to the facts of the case, e.g. the review's opinion."""
    merged: dict[str, Any] = {}
    for source in _facts:
        merged |= source(case)
    return merged


def jobs_after_decision() -> tuple[str, ...]:
    return tuple(_after_decision)


def guard_names() -> frozenset[str]:
    return frozenset(_guards)


def condition_names() -> frozenset[str]:
    return frozenset(_conditions)
