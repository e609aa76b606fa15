"""Begin the execution of a duty that a decision imposed and the party does not fulfil (行政强制法 §34, §50)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import OpenBeside, open_beside
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion.imposing import LAW, imposing, still_stands
from sanzhi.coercion.queries import ENFORCEMENT, lanes_beside, powers_giving
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require

PROXY = "代履行"


class BeginEnforcement(OnProceeding):
    power: str = Field(max_length=20)


def _objects(proceeding: Proceeding) -> Verdict:
    running = [row for row in lanes_beside(proceeding, ENFORCEMENT) if row.closed_on is None]
    return (
        Verdict.when(
            imposing(proceeding),
            "没有已经送达当事人、要求其排除妨碍、恢复原状的决定。",
            citation=LAW,
            remedy="请先依法责令改正或者作出决定，并送达。",
        )
        & still_stands(proceeding)
        & Verdict.when(not running, "本案已有强制执行在办理。", citation=LAW, remedy="请在已有的程序中办理。")
    )


def _powers(proceeding: Proceeding) -> Choices:
    rows = powers_giving(proceeding, PROXY)
    return [(row.code, f"{row.title}（{row.penalty_basis}）") for row in rows]


CARD = Card(
    citation=LAW,
    begins_beside=True,
    captions={"power": "授权的职权"},
    choices={"power": _powers},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("coercion.begin_enforcement", title="提出代履行", card=CARD)
def begin_enforcement(actor: Actor, order: BeginEnforcement, *, on: Proceeding) -> Proceeding:
    require(
        Verdict.when(
            order.power in {code for code, _ in _powers(on)},
            f"编码{order.power}的职权没有授权代履行。",
            citation="行政强制法第十三条、第五十条",
            remedy="请从列出的职权中选择。",
        )
    )
    place = OpenBeside(case=on.case_id, proceeding=on.pk, procedure=ENFORCEMENT, power=order.power)
    return open_beside(actor, place)
