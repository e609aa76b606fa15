"""How a place of the code is called on a page: by its room and what is done there, never by a path.

Who looks after the code finds the place by the article, in docs/law.
"""

from collections.abc import Sequence
from functools import cache

from django.apps import apps

from sanzhi.kernel.commands import registered_commands

PLAIN = {"law": "法定规则", "kernel": "共同规则"}
MANY = 2


def room_of(place: str) -> str:
    """penalty/guards/course.py plea_period_over → 行政处罚."""
    label = place.partition("/")[0]
    return PLAIN.get(label) or str(apps.get_app_config(label).verbose_name)


def name_of(place: str, *, cites: Sequence[str]) -> str:
    """For a place that says nothing in Chinese: what is done or kept there, and which article it applies."""
    more = "等" if len(set(cites)) >= MANY else ""
    done = _acts().get(_verb(place)) or _kept(place)
    return f"{room_of(place)}{f'“{done}”' if done else ''}：适用{cites[0]}{more}"


def _verb(place: str) -> str:
    """cases/commands/record_plea.py CARD → cases.record_plea; empty for what is no command."""
    file = place.partition(" ")[0].removesuffix(".py").split("/")
    return f"{file[0]}.{file[-1]}" if "commands" in file[:-1] else ""


@cache
def _acts() -> dict[str, str]:
    return {row.name: row.title for row in registered_commands().values()}


def _kept(place: str) -> str:
    label, name = place.partition("/")[0], place.rpartition(" ")[2]
    known = (
        {row.__name__: row for row in apps.get_app_config(label).get_models()} if label not in PLAIN else {}
    )
    return str(known[name]._meta.verbose_name) if name in known else ""
