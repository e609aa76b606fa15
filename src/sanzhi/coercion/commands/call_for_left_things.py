"""Call publicly for goods that nobody has fetched within twenty days 招领公告 (平顶山条例 §32)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import demolition_of, kept_things
from sanzhi.coercion.leaving import LAW, fetch_by, is_kept
from sanzhi.coercion.models import Demolition
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

CALL = "goods_call"


class CallForLeftThings(OnProceeding):
    called_on: date
    called_where: str = Field(min_length=4, max_length=200)


def _objects(proceeding: Proceeding) -> Verdict:
    row, until = demolition_of(proceeding), fetch_by(proceeding)
    return (
        is_kept(proceeding)
        & Verdict.when(row is not None and row.called_on is None, "已经发布招领公告。", citation=LAW)
        & Verdict.when(
            until is None or clock.today() > until.on,
            f"当事人领取财物的期限至{chinese_date(until.on) if until else ''}，尚未届满。",
            citation=LAW,
            remedy="请等期限届满再发布招领公告。",
        )
        & Verdict.when(
            cases.issued_for(proceeding, CALL),
            "《财物招领公告》尚未签发。",
            citation=LAW,
            remedy="请先制作公告并完成签批。",
        )
    )


CARD = Card(
    captions={"called_on": "发布日", "called_where": "发布的地点、媒体"},
    initial=lambda on: {"called_on": clock.today()},
    objects=_objects,
)


@act("coercion.call_for_left_things", title="登记发布招领公告", card=CARD)
def call_for_left_things(actor: Actor, order: CallForLeftThings, *, on: Proceeding) -> Demolition:
    row, paper = demolition_of(on), cases.issued_for(on, CALL)[-1]
    assert row is not None and paper.issued_on is not None  # the card has asked for them
    require(
        Verdict.when(
            paper.issued_on <= order.called_on <= clock.today(),
            "发布日应在公告签发以后、不晚于今天。",
            citation=LAW,
        )
    )
    row.called_on, row.called_where = order.called_on, order.called_where
    row.save()
    facts = {"count": len(kept_things(on))}
    record(events.LEFT_CALLED, actor=actor, subject=on.case, facts=facts)
    return row
