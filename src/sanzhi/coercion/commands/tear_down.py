"""Record the demolition: by day, before the party or a witness, filmed, nobody's water cut, the goods listed (平顶山条例 §§31–33)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.coercion import events, performing
from sanzhi.coercion.building import demolition_of, entrusting_of
from sanzhi.coercion.halting import enforcement_of, goes_on, waits_to_be_done, was_done
from sanzhi.coercion.hours import is_by_day
from sanzhi.coercion.models import Demolition, Enforcement, LeftThing
from sanzhi.coercion.performing import Performing, began, is_in_order, perform
from sanzhi.coercion.proposing import inventory
from sanzhi.coercion.scene import Present
from sanzhi.coercion.signing import is_whom_it_was_decided_on
from sanzhi.coercion.tearing_guards import government_ordered, order_final, summoned
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.inventory import Thing
from sanzhi.ledger.commands import record

RULES = "平顶山市城乡规划建设管理条例"
LAW, GOODS = f"{RULES}第三十三条", f"{RULES}第三十二条"
CONDITION = "完好程度"


class TearDown(Performing):
    urgent_for: str = Field(default="", max_length=500)
    nothing_cut: bool = False
    goods: str = Field(default="", max_length=8000)
    handed_over: bool = False
    keeper: str = Field(default="", max_length=200)
    late_for: str = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        waits_to_be_done(proceeding, "强制拆除", citation="行政强制法第三十七条")
        & goes_on(proceeding)
        & order_final(proceeding)
        & government_ordered(proceeding)
        & summoned(proceeding)
        & has_two_qualified_officers(proceeding.case)
    )


CARD = Card(
    captions={
        **performing.CAPTIONS,
        "witness": "无利害关系的见证人，或者公证机构、公证员（当事人不到场的）",
        "executor": "实际实施单位",
        "executor_signed": "实施单位负责人签名（姓名）",
        "urgent_for": "夜间、法定节假日实施的紧急情况",
        "nothing_cut": "没有对居民生活采取停止供水、供电、供热、供燃气等方式",
        "goods": "当事人没有搬离的财物",
        "handed_over": "当事人在清单上签名，清单和财物当场交付",
        "keeper": "保管地点和保管人（没有当场交付的）",
        "late_for": "责成以后超过六十日的原因",
    },
    helps={
        **performing.HELPS,
        "goods": f"每行一项：名称；规格；数量和单位；{CONDITION}。没有财物的不填。",
        "late_for": "在六十日内实施的不填。",
    },
    initial=performing.begins,
    objects=_objects,
    is_main=True,
    is_done=was_done,
)


@act("coercion.tear_down", title="登记强制拆除", card=CARD)
def tear_down(actor: Actor, order: TearDown, *, on: Proceeding) -> Demolition:
    row, plan = enforcement_of(on), demolition_of(on)
    assert row is not None and plan is not None  # the card has asked for them
    things = inventory(order.goods, last=CONDITION, citation=GOODS) if order.goods.strip() else ()
    require(
        is_in_order(on, order, said="强制拆除", citation=LAW),
        is_whom_it_was_decided_on(order.executor, decided=row.executor),
        is_by_day(on, began(order), urgent_for=order.urgent_for),
        _is_the_day(plan),
        _is_in_time(on, order),
        Verdict.when(
            order.nothing_cut,
            "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。",
            citation="行政强制法第四十三条第二款",
            remedy="请恢复供应，核对后勾选。",
        ),
        _goods_are_safe(order, things),
    )
    perform(row, order, on=on, urgent_for=order.urgent_for)
    _enter(plan, order, things=things, row=row)
    record(events.TORN_DOWN, actor=actor, subject=on.case, facts={"count": len(things)})
    return plan


def _enter(plan: Demolition, order: TearDown, *, things: tuple[Thing, ...], row: Enforcement) -> None:
    plan.is_late_for, plan.handed_over, plan.keeper = order.late_for, order.handed_over, order.keeper
    plan.save()
    party = order.present_name
    for one in things:
        said = {"name": one.name, "spec": one.spec, "count": one.count, "unit": one.unit}
        given = {"claimed_on": row.ended_on, "claimed_by": party} if order.handed_over else {}
        LeftThing(demolition=plan, condition=one.said, **said, **given).save()


def _is_the_day(plan: Demolition) -> Verdict:
    return Verdict.when(
        plan.day == clock.today(),
        f"书面告知当事人的实施日是{chinese_date(plan.day) if plan.day else '尚未确定的'}，不是今天。",
        citation=LAW,
        remedy="请在告知的日期实施；改期的，重新确定实施日并书面告知。",
    )


def _is_in_time(proceeding: Proceeding, order: TearDown) -> Verdict:
    """Sixty days from the government's order; later only with the reason on record."""
    until = _within(proceeding)
    return Verdict.when(
        until is None or clock.today() <= until or len(order.late_for.strip()) >= 10,
        f"书面责成强制拆除的六十日至{chinese_date(until) if until else ''}，已经超过。",
        citation=f"{RULES}第三十条第三款",
        remedy="请写明超过六十日的原因（不少于十个字）。",
    )


def _within(proceeding: Proceeding) -> date | None:
    row = entrusting_of(proceeding)
    if row is None or row.ordered_on is None:
        return None
    return due(rule("demolition", row.ordered_on), row.ordered_on, calendar=proceeding.calendar).on


def _goods_are_safe(order: TearDown, things: tuple[Thing, ...]) -> Verdict:
    """Handed over to who came, or kept; a witness where nobody came (平顶山条例 §32)."""
    return (
        Verdict.when(
            not order.handed_over or (things and order.present != Present.NOBODY),
            "当事人没有到场，或者没有登记财物，不能登记当场交付。",
            citation=GOODS,
        )
        & Verdict.when(
            not things or order.handed_over or len(order.keeper.strip()) >= 4,
            "没有当场交付的财物，应当写明保管地点和保管人。",
            citation=GOODS,
            remedy="请由见证人见证或者公证后代为保管。",
        )
        & Verdict.when(
            not things or order.handed_over or order.witness.strip(),
            "当事人不到场或者没有在清单上签名的，财物的登记、搬离应当由无利害关系人见证或者公证。",
            citation=GOODS,
            remedy="请填写见证人或者公证机构、公证员。",
        )
    )
