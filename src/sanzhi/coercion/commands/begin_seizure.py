"""Begin a seizure beside a penalty, on the power that gives it (行政强制法 §10, §17, §22)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import OpenBeside, open_beside
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided, is_running
from sanzhi.coercion.authority import LAW, may_be_seized
from sanzhi.coercion.queries import MEASURE, measures_beside, powers_for
from sanzhi.coercion.sealing import building_may_be_sealed
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require


class BeginSeizure(OnProceeding):
    power: str = Field(max_length=20)


def _objects(proceeding: Proceeding) -> Verdict:
    verdict = is_not_decided(proceeding) & is_running(proceeding) & may_be_seized(proceeding)
    verdict &= Verdict.when(
        proceeding.respondent,
        "尚未登记当事人，决定书无法写明对谁查封、扣押。",
        citation="行政强制法第二十四条第二款第一项",
        remedy="请先登记当事人；当事人不明的，可以先行登记保存证据。",
    )
    verdict &= building_may_be_sealed(proceeding)
    running = [row for row in measures_beside(proceeding) if row.closed_on is None]
    return verdict & Verdict.when(
        not running,
        "本案已有查封、扣押在办理，没有结束以前不能再提出。",
        citation="行政强制法第二十三条",
        remedy="请在已有的程序中办理。",
    )


def _powers(proceeding: Proceeding) -> Choices:
    rows = (row for row in powers_for(proceeding) if row.is_valid_on(clock.today()))
    return [(row.code, f"{row.title}（{row.penalty_basis}）") for row in rows]


def _is_awaited(proceeding: Proceeding) -> bool:
    """Shown until it is decided, so that the page says why nothing may be seized here."""
    return proceeding.decided_on is None and proceeding.filed_on is not None


CARD = Card(
    citation=LAW,
    begins_beside=True,
    captions={"power": "授权的职权"},
    helps={"power": "权责清单中写明法律、法规授权对这一案由查封、扣押的职权。"},
    choices={"power": _powers},
    objects=_objects,
    awaited=_is_awaited,
)


@act("coercion.begin_seizure", title="提出查封、扣押", card=CARD)
def begin_seizure(actor: Actor, order: BeginSeizure, *, on: Proceeding) -> Proceeding:
    require(
        Verdict.when(
            order.power in {code for code, _ in _powers(on)},
            f"编码{order.power}的职权没有授权对“{on.cause}”查封、扣押。",
            citation=LAW,
            remedy="请从列出的职权中选择。",
        )
    )
    place = OpenBeside(case=on.case_id, proceeding=on.pk, procedure=MEASURE, power=order.power)
    return open_beside(actor, place)
