"""Decide what becomes of what is kept, within seven working days; later it has ended by itself and only goes back (§56)."""

from pydantic import Field

from sanzhi.cases.card import Card
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
from sanzhi.penalty.models import KeptAs, Preservation, Settled
from sanzhi.penalty.preservations import (
    LAW,
    appraisal_since,
    due_on,
    has_lapsed,
    is_seized,
    is_served,
    kept_now,
)
from sanzhi.penalty.queries import nobody_is_left
from sanzhi.penalty.referrals import referral_of


class SettlePreservation(OnJudged):
    way: Settled
    settle_reason: Told = Field(min_length=5, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = kept_now(proceeding)
    if row is None:
        return Verdict.no("没有正在保存、等待处理的物品。", LAW, remedy="请先提出并实施证据保存。")
    return Verdict.when(
        is_served(proceeding, row, step="notice") or nobody_is_left(proceeding),
        f"{row.get_kept_as_display()}的通知书（清单）尚未送达当事人。",
        citation=LAW,
        remedy="请制作并送达。",
    )


CARD = Card(
    citation="行政处罚法第五十六条",
    office=(Role.BUREAU_HEAD,),
    captions={"way": "处理方式", "settle_reason": "处理理由"},
    objects=_objects,
    reads=lambda on: (kept_now(on),),
    is_main=True,
)


def _went_elsewhere(proceeding: Proceeding) -> bool:
    referral = referral_of(proceeding)
    return referral is not None and referral.handed_at is not None and not referral.is_settled


@act("penalty.settle_preservation", title="处理保存的证据", card=CARD)
def settle_preservation(actor: Actor, order: SettlePreservation, *, on: Proceeding) -> Preservation:
    row = kept_now(on)
    assert row is not None  # the card has asked for it
    until = due_on(row, on)
    require(
        Verdict.when(
            order.way != Settled.USED_UP or row.kept_as == KeptAs.SAMPLING,
            "登记保存的物品不能耗用。",
            citation=LAW,
            remedy="请选择其他处理方式。",
        ),
        Verdict.when(
            order.way not in {Settled.APPRAISED, Settled.USED_UP} or appraisal_since(on, row),
            "没有委托鉴定、检测的记录，不能以送交鉴定、检测耗用处理。",
            citation=LAW,
            remedy="请先办理委托鉴定；不送鉴定的，请选择其他处理方式。",
        ),
        Verdict.when(
            order.way != Settled.HANDED_OVER or _went_elsewhere(on),
            "本案没有移交其他机关的记录，物品不能移送。",
            citation=LAW,
            remedy="请先办理移送并移交；不移送的，请选择其他处理方式。",
        ),
        is_seized(on, row) if order.way == Settled.SEIZED else Verdict.yes(),
        Verdict.when(
            not has_lapsed(row, on) or order.way == Settled.RETURNED,
            f"登记保存已于{chinese_date(until)}届满，自行解除，物品应当退还。" if until else "",
            citation=LAW,
            remedy="请选择退还物品。",
        ),
    )
    row.way, row.settle_reason = order.way, order.settle_reason
    row.settled_at, row.settled_by = clock.now(), actor.name
    row.save()
    facts = {"kept_as": row.get_kept_as_display(), "way": row.get_way_display()}
    record(events.PRESERVATION_SETTLED, actor=actor, subject=on.case, facts=facts)
    return row
