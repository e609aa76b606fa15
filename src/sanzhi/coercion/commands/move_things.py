"""Record that things in custody were moved or looked at, and in what condition they are (行政强制法 §26)."""

from pydantic import Field

from sanzhi.cases import board
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.choosing import chosen
from sanzhi.coercion.models import Movement, SeizedThing
from sanzhi.coercion.queries import in_custody
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

LAW = "行政强制法第二十六条"


class MoveThings(OnProceeding):
    things: list[int] = Field(min_length=1, max_length=200)
    place: str = Field(min_length=2, max_length=200)
    custodian: str = Field(min_length=2, max_length=100)
    condition: str = Field(min_length=2, max_length=200)
    reason: str = Field(min_length=4, max_length=300)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


def kept(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in in_custody(proceeding)]


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(in_custody(proceeding), "没有在保管中的财物。", citation=LAW)


CARD = Card(
    captions={
        "things": "财物",
        "place": "移至（没有移动的写现在的地点）",
        "custodian": "保管人",
        "condition": "状况",
        "reason": "移动、查看的原因",
        "recording_sha256": "照片、录像",
    },
    choices={"things": kept, "recording_sha256": lambda on: board.films(on)},
    objects=_objects,
)


@act("coercion.move_things", title="登记财物移动、查看", card=CARD)
def move_things(actor: Actor, order: MoveThings, *, on: Proceeding) -> tuple[SeizedThing, ...]:
    rows, films = chosen(order.things, in_custody(on), citation=LAW), dict(board.films(on))
    require(
        Verdict.when(
            order.recording_sha256 in {"", *films},
            "选用的音像不是本案的。",
            citation=LAW,
            remedy="请先上传，再从列表中选用。",
        )
    )
    said = order.model_dump(include={"place", "custodian", "condition", "reason", "recording_sha256"})
    for row in rows:
        Movement(thing=row, moved_at=clock.now(), recorded_by=actor.name, **said).save()
    record(events.THING_MOVED, actor=actor, subject=on.case, facts={"count": len(rows)})
    return rows
