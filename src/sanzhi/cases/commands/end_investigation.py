"""End an investigation whose party has died or ceased to be: nobody is left against whom it could be decided (记忆)."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.articles import ENDED, fitting
from sanzhi.cases.card import Card
from sanzhi.cases.commands.turn_to_end import TurnToEnd, turn_to_end
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.guards import overturn_served
from sanzhi.cases.models import EndedFor, PartyKind, Proceeding, Termination
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_ended
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class EndInvestigation(OnProceeding):
    ground: EndedFor
    proof: str = Field(min_length=4, max_length=200)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        is_not_ended(proceeding)
        & Verdict.when(
            proceeding.decided_on is None or _nobody_was_told(proceeding),
            "本案已经作出决定，没有调查可以终止。",
            citation="行政处罚法第五十七条；行政强制法第四十条",
            remedy="当事人死亡、终止的，请终结执行；决定确有错误的，依法撤销或者变更。",
        )
        & Verdict.when(
            proceeding.respondent,
            "尚未登记当事人。",
            citation=fitting(ENDED, proceeding.procedure_key),
            remedy="请先登记当事人。",
        )
    )


def _nobody_was_told(proceeding: Proceeding) -> bool:
    """It was decided to spare the party, or to revoke the decision, and of that nobody can be told any more."""
    decision = getattr(proceeding, "decision", None)
    if queries.has_fallen(proceeding):
        return not overturn_served(proceeding)
    is_spared = decision is not None and decision.disposal == Disposal.SPARE
    return is_spared and decision_served_on(proceeding) is None


CARD = Card(
    citation=ENDED,
    office=(Role.BUREAU_HEAD,),
    captions={"ground": "终止的情形", "proof": "证明材料（死亡证明、注销登记等）"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.end_investigation", title="终止调查", card=CARD)
def end_investigation(actor: Actor, order: EndInvestigation, *, on: Proceeding) -> Termination:
    party = on.respondent
    is_legal = party is not None and party.kind == PartyKind.ORGANISATION
    require(
        Verdict.when(
            is_legal == (order.ground == EndedFor.DISSOLVED),
            "终止的情形与当事人的类别不符：自然人、个体工商户为死亡，法人和其他组织为终止。",
            citation=fitting(ENDED, on.procedure_key),
            remedy="请选择相符的情形；当事人的类别登记有误的，请先改正。",
        ),
    )
    ended = Termination(proceeding=on, ended_on=clock.today(), approved_by=actor.name, **order.said())
    ended.save()
    label = EndedFor(order.ground).label
    record(events.INVESTIGATION_ENDED, actor=actor, subject=on.case, facts={"ground": label})
    if not queries.has_fallen(on):  # which is closed where it is: copies withdrawn, money given back
        turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason=label))
    return ended
