"""Grant or deny the party's request to pay later; granted on the paper that all three levels have signed (D49)."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.commands.recount_late_penalty import recount
from sanzhi.penalty.commands.request_deferral import makes_up
from sanzhi.penalty.court import is_not_at_court
from sanzhi.penalty.models import Deferral
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.queries import waiting_deferral

LAW = "行政处罚法第六十六条第二款"


class DecideDeferral(OnJudged):
    is_granted: bool
    opinion: Told = Field(default="", max_length=300)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting_deferral(proceeding),
        "没有等待审批的暂缓、分期缴纳申请。",
        citation=LAW,
        remedy="请先由承办人登记当事人的申请。",
    ) & no_correction_waits(proceeding)


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={"is_granted": "批准", "opinion": "审批意见"},
    objects=_objects,
    reads=lambda on: (waiting_deferral(on),),
    at_any_step=True,
)


@act("penalty.decide_deferral", title="审批暂缓、分期缴纳", card=CARD)
def decide_deferral(actor: Actor, order: DecideDeferral, *, on: Proceeding) -> Deferral:
    deferral = waiting_deferral(on)
    assert deferral is not None  # the card asks for it
    first = date.fromisoformat(deferral.instalments[0]["day"])
    require(
        _may_be_granted(on, deferral) & outcome_entered(on) if order.is_granted else Verdict.yes(),
        Verdict.when(
            not order.is_granted or _is_signed(on, deferral),
            "《延期（分期）缴纳罚款审批表》尚未按本次申请制作并签批。",
            citation=LAW,
            remedy="请承办人制作，逐级签批后再批准。",
        ),
        Verdict.when(
            not order.is_granted or clock.today() <= first,
            f"申请的第一期到{chinese_date(first)}，该日已过，不能再批准。",
            citation=LAW,
            remedy="请写明理由不予批准；当事人仍需暂缓、分期的，请重新登记申请。",
        ),
        Verdict.when(
            order.is_granted or len(order.opinion) >= 5,
            "不批准的，请写明理由。",
            citation=LAW,
        ),
    )
    deferral.is_granted, deferral.opinion = order.is_granted, order.opinion
    deferral.decided_on, deferral.decided_by = clock.today(), actor.name
    deferral.save()
    if order.is_granted:
        facts = {"until": chinese_date(deferral.until)}
        record(events.DEFERRAL_GRANTED, actor=actor, subject=on.case, facts=facts)
        recount(actor, on, reason="批准暂缓、分期期间不计加处罚款")
    else:
        record(events.DEFERRAL_DENIED, actor=actor, subject=on.case, facts={"opinion": order.opinion})
    return deferral


def _may_be_granted(proceeding: Proceeding, deferral: Deferral) -> Verdict:
    """Since it was asked for, something may have been paid or changed, or the court asked."""
    amounts = (Decimal(one["amount"]) for one in deferral.instalments)
    remedy = "请写明理由不予批准；当事人仍需暂缓、分期的，请按现在的余额重新登记申请。"
    return is_not_at_court(proceeding) & makes_up(outstanding(proceeding), amounts, remedy=remedy)


def _is_signed(proceeding: Proceeding, deferral: Deferral) -> bool:
    """A paper of this very request, not of an earlier one."""
    papers = queries.issued_for(proceeding, "deferral")
    return any(row.document.values.get("deferral") == str(deferral.pk) for row in papers)
