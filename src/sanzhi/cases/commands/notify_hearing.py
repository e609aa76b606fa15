"""Set the hearing: seven working days' notice, and a chair who did not investigate the case (行政处罚法 §64)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.deadlines import earliest_hearing_day
from sanzhi.cases.models import Hearing
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Officer


class NotifyHearing(Order):
    case: int
    held_on: date
    place: str = Field(min_length=2, max_length=200)
    chair: int


@command("cases.notify_hearing", title="通知听证")
def notify_hearing(actor: Actor, order: NotifyHearing) -> Hearing:
    case = queries.case_for_update(actor, order.case)
    hearing = Hearing.objects.filter(case=case).first()
    chair = Officer.objects.filter(pk=order.chair, authority=case.authority).first()
    today = clock.today()
    investigators = set(case.assignments.values_list("officer_id", flat=True))
    earliest = earliest_hearing_day(today)
    require(
        may_act(actor, case, act="notify_hearing"),
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
    record(events.HEARING_NOTIFIED, actor=actor, subject=case, facts=facts)
    return hearing
