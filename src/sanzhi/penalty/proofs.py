"""The evidence of the finding: to choose from, and whether a reason rests on some of it."""

from collections.abc import Iterable

from sanzhi.cases import queries
from sanzhi.cases.joinders import named_in
from sanzhi.cases.models import Evidence, Proceeding

NAMED = 4  # signs of a proof's name; a shorter one stands in any reason: 建议


def proofs_to_choose(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.pk, f"{named_in(proceeding.case, row)}：{row.proves}") for row in queries.proofs(proceeding)]


def names_of(proceeding: Proceeding, chosen: Iterable[int]) -> list[str]:
    """The names of the chosen proofs; what is no proof of this finding is left out."""
    wanted = set(chosen)
    return [named_in(proceeding.case, row) for row in queries.proofs(proceeding) if row.pk in wanted]


def chosen_again(proceeding: Proceeding, names: Iterable[str]) -> list[int]:
    """The keys of the proofs that bear these names, as a form has them chosen."""
    wanted = set(names)
    return [row.pk for row in queries.proofs(proceeding) if named_in(proceeding.case, row) in wanted]


def names_one(reason: str, proofs: Iterable[Evidence]) -> bool:
    """Whether the reason names one of the proofs."""
    return any(len(row.name) >= NAMED and row.name in reason for row in proofs)
