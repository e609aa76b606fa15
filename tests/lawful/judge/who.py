"""Who somebody is for the rules: an officer who may enforce on the day, somebody of the bureau in office, or nobody known.

Where the bureau's people are not known, nothing may be concluded from a name that is not among them.
"""

from collections.abc import Iterable
from datetime import date

from tests.lawful.chronicle import Chronicle, Person


def is_known(case: Chronicle) -> bool:
    """Whether the people of the bureau are given at all: without them nobody can be called a stranger."""
    return bool(case.roster.people)


def unqualified(case: Chronicle, keys: Iterable[str], *, day: date) -> tuple[str, ...]:
    """The names of those who may not enforce on the day; who is not of the bureau is none of its officers."""
    known = [(key, case.roster.get(key)) for key in keys]
    return tuple(
        person.name if person else key or "无名"
        for key, person in known
        if (is_known(case) if person is None else not person.may_enforce_on(day))
    )


def in_office(case: Chronicle, keys: Iterable[str], *, day: date) -> tuple[Person, ...]:
    """Those of the bureau who have not left it by the day."""
    known = (case.roster.get(key) for key in keys)
    return tuple(row for row in known if row and (row.left_on is None or day < row.left_on))
