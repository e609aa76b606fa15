"""Reopen a proceeding that was closed as what it is no longer, by what a kind has entered since."""

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.reopening import go_back_where_undone
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command


class ReopenClosed(OnProceeding):
    """At the step at which it was closed."""


@command("cases.reopen_closed", title="恢复办理", internal=True)
def reopen_closed(actor: Actor, order: ReopenClosed) -> Proceeding:
    go_back_where_undone(actor, order, step=None)
    return queries.proceeding_for_update(actor, order)
