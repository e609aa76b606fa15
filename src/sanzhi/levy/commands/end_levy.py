"""End a levy that is not collected: nothing is owed, or nobody is left who could pay (行政强制法 §40)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.contests import none_is_pending
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_ended
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.guards import court_has_answered, lowerings_settled, nothing_to_give_back
from sanzhi.levy.models import EndedFor, LevyEnd
from sanzhi.levy.owed import outstanding
from sanzhi.levy.queries import successions
from sanzhi.organisation.roles import Role

LAW = "行政强制法第四十条"


class EndLevy(OnProceeding):
    ground: EndedFor
    proof: str = Field(min_length=4, max_length=300)
    reason: Told = Field(min_length=5, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        is_not_ended(proceeding)
        & lowerings_settled(proceeding)
        & nothing_to_give_back(proceeding)
        & court_has_answered(proceeding)
        & no_correction_waits(proceeding)
    )


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"ground": "情形", "proof": "证明材料", "reason": "理由"},
    objects=_objects,
)


@act("levy.end_levy", title="终止征收", card=CARD)
def end_levy(actor: Actor, order: EndLevy, *, on: Proceeding) -> LevyEnd:
    party, decided = on.respondent, hasattr(on, "decision")
    is_body = party is not None and party.kind == PartyKind.ORGANISATION
    require(
        Verdict.when(
            decided == (order.ground != EndedFor.NOT_OWED),
            "决定以前，以不应当征收终止；决定以后，只能因无人可以缴纳终止。",
            citation=LAW,
            remedy="决定以前当事人死亡、终止的，请终止调查；决定有误的，请提出撤销。",
        ),
        _is_still_owed(on),
        Verdict.when(
            order.ground == EndedFor.NOT_OWED or is_body == (order.ground == EndedFor.DISSOLVED),
            "情形与当事人的类别不符：自然人、个体工商户为死亡，单位为终止。",
            citation=LAW,
        ),
        Verdict.when(
            order.ground == EndedFor.NOT_OWED or not successions(on),
            "已经登记义务承受人，应当由其缴纳，不能终止。",
            citation=LAW,
            remedy="请向义务承受人催告。",
        ),
    )
    row = LevyEnd(proceeding=on, ended_on=clock.today(), ended_by=actor.name, **order.said())
    row.save()
    label = EndedFor(order.ground).label
    record(events.ENDED, actor=actor, subject=on.case, facts={"ground": label})
    turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason=label))
    return row


def _is_still_owed(proceeding: Proceeding) -> Verdict:
    """What is paid, or has fallen, or may fall before others, is not given up."""
    if not hasattr(proceeding, "decision"):
        return Verdict.yes()
    return Verdict.when(
        outstanding(proceeding) > 0,
        "决定的款项已经缴清，或者决定已经撤销，没有尚未缴纳的，不能终止征收。",
        citation=LAW,
        remedy="请办理结案。",
    ) & none_is_pending(proceeding, what="终止征收", citation=LAW)
