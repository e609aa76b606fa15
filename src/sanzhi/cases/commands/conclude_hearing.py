"""Conclude the hearing with minutes and the chair's opinion; who stays away without cause has abandoned it."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Hearing, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={"is_abandoned": "当事人无正当理由未出席", "minutes": "听证情况", "opinion": "主持人意见"},
)


class ConcludeHearing(OnProceeding):
    is_abandoned: bool = False
    minutes: str = Field(min_length=5, max_length=20000)
    opinion: str = Field(min_length=5, max_length=5000)


@act("cases.conclude_hearing", title="听证终结", card=CARD)
def conclude_hearing(actor: Actor, order: ConcludeHearing, *, on: Proceeding) -> Hearing:
    hearing = Hearing.objects.filter(proceeding=on).first()
    today = clock.today()
    require(
        Verdict.when(hearing and hearing.held_on, "尚未通知举行听证。", citation="行政处罚法第六十四条"),
        Verdict.when(
            hearing is None or hearing.held_on is None or hearing.held_on <= today,
            "听证尚未举行。",
            citation="行政处罚法第六十四条",
        ),
        Verdict.when(
            hearing is None or hearing.chair_id == actor.officer_id,
            "听证由主持人终结，您不是本次听证的主持人。",
        ),
    )
    assert hearing is not None
    hearing.minutes, hearing.opinion = order.minutes, order.opinion
    hearing.is_abandoned, hearing.concluded_on = order.is_abandoned, today
    hearing.save()
    outcome = "当事人无正当理由未出席，视为放弃" if order.is_abandoned else "已举行"
    record(events.HEARING_CONCLUDED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return hearing
