"""Tell apart, or say to be the same, an act that was fined already, here or by another agency (行政处罚法 §29)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_no_handler
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.receipts import is_paper_number
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.in_hand import elsewhere
from sanzhi.penalty.models import SameAct
from sanzhi.penalty.once import LAW, answers_of, facts_of, resembling, spared_nearby
from sanzhi.penalty.referrals import referred_elsewhere


class WeighSameAct(OnProceeding):
    """`other` is a matter of ours that resembles, decided, referred or in hand; `agency` names another agency and its decision."""

    other: int | None = None
    agency: str = Field(default="", max_length=100)
    is_same: bool = False
    reason: str = Field(min_length=10, max_length=1000)


def _candidates(proceeding: Proceeding) -> list[tuple[int, str]]:
    rows = _known(proceeding).values()
    return [(row.pk, f"{_named(row)}：{row.cause}，{row.case.place}") for row in rows]


def _known(proceeding: Proceeding) -> dict[int, Proceeding]:
    decided = (*resembling(proceeding), *spared_nearby(proceeding))
    found = (*decided, *referred_elsewhere(proceeding), *elsewhere(proceeding))
    return {row.pk: row for row in found}


def _named(proceeding: Proceeding) -> str:
    """The decision, or the case that has none yet."""
    return proceeding.decision.number if hasattr(proceeding, "decision") else str(proceeding.case)


CARD = Card(
    citation="行政处罚法第二十九条",
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={
        "other": "本机关已经作出的处罚、不予处罚决定，或者正在办理、移送的案件",
        "agency": "其他机关的名称和处罚决定文号",
        "is_same": "是同一违法行为（不再处罚）",
        "reason": "判断的理由（时间、地点、行为、结果的异同）",
    },
    choices={"other": _candidates},
    objects=lambda proceeding: Verdict.when(
        not hasattr(proceeding, "decision"),
        "本案已经作出决定。",
        citation=LAW,
        remedy="决定有误的，依法撤销或者变更。",
    ),
)


@act("penalty.weigh_same_act", title="判断是否同一违法行为", card=CARD)
def weigh_same_act(actor: Actor, order: WeighSameAct, *, on: Proceeding) -> SameAct:
    known = _known(on)
    require(
        is_no_handler(actor, on.case),
        is_news(answers_of(on), _said(order), what="判断"),
        _may_say_otherwise(actor, order, on=on),
        Verdict.when(
            (order.other is None) != (not order.agency),
            "请选择本机关的决定、案件，或者写明其他机关的决定，只写一项。",
            citation=LAW,
        ),
        Verdict.when(
            not order.agency or is_paper_number(order.agency),
            "请写明其他机关的名称和处罚决定的完整文号（年份、代字、序号）。",
            citation=LAW,
        ),
        Verdict.when(
            order.other is None or order.other in known,
            "没有这份决定。",
            remedy="请从列出的决定、案件中选择。",
        ),
    )
    row = SameAct(
        proceeding=on,
        other=known[order.other] if order.other is not None else None,
        agency=order.agency,
        is_same=order.is_same,
        facts=facts_of(on),
        reason=order.reason,
        decided_on=clock.today(),
        decided_by=actor.name,
    )
    row.save()
    facts = {
        "decision": _named(row.other) if row.other else order.agency,
        "outcome": "同一违法行为" if order.is_same else "不是同一违法行为",
    }
    record(events.SAME_ACT_WEIGHED, actor=actor, subject=on.case, facts=facts)
    return row


def _said(order: WeighSameAct) -> dict[str, Any]:
    return {"other_id": order.other, **order.model_dump(include={"agency", "is_same", "reason"})}


def _may_say_otherwise(actor: Actor, order: WeighSameAct, *, on: Proceeding) -> Verdict:
    """What was said to be the same act is told apart again by the head only."""
    said = [row for row in answers_of(on) if (row.other_id, row.agency) == (order.other, order.agency)]
    return Verdict.when(
        actor.has(Role.BUREAU_HEAD) or order.is_same or not any(row.is_same for row in said),
        "已经认定是同一违法行为。",
        citation=LAW,
        remedy="认定有误的，请由机关负责人重新判断。",
    )
