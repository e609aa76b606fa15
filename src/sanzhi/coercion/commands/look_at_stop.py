"""Look again whether the building has stopped after the notice (平顶山条例 §24)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import stop_notice, structure_of
from sanzhi.coercion.building_guards import stop_told, structure_described
from sanzhi.coercion.models import Structure
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class LookAtStop(OnProceeding):
    looked_on: date
    stopped: bool
    looked_note: str = Field(min_length=5, max_length=1000)


CARD = Card(
    captions={"looked_on": "复查日", "stopped": "已经停止施工", "looked_note": "复查情况"},
    helps={"stopped": "没有停止的，自送达通知书起二个工作日内报告人民政府。"},
    initial=lambda on: {"looked_on": clock.today()},
    objects=lambda on: structure_described(on) & stop_told(on),
    is_main=True,
)


@act("coercion.look_at_stop", title="复查是否停止施工", card=CARD)
def look_at_stop(actor: Actor, order: LookAtStop, *, on: Proceeding) -> Structure:
    row, paper = structure_of(on), stop_notice(on)
    assert row is not None and paper is not None and paper.served_on is not None  # the card has asked
    require(
        Verdict.when(
            paper.served_on <= order.looked_on <= clock.today(),
            "复查日应在通知书送达以后、不晚于今天。",
            citation="平顶山市城乡规划建设管理条例第二十四条",
        )
    )
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    outcome = "已经停止" if order.stopped else "没有停止"
    record(events.STOP_LOOKED_AT, actor=actor, subject=on.case, facts={"outcome": outcome})
    return row
