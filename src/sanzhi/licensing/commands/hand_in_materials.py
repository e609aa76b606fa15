"""Record materials that came in later: what was missing, what was told to be corrected (行政许可法 §32)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import HandedIn
from sanzhi.licensing.offering import is_alive, the_application
from sanzhi.licensing.queries import application_of, item_of
from sanzhi.licensing.uploads import OTHER, received, waiting


class HandInMaterials(OnProceeding):
    handed: list[str] = Field(min_length=1, max_length=60)
    note: str = Field(default="", max_length=200)


def _choices(proceeding: Proceeding) -> Choices:
    item = item_of(proceeding)
    names = [row.name for row in item.materials] if item else []
    return [(name, name) for name in (*names, OTHER)]


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    """What was sent on the public site and not taken yet; else what is missing."""
    row = application_of(proceeding)
    if row is None:
        return {}
    known = {key for key, _ in _choices(proceeding)}
    sent = (file.wanted if file.wanted in known else OTHER for file in waiting(row))
    return {"handed": list(dict.fromkeys(sent)) or list(terms.missing(row))}


CARD = Card(
    captions={"handed": "收到的材料", "note": "说明"},
    choices={"handed": _choices},
    initial=_begins,
    objects=is_alive,
)


@act("licensing.hand_in_materials", title="登记收到的材料", card=CARD)
def hand_in_materials(actor: Actor, order: HandInMaterials, *, on: Proceeding) -> tuple[HandedIn, ...]:
    row, known = the_application(on), {key for key, _ in _choices(on)}
    strange = [name for name in order.handed if name not in known]
    require(
        Verdict.when(
            not strange,
            f"本事项不要求提交“{'、'.join(strange)}”。",
            citation="行政许可法第三十一条",
            remedy="请从列出的材料中选择。",
        )
    )
    handed = tuple(
        received(
            row,
            order.handed,
            known=known,
            on=clock.today(),
            by=actor.name,
            note=order.note,
            is_correction=row.corrections_told_on is not None,
        )
    )
    for one in handed:
        one.save()
    record(events.MATERIALS_HANDED_IN, actor=actor, subject=on.case, facts={"count": len(handed)})
    return handed
