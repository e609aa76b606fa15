"""Record what somebody concerned has said, and how it was weighed (行政许可法 §36)."""

from typing import Literal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import InterestedView
from sanzhi.licensing.offering import is_undecided
from sanzhi.licensing.queries import interested_views

LAW = "行政许可法第三十六条"
SPOKE, NOTHING = "提出意见", "明确表示没有意见"


class EnterView(OnProceeding):
    view: int
    manner: Literal["提出意见", "明确表示没有意见"]
    words: Told = Field(default="", max_length=2000)
    answer: Told = Field(default="", max_length=2000)


def _open_ones(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.name) for row in interested_views(proceeding) if not row.answer]


def _objects(proceeding: Proceeding) -> Verdict:
    return is_undecided(proceeding) & Verdict.when(
        _open_ones(proceeding), "没有已经告知、等待意见的利害关系人。", citation=LAW, remedy="请先告知。"
    )


CARD = Card(
    captions={"view": "利害关系人", "manner": "表示", "words": "意见", "answer": "对意见的审查"},
    helps={"answer": "写明是否采纳和理由。"},
    choices={"view": _open_ones},
    objects=_objects,
)


@act("licensing.enter_view", title="登记利害关系人意见", card=CARD)
def enter_view(actor: Actor, order: EnterView, *, on: Proceeding) -> InterestedView:
    row = next((one for one in interested_views(on) if one.pk == order.view and not one.answer), None)
    spoke = order.manner == SPOKE
    require(
        Verdict.when(
            row, "所选的利害关系人不在本案，或者已经答复。", citation=LAW, remedy="请刷新页面后重新选择。"
        ),
        Verdict.when(
            bool(order.words.strip()) is spoke and bool(order.answer.strip()) is spoke,
            "提出意见的，意见和审查都要填写；没有意见的都不填。",
            citation=LAW,
        ),
    )
    assert row is not None
    row.said, row.said_on = order.words or NOTHING, clock.today()
    row.answer = order.answer or "没有意见，不需审查。"
    row.save()
    record(events.VIEW_ENTERED, actor=actor, subject=on.case, facts={})
    return row
