"""Propose that a use be cut: a smaller area, fewer days, or its end; what is not used is not paid (城市道路管理条例 §38)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.levies import Use
from sanzhi.levy.lowering import LAW, enter, may_be_lowered
from sanzhi.levy.models import LoweredFor, Lowering, uses_as_rows
from sanzhi.levy.queries import assessment_of, used_now


class CutShort(OnProceeding):
    """Until `last_on` it is used as it was; then `rest` (nothing, or less) until the end that was assessed."""

    last_on: date
    rest: Decimal = Field(default=Decimal(0), ge=0, max_digits=12, decimal_places=3)
    reason: Told = Field(min_length=10, max_length=1000)
    proof: str = Field(min_length=4, max_length=300)


def _objects(proceeding: Proceeding) -> Verdict:
    assessed = assessment_of(proceeding)
    return may_be_lowered(proceeding) & Verdict.when(
        assessed is None or (assessed.by_day and hasattr(proceeding, "decision")),
        "缩短、缩小只适用于已经决定、按日计的占用。",
        citation=LAW,
        remedy="尚未决定的，请重新核定。",
    )


CARD = Card(
    captions={
        "last_on": "按原面积使用的最后一日",
        "rest": "此后保留的数量（停止占用的填0）",
        "reason": "城市建设或者其他特殊需要",
        "proof": "决定、通知等材料",
    },
    objects=_objects,
)


@act("levy.cut_short", title="提出缩小、缩短、停止占用", card=CARD)
def cut_short(actor: Actor, order: CutShort, *, on: Proceeding) -> Lowering:
    *before, last = used_now(on)
    require(
        Verdict.when(
            last.from_on <= order.last_on < last.to_on,
            "最后一日应在现在的占用期间之内、早于其截止日。",
            citation=LAW,
            remedy="请按实际停止、缩小的日期填写。",
        ),
        Verdict.when(order.rest < last.quantity, "保留的数量应当小于现在的数量。", citation=LAW),
    )
    uses = (*before, Use(last.quantity, last.from_on, order.last_on))
    if order.rest:
        uses = (*uses, Use(order.rest, date.fromordinal(order.last_on.toordinal() + 1), last.to_on))
    said: dict[str, Any] = {"reason": order.reason, "proof": order.proof}
    row = Lowering(proceeding=on, kind=LoweredFor.CUT_SHORT, uses=uses_as_rows(uses), **said)
    return enter(actor, row, uses=uses, more=(), case=cases.subject_of(on.case))
