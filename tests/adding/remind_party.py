"""Remind the party of what the law asks of them; it is no order and no penalty (行政处罚法 §6)."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RemindParty(OnProceeding):
    words: str = Field(min_length=5, max_length=1000)


@act("cases.remind_party", title="提醒当事人", card=Card(captions={"words": "提醒的内容"}))
def remind_party(actor: Actor, order: RemindParty, *, on: Proceeding) -> Case:
    require(
        Verdict.when(
            "罚款" not in order.words,
            "提醒不是处罚，不能写罚款。",
            citation="行政处罚法第六条",
            remedy="请只写法律要求当事人做什么。",
        )
    )
    record(events.PARTY_REMINDED, actor=actor, subject=on.case, facts={"words": order.words})
    return on.case
