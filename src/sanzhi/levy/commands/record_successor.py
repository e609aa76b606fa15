"""Record who owes it in the party's place: after a merger, a division, an inheritance."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.models import SucceededBy, Succession
from sanzhi.levy.owed import outstanding
from sanzhi.levy.queries import levy_end_of

LAW = "行政强制法第三十九条、第四十条"


class RecordSuccessor(OnProceeding):
    how: SucceededBy
    name: Told = Field(min_length=2, max_length=200)
    proof: str = Field(min_length=4, max_length=300)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        hasattr(proceeding, "decision") and outstanding(proceeding) > 0 and levy_end_of(proceeding) is None,
        "没有尚未缴清的征收决定，不登记义务承受人。",
        citation=LAW,
        remedy="决定以前当事人有变化的，请更改当事人登记，重新核定、告知。",
    ) & no_correction_waits(proceeding)


CARD = Card(
    captions={"how": "方式", "name": "义务承受人", "proof": "证明材料（登记、公证、裁判文书等）"},
    objects=_objects,
)


@act("levy.record_successor", title="登记义务承受人", card=CARD)
def record_successor(actor: Actor, order: RecordSuccessor, *, on: Proceeding) -> Succession:
    party = on.respondent
    is_body = party is not None and party.kind == PartyKind.ORGANISATION
    require(
        Verdict.when(
            is_body == (order.how != SucceededBy.INHERITANCE),
            "方式与当事人的类别不符：单位为合并、分立，自然人、个体工商户为继承。",
            citation=LAW,
            remedy="请选择相符的方式。",
        ),
        Verdict.when(
            party is None or order.name != party.name,
            "义务承受人不能是当事人本人。",
            citation=LAW,
            remedy="请填写承受义务的单位、继承人。",
        ),
    )
    row = Succession(proceeding=on, recorded_on=clock.today(), recorded_by=actor.name, **order.said())
    row.save()
    facts = {"name": order.name, "how": SucceededBy(order.how).label}
    record(events.SUCCEEDED, actor=actor, subject=on.case, facts=facts)
    return row
