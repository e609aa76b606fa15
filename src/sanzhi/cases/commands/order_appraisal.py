"""Commission an appraisal with the head's approval; its time does not count where a rule says so (记忆, 行政处罚法 §60)."""

from pydantic import Field

from sanzhi.cases import board, events, pauses
from sanzhi.cases.card import Card
from sanzhi.cases.models import Appraisal, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided, is_running
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.not_counted import MINISTRY
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

LAW = "行政处罚法第四十六条"


class OrderAppraisal(OnProceeding):
    subject: Told = Field(min_length=2, max_length=200)
    question: Told = Field(min_length=5, max_length=1000)
    appraiser: Told = Field(min_length=4, max_length=100)


def _objects(proceeding: Proceeding) -> Verdict:
    of_kind = board.may_appraise(proceeding)
    return (
        (_before_decision(proceeding) if of_kind is None else of_kind)
        & is_running(proceeding)
        & Verdict.when(
            pauses.appraisal(proceeding) is None,
            "已经委托鉴定，结果尚未收到。",
            citation=LAW,
            remedy="请先登记收到的鉴定意见。",
        )
    )


def _before_decision(proceeding: Proceeding) -> Verdict:
    return is_not_decided(proceeding) & Verdict.when(
        proceeding.filed_on, "尚未立案，不能委托鉴定。", citation=LAW, remedy="请先报批立案。"
    )


CARD = Card(
    citation="行政处罚法第四十六条；河南省行政执法条例第二十五条",
    office=(Role.BUREAU_HEAD,),
    captions={"subject": "鉴定（检测）对象", "question": "委托事项", "appraiser": "鉴定（检测）机构"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.order_appraisal", title="批准委托鉴定", card=CARD)
def order_appraisal(actor: Actor, order: OrderAppraisal, *, on: Proceeding) -> Appraisal:
    require(_is_apart(order.appraiser, on=on))
    appraisal = Appraisal(proceeding=on, since=clock.today(), approved_by=actor.name, **order.said())
    appraisal.save()
    facts = {"appraiser": order.appraiser, "subject": order.subject, "basis": MINISTRY}
    record(events.APPRAISAL_ORDERED, actor=actor, subject=on.case, facts=facts)
    return appraisal


def _is_apart(appraiser: str, *, on: Proceeding) -> Verdict:
    """Who investigates does not appraise (行政处罚法 §43, §46)."""
    law, remedy = (
        "行政处罚法第四十三条、第四十六条",
        "请填写有资质的鉴定（检测）机构的全称；自行检查、测量的，制作检查笔录。",
    )
    return Verdict.when(
        not organisation.names_us(appraiser, authority=on.case.authority),
        "鉴定（检测）机构不能是本机关。",
        citation=law,
        remedy=remedy,
    ) & (
        is_no_officer(on, appraiser, said="鉴定（检测）机构", citation=law, remedy=remedy)
        & is_not_the_party(on, appraiser, said="鉴定（检测）机构", citation=law)
    )
