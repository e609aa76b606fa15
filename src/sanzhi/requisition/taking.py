"""How things are taken over: two officers count and value them, the owner or a witness is there, a receipt is given."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.inventory import beyond
from sanzhi.law.valued import ValuedThing
from sanzhi.requisition.models import Requisition, RequisitionedThing
from sanzhi.requisition.proposing import LAW

CAPTIONS = {
    "taken": "清点、估价后接收的财物",
    "present_name": "到场的权利人、代理人",
    "witness": "见证人（权利人不到场的）",
    "identity_shown": "已经出示执法身份证件",
}
HELPS = {"taken": "不能超出决定的名称和数量；没有接收的去掉。估价由两名执法人员核对。"}


class TakingOver(OnProceeding):
    taken: str = Field(min_length=5, max_length=8000)
    present_name: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    identity_shown: bool = False


def scene_is_lawful(proceeding: Proceeding, order: TakingOver) -> Verdict:
    alone = not order.present_name.strip()
    return (
        has_two_qualified_officers(proceeding.case)
        & Verdict.when(
            order.identity_shown,
            "没有出示执法身份证件的，不能征用。",
            citation="河南省行政执法条例第二十四条",
            remedy="请出示证件后勾选。",
        )
        & Verdict.when(
            alone == bool(order.witness.strip()),
            "权利人、代理人到场的填写其姓名；不到场的，填写见证人，两者填一。",
            citation=LAW,
        )
        & is_no_officer(proceeding, order.witness, said="见证人", citation=LAW)
        & is_not_the_party(proceeding, order.witness, said="见证人", citation=LAW)
    )


def fits_decision(row: Requisition, things: tuple[ValuedThing, ...]) -> Verdict:
    """Nothing is taken that was not decided."""
    more = beyond((one.thing for one in things), (one.thing for one in row.decided))
    return Verdict.when(
        not more,
        f"清点的财物与决定不符：{'；'.join(more)}。",
        citation=LAW,
        remedy="只能在决定的范围内征用；还需要其他财物的，另行提出。",
    )


def take(row: Requisition, order: TakingOver, *, things: tuple[ValuedThing, ...]) -> None:
    """From now on they are used; each line gets a row with its worth."""
    officers = cases.assignments(row.proceeding.case)
    row.taken_at = clock.now()
    row.present_name, row.witness = order.present_name, order.witness
    row.valued_by = "、".join(one.officer.name for one in officers[:2])
    row.save()
    for one in things:
        RequisitionedThing(
            requisition=row,
            name=one.thing.name,
            spec=one.thing.spec,
            count=one.thing.count,
            unit=one.thing.unit,
            condition=one.condition,
            worth=one.worth,
            daily=one.daily,
        ).save()


def as_decided(row: Requisition | None) -> str:
    """With what the list of what is taken begins."""
    return "\n".join(one.line for one in row.decided) if row else ""
