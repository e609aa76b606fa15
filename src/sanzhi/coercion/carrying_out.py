"""How a seizure is carried out on the spot: who came, what was told and said, what was taken (行政强制法 §18, §24)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.coercion.models import Lifted, Present, SeizedThing, Seizure
from sanzhi.coercion.proposing import inventory
from sanzhi.coercion.queries import taken_in
from sanzhi.coercion.signing import bears_a_name, nobody_is_named, who_came_bears_a_name
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.inventory import Thing, beyond, fewer

CONDITION = "完好程度"
SCENE = "行政强制法第十八条"
CAPTIONS = {
    "present": "到场情况",
    "present_name": "到场的当事人、代理人、负责人",
    "witness": "见证人（当事人不到场的）",
    "identity_shown": "已经出示执法身份证件",
    "rights_told": "已经当场告知理由、依据、依法享有的权利和救济途径",
    "plea": "当事人的陈述申辩",
    "plea_answer": "对陈述申辩的复核",
    "taken": "实际查封、扣押的财物",
    "fewer_for": "没有实施、少于决定的原因",
}
HELPS = {
    "present_name": "没有到场的清空。",
    "plea": "当事人没有陈述申辩的不填。",
    "taken": f"每行一项：名称；规格型号；数量和单位；{CONDITION}。不能超出决定；没有实施的去掉。",
    "fewer_for": "与决定一致的不填。",
}


class Scene(OnProceeding):
    present: Present
    present_name: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    identity_shown: bool = False
    rights_told: bool = False
    plea: str = Field(default="", max_length=2000)
    plea_answer: str = Field(default="", max_length=2000)


def scene_is_lawful(proceeding: Proceeding, order: Scene) -> Verdict:
    return (
        has_two_qualified_officers(proceeding.case)
        & Verdict.when(
            order.identity_shown,
            "没有出示执法身份证件的，不能实施。",
            citation=f"{SCENE}第三项",
            remedy="请出示证件后勾选。",
        )
        & Verdict.when(
            order.rights_told,
            "没有当场告知理由、依据、权利和救济途径的，不能实施。",
            citation=f"{SCENE}第五项",
            remedy="请当场告知后勾选。",
        )
        & Verdict.when(
            bool(order.plea.strip()) == bool(order.plea_answer.strip()),
            "当事人的陈述申辩应当当场听取并复核：两栏都要填写，没有陈述申辩的都不填。",
            citation=f"{SCENE}第六项",
        )
        & _who_came(order)
        & who_came_bears_a_name(proceeding, order.present_name, citation=f"{SCENE}第四项")
        & bears_a_name(order.witness, said="见证人", citation=f"{SCENE}第九项")
        & is_no_officer(proceeding, order.witness, said="见证人", citation=f"{SCENE}第九项")
        & is_not_the_party(proceeding, order.witness, said="见证人", citation=f"{SCENE}第九项")
    )


def _who_came(order: Scene) -> Verdict:
    """The party or who stands for it; a witness where nobody came (行政强制法 §18(4), §18(9))."""
    alone = order.present == Present.NOBODY
    return (
        Verdict.when(
            alone or order.present_name.strip(),
            "请填写到场的当事人、代理人、负责人的姓名。",
            citation=f"{SCENE}第四项",
        )
        & nobody_is_named(order.present_name, alone=alone, citation=f"{SCENE}第九项")
        & Verdict.when(
            not alone or order.witness.strip(),
            "当事人不到场的，应当邀请见证人到场。",
            citation=f"{SCENE}第九项",
            remedy="请填写见证人的姓名。",
        )
        & Verdict.when(
            alone or not order.witness.strip(),
            "当事人到场的，不填见证人。",
            citation=f"{SCENE}第九项",
            remedy="当事人拒绝签名的，在现场笔录中注明。",
        )
    )


def things_taken(seizure: Seizure, text: str) -> tuple[Thing, ...]:
    return inventory(text, last=CONDITION)


def fits_decision(seizure: Seizure, things: tuple[Thing, ...]) -> Verdict:
    """Nothing is taken that was not decided (行政强制法 §23, §24)."""
    more = beyond(things, seizure.decided)
    return Verdict.when(
        not more,
        f"清点的财物与决定不符：{'；'.join(more)}。",
        citation="行政强制法第二十三条、第二十四条",
        remedy="只能在决定的范围内实施；还需要查封、扣押其他财物的，另行报批。",
    )


def says_why_fewer(seizure: Seizure, things: tuple[Thing, ...], *, why: str) -> Verdict:
    """What was decided and not taken is accounted for: record and list tell the same (行政强制法 §18(7), §24)."""
    left = fewer(things, seizure.decided)
    return Verdict.when(
        not left or len(why.strip()) >= 5,
        f"实际查封、扣押的少于决定的：{'；'.join(left)}。",
        citation="行政强制法第十八条第七项、第二十四条",
        remedy="请写明没有实施、少于决定的原因（不少于五个字），记入现场笔录；数量写错的请改正。",
    ) & Verdict.when(
        left or not why.strip(),
        "实际查封、扣押的与决定一致，不填少于决定的原因。",
        citation="行政强制法第二十四条",
    )


def is_the_same_as_decided(seizure: Seizure, things: tuple[Thing, ...]) -> Verdict:
    """What is decided on the spot is what was taken there: decision and list of one hour do not differ (行政强制法 §19, §24)."""
    left = fewer(things, seizure.decided)
    return Verdict.when(
        not left,
        f"当场实施的决定与清点的财物不一致：{'；'.join(left)}。",
        citation="行政强制法第十九条、第二十四条",
        remedy="当场决定的财物和实际查封、扣押的财物应当写得一致。",
    )


def is_not_taken_again(proceeding: Proceeding, things: tuple[Thing, ...]) -> Verdict:
    """What this case has taken is kept, is gone, or went back for good: it is not taken a second time (行政强制法 §23, §28)."""
    before = {(row.name, row.spec): row for row in taken_in(proceeding.case)}
    again = [before[thing.name, thing.spec] for thing in things if (thing.name, thing.spec) in before]
    said = [f"“{row.thing.text}”{_fate(row)}" for row in again if not _may_come_back(row)]
    return Verdict.when(
        not said,
        f"本案已经查封、扣押过：{'；'.join(said)}，不能重复查封、扣押。",
        citation="行政强制法第二十三条第二款、第二十五条、第二十八条",
        remedy="是另一件财物的，请在规格型号中写明能够区分的特征（号牌、编号）。",
    )


def _fate(row: SeizedThing) -> str:
    if row.gone_on is None:
        return "还在保管中"
    return f"已于{chinese_date(row.gone_on)}离开保管（{row.get_way_display()}）"


def _may_come_back(row: SeizedThing) -> bool:
    """It went back for want of the form, or of need; a new report may be made of it (行政强制法 §19)."""
    return row.gone_on is not None and row.lifted_for in {Lifted.REFUSED, Lifted.OTHER}


def as_decided(seizure: Seizure | None) -> str:
    """With what the list of what was taken begins."""
    rows = seizure.decided if seizure else ()
    return "\n".join("；".join((row.name, row.spec or "无", row.counted, "完好")) for row in rows)


def begin(seizure: Seizure, order: Scene, *, things: tuple[Thing, ...]) -> None:
    """The seizure runs from now on; each thing gets a row."""
    said: dict[str, Any] = order.model_dump(
        include={"present", "present_name", "witness", "plea", "plea_answer"}
    )
    for name, value in said.items():
        setattr(seizure, name, value)
    seizure.begun_at = clock.now()
    seizure.save()
    for thing in things:
        SeizedThing(
            seizure=seizure,
            name=thing.name,
            spec=thing.spec,
            count=thing.count,
            unit=thing.unit,
            condition=thing.said,
        ).save()
