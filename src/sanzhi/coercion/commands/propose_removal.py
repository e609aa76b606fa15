"""Propose that the party itself pulls down what must go, until a day (城乡规划法 §64; 平顶山条例 §26, §28)."""

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
from sanzhi.coercion.building import structure_of
from sanzhi.coercion.building_guards import removal_authorised, structure_sorted
from sanzhi.coercion.models import Structure
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal, Measure, Term
from sanzhi.ledger.commands import record


class ProposeRemoval(OnProceeding):
    due_on: date
    reason: Told = Field(min_length=10, max_length=1000)
    public_interest: bool = False


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row = structure_of(proceeding)
    return {"due_on": row.due_on, "reason": row.sort_reason} if row is not None else {}


CARD = Card(
    captions={
        "due_on": "自行拆除的期限",
        "reason": "理由",
        "public_interest": "涉及重大公共利益",
    },
    helps={"due_on": "告知、陈述申辩、送达都要在此以前完成，并留出拆除的时间；法律没有规定日数。"},
    initial=_begins,
    objects=lambda on: is_not_decided(on) & removal_authorised(on) & structure_sorted(on),
    is_main=True,
)


@act("coercion.propose_removal", title="提出限期拆除意见", card=CARD)
def propose_removal(actor: Actor, order: ProposeRemoval, *, on: Proceeding) -> Structure:
    row = structure_of(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            order.due_on > clock.today(),
            "自行拆除的期限应当在今天以后。",
            citation="城乡规划法第六十四条；平顶山市城乡规划建设管理条例第二十八条",
        )
    )
    until = chinese_date(order.due_on)
    row.duty, row.due_on = f"于{until}前自行拆除位于{row.text}的违法建设。", order.due_on
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.DEMOLISH,
        terms=(Term(Measure.DEMOLITION, None, row.text),),
        text=f"限期拆除：{row.duty}",
        grounds={"sort": row.sort, "item": row.item},
        weighed=Weighed(said={"期限": str(order.due_on), "情形": row.get_item_display()}),
        reason=order.reason,
        public_interest=order.public_interest,
        whole=order.said(),
    )
    enter_proposal(actor, proposal)
    row.save()
    record(events.REMOVAL_PROPOSED, actor=actor, subject=on.case, facts={"until": until})
    return row
