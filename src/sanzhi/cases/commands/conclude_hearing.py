"""Conclude the hearing with minutes and the chair's opinion; who stays away without cause or leaves has abandoned it.

Who withdraws the wish for a hearing has none, and has missed none.
"""

from pydantic import Field

from sanzhi.cases import board, events, hearings, queries
from sanzhi.cases.addressed import heard_on, notice_of_hearing
from sanzhi.cases.card import Card
from sanzhi.cases.models import Hearing, HearingOutcome, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


def _is_open(proceeding: Proceeding) -> Verdict:
    hearing = queries.hearing_of(proceeding)
    return Verdict.when(
        hearing is None or hearing.concluded_on is None,
        "听证已经终结，不能再次终结。",
        citation="行政处罚法第六十五条",
    )


CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={
        "outcome": "结果",
        "attendees": "听证参加人",
        "minutes": "听证情况",
        "opinion": "主持人意见",
    },
    helps={
        "outcome": "有正当理由不能出席的，不在此登记，请另行通知举行日期。",
        "attendees": "到场的当事人、代理人、第三人、证人和调查人员。",
        "minutes": "调查人员陈述、当事人申辩、质证、最后陈述；听证笔录和听证报告据此填写。当事人未出席、撤回的不填写。",
        "opinion": "撤回的，写明当事人何时、怎样撤回。",
    },
    choices={"outcome": lambda proceeding: list(HearingOutcome.choices)},
    objects=lambda proceeding: hearings.was_asked_for(proceeding) & _is_open(proceeding),
)
PROOF = "statement_defence"  # the recording, or the scan of what the party signed
ABSENCE = frozenset({HearingOutcome.ABSENT, HearingOutcome.WITHDRAWN})


class ConcludeHearing(OnProceeding):
    outcome: HearingOutcome = HearingOutcome.HELD
    attendees: str = Field(default="", max_length=1000)
    minutes: str = Field(default="", max_length=20000)
    opinion: str = Field(min_length=5, max_length=5000)


@act("cases.conclude_hearing", title="听证终结", card=CARD)
def conclude_hearing(actor: Actor, order: ConcludeHearing, *, on: Proceeding) -> Hearing:
    hearing = queries.hearing_of(on)
    assert hearing is not None  # the card asks
    require(
        _tells_who_came(on, order),
        _is_proved(on, hearing)
        if order.outcome == HearingOutcome.WITHDRAWN
        else _is_held(on, hearing, actor=actor),
    )
    hearing.proposal = heard_on(on, hearing)  # from now on it is that, whatever is told later
    hearing.attendees, hearing.minutes, hearing.opinion = order.attendees, order.minutes, order.opinion
    hearing.outcome, hearing.concluded_on = order.outcome, clock.today()
    hearing.save()
    record(events.HEARING_CONCLUDED, actor=actor, subject=on.case, facts={"outcome": order.outcome.label})
    return hearing


def _tells_who_came(on: Proceeding, order: ConcludeHearing) -> Verdict:
    """Who stayed away is no attendee and said nothing; who was heard is named and stands in the minutes (§64(6))."""
    party = on.respondent
    names = {party.name, party.representative, party.guardian} if party else set()
    came = any(name in order.attendees for name in names | {"当事人", "代理人"} if name)
    return Verdict.when(
        came != (order.outcome in ABSENCE)
        and (bool(order.attendees) or order.outcome == HearingOutcome.WITHDRAWN),
        "当事人未出席的，听证参加人中不能有当事人、代理人；当事人出席的，应当写明。",
        citation="行政处罚法第六十四条第六项",
        remedy="请按签到情况填写听证参加人。",
    ) & Verdict.when(
        not order.minutes.strip() if order.outcome in ABSENCE else len(order.minutes.strip()) >= 5,
        "当事人未出席的，没有陈述、申辩和质证可以记录；当事人出席的，应当记录听证情况。",
        citation="行政处罚法第六十四条第六项、第七项",
        remedy="请核对当事人是否出席。",
    )


def _is_proved(on: Proceeding, hearing: Hearing) -> Verdict:
    """A withdrawal is the party's own word on record, as a waiver is, before anybody was heard (行政处罚法 §62, §64).

    Since it was told that on which it would be heard.
    """
    notice = notice_of_hearing(on, hearing)
    days = (hearing.requested_on, notice.counts_from if notice else None)
    return board.moments_covered(
        on,
        [PROOF],
        on=max((day for day in days if day), default=None),
        since=notice.document.issued_at if notice else None,
    )


def _is_held(on: Proceeding, hearing: Hearing, *, actor: Actor) -> Verdict:
    """Nobody was heard, and nobody stayed away, where the party was not told in time or the public was not."""
    if hearing.held_on is None:
        return Verdict.no("尚未通知举行听证。", "行政处罚法第六十四条")
    verdict = Verdict.when(
        hearings.has_begun(hearing),
        "听证尚未举行。",
        citation="行政处罚法第六十四条",
        remedy="请在通知的日期、时间举行听证以后办理。",
    ) & Verdict.when(
        hearing.chair_id == actor.officer_id,
        "听证由主持人终结，您不是本次听证的主持人。",
        citation="行政处罚法第六十四条第四项",
        remedy=f"请由主持人{hearing.chair.name if hearing.chair else ''}办理；不能主持的，请另定主持人重新通知。",
    )
    return verdict & hearings.could_be_held(on)
