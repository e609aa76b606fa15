"""What an illegal structure and its demolition add to the facts of their papers."""

from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.contest_words import contested_by_you
from sanzhi.cases.deadlines import decision_paper
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import contesting
from sanzhi.coercion.building import (
    demolition_of,
    entrusting_of,
    kept_things,
    left_things,
    structure_of,
)
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.leaving import fetch_by
from sanzhi.coercion.models import Enforcement, LeftThing, Sort, Structure
from sanzhi.law.days import chinese_date
from sanzhi.law.penalties import order_remedy
from sanzhi.law.wording import in_book_marks, sentence

STRUCTURE = "location kind area text sort item sort_reason basis duty due_on notice_title notice_number notice_on if_built_on"

# 城乡规划法 §68
BUILT_ON = "拒不停止的，本机关将报告人民政府，由人民政府责成采取查封施工现场、强制拆除等措施。"


@facts(
    "structure",
    STRUCTURE,
    by={
        "location kind area text if_built_on": "coercion.describe_structure",
        "sort item sort_reason basis": "coercion.sort_structure",
        "": "coercion.propose_removal",
    },
)
def structure(proceeding: Proceeding) -> dict[str, Any]:
    row = structure_of(proceeding)
    if row is None:
        return {}
    told = cases.told(proceeding)
    return {
        **_described(row),
        "basis": cases.power_of(proceeding).penalty_basis,
        "if_built_on": BUILT_ON,
        "duty": row.duty or None,
        "due_on": row.due_on,
        "notice_title": told.title if told else None,
        "notice_number": told.number if told else None,
        "notice_on": told.served_on if told else None,
    }


def _described(row: Structure) -> dict[str, Any]:
    return {
        "location": row.location,
        "kind": row.kind,
        "area": f"{row.area.normalize():f}平方米",
        "text": row.text,
        "sort": row.get_sort_display() or None,
        "item": _item(row) or None,
        "sort_reason": row.sort_reason or None,
    }


def _item(row: Structure) -> str:
    own = "" if row.sort == Sort.LAWFUL else "《平顶山市城乡规划建设管理条例》"
    return f"{own}{row.get_item_display()}" if row.item else ""


@facts("case", "violated")
def violated(proceeding: Proceeding) -> dict[str, Any]:
    """The articles that the conduct violates, as the power's row names them."""
    return {"violated": cases.power_of(proceeding).prohibition or None}


@facts("remedy", "order_text")
def order_text(proceeding: Proceeding) -> dict[str, str]:
    authority = proceeding.case.authority
    return {"order_text": order_remedy(authority.government, authority.court)}


@facts(
    "structure",
    "lifted_for",
    by={"": "coercion.sort_structure"},
)
def lifted(proceeding: Proceeding) -> dict[str, Any]:
    """Why the party need stop no longer."""
    row = structure_of(proceeding)
    if row is None:
        return {}
    if row.sort == Sort.LAWFUL:
        return {"lifted_for": f"经查明，{row.text}不属于违法建设：{sentence(row.sort_reason)}"}
    if row.referred_on is not None:
        return {"lifted_for": f"该事项不由本机关管辖，已经移送{row.referred_to}处理。"}
    return {}


@facts("referral", "receiver ground reason things approved_on", by={"": "coercion.refer_structure"})
def referred(proceeding: Proceeding) -> dict[str, Any]:
    row = structure_of(proceeding)
    if row is None or row.referred_on is None:
        return {}
    return {
        "receiver": row.referred_to,
        "ground": in_book_marks(row.referred_by),
        "reason": row.referred_for,
        "things": [{"name": "无涉案物品"}],
        "approved_on": row.referred_on,
    }


@facts("execution", "entrusted", by={"": "coercion.record_government_order"})
def entrusted(proceeding: Proceeding) -> dict[str, Any]:
    """By which written order of the government it is executed (城乡规划法 §68)."""
    row = entrusting_of(proceeding)
    if row is None or row.ordered_on is None:
        return {"entrusted": None}
    day = chinese_date(row.ordered_on)
    return {"entrusted": f"{row.ordered_by}于{day}以{row.ordered_number}书面责成{row.ordered_what}"}


DEMOLITION = (
    "remove_by_on clear_by_on planned_on target executor method basis day keeper decision_title decision_number"
    " ordered_title ordered_number goods kept fetch_by_on handed"
)


@facts(
    "demolition",
    DEMOLITION,
    by={"day": "coercion.set_demolition_day", "": "coercion.propose_demolition"},
)
def demolition(proceeding: Proceeding) -> dict[str, Any]:
    plan, row = demolition_of(proceeding), enforcement_of(proceeding)
    if plan is None or row is None:
        return {}
    until, paper = fetch_by(proceeding), decision_paper(proceeding)
    return {
        **_planned(row),
        "remove_by_on": plan.remove_by_on,
        "clear_by_on": plan.clear_by_on,
        "basis": f"{cases.power_of(proceeding).penalty_basis}、《中华人民共和国行政强制法》第四十四条",
        "day": plan.day,
        "keeper": plan.keeper or None,
        "decision_title": paper.title if paper else None,
        "decision_number": paper.number if paper else None,
        "goods": _listed(left_things(proceeding)),
        "kept": _listed(kept_things(proceeding)),
        "fetch_by_on": until.on if until else None,
        "handed": "财物已经当场交付当事人。" if plan.handed_over else None,
    }


@facts("demolition", "contested", by={"": "coercion.propose_demolition"})
def contested(proceeding: Proceeding) -> dict[str, Any]:
    """What became of the order's remedies, once it is final: before that nobody can say (行政强制法 §44)."""
    order = proceeding.main
    if order is None or not contesting.is_final(order):
        return {"contested": None}
    return {"contested": contested_by_you(order)}


def _planned(row: Enforcement) -> dict[str, Any]:
    return {
        "planned_on": row.planned_on,
        "target": row.target,
        "executor": row.executor,
        "method": sentence(row.method),
        "ordered_title": row.imposed_by.title if row.imposed_by else None,
        "ordered_number": row.imposed_by.number if row.imposed_by else None,
    }


def _listed(rows: tuple[LeftThing, ...]) -> list[dict[str, str]] | None:
    return [
        {
            "name": row.name,
            "spec": row.spec or "—",
            "count": f"{row.count.normalize():f}",
            "unit": row.unit,
            "condition": row.condition,
        }
        for row in rows
    ] or None


GROUPS = (structure, lifted, referred, violated, order_text, entrusted, demolition, contested)
