"""Record that it was done in the party's place: supervised, signed by all, by day (行政强制法 §43, §51)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.coercion import events, performing
from sanzhi.coercion.demanding import is_late_enough
from sanzhi.coercion.halting import enforcement_of, goes_on
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
    row = enforcement_of(proceeding)
    is_open = row is not None and row.ended_at is None and hasattr(proceeding, "decision")
    return (
        Verdict.when(
            is_open,
            "没有等待实施的代履行。",
            citation="行政强制法第五十条",
            remedy="没有决定的，请先报请决定；已经代履行的，请结算费用。",
        )
        & goes_on(proceeding)
        & is_late_enough(proceeding)
        & has_two_qualified_officers(proceeding.case)
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row, party = enforcement_of(proceeding), proceeding.respondent
    name = (party.representative or party.name) if party else ""
    return {"executor": row.executor if row else "", "present_name": name}


CARD = Card(
    captions={**performing.CAPTIONS, "urgent_for": "夜间、法定节假日实施的紧急情况"},
    helps=performing.HELPS,
    initial=_begins,
    objects=_objects,
    is_main=True,
    is_done=lambda on: (row := enforcement_of(on)) is not None and row.ended_at is not None,
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
