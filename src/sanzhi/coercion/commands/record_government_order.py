"""Record the government's written order 责成: by whom, under which number, on which day, to do what (城乡规划法 §68)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import entrusting_of
from sanzhi.coercion.models import Entrusting
from sanzhi.coercion.reporting import LAW
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordGovernmentOrder(OnProceeding):
    ordered_on: date
    ordered_number: str = Field(min_length=3, max_length=80)
    ordered_by: str = Field(min_length=4, max_length=100)
    ordered_what: str = Field(min_length=4, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = entrusting_of(proceeding)
    return Verdict.when(
        row is not None and row.ordered_on is None,
        "没有已经报告、等待人民政府责成的事项。",
        citation=LAW,
        remedy="请先登记报告。",
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    return {"ordered_on": clock.today(), "ordered_by": proceeding.case.authority.government}


CARD = Card(
    captions={
        "ordered_on": "责成日",
        "ordered_number": "责成文号",
        "ordered_by": "责成的人民政府",
        "ordered_what": "责成的内容（由谁采取什么措施）",
    },
    initial=_begins,
    objects=_objects,
    is_main=True,
    is_done=lambda on: (row := entrusting_of(on)) is not None and row.ordered_on is not None,
)


@act("coercion.record_government_order", title="登记人民政府书面责成", card=CARD)
def record_government_order(actor: Actor, order: RecordGovernmentOrder, *, on: Proceeding) -> Entrusting:
    row = entrusting_of(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.reported_on <= order.ordered_on <= clock.today(),
            "责成日应在报告以后、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            "人民政府" in order.ordered_by,
            "只有人民政府可以责成查封施工现场、强制拆除。",
            citation=LAW,
            remedy="请填写作出书面责成的人民政府。",
        ),
    )
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    facts = {"number": order.ordered_number}
    record(events.GOVERNMENT_ORDERED, actor=actor, subject=on.case, facts=facts)
    return row
