"""Decide on a recusal: the head decides on officers; on a head the government or the superior (行政处罚法 §43; 河南省行政执法条例 §23)."""

import re

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.assigning import tell_who_handles, withdraw
from sanzhi.cases.joinders import joined_now
from sanzhi.cases.joining import CardOfSeveral
from sanzhi.cases.models import Case, Proceeding, Recusal
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.cases.policies import RECUSAL
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.receipts import is_paper_number
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Authority
from sanzhi.organisation.roles import Role


class DecideRecusal(OnJudged):
    """`decided_by` and `decision_number` are the superior's, where a head is to stand back."""

    of: int
    is_granted: bool = False
    answer: Told = Field(min_length=5, max_length=1000)
    decided_by: str = Field(default="", max_length=100)
    decision_number: str = Field(default="", max_length=60)


def _undecided(proceeding: Proceeding) -> list[Recusal]:
    return [row for row in queries.recusals(proceeding.case) if row.is_granted is None]


def _waiting(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.of_id, row.of.name) for row in _undecided(proceeding)]


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        _waiting(proceeding), "没有待决定的回避申请。", citation=RECUSAL, remedy="请先登记回避申请。"
    )


CARD = CardOfSeveral(
    citation="行政处罚法第四十三条；河南省行政执法条例第二十三条",
    office=(Role.BUREAU_HEAD,),
    captions={
        "of": "被申请回避人",
        "is_granted": "决定回避",
        "answer": "审查意见",
        "decided_by": "作出决定的本级政府或者上级机关（负责人的回避）",
        "decision_number": "其决定的文号",
    },
    helps={"decided_by": "负责人的回避，由本级人民政府或者上级行政机关决定，由其他负责人登记。"},
    choices={"of": _waiting},
    objects=_objects,
    reads=lambda on: tuple(_undecided(on)),
    at_any_step=True,
)


@act("cases.decide_recusal", title="决定回避", card=CARD)
def decide_recusal(actor: Actor, order: DecideRecusal, *, on: Proceeding) -> Recusal:
    """Who has to stand back is an officer of the case no longer."""
    rows = [row for row in _undecided(on) if row.of_id == order.of]
    require(
        Verdict.when(rows, "此人没有待决定的回避申请。", citation=RECUSAL, remedy="请从待决定的申请中选择。")
    )
    row = rows[-1]
    require(
        Verdict.when(
            row.of_id != actor.officer_id,
            "本人的回避不能由本人决定。",
            citation=RECUSAL,
            remedy="请报本级人民政府或者上级行政机关决定，由其他负责人登记。",
        ),
        _who_decides(on, row, order=order),
    )
    row.is_granted, row.answer, row.decided_on = order.is_granted, order.answer, clock.today()
    row.decided_by, row.decision_number = order.decided_by or actor.name, order.decision_number
    row.save()
    if order.is_granted:
        _leaves(actor, row, on=on)
    facts = {"of": row.of.name, "outcome": "决定回避" if order.is_granted else "驳回申请"}
    record(events.RECUSAL_DECIDED, actor=actor, subject=on.case, facts=facts)
    return row


def _leaves(actor: Actor, row: Recusal, *, on: Proceeding) -> None:
    """Nobody has a part in what is investigated together with a case from which he stands back."""
    withdraw(on.case, [row.of_id])
    for joinder in joined_now(on.case):
        other = Case.locked(joinder.other_id)
        if any(assigned.officer_id == row.of_id for assigned in queries.assignments(other)):
            withdraw(other, [row.of_id])
            tell_who_handles(actor, other)


def _who_decides(on: Proceeding, row: Recusal, *, order: DecideRecusal) -> Verdict:
    law = f"{RECUSAL}；河南省行政执法条例第二十三条"
    if Role.BUREAU_HEAD not in row.of.roles:
        return Verdict.when(
            not order.decided_by,
            "执法人员的回避由本机关负责人决定，不必填写上级机关。",
            citation=law,
            remedy="请不填上级机关和文号，由本机关负责人决定。",
        )
    authority = on.case.authority
    return Verdict.when(
        _is_above(order.decided_by, authority),
        f"负责人的回避由{authority.government}或者上级机关决定，“{order.decided_by}”不是。",
        citation=law,
        remedy="请先报请决定，再按其决定书写明作出决定的机关的全称。",
    ) & Verdict.when(
        is_paper_number(order.decision_number) and authority.number_prefix not in order.decision_number,
        "负责人的回避由本级人民政府或者上级机关决定，请写明其决定的完整文号。",
        citation=law,
        remedy="请按其决定书填写，例如“（2026）×政回字1号”。",
    )


def _is_above(name: str, authority: Authority) -> bool:
    """The government of our own level, or a body of another name that is not of our level."""
    plain, government = organisation.without_remark(name), organisation.without_remark(authority.government)
    region = government.removesuffix("人民政府")
    is_a_body = re.fullmatch(r"\w+[省市县区州]\w*(?:人民政府|局|厅|委员会)", plain) is not None
    return plain == government or (
        is_a_body and not plain.startswith(region) and not organisation.names_us(plain, authority=authority)
    )
