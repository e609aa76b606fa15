"""What is proposed to be seized, as both the planned and the urgent seizure say it."""

from typing import Any

from pydantic import Field

from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.vouching import Weighed
from sanzhi.coercion import terms
from sanzhi.coercion.authority import is_authorised
from sanzhi.coercion.models import Manner, Seizure
from sanzhi.coercion.queries import seizure_of
from sanzhi.coercion.rules import SEIZURE
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.inventory import Thing, WrongLine, read
from sanzhi.law.measures import Disposal, Measure, Term, described

BELONGS = "与案件的关系"
INVENTORY = "行政强制法第二十四条第二款第三项"
LIMITS = "行政强制法第二十三条"
CAPTIONS = {
    "manner": "方式",
    "reason": "理由（违法事实和需要查封、扣押的原因）",
    "things": "场所、设施或者财物",
    "place": "保管地点",
    "custodian": "保管人",
    "days": "期限（日）",
    "no_necessities": "已经逐项核对，没有公民个人及其所扶养家属的生活必需品",
    "not_held": "已经核对，没有其他国家机关已经依法查封的",
}
HELPS = {
    "things": f"每行一项：名称；规格型号；数量和单位；{BELONGS}。例如：轻型自卸货车；豫D·00000挂；1辆；用于倾倒建筑垃圾。",
    "days": "自实施之日起计算，不超过三十日；情况复杂的，届满以前可以延长一次。",
    "custodian": "扣押的由本机关保管；查封的可以委托第三人保管，写明第三人。保管费用由本机关承担。",
}


class Proposing(OnProceeding):
    """`things` is an inventory as typed, a line for each (law.inventory)."""

    manner: Manner
    reason: str = Field(min_length=10, max_length=1000)
    things: str = Field(min_length=5, max_length=8000)
    place: str = Field(min_length=2, max_length=200)
    custodian: str = Field(min_length=2, max_length=100)
    days: int = 30
    no_necessities: bool = False
    not_held: bool = False


def inventory(text: str, *, last: str, citation: str = INVENTORY) -> tuple[Thing, ...]:
    """The things of a typed list. Raises Refused, naming the line."""
    try:
        return read(text, last=last)
    except WrongLine as wrong:
        raise Refused((Reason(str(wrong), citation),)) from wrong


def may_be_proposed(proceeding: Proceeding, order: Proposing) -> Verdict:
    most = terms.most_days()
    return (
        is_authorised(proceeding, order.manner)
        & Verdict.when(
            1 <= order.days <= most,
            f"期限应当在1日至{most}日之间。",
            citation=terms.LAW,
            remedy="情况复杂的，届满以前报机关负责人批准延长。",
        )
        & Verdict.when(
            order.no_necessities,
            "没有逐项核对生活必需品：公民个人及其所扶养家属的生活必需品不得查封、扣押。",
            citation=LIMITS,
            remedy="请逐项核对，去掉生活必需品后勾选。",
        )
        & Verdict.when(
            order.not_held,
            "没有核对是否已被其他国家机关查封：已经依法查封的，不得重复查封。",
            citation=LIMITS,
            remedy="请核对后勾选。",
        )
    )


def propose(actor: Actor, order: Proposing, *, on: Proceeding, urgency: str = "") -> Seizure:
    """The seizure's row as it is proposed now, and its proposal."""
    things = inventory(order.things, last=BELONGS)
    seizure = seizure_of(on) or Seizure(proceeding=on)
    said: dict[str, Any] = order.model_dump(include={"manner", "reason", "place", "custodian", "days"})
    for name, value in said.items():
        setattr(seizure, name, value)
    seizure.things = [thing.as_row() for thing in things]
    seizure.is_urgent, seizure.urgency = bool(urgency), urgency
    imposed = tuple(Term(Measure(order.manner), None, thing.text) for thing in things)
    weighed = {"理由": order.reason, "期限": str(order.days), "保管地点": order.place}
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.SEIZE,
        terms=imposed,
        text=described(imposed),
        grounds={"act": SEIZURE, "days": order.days},
        weighed=Weighed(said=weighed),
        reason=order.reason,
        whole=order.said(),
    )
    enter_proposal(actor, proposal)
    seizure.save()
    on.seizure = seizure
    return seizure
