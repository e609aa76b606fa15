"""Enter a relief that the party asks for: one of the list's, with its proof; the head decides it."""

from typing import Any

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.levy.assessing import charge_named
from sanzhi.levy.lowering import LAW, enter, may_be_lowered
from sanzhi.levy.models import LoweredFor, Lowering, reduction_as_row
from sanzhi.levy.queries import assessment_of, lowerings, used_now


class AskLowering(OnProceeding):
    relief: str = Field(max_length=40)
    reason: Told = Field(min_length=5, max_length=1000)
    proof: str = Field(min_length=4, max_length=300)


def _reliefs(proceeding: Proceeding) -> Choices:
    assessed = assessment_of(proceeding)
    if assessed is None:
        return []
    charge = charge_named(proceeding, assessed.item, edition=assessed.edition_id)
    return [(row.title, f"{row.title}，减免{row.percent}%（{row.citation}）") for row in charge.reductions]


def _objects(proceeding: Proceeding) -> Verdict:
    assessed = assessment_of(proceeding)
    return may_be_lowered(proceeding) & Verdict.when(
        assessed is None or _reliefs(proceeding),
        f"收费标准清单没有规定“{assessed.item if assessed else ''}”的减免。",
        citation=LAW,
        remedy="没有规定的不得自行减免。",
    )


CARD = Card(
    captions={"relief": "申请的减免", "reason": "当事人的理由", "proof": "证明材料"},
    choices={"relief": _reliefs},
    objects=_objects,
)


@act("levy.ask_lowering", title="登记减免申请", card=CARD)
def ask_lowering(actor: Actor, order: AskLowering, *, on: Proceeding) -> Lowering:
    assessed = assessment_of(on)
    assert assessed is not None  # the card has asked for it
    charge = charge_named(on, assessed.item, edition=assessed.edition_id)
    found = charge.reduction(order.relief)
    same = [row for row in lowerings(on) if row.is_granted and row.reduction.get("title") == order.relief]
    require(
        Verdict.when(
            found is not None,
            f"收费标准清单没有“{order.relief}”的减免。",
            citation=LAW,
            remedy="请从列出的减免中选择。",
        ),
        Verdict.when(
            not same,
            f"已经准予“{order.relief}”的减免。",
            citation=LAW,
            remedy="同一减免只适用一次。",
        ),
    )
    assert found is not None
    said: dict[str, Any] = {"reason": order.reason, "proof": order.proof}
    row = Lowering(proceeding=on, kind=LoweredFor.RELIEF, reduction=reduction_as_row(found), **said)
    return enter(actor, row, uses=used_now(on), more=(found,), case=cases.subject_of(on.case))
