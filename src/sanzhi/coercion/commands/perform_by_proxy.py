"""Record that it was done in the party's place: supervised, signed by all, by day (行政强制法 §43, §51)."""

from datetime import datetime, timedelta
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.cases.queries import assignments
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.coercion import events
from sanzhi.coercion.demanding import is_late_enough
from sanzhi.coercion.halting import enforcement_of, goes_on
from sanzhi.coercion.hours import is_by_day
from sanzhi.coercion.models import Enforcement
from sanzhi.coercion.scene import Present
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

LAW = "行政强制法第五十一条第一款第三项、第四项"


class PerformByProxy(OnProceeding):
    """`minutes` back from now it began."""

    minutes: int = Field(ge=1, le=720)
    present: Present
    present_name: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    executor_signed: str = Field(min_length=2, max_length=60)
    course: str = Field(min_length=10, max_length=3000)
    urgent_for: str = Field(default="", max_length=500)
    without_force: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    is_open = row is not None and row.ended_at is None and hasattr(proceeding, "decision")
    return (
        Verdict.when(is_open, "没有等待实施的代履行。", citation="行政强制法第五十条")
        & goes_on(proceeding)
        & is_late_enough(proceeding)
        & has_two_qualified_officers(proceeding.case)
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row, party = enforcement_of(proceeding), proceeding.respondent
    name = (party.representative or party.name) if party else ""
    return {"executor_signed": row.executor[:60] if row else "", "present_name": name}


CARD = Card(
    captions={
        "minutes": "用时（分钟）",
        "present": "到场情况",
        "present_name": "到场签名的当事人、代理人、负责人",
        "witness": "签名的见证人（当事人不到场的）",
        "executor_signed": "代履行人签名",
        "course": "经过",
        "urgent_for": "夜间、法定节假日实施的紧急情况",
        "without_force": "没有采用暴力、胁迫以及其他非法方式",
    },
    helps={"minutes": "从开始到完毕，完毕时当场登记。"},
    initial=_begins,
    objects=_objects,
    is_main=True,
)


@act("coercion.perform_by_proxy", title="登记代履行", card=CARD)
def perform_by_proxy(actor: Actor, order: PerformByProxy, *, on: Proceeding) -> Enforcement:
    row = enforcement_of(on)
    assert row is not None  # the card has asked for it
    ended = clock.now()
    begun = ended - timedelta(minutes=order.minutes)
    require(_is_in_order(on, order), is_by_day(on, begun, urgent_for=order.urgent_for), _is_the_day(begun))
    row.begun_at, row.ended_at = begun, ended
    row.supervisors = "、".join(one.officer.name for one in assignments(on.case))
    for name in ("present", "present_name", "witness", "executor_signed", "course", "urgent_for"):
        setattr(row, name, getattr(order, name))
    row.save()
    record(events.PERFORMED, actor=actor, subject=on.case, facts={"executor": row.executor})
    return row


def _is_the_day(begun: datetime) -> Verdict:
    return Verdict.when(
        begun.astimezone(clock.CHINA).date() == clock.today(),
        "代履行跨过了零点，请分日登记。",
        citation="行政强制法第四十三条",
    )


def _is_in_order(proceeding: Proceeding, order: PerformByProxy) -> Verdict:
    alone = order.present == Present.NOBODY
    return (
        Verdict.when(
            order.without_force,
            "代履行不得采用暴力、胁迫以及其他非法方式。",
            citation="行政强制法第五十一条第三款",
            remedy="请核对后勾选。",
        )
        & Verdict.when(alone or order.present_name.strip(), "请填写到场签名的人。", citation=LAW)
        & Verdict.when(
            not alone or order.witness.strip(),
            "当事人不到场的，由见证人签名。",
            citation=LAW,
            remedy="请填写见证人的姓名。",
        )
        & is_no_officer(proceeding, order.witness, said="见证人", citation=LAW)
        & is_not_the_party(proceeding, order.witness, said="见证人", citation=LAW)
    )
