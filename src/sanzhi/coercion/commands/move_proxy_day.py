"""Put off the day on which it is done in the party's place; the party is demanded again and told the new one (行政强制法 §51)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.coercion import events
from sanzhi.coercion.halting import enforcement_of, goes_on, waits_to_be_done
from sanzhi.coercion.hours import is_holiday
from sanzhi.coercion.models import Enforcement
from sanzhi.coercion.proxy_days import LAW, day_of
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class MoveProxyDay(OnJudged):
    day: date
    reason: str = Field(min_length=10, max_length=300)


def _objects(proceeding: Proceeding) -> Verdict:
    return goes_on(proceeding) & waits_to_be_done(proceeding, "代履行", citation=LAW)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"day": "新的代履行日期", "reason": "改期的原因"},
    helps={"day": "改定以后再次制作《履行义务催告书》并送达，满三个工作日才能代履行。"},
    objects=_objects,
    reads=lambda on: (enforcement_of(on),),
)


@act("coercion.move_proxy_day", title="改定代履行日期", card=CARD)
def move_proxy_day(actor: Actor, order: MoveProxyDay, *, on: Proceeding) -> Enforcement:
    row = enforcement_of(on)
    assert row is not None  # the card has asked for it
    decided, before = row.planned_on, day_of(row)
    require(
        Verdict.when(
            decided is not None and order.day > max(decided, clock.today()),
            f"新的日期应当在今天和决定书载明的{chinese_date(decided) if decided else '日期'}以后。",
            citation=LAW,
            remedy="提前实施的，决定书所写的日期不能提前。",
        ),
        Verdict.when(
            not is_holiday(on, order.day),
            "新的代履行日期是法定节假日。",
            citation="行政强制法第四十三条第一款",
            remedy="请改在其他日期。",
        ),
        Verdict.when(order.day != before, "代履行日期没有变化。", citation=LAW),
    )
    row.moved_to, row.moved_for = order.day, order.reason
    row.save()
    record(events.PROXY_DAY_MOVED, actor=actor, subject=on.case, facts={"day": chinese_date(order.day)})
    return row
