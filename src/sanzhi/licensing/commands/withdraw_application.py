"""Record that the applicant takes the application back before it is decided."""

from datetime import date

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import LicenceApplication, TurnedAway
from sanzhi.licensing.offering import is_alive, the_application
from sanzhi.licensing.telling import tell


class WithdrawApplication(OnProceeding):
    asked_on: date
    proof: str = Field(min_length=4, max_length=300)


CARD = Card(
    captions={"asked_on": "申请人提出撤回的日期", "proof": "凭据（书面申请、笔录）"},
    initial=lambda on: {"asked_on": clock.today()},
    objects=is_alive,
)


@act("licensing.withdraw_application", title="登记申请人撤回", card=CARD)
def withdraw_application(actor: Actor, order: WithdrawApplication, *, on: Proceeding) -> LicenceApplication:
    row = the_application(on)
    require(
        Verdict.when(
            row.received_on <= order.asked_on <= clock.today(),
            "撤回的日期应当在收到申请以后、不晚于今天。",
            citation="行政许可法第三十二条",
            remedy="请按凭据填写。",
        )
    )
    row.turned_away, row.turned_away_on = TurnedAway.WITHDRAWN, clock.today()
    row.turned_away_because = order.proof
    row.save()
    tell(
        actor,
        row,
        progress=Progress.ENDED,
        kind=MessageKind.OTHER,
        text="您的申请已经按您的要求撤回。",
        citation="",
    )
    record(events.APPLICATION_WITHDRAWN, actor=actor, subject=on.case, facts={})
    turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason="申请人撤回申请"))
    return row
