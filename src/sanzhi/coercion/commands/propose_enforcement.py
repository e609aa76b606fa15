"""Propose to do it in the party's place: what, why it cannot be left, how, by whom, at what cost (行政强制法 §50, §51)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.cases.receiving import is_not_the_party
from sanzhi.cases.vouching import Weighed
from sanzhi.coercion import events
from sanzhi.coercion.halting import enforcement_of, goes_on
from sanzhi.coercion.imposing import LAW, duty_of, imposing, is_overdue
from sanzhi.coercion.models import Enforcement, Harm
from sanzhi.coercion.rules import PROXY
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal, Measure, Term
from sanzhi.ledger.commands import record

SAID = [
    "due_on",
    "harm",
    "harm_reason",
    "target",
    "method",
    "executor",
    "planned_on",
    "budget",
    "budget_reason",
]


class ProposeEnforcement(OnProceeding):
    imposed_by: int
    due_on: date
    harm: Harm
    harm_reason: str = Field(min_length=10, max_length=1000)
    target: str = Field(min_length=2, max_length=200)
    method: str = Field(min_length=5, max_length=1000)
    executor: str = Field(min_length=2, max_length=100)
    is_disinterested: bool = False
    planned_on: date
    budget: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    budget_reason: str = Field(min_length=5, max_length=1000)


def _imposing(proceeding: Proceeding) -> dict[int, Paper]:
    main = proceeding.main
    return {row.document_id: row for row in imposing(main)} if main else {}


def _choices(proceeding: Proceeding) -> Choices:
    return [(pk, f"{row.label}：{duty_of(row)[:40]}") for pk, row in _imposing(proceeding).items()]


def _as_it_stands(proceeding: Proceeding) -> dict[str, Any]:
    row = enforcement_of(proceeding)
    said = {name: getattr(row, name) for name in SAID} if row else {}
    return {**said, "imposed_by": row.imposed_by_id} if row else said


CARD = Card(
    captions={
        "imposed_by": "设定义务的决定",
        "due_on": "履行期限（已经届满）",
        "harm": "不履行的后果",
        "harm_reason": "后果已经发生或者将要发生的事实",
        "target": "标的（位置、范围、数量）",
        "method": "代履行的方式",
        "executor": "代履行人（本机关，或者没有利害关系的第三人）",
        "is_disinterested": "已经核对，代履行人与本案没有利害关系",
        "planned_on": "代履行日期",
        "budget": "费用预算（元）",
        "budget_reason": "预算的构成（人工、机械、清运等）",
    },
    helps={"planned_on": "催告期限和再次催告的三个工作日都要在此以前届满。"},
    choices={"imposed_by": _choices},
    initial=_as_it_stands,
    objects=lambda proceeding: is_not_decided(proceeding) & goes_on(proceeding),
    is_main=True,
)


@act("coercion.propose_enforcement", title="提出代履行意见", card=CARD)
def propose_enforcement(actor: Actor, order: ProposeEnforcement, *, on: Proceeding) -> Enforcement:
    paper = _imposing(on).get(order.imposed_by)
    require(
        Verdict.when(
            paper, "所选的决定不是已经送达、要求当事人履行义务的文书。", citation=LAW, remedy="请重新选择。"
        )
    )
    assert paper is not None and paper.served_on is not None
    require(is_overdue(paper, order.due_on), _is_done_by_others(on, order))
    duty = duty_of(paper)
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.PROXY,
        terms=(Term(Measure.PROXY, order.budget, order.target),),
        text=f"代履行：{duty.rstrip('。')}；费用预算{order.budget}元，由{order.executor}实施",
        grounds={"act": PROXY},
        weighed=Weighed(said={"义务": duty, "方式": order.method, "代履行人": order.executor}),
        reason=order.harm_reason,
        whole=order.said(),
    )
    enter_proposal(actor, proposal)
    row = enforcement_of(on) or Enforcement(proceeding=on)
    for name in SAID:
        setattr(row, name, getattr(order, name))
    row.imposed_by, row.served_on, row.duty = paper.document, paper.served_on, duty
    row.save()
    on.enforcement = row
    record(events.ENFORCEMENT_PROPOSED, actor=actor, subject=on.case, facts={"budget": str(order.budget)})
    return row


def _is_done_by_others(proceeding: Proceeding, order: ProposeEnforcement) -> Verdict:
    return (
        Verdict.when(
            order.is_disinterested,
            "代履行人应当与本案没有利害关系。",
            citation="行政强制法第五十条",
            remedy="请核对后勾选。",
        )
        & is_not_the_party(proceeding, order.executor, said="代履行人", citation="行政强制法第五十条")
        & Verdict.when(
            order.planned_on > clock.today(),
            "代履行日期应当在今天以后。",
            citation="行政强制法第三十五条、第五十一条",
            remedy="催告以后才能决定，再次催告三个工作日以后才能代履行。",
        )
    )
