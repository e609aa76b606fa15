"""Record where a requisitioned thing was used, by whom and for what; not beyond its term (突发事件应对法 §12)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.chosen import any_in_use, in_use, thing_in_use
from sanzhi.requisition.models import UseEntry
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import requisition_of


class LogUse(OnProceeding):
    things: list[int] = Field(min_length=1, max_length=200)
    used_on: date
    place: str = Field(min_length=2, max_length=200)
    user: str = Field(min_length=2, max_length=100)
    purpose: str = Field(min_length=4, max_length=200)
    condition: str = Field(min_length=2, max_length=200)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    """As it was decided: where, and by whom it is used."""
    row = requisition_of(proceeding)
    decided = {"place": row.place, "user": row.user} if row is not None else {}
    return {"used_on": clock.today(), "things": [pk for pk, _ in in_use(proceeding)], **decided}


CARD = Card(
    captions={
        "things": "财物",
        "used_on": "日期",
        "place": "地点",
        "user": "使用人",
        "purpose": "用途",
        "condition": "状况",
    },
    choices={"things": in_use},
    initial=_begins,
    objects=any_in_use,
)


@act("requisition.log_use", title="登记使用", card=CARD)
def log_use(actor: Actor, order: LogUse, *, on: Proceeding) -> tuple[UseEntry, ...]:
    row = requisition_of(on)
    assert row is not None and row.taken_on is not None  # something is in use
    rows = [thing_in_use(on, pk) for pk in dict.fromkeys(order.things)]
    last = min(clock.today(), row.last_on, row.use_ended_on or row.last_on)
    require(
        Verdict.when(
            row.taken_on <= order.used_on <= last,
            "使用日应在征用之日以后、征用期限以内，不晚于停止使用之日和今天。",
            citation=LAW,
            remedy="期限届满的，应当返还；仍需要使用的，届满以前延长。",
        )
    )
    said = order.model_dump(include={"used_on", "place", "user", "purpose", "condition"})
    found = tuple(UseEntry(thing=one, recorded_by=actor.name, **said) for one in rows)
    for entry in found:
        entry.save()
    record(events.USED, actor=actor, subject=on.case, facts={"count": len(rows)})
    return found
