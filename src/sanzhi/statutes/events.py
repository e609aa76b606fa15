"""What can happen to the laws."""

from sanzhi.kernel.events import Event

VERSION_IN_FORCE = Event("statutes.version_in_force", "{title}（{adopted_on}）自{effective_from}起施行")
STATUTE_IMPORTED = Event("statutes.statute_imported", "导入{title}（{adopted_on}），共{count}条")
