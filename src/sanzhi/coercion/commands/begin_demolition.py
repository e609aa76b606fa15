"""Begin a demolition by force: ordered, overdue, not pulled down, contested by nobody any more (行政强制法 §44)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import OpenBeside, open_beside
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion.building import is_gone, lanes_of, structure_of
from sanzhi.coercion.contesting import LAW, is_final
from sanzhi.coercion.imposing import imposing, still_stands
from sanzhi.coercion.queries import DEMOLITION, powers_giving
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date

GIVES = "强制拆除"


class BeginDemolition(OnProceeding):
    power: str = Field(max_length=20)


def _objects(proceeding: Proceeding) -> Verdict:
    row = structure_of(proceeding)
    until = row.due_on if row is not None else None
    return (
        Verdict.when(
            imposing(proceeding),
            "限期拆除决定尚未送达当事人。",
            citation=LAW,
            remedy="请先作出决定并送达。",
        )
        & still_stands(proceeding)
        & Verdict.when(
            until is None or clock.today() > until,
            f"自行拆除的期限至{chinese_date(until) if until else ''}，尚未届满。",
            citation=LAW,
            remedy="请等期限届满、当事人仍不拆除。",
        )
        & Verdict.when(not is_gone(proceeding), "违法建设已经拆除。", citation=LAW)
        & is_final(proceeding)
        & Verdict.when(
            all(lane.closed_on for lane in lanes_of(proceeding)),
            "本案已有强制拆除在办理。",
            citation=LAW,
            remedy="请在已有的程序中办理。",
        )
    )


def _powers(proceeding: Proceeding) -> Choices:
    rows = powers_giving(proceeding, GIVES)
    return [(row.code, f"{row.title}（{row.penalty_basis}）") for row in rows]


CARD = Card(
    captions={"power": "授权的职权"},
    choices={"power": _powers},
    objects=_objects,
    is_main=True,
)


@act("coercion.begin_demolition", title="提出强制拆除", card=CARD)
def begin_demolition(actor: Actor, order: BeginDemolition, *, on: Proceeding) -> Proceeding:
    require(
        Verdict.when(
            order.power in {code for code, _ in _powers(on)},
            f"编码{order.power}的职权没有授权对“{on.cause}”强制拆除。",
            citation="行政强制法第十三条；城乡规划法第六十八条",
            remedy="请从列出的职权中选择。",
        )
    )
    place = OpenBeside(case=on.case_id, proceeding=on.pk, procedure=DEMOLITION, power=order.power)
    return open_beside(actor, place)
