"""Record that the party asks for a hearing, within five working days of the notice (行政处罚法 §64)."""

from datetime import date

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import deadline, served_on
from sanzhi.cases.models import Hearing, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.speaking import is_still_heard
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.deadline_rules import rule
from sanzhi.ledger.commands import record


def _objects(on: Proceeding) -> Verdict:
    before, told_on = queries.hearing_of(on), served_on(on, "hearing_notice")
    notice = queries.told(on)
    if told_on is None and notice is not None:
        return is_still_heard(on) & Verdict.no(
            f"告知当事人的《{notice.title}》没有听证权利的告知，没有起算听证申请期限。",
            "行政处罚法第六十三条、第六十四条",
            remedy="没有达到听证标准的，不登记听证申请；达到的，请按听证告知书重新告知。",
        )
    return (
        is_still_heard(on)
        & Verdict.when(
            before is None or before.is_withdrawn or (told_on and told_on > before.requested_on),
            "当事人对这份告知书已经要求听证，不必再登记。",
            citation="行政处罚法第六十四条",
        )
        & Verdict.when(
            deadline(on, "hearing_request"),
            "听证告知书尚未送达，听证申请期限尚未起算。",
            citation="行政处罚法第六十四条",
        )
    )


CARD = Card(
    citation="行政处罚法第六十三条、第六十四条；河南省行政执法条例第二十七条",
    captions={"requested_on": "申请日"},
    objects=_objects,
)


class RequestHearing(OnProceeding):
    requested_on: date | None = None  # today when left out; a letter counts from its postmark


@act("cases.request_hearing", title="登记听证申请", card=CARD)
def request_hearing(actor: Actor, order: RequestHearing, *, on: Proceeding) -> Hearing:
    """Who was told of the right to a hearing has it: a notice of less gives none (行政处罚法 §63)."""
    requested_on = order.requested_on or clock.today()
    until, first_on = deadline(on, "hearing_request"), _first_told_on(on)
    entry = rule("hearing_request_entry", clock.today())
    require(
        Verdict.when(
            requested_on <= clock.today(),
            "申请日不能晚于今天。",
            citation="行政处罚法第六十四条",
            remedy="请按申请书、邮戳的日期填写。",
        ),
        Verdict.when(
            first_on is None or requested_on >= first_on,
            f"听证告知书{first_on}送达，申请日不能更早。",
            citation="行政处罚法第六十四条",
            remedy="请按申请书、邮戳的日期填写。",
        ),
        Verdict.when(
            (clock.today() - requested_on).days <= entry.days,
            f"听证申请应当及时登记，不能在{entry.days}日以后倒填申请日。",
            citation="行政处罚法第六十四条",
            remedy="当事人确在期限内申请的，请重新送达听证告知书，给予听证的机会。",
        ),
        Verdict.when(
            until is None
            or requested_on <= until.on
            or until.estimated,  # nobody is late by a guess (F10-32)
            f"已超过听证申请期限{until.on if until else ''}。",
            citation="行政处罚法第六十四条",
            remedy="请书面告知当事人不予听证及理由。",
        ),
    )
    hearing = _wanted(on, queries.hearing_of(on))
    hearing.requested_on = requested_on
    hearing.save()
    record(events.HEARING_REQUESTED, actor=actor, subject=on.case, facts={})
    return hearing


def _first_told_on(on: Proceeding) -> date | None:
    """A letter that was in the post when another notice came asks for a hearing all the same (行政处罚法 §64(1))."""
    notices = (paper for paper in queries.notices(on) if paper.purpose == "hearing_notice")
    return next((paper.served_on for paper in notices), None)


def _wanted(on: Proceeding, before: Hearing | None) -> Hearing:
    """After a new notice the party is heard anew: the hearing that was concluded stays as it was."""
    notice = queries.told(on)
    assert notice is not None and notice.proposal is not None  # the period runs from its service
    if before is not None and not before.concluded_on:
        before.proposal = notice.proposal  # what was told last is what is heard
        return before
    return Hearing(proceeding=on, proposal=notice.proposal)
