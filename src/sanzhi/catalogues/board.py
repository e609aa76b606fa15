"""What the storeys above pin here, in project/wiring.py: the words of procedures, their floor, what follows an edition."""

from collections.abc import Iterable, Mapping

from sanzhi.law.floors.common import Breach, Rule, breaches
from sanzhi.law.procedures import Procedure, Words

_words: list[Words] = []
_floor: list[Rule] = []
_purposes: dict[str, str] = {}
_after_in_force: list[str] = []
_wordings: dict[str, str] = {}


def pin(
    *,
    words: Words,
    floor: Iterable[Rule],
    purposes: Mapping[str, str],
    after_in_force: Iterable[str],
    wordings: Mapping[str, str],
) -> None:
    """Set the answers.

    `words` are the vocabularies of procedures, `floor` the rules that none may undercut, `purposes` says what
    each form is for; `after_in_force` names the jobs to run with an edition's key once it applies; `wordings` are the
    conditions, and the moments that are filmed, in words.
    """
    _words[:] = [words]
    _floor[:] = floor
    _purposes.update(purposes)
    _after_in_force[:] = after_in_force
    _wordings.update(wordings)


def words() -> Words:
    return _words[0]


def condition_caption(name: str) -> str:
    """The condition in the words of its app."""
    return _wordings.get(name, name)


def breaches_of(procedure: Procedure) -> tuple[Breach, ...]:
    """Where the procedure undercuts the floor; a chart is shown and never walked, so it can undercut nothing."""
    return () if procedure.chart else breaches(procedure, _floor, purposes=_purposes)


def jobs_after_in_force() -> tuple[str, ...]:
    return tuple(_after_in_force)
