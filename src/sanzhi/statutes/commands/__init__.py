"""The statutes' verbs."""

from sanzhi.statutes.commands.bring_into_force import BringIntoForce, bring_into_force
from sanzhi.statutes.commands.end_statute import EndStatute, end_statute
from sanzhi.statutes.commands.import_statute import (
    ImportStatute,
    articles_lost,
    day_in_name,
    import_statute,
    may_import,
)
from sanzhi.statutes.commands.link_successor import LinkSuccessor, link_successor
from sanzhi.statutes.commands.repeal_statute import RepealStatute, repeal_statute

__all__ = [
    "BringIntoForce",
    "EndStatute",
    "ImportStatute",
    "LinkSuccessor",
    "RepealStatute",
    "articles_lost",
    "bring_into_force",
    "day_in_name",
    "end_statute",
    "import_statute",
    "link_successor",
    "may_import",
    "repeal_statute",
]
