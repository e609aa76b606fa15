"""Facts in groups: each says which names it knows, and is read only for a paper that asks for one of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sanzhi.cases.models import Proceeding

Read = Callable[[Proceeding], Any]


@dataclass(frozen=True)
class FactGroup:
    """Some `names` of one `branch` of the tree of facts; without names the branch is one value or one table.

    `by` says by which act the case comes to know them: names, parted by spaces, and the act; "" for all others.
    """

    branch: str
    names: frozenset[str]
    read: Read
    by: tuple[tuple[str, str], ...] = ()

    def answers(self, path: str) -> bool:
        """Whether a path like `case.number`, `officers.0.name` or `today` leads into this group."""
        branch, _, rest = path.partition(".")
        return branch == self.branch and (not self.names or rest.partition(".")[0] in self.names)


def facts(
    branch: str, names: str = "", *, by: Mapping[str, str] | None = None
) -> Callable[[Read], FactGroup]:
    """Make a group of the function below: `names` are those of the mapping that it gives, parted by spaces."""
    return lambda read: FactGroup(branch, frozenset(names.split()), read, tuple((by or {}).items()))


def act_behind(groups: Iterable[FactGroup], path: str) -> str:
    """The act by which the case comes to know what stands at `path`; nothing where no group says it."""
    name = path.partition(".")[2].partition(".")[0]
    group = next((row for row in groups if row.answers(path)), None)
    acts = dict(group.by) if group else {}
    return next((act for names, act in acts.items() if name in names.split()), acts.get("", ""))


def tree(groups: Iterable[FactGroup], proceeding: Proceeding, *, paths: Iterable[str]) -> dict[str, Any]:
    """The facts of the proceeding as far as the paths ask for them."""
    asked, found = _asked(frozenset(paths)), dict[str, Any]()
    for group in groups:
        if group.branch in asked and (not group.names or group.names & asked[group.branch]):
            value = group.read(proceeding)
            found[group.branch] = {**found.get(group.branch, {}), **value} if group.names else value
    return found


@cache
def _asked(paths: frozenset[str]) -> Mapping[str, set[str]]:
    """By branch, the names below it that the paths go through: a form asks always for the same ones."""
    found: dict[str, set[str]] = {}
    for path in paths:
        branch, _, rest = path.partition(".")
        found.setdefault(branch, set()).add(rest.partition(".")[0])
    return found


def unanswered(kinds: Iterable[Iterable[FactGroup]], paths: Iterable[str]) -> list[str]:
    """The paths for which no kind has a name, and those for which one has several; the groups of each kind."""
    known = [tuple(groups) for groups in kinds]
    return sorted(path for path in paths if max(_answers(groups, path) for groups in known) != 1)


def _answers(groups: Iterable[FactGroup], path: str) -> int:
    return sum(group.answers(path) for group in groups)


def strangers(group: FactGroup, value: Mapping[str, Any]) -> set[str]:
    """What the group gave without having said that it knows it."""
    return set(value) - group.names if group.names else set()
