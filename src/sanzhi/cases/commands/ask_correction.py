"""Enter that a record is to be corrected, once its own act has found that it could be so; somebody else settles it."""

from typing import Any

from sanzhi.cases import events, queries
from sanzhi.cases.correcting import is_not_waiting
from sanzhi.cases.models import RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record

LONGEST = 300  # signs of what the list of corrections says


class AskCorrection(OnProceeding):
    """`what` names the record in the ledger, `says` what it would be for who settles it; `content` is the record anew."""

    kind: RecordKind
    wrong: int
    what: str
    says: str
    content: dict[str, Any]
    reason: str


@command("cases.ask_correction", title="申请更正登记", internal=True)
def ask_correction(actor: Actor, order: AskCorrection) -> RecordCorrection:
    proceeding = queries.proceeding_for_update(actor, order)
    require(is_not_waiting(proceeding, order.kind, wrong=order.wrong))
    asked = RecordCorrection(
        proceeding=proceeding,
        kind=order.kind,
        wrong_id=order.wrong,
        says=order.says[:LONGEST],
        content=order.content,
        reason=order.reason,
        asked_on=clock.today(),
        asked_by=actor.name,
        asked_by_key=actor.key,
    )
    asked.save()
    facts = {"what": order.what, "reason": order.reason}
    record(events.CORRECTION_ASKED, actor=actor, subject=proceeding.case, facts=facts)
    return asked
