"""Resume a suspended proceeding; the day of resumption counts again."""

from pydantic import Field

from sanzhi.cases import events, pauses
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding, Suspension
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.not_counted import MINISTRY
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class ResumeCase(OnProceeding):
    reason: Told = Field(min_length=5, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(pauses.suspension(proceeding), "本案没有中止，不必恢复。", citation=MINISTRY)


CARD = Card(
    citation=MINISTRY,
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "恢复的理由"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.resume_case", title="恢复调查", card=CARD)
def resume_case(actor: Actor, order: ResumeCase, *, on: Proceeding) -> Suspension:
    row = pauses.suspension(on)
    assert row is not None  # the card has asked for it
    row.until, row.resumed_by, row.resumed_because = clock.today(), actor.name, order.reason
    row.save()
    record(events.CASE_RESUMED, actor=actor, subject=on.case, facts={"reason": order.reason})
    return row
