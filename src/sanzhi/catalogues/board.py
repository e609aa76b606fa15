"""What follows when an edition comes into force: the storeys above name their jobs here, in project/wiring.py."""

from collections.abc import Iterable

_after_in_force: list[str] = []


def pin(*, after_in_force: Iterable[str]) -> None:
    """`after_in_force` names the jobs to run with the edition's key once it applies."""
    _after_in_force[:] = after_in_force


def jobs_after_in_force() -> tuple[str, ...]:
    return tuple(_after_in_force)
