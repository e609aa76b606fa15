"""The statutes' verbs."""

from sanzhi.statutes.commands.import_statute import ImportStatute, import_statute

__all__ = ["ImportStatute", "import_statute"]
