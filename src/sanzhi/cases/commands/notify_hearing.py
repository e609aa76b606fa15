"""Set the hearing: seven working days' notice, and a chair who did not investigate the case (行政处罚法 §64)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import earliest_hearing_day
from sanzhi.cases.models import Hearing, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role


class NotifyHearing(OnProceeding):
    held_on: date
    place: str = Field(min_length=2, max_length=200)
    chair: int


def _chairs(proceeding: Proceeding) -> list[tuple[int, str]]:
    investigators = {row.officer_id for row in queries.assignments(proceeding.case)}
    rows = organisation.officers_of(proceeding.case.authority.code)
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in rows if row.pk not in investigators]


CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={"held_on": "举行日期", "place": "地点", "chair": "主持人"},
    choices={"chair": _chairs},
)


@act("cases.notify_hearing", title="通知听证", card=CARD)
def notify_hearing(actor: Actor, order: NotifyHearing, *, on: Proceeding) -> Hearing:
    hearing = Hearing.objects.filter(proceeding=on).first()
    chair = Officer.objects.filter(pk=order.chair, authority=on.case.authority).first()
    today = clock.today()
    investigators = set(on.case.assignments.values_list("officer_id", flat=True))
    earliest = earliest_hearing_day(today)
    require(
        Verdict.when(hearing, "当事人没有要求听证。", citation="行政处罚法第六十四条"),
        Verdict.when(
            order.held_on >= earliest,
            f"应当在举行听证的七个工作日前通知，最早可定于{earliest:%Y年%m月%d日}。",
            citation="行政处罚法第六十四条第二项",
        ),
        Verdict.when(chair, "听证主持人应为本机关人员。"),
        Verdict.when(
            order.chair not in investigators,
            "听证由非本案调查人员主持，所选主持人是本案调查人员。",
            citation="行政处罚法第六十四条第四项",
        ),
    )
    assert hearing is not None
    hearing.notified_on, hearing.held_on = today, order.held_on
    hearing.place, hearing.chair = order.place, chair
    hearing.save()
    facts = {"held_on": f"{order.held_on:%Y年%m月%d日}"}
    record(events.HEARING_NOTIFIED, actor=actor, subject=on.case, facts=facts)
    return hearing
