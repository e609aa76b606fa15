"""Ask the court to enforce: demanded, ten working days over, the remedies over, within three months (行政强制法 §53–§55)."""

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
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.duties import standing
from sanzhi.penalty.enforcing import is_in_time, may_ask_the_court
from sanzhi.penalty.models import CourtApplication
from sanzhi.penalty.owed import NOTHING, outstanding


class ApplyToCourt(OnProceeding):
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
    initial=lambda proceeding: {"object_state": f"{standing(proceeding)}。"},
    objects=may_ask_the_court,
)


@act("penalty.apply_to_court", title="申请法院强制执行", card=CARD)
def apply_to_court(actor: Actor, order: ApplyToCourt, *, on: Proceeding) -> CourtApplication:
    require(is_in_time(on, order.late_reason))
    asked = CourtApplication(
        proceeding=on,
        court=on.case.authority.court,
        amount=max(outstanding(on), NOTHING),
        asked_on=clock.today(),
        asked_by=actor.name,
        **order.said(),
    )
    asked.save()
    place = {"case": on.case_id, "proceeding": on.pk}
    paper = issue_own_paper(actor, IssuePaper(**place, purpose="court_application"))
    asked.document_id = paper.document_id
    asked.save()
    record(events.COURT_ASKED, actor=actor, subject=on.case, facts={"amount": yuan(asked.amount)})
    return asked
