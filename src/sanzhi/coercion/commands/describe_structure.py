"""Describe the illegal structure that was found: where, what, how large, whether it is being built (平顶山条例 §24, §34)."""

from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided
from sanzhi.coercion import events
from sanzhi.coercion.building import structure_of
from sanzhi.coercion.models import Structure
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class DescribeStructure(OnProceeding):
    location: Told = Field(min_length=4, max_length=200)
    kind: Told = Field(min_length=2, max_length=200)
    area: Decimal = Field(gt=0, max_digits=10, decimal_places=2)
    is_under_way: bool = False
    defied_orally: bool = False


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row = structure_of(proceeding)
    if row is None:
        return {"location": proceeding.case.place, "is_under_way": True}
    return {name: getattr(row, name) for name in DescribeStructure.model_fields if hasattr(row, name)}


CARD = Card(
    captions={
        "location": "位置",
        "kind": "名称、结构、层数",
        "area": "建筑面积（平方米）",
        "is_under_way": "正在施工",
        "defied_orally": "经口头制止仍继续施工",
    },
    helps={"area": "在建的写已经建成的面积。"},
    initial=_begins,
    objects=is_not_decided,
    is_main=True,
)


@act("coercion.describe_structure", title="登记违法建设", card=CARD)
def describe_structure(actor: Actor, order: DescribeStructure, *, on: Proceeding) -> Structure:
    require(
        Verdict.when(
            order.is_under_way or not order.defied_orally,
            "不在施工的，没有口头制止后继续施工的情形。",
            citation="平顶山市城乡规划建设管理条例第三十四条第一款",
        )
    )
    row = structure_of(on) or Structure(proceeding=on)
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    record(events.STRUCTURE_DESCRIBED, actor=actor, subject=on.case, facts={"what": row.text})
    return row
