"""How things are taken over: two officers count and value them, the owner or a witness is there, a receipt is given."""

from fractions import Fraction

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
    "revalued_for": "估价、每日使用价与决定不同的理由",
    "owner_word": "权利人对改变估价的意见",
}
HELPS = {
    "taken": "不能超出决定的名称和数量；没有接收的去掉。估价由两名执法人员核对，与决定不同的写明理由和权利人的意见。",
    "revalued_for": "与决定相同的不写。",
    "owner_word": "与决定相同的不写；权利人不在场的，写明怎样征求的意见。",
}


class TakingOver(OnProceeding):
    taken: str = Field(min_length=5, max_length=8000)
    present_name: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    identity_shown: bool = False
    revalued_for: str = Field(default="", max_length=500)
    owner_word: str = Field(default="", max_length=500)


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


def is_valued_as_decided(row: Requisition, things: tuple[ValuedThing, ...], *, order: TakingOver) -> Verdict:
    """What was decided to be worth so much is worth it still, or a reason and the owner's word stand beside it."""
    known = {(one.thing.name, one.thing.spec): one for one in row.decided}
    pairs = [(one, known[one.thing.name, one.thing.spec]) for one in things]
    free = [one.thing.name for one, decided in pairs if one.daily is None and decided.daily is not None]
    other = [one.thing.name for one, decided in pairs if _per_piece(one) != _per_piece(decided)]
    said = (len(order.revalued_for.strip()) >= 5, len(order.owner_word.strip()) >= 2)
    return Verdict.when(
        not free,
        f"“{'、'.join(free)}”决定时有每日使用价，不是消耗品，接收时不能去掉每日使用价。",
        citation=LAW,
        remedy="请写明每日使用价。",
    ) & Verdict.when(
        said == (bool(other), bool(other)),
        f"“{'、'.join(other)}”的估价、每日使用价与决定不同，应当写明理由（至少五个字）和权利人的意见。"
        if other
        else "估价、每日使用价与决定相同，不写改变估价的理由和权利人的意见。",
        citation=LAW,
        remedy="请按决定的估价登记；情况有变化的，写明所依据的情况，征求权利人的意见。",
    )


def _per_piece(one: ValuedThing) -> tuple[Fraction, Fraction]:
    """Exact: fewer may be taken than were decided."""
    count = Fraction(one.thing.count)
    return Fraction(one.worth) / count, Fraction(one.daily or 0) / count


def take(row: Requisition, order: TakingOver, *, things: tuple[ValuedThing, ...]) -> None:
    """From now on they are used; each line gets a row with its worth."""
    officers = cases.assignments(row.proceeding.case)
    row.taken_at = clock.now()
    row.present_name, row.witness = order.present_name, order.witness
    row.revalued_for, row.owner_word = order.revalued_for, order.owner_word
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
