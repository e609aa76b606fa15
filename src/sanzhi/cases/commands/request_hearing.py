"""Record that the party asks for a hearing, within five working days of the notice (行政处罚法 §64)."""

from datetime import date

from sanzhi.cases import events, queries
from sanzhi.cases.deadlines import hearing_request_deadline
from sanzhi.cases.models import Hearing
from sanzhi.cases.penalty_rules import hearing_line_reached
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RequestHearing(Order):
    case: int
    requested_on: date | None = None  # today when left out; a letter counts from its postmark


@command("cases.request_hearing", title="登记听证申请")
def request_hearing(actor: Actor, order: RequestHearing) -> Hearing:
    case = queries.case_for_update(actor, order.case)
    requested_on = order.requested_on or clock.today()
    until = hearing_request_deadline(case)
    require(
        may_act(actor, case, act="request_hearing"),
        Verdict.when(requested_on <= clock.today(), "申请日不能晚于今天。"),
        Verdict.when(
            hearing_line_reached(case),
            "拟处罚未达到听证标准。",
            citation="行政处罚法第六十三条；河南省行政处罚听证办法第四条",
        ),
        Verdict.when(until, "听证告知书尚未送达，听证申请期限尚未起算。", citation="行政处罚法第六十四条"),
        Verdict.when(
            until is None or requested_on <= until.on,
            f"已超过听证申请期限{until.on if until else ''}。",
            citation="行政处罚法第六十四条",
            remedy="请书面告知当事人不予听证及理由。",
        ),
    )
    hearing = Hearing.objects.filter(case=case).first() or Hearing(case=case)
    hearing.requested_on = requested_on
    hearing.save()
    record(events.HEARING_REQUESTED, actor=actor, subject=case, facts={})
    return hearing
