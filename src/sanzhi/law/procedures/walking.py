"""Walking a procedure: which step follows, and every way there is."""

from collections.abc import Callable
from dataclasses import dataclass

from sanzhi.law.procedures.model import Procedure, Step


def next_step(step: Step, holds: Callable[[str], bool]) -> str | None:
    """The key of the following step: the first way whose condition holds, else the unconditional one."""
    for edge in step.next:
        if edge.when and holds(edge.when):
            return edge.to
    return next((edge.to for edge in step.next if not edge.when), None)


@dataclass(frozen=True)
class Path:
    """One way through a procedure: its steps, and the conditions assumed on the edges taken."""

    steps: tuple[str, ...]
    assumed: frozenset[str]


def paths(procedure: Procedure) -> tuple[Path, ...]:
    """Every way from the first step to an end that visits no step twice."""
    found: list[Path] = []

    def walk(key: str, behind: tuple[str, ...], *, assumed: frozenset[str]) -> None:
        here = (*behind, key)
        ahead = [edge for edge in procedure.step(key).next if edge.to not in behind]
        if not ahead:
            found.append(Path(here, assumed))
        for edge in ahead:
            walk(edge.to, here, assumed=assumed | ({edge.when} if edge.when else set()))

    walk(procedure.steps[0].key, (), assumed=frozenset())
    return tuple(found)
