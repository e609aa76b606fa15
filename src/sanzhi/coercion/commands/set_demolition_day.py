"""Set the day on which it comes down, so that the party can be told in writing (平顶山条例 §33)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import demolition_of
from sanzhi.coercion.halting import enforcement_of, goes_on, waits_to_be_done, was_done
from sanzhi.coercion.hours import is_holiday
from sanzhi.coercion.models import Demolition
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

LAW = "平顶山市城乡规划建设管理条例第三十一条、第三十三条"


class SetDemolitionDay(OnProceeding):
    day: date
    urgent_for: str = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return goes_on(proceeding) & waits_to_be_done(proceeding, "强制拆除", citation=LAW)


CARD = Card(
    captions={"day": "实施日", "urgent_for": "在法定节假日实施的紧急情况"},
    initial=lambda on: {"day": row.planned_on} if (row := enforcement_of(on)) is not None else {},
    objects=_objects,
    is_main=True,
    is_done=was_done,
)


@act("coercion.set_demolition_day", title="确定实施日", card=CARD)
def set_demolition_day(actor: Actor, order: SetDemolitionDay, *, on: Proceeding) -> Demolition:
    row, planned = demolition_of(on), enforcement_of(on)
    assert row is not None and planned is not None and planned.planned_on is not None  # it was proposed
    require(
        Verdict.when(
            order.day >= max(planned.planned_on, clock.today()),
            f"实施日不能早于公告的{chinese_date(planned.planned_on)}，也不能早于今天。",
            citation=LAW,
        ),
        Verdict.when(
            not is_holiday(on, order.day) or len(order.urgent_for.strip()) >= 10,
            "实施日是法定节假日。",
            citation="行政强制法第四十三条第一款",
            remedy="请改在其他日期；情况紧急的，写明紧急的情况（不少于十个字）。",
        ),
    )
    row.day = order.day
    row.save()
    record(events.DAY_SET, actor=actor, subject=on.case, facts={"day": chinese_date(order.day)})
    return row
