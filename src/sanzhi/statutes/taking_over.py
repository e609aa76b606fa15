"""Enters that a code takes the place of statutes, article by article, by the same commands that people use.

Statutes that were never imported are left out: there is nothing of theirs that could end.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.statutes.commands import LinkSuccessor, RepealStatute, link_successor, repeal_statute
from sanzhi.statutes.models import Statute
from sanzhi.statutes.policies import is_ended


@dataclass(frozen=True)
class Heir:
    """`article` of the ended statute goes on as `successor` of the code."""

    article: str
    successor: str
    note: str


@dataclass(frozen=True)
class Takeover:
    """From `since`, by what `by` says, `successor` stands for the statutes of these titles."""

    successor: str
    since: date
    by: str
    note: str
    statutes: tuple[tuple[str, tuple[Heir, ...]], ...]


def read_takeover(path: Path) -> Takeover:
    """Raises ValueError naming the file where it is not such a table."""
    try:
        table = read_yaml(path)
        statutes = tuple(
            (row["title"], tuple(Heir(**each) for each in row.get("articles", ())))
            for row in table["statutes"]
        )
        return Takeover(table["successor"], table["since"], table["by"], table["note"], statutes)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError) as wrong:
        raise ValueError(f"{path.name} 不是承接表：{wrong}") from wrong


def enter_takeover(actor: Actor, takeover: Takeover) -> list[Statute]:
    """Link the heirs and enter the end of every statute that was imported; what has ended already is only linked."""
    found = []
    for title, heirs in takeover.statutes:
        statute = Statute.objects.filter(title=title).first()
        if statute is None:
            continue
        for heir in (Heir("", "", takeover.note), *heirs):
            order = LinkSuccessor(
                statute=statute.pk,
                article=heir.article,
                successor_title=takeover.successor,
                successor_article=heir.successor,
                since=takeover.since,
                note=heir.note,
            )
            link_successor(actor, order)
        if not is_ended(statute, clock.today()):
            repeal_statute(actor, RepealStatute(statute=statute.pk, on=takeover.since, by=takeover.by))
        found.append(statute)
    return found
