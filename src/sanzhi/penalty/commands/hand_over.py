"""Hand the matter over with its letter, against a receipt; what went to another agency is closed here."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.fixed import tells_of_now
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.receiving import is_no_officer
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Referral, Referred
from sanzhi.penalty.referrals import LAW, LETTERS, is_of_the_receiver, running


class HandOver(OnProceeding):
    receipt: str = Field(min_length=3, max_length=60)
    received_by: str = Field(min_length=2, max_length=60)


def _objects(proceeding: Proceeding) -> Verdict:
    row = running(proceeding)
    if row is None or not row.is_approved or row.handed_at:
        return Verdict.no(
            "没有已经批准、尚未移交的移送。",
            "行政处罚法第五十七条",
            remedy="请先报告移送，由机关负责人批准。",
        )
    return Verdict.when(
        tells_of_now(proceeding, LETTERS[Referred(row.to)]),
        "移送的文书尚未制发。",
        citation=LAW[Referred(row.to)],
        remedy="请制作移送函（移送书）并完成签批。",
    )


def _is_awaited(proceeding: Proceeding) -> bool:
    row = running(proceeding)
    return row is not None and bool(row.is_approved) and not row.handed_at


CARD = Card(
    citation="行政处罚法第二十七条；行政执法机关移送涉嫌犯罪案件的规定第六条",
    captions={"receipt": "接收机关的回执文号", "received_by": "接收人"},
    objects=_objects,
    is_main=True,
    after_closure=True,
    awaited=_is_awaited,
)


@act("penalty.hand_over", title="移交案件", card=CARD)
def hand_over(actor: Actor, order: HandOver, *, on: Proceeding) -> Referral:
    row = running(on)
    assert row is not None  # the card has asked for it
    to = Referred(row.to)
    require(
        is_no_officer(
            on, order.received_by, said="接收人", citation=LAW[to], remedy="请填写接收机关签收人的姓名。"
        ),
        is_of_the_receiver(on, to, number=order.receipt),
    )
    row.handed_at, row.receipt, row.received_by = clock.now(), order.receipt, order.received_by
    row.save()
    facts = {"receiver": row.receiver, "receipt": row.receipt}
    record(events.CASE_HANDED_OVER, actor=actor, subject=on.case, facts=facts)
    if row.is_elsewhere:
        turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason=f"已移送{row.receiver}"))
    return row
