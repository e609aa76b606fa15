"""Say of which sort the structure is; what stays is appraised and heard before (平顶山条例 §§25–27)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import board
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided
from sanzhi.coercion import events
from sanzhi.coercion.building import structure_of
from sanzhi.coercion.building_guards import RULES, structure_described
from sanzhi.coercion.demolition_models import ARTICLES
from sanzhi.coercion.models import Item, Sort, Structure
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

NEEDS = f"{RULES}第二十七条第二款"


class SortStructure(OnProceeding):
    sort: Sort
    item: Item
    sort_reason: Told = Field(min_length=10, max_length=1000)
    heard_on: date | None = None
    heard_note: str = Field(default="", max_length=1000)


def _as_it_is(proceeding: Proceeding) -> dict[str, Any]:
    row = structure_of(proceeding)
    if row is None or not row.sort:
        return {}
    return {name: getattr(row, name) for name in ("sort", "item", "sort_reason", "heard_on", "heard_note")}


CARD = Card(
    captions={
        "sort": "认定",
        "item": "情形",
        "sort_reason": "认定的事实和理由",
        "heard_on": "听证日（不能拆除的）",
        "heard_note": "听证意见（不能拆除的）",
    },
    helps={"sort": "认定不能拆除以前，委托有资质的机构鉴定，并组织专家、有关部门、利害关系人听证。"},
    initial=_as_it_is,
    objects=lambda on: is_not_decided(on) & structure_described(on),
    is_main=True,
)


@act("coercion.sort_structure", title="认定违法建设的类别", card=CARD)
def sort_structure(actor: Actor, order: SortStructure, *, on: Proceeding) -> Structure:
    row = structure_of(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            order.item.value.startswith(ARTICLES[order.sort]),
            f"所选的情形不属于“{order.sort.label}”。",
            citation=f"{RULES}第二十五条至第二十七条",
            remedy="请选择与认定相符的情形。",
        ),
        _may_stay(on, order),
        board.guard("cases.evidence_gathered", on) if order.sort == Sort.LAWFUL else Verdict.yes(),
    )
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    facts = {"sort": order.sort.label, "item": order.item.label}
    record(events.STRUCTURE_SORTED, actor=actor, subject=on.case, facts=facts)
    return row


def _may_stay(proceeding: Proceeding, order: SortStructure) -> Verdict:
    """An appraisal with its result, and a hearing, come before (平顶山条例 §27(2))."""
    if order.sort != Sort.STAYS:
        return Verdict.yes()
    appraised = [row for row in rows_of(proceeding.appraisals) if row.result]
    return Verdict.when(
        appraised,
        "认定不能拆除以前没有鉴定结论。",
        citation=NEEDS,
        remedy="请委托具有相应资质的机构鉴定，登记收到的鉴定意见。",
    ) & Verdict.when(
        order.heard_on is not None
        and order.heard_on <= clock.today()
        and len(order.heard_note.strip()) >= 10,
        "认定不能拆除以前没有组织专家、有关部门、利害关系人听证。",
        citation=NEEDS,
        remedy="请听证后填写听证日和听证意见（不少于十个字）。",
    )
