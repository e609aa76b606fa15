"""Propose to demolish by force: how, by whom, when; until when the party may still do it and move out (平顶山条例 §30, §31)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided
from sanzhi.cases.vouching import Weighed
from sanzhi.coercion import events
from sanzhi.coercion.building import demolition_of, structure_of
from sanzhi.coercion.halting import enforcement_of, goes_on
from sanzhi.coercion.imposing import due_of, duty_of, imposing
from sanzhi.coercion.models import Demolition, Enforcement
from sanzhi.coercion.rules import DEMOLITION
from sanzhi.coercion.tearing_guards import order_final
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal, Measure, Term
from sanzhi.ledger.commands import record

LAW = "行政强制法第四十四条；平顶山市城乡规划建设管理条例第三十一条"


class ProposeDemolition(OnProceeding):
    method: Told = Field(min_length=5, max_length=1000)
    executor: str = Field(min_length=2, max_length=100)
    remove_by_on: date
    clear_by_on: date
    planned_on: date
    reason: Told = Field(min_length=10, max_length=1000)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row, plan = enforcement_of(proceeding), demolition_of(proceeding)
    if row is None or plan is None:
        return {"executor": proceeding.case.authority.name}
    said = {name: getattr(row, name) for name in ("method", "executor", "planned_on")}
    return {
        **said,
        "reason": row.harm_reason,
        "remove_by_on": plan.remove_by_on,
        "clear_by_on": plan.clear_by_on,
    }


CARD = Card(
    captions={
        "method": "强制拆除的方式",
        "executor": "实施单位",
        "remove_by_on": "限定当事人自行拆除的日期",
        "clear_by_on": "财物搬离的日期",
        "planned_on": "计划实施的日期（不早于此日）",
        "reason": "理由",
    },
    helps={"planned_on": "公告、催告、报告、责成和决定都要在此以前完成。"},
    initial=_begins,
    objects=lambda on: is_not_decided(on) & goes_on(on) & order_final(on),
    is_main=True,
)


@act("coercion.propose_demolition", title="提出强制拆除意见", card=CARD)
def propose_demolition(actor: Actor, order: ProposeDemolition, *, on: Proceeding) -> Demolition:
    main = on.main
    assert main is not None  # a demolition carries out an order
    paper, structure = imposing(main)[-1], structure_of(main)
    assert structure is not None  # what was ordered was described
    require(
        Verdict.when(
            clock.today() < order.remove_by_on <= order.clear_by_on < order.planned_on,
            "自行拆除的日期应在今天以后，财物搬离的日期不早于自行拆除的日期，实施的日期在其后。",
            citation=LAW,
        )
    )
    row = enforcement_of(on) or Enforcement(proceeding=on)
    row.imposed_by, row.served_on, row.due_on = paper.document, paper.served_on, due_of(paper)
    row.duty, row.target, row.harm_reason = duty_of(paper), structure.text[:200], order.reason
    row.method, row.executor, row.planned_on = order.method, order.executor, order.planned_on
    _propose(actor, order, on=on, row=row)
    row.save()
    plan = demolition_of(on) or Demolition(proceeding=on)
    if (plan.remove_by_on, plan.clear_by_on) != (order.remove_by_on, order.clear_by_on):
        plan.posted_on = plan.media_on = None  # other days are announced anew
    plan.remove_by_on, plan.clear_by_on = order.remove_by_on, order.clear_by_on
    plan.save()
    on.enforcement, on.demolition = row, plan
    facts = {"day": chinese_date(order.planned_on)}
    record(events.DEMOLITION_PROPOSED, actor=actor, subject=on.case, facts=facts)
    return plan


def _propose(actor: Actor, order: ProposeDemolition, *, on: Proceeding, row: Enforcement) -> None:
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.ENFORCE,
        terms=(Term(Measure.DEMOLITION, None, row.target),),
        text=f"强制拆除{row.target}，由{order.executor}于{chinese_date(order.planned_on)}以后实施",
        grounds={"act": DEMOLITION},
        weighed=Weighed(said={"义务": row.duty, "方式": order.method, "实施单位": order.executor}),
        reason=order.reason,
        whole=order.said(),
    )
    enter_proposal(actor, proposal)
