"""Run a proceeding by another procedure from its beginning, under the edition in force today; what was gathered stays."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.moving import move
from sanzhi.cases.orders import OnProceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class ChangeProcedure(OnProceeding):
    procedure: str
    reason: str


@command("cases.change_procedure", title="改用程序", internal=True)
def change_procedure(actor: Actor, order: ChangeProcedure) -> Proceeding:
    proceeding = queries.proceeding_for_update(actor, order)
    running = catalogues.procedure_in_force(proceeding.case.authority.code, order.procedure)
    proceeding.procedure_edition_id, proceeding.procedure_key = running.edition_id, order.procedure
    move(proceeding, running.procedure.steps[0].key)
    facts = {"procedure": running.procedure.title, "reason": order.reason}
    record(events.PROCEDURE_CHANGED, actor=actor, subject=proceeding.case, facts=facts)
    return proceeding
