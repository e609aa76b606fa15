"""Record that an application was shown to the public before it is decided, and what came in (facts-2 N3-06, N3-07)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.offering import is_accepted, the_application

LAW = "行政许可法第四十六条"


class GiveNotice(OnProceeding):
    notice_from: date
    notice_until: date
    notice_place: Told = Field(min_length=2, max_length=200)
    objections: Told = Field(default="", max_length=2000)


CARD = Card(
    captions={
        "notice_from": "公示开始日",
        "notice_until": "公示结束日",
        "notice_place": "公示的方式和地点",
        "objections": "收到的意见和处理",
    },
    helps={"objections": "公示期满后可以再次登记，补充收到的意见。"},
    objects=is_accepted,
)


@act("licensing.give_notice", title="登记公示", card=CARD)
def give_notice(actor: Actor, order: GiveNotice, *, on: Proceeding) -> LicenceApplication:
    row = the_application(on)
    require(
        Verdict.when(
            row.received_on <= order.notice_from < order.notice_until,
            "公示应当在收到申请以后开始，结束日晚于开始日。",
            citation=LAW,
            remedy="请核对起止日期。",
        )
    )
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    facts = {"until": chinese_date(order.notice_until)}
    record(events.NOTICE_GIVEN, actor=actor, subject=on.case, facts=facts)
    return row
