"""What can happen to the laws."""

from sanzhi.kernel.events import Event

STATUTE_IMPORTED = Event("statutes.statute_imported", "导入{title}（{adopted_on}），共{count}条")
