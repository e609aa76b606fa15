"""Open a proceeding that serves another of the case, or carries out its decision: on a power of its own, against the same party."""

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.commands.open_case import is_ours
from sanzhi.cases.models import Proceeding
from sanzhi.cases.opening import open_proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class OpenBeside(OnProceeding):
    procedure: str = Field(max_length=40)
    power: str = Field(max_length=20)


@command("cases.open_beside", title="另开程序", internal=True)
def open_beside(actor: Actor, order: OpenBeside) -> Proceeding:
    on = queries.proceeding_for_update(actor, order)
    code = on.case.authority.code
    power = catalogues.power_in_force(code, order.power)
    require(is_ours(power, order.procedure))
    running = catalogues.procedure_in_force(code, order.procedure)
    if on.case.closed_on is not None:  # what was ordered is executed after the case was closed
        on.case.closed_on = None
        on.case.save()
    facts = {"procedure": board.caption_of(order.procedure), "power": power.title}
    record(events.PROCEEDING_BEGUN, actor=actor, subject=on.case, facts=facts)
    return open_proceeding(
        on.case,
        procedure=(running.edition_id, order.procedure),
        power=power,
        finding=on.finding,
        respondent=on.respondent,
        main=on,
    )
