"""Enter that a death, a dissolution or a closure was registered wrongly, once it was found that it could be so."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_waiting
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class AskEndingCorrection(OnProceeding):
    kind: RecordKind
    wrong: int
    says: str
    proof: str
    reason: str


@command("cases.ask_ending_correction", title="申请更正终止登记", internal=True)
def ask_ending_correction(actor: Actor, order: AskEndingCorrection) -> RecordCorrection:
    proceeding = queries.proceeding_for_update(actor, order)
    require(is_not_waiting(proceeding, order.kind, wrong=order.wrong))
    asked = RecordCorrection(
        proceeding=proceeding,
        kind=order.kind,
        wrong_id=order.wrong,
        says=f"{order.says}登记有误，{order.proof}"[:300],
        content={"proof": order.proof},
        reason=order.reason,
        asked_on=clock.today(),
        asked_by=actor.name,
        asked_by_key=actor.key,
    )
    asked.save()
    facts = {"what": order.kind.label, "reason": order.reason}
    record(events.CORRECTION_ASKED, actor=actor, subject=proceeding.case, facts=facts)
    return asked
