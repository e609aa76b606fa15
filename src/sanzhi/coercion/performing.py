"""How something is done in the party's place: supervised, signed by all, without force (行政强制法 §51)."""

from datetime import datetime, timedelta
from typing import Any

from pydantic import Field

from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.queries import assignments
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.models import Enforcement
from sanzhi.coercion.scene import Present
from sanzhi.coercion.signing import bears_a_name, nobody_is_named, who_came_bears_a_name
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict

LAW = "行政强制法第五十一条第一款第三项、第四项"
CAPTIONS = {
    "minutes": "用时（分钟）",
    "present": "到场情况",
    "present_name": "到场签名的当事人、代理人、负责人",
    "witness": "签名的见证人（当事人不到场的）",
    "executor": "实际代履行人",
    "executor_signed": "代履行人签名（姓名）",
    "course": "经过",
    "without_force": "没有采用暴力、胁迫以及其他非法方式",
}
HELPS = {"minutes": "从开始到完毕，完毕时当场登记。", "present_name": "没有到场的清空。"}


class Performing(OnProceeding):
    """`minutes` back from now it began."""

    minutes: int = Field(ge=1, le=720)
    present: Present
    present_name: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    executor: str = Field(min_length=2, max_length=100)
    executor_signed: str = Field(min_length=2, max_length=60)
    course: str = Field(min_length=10, max_length=3000)
    without_force: bool = False


def begins(proceeding: Proceeding) -> dict[str, Any]:
    """Who was named to do it, and for whom the party is there."""
    row, party = enforcement_of(proceeding), proceeding.respondent
    name = (party.representative or party.name) if party else ""
    return {"executor": row.executor if row else "", "present_name": name}


def began(order: Performing) -> datetime:
    return clock.now() - timedelta(minutes=order.minutes)


def is_in_order(
    proceeding: Proceeding, order: Performing, *, said: str = "代履行", citation: str = LAW
) -> Verdict:
    alone = order.present == Present.NOBODY
    return (
        Verdict.when(
            order.without_force,
            f"{said}不得采用暴力、胁迫以及其他非法方式。",
            citation="行政强制法第五条、第五十一条第三款",
            remedy="请核对后勾选。",
        )
        & Verdict.when(alone or order.present_name.strip(), "请填写到场签名的人。", citation=citation)
        & nobody_is_named(order.present_name, alone=alone, citation=citation)
        & Verdict.when(
            not alone or order.witness.strip(),
            "当事人不到场的，由见证人签名。",
            citation=citation,
            remedy="请填写见证人的姓名。",
        )
        & who_came_bears_a_name(proceeding, order.present_name, citation=citation)
        & bears_a_name(order.witness, said="见证人", citation=citation)
        & bears_a_name(order.executor_signed, said=said, citation=citation)
        & is_no_officer(proceeding, order.witness, said="见证人", citation=citation)
        & is_not_the_party(proceeding, order.witness, said="见证人", citation=citation)
    )


def perform(row: Enforcement, order: Performing, *, on: Proceeding, urgent_for: str) -> None:
    """Enter when, by whom, before whom it was done."""
    row.begun_at, row.ended_at = began(order), clock.now()
    row.supervisors = "、".join(one.officer.name for one in assignments(on.case))
    said: dict[str, Any] = order.model_dump(
        include={"present", "present_name", "witness", "executor_signed", "course"}
    )
    for name, value in said.items():
        setattr(row, name, value)
    row.urgent_for = urgent_for
    row.save()
