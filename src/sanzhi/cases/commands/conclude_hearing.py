"""Conclude the hearing with minutes and the chair's opinion; who stays away without cause has abandoned it."""

from pydantic import Field

from sanzhi.cases import events, hearings
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
    captions={
        "is_abandoned": "当事人无正当理由未出席",
        "attendees": "听证参加人",
        "minutes": "听证情况",
        "opinion": "主持人意见",
    },
    helps={
        "attendees": "到场的当事人、代理人、第三人、证人和调查人员。",
        "minutes": "调查人员陈述、当事人申辩、质证、最后陈述；听证笔录和听证报告据此填写。",
    },
)


class ConcludeHearing(OnProceeding):
    is_abandoned: bool = False
    attendees: str = Field(min_length=2, max_length=1000)
    minutes: str = Field(min_length=5, max_length=20000)
    opinion: str = Field(min_length=5, max_length=5000)


@act("cases.conclude_hearing", title="听证终结", card=CARD)
def conclude_hearing(actor: Actor, order: ConcludeHearing, *, on: Proceeding) -> Hearing:
    hearing = Hearing.objects.select_related("chair", "recorder").filter(proceeding=on).first()
    require(
        Verdict.when(hearing and hearing.held_on, "尚未通知举行听证。", citation="行政处罚法第六十四条"),
        Verdict.when(
            hearing is None or hearing.concluded_on is None,
            "听证已经终结，不能再次终结。",
            citation="行政处罚法第六十五条",
        ),
        Verdict.when(
            hearing is None or hearing.held_on is None or hearing.held_on <= clock.today(),
            "听证尚未举行。",
            citation="行政处罚法第六十四条",
        ),
        Verdict.when(
            hearing is None or hearing.chair_id == actor.officer_id,
            "听证由主持人终结，您不是本次听证的主持人。",
        ),
        _was_prepared(on, hearing),
    )
    assert hearing is not None
    hearing.attendees, hearing.minutes, hearing.opinion = order.attendees, order.minutes, order.opinion
    hearing.is_abandoned, hearing.concluded_on = order.is_abandoned, clock.today()
    hearing.save()
    outcome = "当事人无正当理由未出席，视为放弃" if order.is_abandoned else "已举行"
    record(events.HEARING_CONCLUDED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return hearing


def _was_prepared(on: Proceeding, hearing: Hearing | None) -> Verdict:
    """Nobody was heard, and nobody stayed away, where the party was not told in time or the public was not."""
    if hearing is None or hearing.held_on is None:
        return Verdict.yes()
    return hearings.is_notified_in_time(on) & hearings.is_announced(on)
