"""Ask the court to enforce an unpaid levy; the application's paper is made with it (行政强制法 §§53–55)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.enforcing import is_in_time, may_ask_the_court
from sanzhi.levy.models import LevyApplication
from sanzhi.levy.owed import outstanding
from sanzhi.organisation.roles import Role


class AskCourtForLevy(OnProceeding):
    statement: str = Field(min_length=5, max_length=2000)
    object_state: str = Field(min_length=2, max_length=1000)
    late_reason: Told = Field(default="", max_length=1000)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={
        "statement": "当事人的意见及催告情况",
        "object_state": "申请强制执行标的情况",
        "late_reason": "逾期申请的正当理由",
    },
    helps={"late_reason": "只在三个月的申请期限届满以后填写，不少于十个字。"},
    objects=may_ask_the_court,
)


@act("levy.ask_court_for_levy", title="申请法院强制执行", card=CARD)
def ask_court_for_levy(actor: Actor, order: AskCourtForLevy, *, on: Proceeding) -> LevyApplication:
    require(is_in_time(on, order.late_reason))
    said = order.model_dump(include={"statement", "object_state", "late_reason"})
    row = LevyApplication(
        proceeding=on,
        court=on.case.authority.court,
        amount=outstanding(on),
        asked_on=clock.today(),
        asked_by=actor.name,
        **said,
    )
    row.save()
    paper = issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose="court_application"))
    row.document_id = paper.document_id
    row.save()
    record(events.COURT_ASKED, actor=actor, subject=on.case, facts={"amount": yuan(row.amount)})
    return row
