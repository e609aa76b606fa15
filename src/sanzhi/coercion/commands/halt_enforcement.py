"""Suspend, resume or terminate an execution, on a ground of the law (行政强制法 §39, §40, §42(2))."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.coercion import events
from sanzhi.coercion.costs import owed
from sanzhi.coercion.enforcement_models import GROUNDS
from sanzhi.coercion.halting import (
    enforcement_of,
    is_done_by_party,
    is_ended,
    is_suspended,
    last_halt,
    standing_agreement,
)
from sanzhi.coercion.models import Halt, HaltGround, HaltKind
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政强制法第三十九条、第四十条"

# whether it is a house that can end so
ENDS_OF_A_PARTY = {HaltGround.DEAD: False, HaltGround.DISSOLVED: True}


class HaltEnforcement(OnJudged):
    kind: HaltKind
    ground: HaltGround
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    done = is_done_by_party(proceeding)
    runs = row is not None and row.ended_at is None and not done
    return Verdict.when(
        (runs or owed(proceeding)) and not is_ended(proceeding),
        "当事人已经履行，没有可以中止、终结的执行。" if done else "没有正在进行的执行可以中止、恢复、终结。",
        citation=LAW,
        remedy="请登记当事人已经履行；已经登记的，结束本程序。" if done else "",
    )


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={"kind": "决定", "ground": "情形", "reason": "事实和证明材料"},
    objects=_objects,
    reads=lambda on: (enforcement_of(on), last_halt(on)),
    at_any_step=True,
)


@act("coercion.halt_enforcement", title="中止、恢复、终结执行", card=CARD)
def halt_enforcement(actor: Actor, order: HaltEnforcement, *, on: Proceeding) -> Halt:
    require(_fits(on, order), _is_true(on, order.ground))
    halt = Halt(proceeding=on, halted_on=clock.today(), halted_by=actor.name, **order.said())
    halt.save()
    facts = {"kind": HaltKind(order.kind).label, "ground": HaltGround(order.ground).label}
    record(events.HALTED, actor=actor, subject=on.case, facts=facts)
    if order.kind == HaltKind.ENDED:
        end = TurnToEnd(case=on.case_id, proceeding=on.pk, reason=f"终结执行：{facts['ground']}")
        turn_to_end(actor, end)
    return halt


def _fits(proceeding: Proceeding, order: HaltEnforcement) -> Verdict:
    stands = is_suspended(proceeding)
    offered = "、".join(row.label for row in GROUNDS[order.kind])
    return (
        Verdict.when(
            order.ground in GROUNDS[order.kind],
            f"“{HaltGround(order.ground).label}”不是{HaltKind(order.kind).label}的情形。",
            citation=LAW,
            remedy=f"请选择：{offered}。",
        )
        & Verdict.when(order.kind != HaltKind.SUSPENDED or not stands, "已经中止执行。", citation=LAW)
        & Verdict.when(
            order.kind != HaltKind.RESUMED or stands or order.ground == HaltGround.BROKEN,
            "没有中止执行，不必恢复。",
            citation="行政强制法第三十九条第二款",
        )
    )


def _is_true(proceeding: Proceeding, ground: HaltGround) -> Verdict:
    """What rows can tell of the ground is what they tell."""
    main, party = proceeding.main, proceeding.respondent
    fallen = main is not None and cases.has_fallen(main)
    is_house = party is not None and party.kind == PartyKind.ORGANISATION
    return (
        Verdict.when(
            ground not in ENDS_OF_A_PARTY or ENDS_OF_A_PARTY[ground] == is_house,
            "终结的情形与当事人的类别不符：自然人、个体工商户为死亡，法人和其他组织为终止。",
            citation="行政强制法第四十条第一项、第二项",
            remedy="请选择相符的情形。",
        )
        & Verdict.when(
            ground != HaltGround.OVERTURNED or fallen,
            "据以执行的决定没有被撤销。",
            citation="行政强制法第四十条第四项",
            remedy="请先登记撤销。",
        )
        & Verdict.when(
            ground != HaltGround.THREE_YEARS or _has_rested(proceeding),
            "中止执行没有满三年，不能以此终结。",
            citation="行政强制法第三十九条第二款",
        )
        & Verdict.when(
            ground != HaltGround.BROKEN or standing_agreement(proceeding) is None,
            "执行协议没有认定为不履行，不能以此恢复。",
            citation="行政强制法第四十二条第二款",
            remedy="请先认定当事人不履行执行协议。",
        )
    )


def _has_rested(proceeding: Proceeding) -> bool:
    row = last_halt(proceeding)
    if row is None or row.kind != HaltKind.SUSPENDED:
        return False
    counted = rule("suspension", row.halted_on)
    return clock.today() > due(counted, row.halted_on, calendar=proceeding.calendar).on
