"""Ask the court to collect what a proxy cost; the application's paper is made with it (行政强制法 §§53–55)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.coercion import events
from sanzhi.coercion.costs import owed
from sanzhi.coercion.costs_at_court import LAW, is_in_time, may_ask_the_court
from sanzhi.coercion.models import CostsAtCourt
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class AskCourtForCosts(OnProceeding):
    statement: str = Field(min_length=5, max_length=2000)
    object_state: str = Field(min_length=2, max_length=1000)
    late_reason: Told = Field(default="", max_length=1000)


CARD = Card(
    citation=f"{LAW}、第五十四条、第五十五条",
    office=(Role.BUREAU_HEAD,),
    captions={
        "statement": "当事人的意见及催告情况",
        "object_state": "申请强制执行标的情况",
        "late_reason": "逾期申请的正当理由",
    },
    helps={"late_reason": "只在三个月的申请期限届满以后填写，不少于十个字。"},
    initial=lambda on: {"object_state": f"代履行费用尚有{yuan(owed(on))}元没有缴纳。"},
    objects=may_ask_the_court,
)


@act("coercion.ask_court_for_costs", title="申请法院执行代履行费用", card=CARD)
def ask_court_for_costs(actor: Actor, order: AskCourtForCosts, *, on: Proceeding) -> CostsAtCourt:
    require(is_in_time(on, order.late_reason))
    row = CostsAtCourt(
        proceeding=on,
        court=on.case.authority.court,
        amount=owed(on),
        asked_on=clock.today(),
        asked_by=actor.name,
        **order.model_dump(include={"statement", "object_state", "late_reason"}),
    )
    row.save()
    paper = issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose="court_application"))
    row.document_id = paper.document_id
    row.save()
    record(events.COURT_ASKED, actor=actor, subject=on.case, facts={"amount": yuan(row.amount)})
    return row
