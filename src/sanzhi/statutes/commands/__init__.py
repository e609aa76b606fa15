"""The statutes' verbs."""

from sanzhi.statutes.commands.bring_into_force import BringIntoForce, bring_into_force
from sanzhi.statutes.commands.import_statute import ImportStatute, import_statute

__all__ = ["BringIntoForce", "ImportStatute", "bring_into_force", "import_statute"]
