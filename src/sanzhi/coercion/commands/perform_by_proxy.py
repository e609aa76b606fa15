"""Record that it was done in the party's place: supervised, signed by all, by day (行政强制法 §43, §51)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.coercion import events, performing
from sanzhi.coercion.demanding import is_late_enough
from sanzhi.coercion.halting import enforcement_of, goes_on, waits_to_be_done, was_done
from sanzhi.coercion.hours import is_by_day
from sanzhi.coercion.models import Enforcement
from sanzhi.coercion.performing import Performing, began, is_in_order, perform
from sanzhi.coercion.proxy_days import is_the_day
from sanzhi.coercion.signing import is_whom_it_was_decided_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class PerformByProxy(Performing):
    urgent_for: str = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    remedy = "没有决定的，请先报请决定；已经代履行的，请结算费用。"
    return (
        waits_to_be_done(proceeding, "代履行", citation="行政强制法第五十条", remedy=remedy)
        & goes_on(proceeding)
        & is_late_enough(proceeding)
        & has_two_qualified_officers(proceeding.case)
    )


CARD = Card(
    captions={**performing.CAPTIONS, "urgent_for": "夜间、法定节假日实施的紧急情况"},
    helps=performing.HELPS,
    initial=performing.begins,
    objects=_objects,
    is_main=True,
    is_done=was_done,
)


@act("coercion.perform_by_proxy", title="登记代履行", card=CARD)
def perform_by_proxy(actor: Actor, order: PerformByProxy, *, on: Proceeding) -> Enforcement:
    row = enforcement_of(on)
    assert row is not None  # the card has asked for it
    require(
        is_in_order(on, order),
        is_whom_it_was_decided_on(order.executor, decided=row.executor),
        is_the_day(row),
        is_by_day(on, began(order), urgent_for=order.urgent_for),
    )
    perform(row, order, on=on, urgent_for=order.urgent_for)
    record(events.PERFORMED, actor=actor, subject=on.case, facts={"executor": row.executor})
    return row
