"""What follows when a record was corrected: the late penalty is counted anew, and nothing waits on what was never so."""

from sanzhi.cases import queries
from sanzhi.cases.commands import DropOverturn, drop_overturn
from sanzhi.cases.models import OverturnedBy, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.overturning import waiting
from sanzhi.kernel.actor import Actor
from sanzhi.penalty.commands.recount_late_penalty import recount
from sanzhi.penalty.queries import WAYS, unentered


def after_correction(actor: Actor, proceeding: Proceeding, *, reason: str) -> None:
    """A proposal to enter what others have decided falls with the record of their decision (行政处罚法 §75(2))."""
    recount(actor, proceeding, reason=reason)
    now = queries.proceeding_for_update(
        actor, OnProceeding(case=proceeding.case_id, proceeding=proceeding.pk)
    )
    row = waiting(now)
    if row is None or row.by_whom == OverturnedBy.SELF:
        return
    if not any(one.way == WAYS[OverturnedBy(row.by_whom)] for one in unentered(now)):
        place = DropOverturn(case=now.case_id, proceeding=now.pk, reason="所据的复议、诉讼登记有误，已经更正")
        drop_overturn(actor, place)
