"""Decide what becomes of things in custody: back, confiscated, handed over, sold, destroyed (行政强制法 §§21, 27, 28)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer
from sanzhi.coercion import events
from sanzhi.coercion.choosing import chosen
from sanzhi.coercion.models import Lifted, SeizedThing, Way
from sanzhi.coercion.queries import in_custody, seizure_of, taken, unsettled
from sanzhi.coercion.settling import way_fits
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政强制法第二十七条、第二十八条"


class SettleThings(OnJudged):
    things: list[int] = Field(min_length=1, max_length=200)
    way: Way
    lifted_for: Lifted | None = None
    basis: str = Field(default="", max_length=200)
    reason: str = Field(min_length=5, max_length=1000)


def _open_ones(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in unsettled(proceeding)]


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(unsettled(proceeding), "没有等待处理的财物。", citation=LAW)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={
        "things": "财物",
        "way": "处理方式",
        "lifted_for": "解除的情形（退还的）",
        "basis": "依据的法律条文（变卖、销毁的）",
        "reason": "理由",
    },
    helps={
        "basis": "写明名称和条，例如：《行政强制法》第二十八条第二款。销毁的，写规定应当销毁的法律、行政法规；其他处理方式不填。"
    },
    choices={"things": _open_ones},
    initial=lambda on: {"things": [key for key, _ in _open_ones(on)]},
    objects=_objects,
    reads=lambda on: (seizure_of(on), *taken(on)),
    is_main=True,
    is_done=lambda on: bool(taken(on)) and not unsettled(on),
)


@act("coercion.settle_things", title="处理查封、扣押的财物", card=CARD)
def settle_things(actor: Actor, order: SettleThings, *, on: Proceeding) -> tuple[SeizedThing, ...]:
    rows = chosen(order.things, in_custody(on), citation=LAW)
    require(
        is_no_reviewer(on.case, actor.officer_id),
        Verdict.when(
            all(row.settled_at is None for row in rows),
            "所选的财物中有已经处理的。",
            citation=LAW,
            remedy="请刷新页面后重新选择。",
        ),
        way_fits(on, rows, way=order.way, lifted_for=order.lifted_for, basis=order.basis.strip()),
    )
    for row in rows:
        row.way, row.lifted_for = order.way, order.lifted_for or ""
        row.settle_basis, row.settle_reason = order.basis.strip(), order.reason
        row.settled_by = actor.name
        row.settled_at = clock.now()
        row.save()
    facts = {"count": len(rows), "way": Way(order.way).label}
    record(events.THINGS_SETTLED, actor=actor, subject=on.case, facts=facts)
    return rows
