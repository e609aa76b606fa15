"""Set day, place and chair of a hearing, and tell them seven days ahead (行政许可法 §47(1), §48(1))."""

from datetime import date

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.guards import SUMMONED_AHEAD, SUMMONS
from sanzhi.licensing.hearing import is_open, the_hearing
from sanzhi.licensing.models import LicenceHearing
from sanzhi.licensing.queries import application_of
from sanzhi.licensing.telling import tell
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

LAW = "行政许可法第四十七条、第四十八条第一款"


class SetHearing(OnProceeding):
    held_on: date
    place: Told = Field(min_length=2, max_length=200)
    chair: int


def _objects(proceeding: Proceeding) -> Verdict:
    if not is_open(proceeding):
        return is_open(proceeding)
    row = the_hearing(proceeding)
    return Verdict.when(
        row.is_owed or row.asked_on,
        "没有人申请听证，本事项也不是应当听证的。",
        citation=LAW,
        remedy="请先登记听证申请。",
    )


def _too_late(last: date | None, *, first: date) -> str:
    if last is None or first <= last:
        return f"应当在提出申请以后二十日内组织听证，最迟{chinese_date(last) if last else ''}。"
    return f"提出申请以后二十日的期限{chinese_date(last)}已经届满，应当在可以举行的第一日{chinese_date(first)}举行听证。"


def _chairs(proceeding: Proceeding) -> Choices:
    """Legal reviewers who do not examine the application (行政许可法 §48(1)(3))."""
    code = proceeding.case.authority.code
    able = organisation.holding(code, (Role.LEGAL_REVIEWER,))
    return [
        (row.pk, f"{row.name}（{row.unit.name}）")
        for row in organisation.officers_of(code)
        if row.pk in able and not cases.has_handled(proceeding.case, row.pk)
    ]


CARD = Card(
    captions={"held_on": "举行日期", "place": "地点", "chair": "主持人"},
    choices={"chair": _chairs},
    objects=_objects,
)


@act("licensing.set_hearing", title="确定听证", card=CARD)
def set_hearing(actor: Actor, order: SetHearing, *, on: Proceeding) -> LicenceHearing:
    row, today = the_hearing(on), clock.today()
    first = on.calendar.add_working(today, SUMMONED_AHEAD)
    last = terms.days_of(terms.HEARING, row.asked_on, on=on).on if row.asked_on else None
    require(
        Verdict.when(
            order.held_on >= first,
            f"举行听证应当在七日前通知，最早可以在{chinese_date(first)}举行。",
            citation=SUMMONS,
            remedy="请另定日期。",
        ),
        Verdict.when(
            last is None or order.held_on <= max(first, last),
            _too_late(last, first=first),
            citation="行政许可法第四十七条第一款",
            remedy="请另定日期。",
        ),
        Verdict.when(
            order.chair in {key for key, _ in _chairs(on)},
            "听证主持人应当是审查该申请的工作人员以外的人员。",
            citation="行政许可法第四十八条第一款第三项",
            remedy="请从列出的人员中选择。",
        ),
    )
    row.held_on, row.place, row.chair_id = order.held_on, order.place, order.chair
    row.notified_on = today
    row.save()
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose=terms.HEARING_NOTICE))
    chair = dict(_chairs(on))[order.chair]
    tell(
        actor,
        application_of(on),
        progress=Progress.ACCEPTED,
        kind=MessageKind.HEARING,
        text=f"听证定于{chinese_date(order.held_on)}在{order.place}举行，主持人：{chair}。",
        citation=LAW,
    )
    facts = {"held_on": chinese_date(order.held_on)}
    record(events.HEARING_SET, actor=actor, subject=on.case, facts=facts)
    return row
