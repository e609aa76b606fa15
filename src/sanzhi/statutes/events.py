"""What can happen to the laws."""

from sanzhi.kernel.events import Event

VERSION_IN_FORCE = Event("statutes.version_in_force", "{title}（{adopted_on}）自{effective_from}起施行")
STATUTE_IMPORTED = Event("statutes.statute_imported", "导入{title}（{adopted_on}），共{count}条")
REPEAL_ENTERED = Event("statutes.repeal_entered", "登记{title}自{on}起废止（{by}）")
STATUTE_ENDED = Event("statutes.statute_ended", "{title}自{on}起废止")
SUCCESSOR_LINKED = Event("statutes.successor_linked", "{title}{article}自{since}起由{successor}承接")
