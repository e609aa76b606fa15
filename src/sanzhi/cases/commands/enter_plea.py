"""Enter what the party said where a kind hears the party, and answers, within an act of its own."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Plea, PleaManner
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class EnterPlea(OnProceeding):
    text: str
    answer: str
    is_accepted: bool = False
    manner: PleaManner = PleaManner.ORAL


@command("cases.enter_plea", title="记入当场陈述申辩", internal=True)
def enter_plea(actor: Actor, order: EnterPlea) -> Plea:
    proceeding = queries.proceeding_for_update(actor, order)
    today, proposal = clock.today(), queries.current_proposal(proceeding)
    assert proposal is not None  # nobody can answer what was not said
    plea = Plea(
        proceeding=proceeding,
        proposal=proposal,
        text=order.text,
        manner=order.manner,
        made_on=today,
        answer=order.answer,
        is_accepted=order.is_accepted,
        answered_on=today,
    )
    plea.save()
    facts = {"outcome": "提出意见，当场复核"}
    record(events.PLEA_RECORDED, actor=actor, subject=proceeding.case, facts=facts)
    return plea
