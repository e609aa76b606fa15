"""Record that the party pulled the structure down itself, whenever it did (平顶山条例 §28)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import is_gone, structure_of
from sanzhi.coercion.building_guards import structure_described
from sanzhi.coercion.models import Structure
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

LAW = "平顶山市城乡规划建设管理条例第二十八条"


class RecordRemoval(OnProceeding):
    removed_on: date
    removed_note: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return structure_described(proceeding) & Verdict.when(
        not is_gone(proceeding), "已经登记拆除。", citation=LAW
    )


CARD = Card(
    captions={"removed_on": "自行拆除日", "removed_note": "到现场查看的结果"},
    initial=lambda on: {"removed_on": clock.today()},
    objects=_objects,
)


@act("coercion.record_removal", title="登记当事人自行拆除", card=CARD)
def record_removal(actor: Actor, order: RecordRemoval, *, on: Proceeding) -> Structure:
    row = structure_of(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            on.case.found_on <= order.removed_on <= clock.today(),
            "自行拆除日应在发现以后、不晚于今天。",
            citation=LAW,
        )
    )
    row.removed_on, row.removed_note = order.removed_on, order.removed_note
    row.save()
    facts = {"day": chinese_date(order.removed_on)}
    record(events.REMOVED, actor=actor, subject=on.case, facts=facts)
    return row
