"""Say that a licence is not ended after all: what was found does not bear it, or the public interest speaks against it (行政许可法 §69(3))."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import Ending
from sanzhi.licensing.queries import ending_of
from sanzhi.organisation.roles import Role


class ForgoEnding(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        ending_of(proceeding) is not None and proceeding.decided_on is None,
        "没有待决定的撤销、撤回、注销。",
        citation="行政许可法第六十九条第三款",
        remedy="已经作出决定的，依法变更。",
    )


CARD = Card(office=(Role.BUREAU_HEAD,), captions={"reason": "不再撤销、撤回、注销的理由"}, objects=_objects)


@act("licensing.forgo_ending", title="不再撤销、撤回、注销", card=CARD)
def forgo_ending(actor: Actor, order: ForgoEnding, *, on: Proceeding) -> Ending:
    row = ending_of(on)
    assert row is not None  # the card has asked for it
    record(events.ENDING_FORGONE, actor=actor, subject=on.case, facts={})
    turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason="不再撤销、撤回、注销"))
    return row
