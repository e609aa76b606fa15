"""Hand an illegal structure to the authority that has jurisdiction, before anything is decided (行政处罚法 §22, §25; 城乡规划法 §64)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer, is_not_decided
from sanzhi.coercion import events
from sanzhi.coercion.building import structure_of
from sanzhi.coercion.building_guards import structure_described
from sanzhi.coercion.models import Structure
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.citations import parse_citations
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

LAW = "行政处罚法第二十二条、第二十五条；城乡规划法第六十四条"


class ReferStructure(OnJudged):
    receiver: str = Field(min_length=4, max_length=100)
    ground: str = Field(min_length=4, max_length=200)
    reason: str = Field(min_length=10, max_length=1000)


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={
        "receiver": "有管辖权的机关（全称）",
        "ground": "管辖依据（法律法规的名称和条）",
        "reason": "移送理由",
    },
    objects=lambda on: is_not_decided(on) & structure_described(on),
    reads=lambda on: (structure_of(on),),
)


@act("coercion.refer_structure", title="移送有管辖权的机关", card=CARD)
def refer_structure(actor: Actor, order: ReferStructure, *, on: Proceeding) -> Structure:
    row = structure_of(on)
    assert row is not None  # the card has asked for it
    require(
        is_no_reviewer(on.case, actor.officer_id),
        Verdict.when(
            not organisation.names_us(order.receiver, authority=on.case.authority),
            f"“{order.receiver}”是本机关或者本机关的机构，不能移送给自己。",
            citation=LAW,
            remedy="请填写有管辖权的机关的全称。",
        ),
        Verdict.when(
            parse_citations(order.ground),
            "管辖依据没有写明法律法规的名称和条。",
            citation=LAW,
            remedy="例如“《城乡规划法》第六十四条”。",
        ),
    )
    row.referred_to, row.referred_by = order.receiver, order.ground
    row.referred_for, row.referred_on = order.reason, clock.today()
    row.save()
    record(events.STRUCTURE_REFERRED, actor=actor, subject=on.case, facts={"receiver": order.receiver})
    return row
