"""End the enforcement of a decision: nobody and nothing is left, or the court has ended it (行政强制法 §40)."""

from pydantic import Field

from sanzhi.cases import board, queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.confiscating import is_money, left_to_take
from sanzhi.penalty.court import is_denied_for_good, is_ended_by_court
from sanzhi.penalty.ending import LAW, can_end
from sanzhi.penalty.models import EnforcementEnd, UnenforcedFor
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.queries import NOBODY_LEFT


class EndEnforcement(OnProceeding):
    ground: UnenforcedFor
    proof: str = Field(min_length=4, max_length=200)


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={
        "ground": "终结执行的情形",
        "proof": "证明材料（死亡证明、注销登记、财产调查）或者裁定书文号",
    },
    objects=can_end,
    at_any_step=True,
)


@act("penalty.end_enforcement", title="终结执行", card=CARD)
def end_enforcement(actor: Actor, order: EndEnforcement, *, on: Proceeding) -> EnforcementEnd:
    require(_fits(on, order.ground, proof=order.proof))
    ended = EnforcementEnd(proceeding=on, ended_on=clock.today(), approved_by=actor.name, **order.said())
    ended.save()
    label = order.ground.label
    record(events.ENFORCEMENT_ENDED, actor=actor, subject=on.case, facts={"ground": label})
    if queries.procedure_of(on).last.key != on.step:
        turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason=label))
    return ended


def _fits(proceeding: Proceeding, ground: UnenforcedFor, *, proof: str) -> Verdict:
    party = proceeding.respondent
    is_legal = party is not None and party.kind == PartyKind.ORGANISATION
    served = Verdict.yes() if ground in NOBODY_LEFT else board.guard("cases.decision_served", proceeding)
    return (
        served
        & Verdict.when(
            ground not in NOBODY_LEFT or is_legal == (ground == UnenforcedFor.DISSOLVED),
            "终结执行的情形与当事人的类别不符：自然人、个体工商户为死亡，法人和其他组织为终止。",
            citation=LAW,
            remedy="请选择相符的情形。",
        )
        & Verdict.when(
            ground != UnenforcedFor.COURT or is_ended_by_court(proceeding, proof),
            "没有人民法院准予执行的记录，或者所写的不是其终结执行裁定书的文号，不能以法院裁定终结执行。",
            citation="行政处罚法第七十二条；行政强制法第五十三条、第五十七条",
            remedy="请先登记法院准予执行的裁定，再填写终结执行裁定书的文号；由本机关终结的，请选择相应情形。",
        )
        & Verdict.when(
            ground != UnenforcedFor.GONE or not _owes_money(proceeding),
            "罚款、没收违法所得是金钱义务，没有灭失的执行标的。",
            citation="行政强制法第四十条第三项",
            remedy="没有财产可供执行的，请催告后申请人民法院强制执行。",
        )
        & Verdict.when(
            ground != UnenforcedFor.DENIED or is_denied_for_good(proceeding),
            "没有人民法院不予受理、不予执行的裁定，或者复议期限尚未届满，不能以此终结执行。",
            citation="行政强制法第五十六条、第五十八条",
            remedy="请先登记人民法院的答复；有异议的，十五日内向上一级人民法院申请复议。",
        )
    )


def _owes_money(proceeding: Proceeding) -> bool:
    return outstanding(proceeding) > 0 or any(map(is_money, left_to_take(proceeding)))
