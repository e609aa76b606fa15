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
        "minutes": "调查人员陈述、当事人申辩、质证、最后陈述；听证笔录和听证报告据此填写。当事人未出席的不填写。",
    },
)


class ConcludeHearing(OnProceeding):
    is_abandoned: bool = False
    attendees: str = Field(min_length=2, max_length=1000)
    minutes: str = Field(default="", max_length=20000)
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
            hearing is None or hearing.held_on is None or hearings.has_begun(hearing),
            "听证尚未举行。",
            citation="行政处罚法第六十四条",
            remedy="请在通知的日期、时间举行听证以后办理。",
        ),
        _tells_who_came(on, order),
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


def _tells_who_came(on: Proceeding, order: ConcludeHearing) -> Verdict:
    """Who stayed away is no attendee and said nothing; who was heard is named and stands in the minutes (§64(6))."""
    party = on.respondent
    names = {party.name, party.representative, party.guardian} if party else set()
    came = any(name in order.attendees for name in names | {"当事人", "代理人"} if name)
    return Verdict.when(
        came != order.is_abandoned,
        "当事人未出席的，听证参加人中不能有当事人、代理人；当事人出席的，应当写明。",
        citation="行政处罚法第六十四条第六项",
        remedy="请按签到情况填写听证参加人。",
    ) & Verdict.when(
        not order.minutes.strip() if order.is_abandoned else len(order.minutes.strip()) >= 5,
        "当事人未出席的，没有陈述、申辩和质证可以记录；当事人出席的，应当记录听证情况。",
        citation="行政处罚法第六十四条第六项、第七项",
        remedy="请核对当事人是否出席。",
    )


def _was_prepared(on: Proceeding, hearing: Hearing | None) -> Verdict:
    """Nobody was heard, and nobody stayed away, where the party was not told in time or the public was not."""
    if hearing is None or hearing.held_on is None:
        return Verdict.yes()
    return hearings.is_notified_in_time(on) & hearings.is_announced(on)
