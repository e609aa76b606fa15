"""What a requisition adds to the facts of its papers, and of those of its compensation."""

from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.law.derivation import NOTHING, plain, told_lines, total
from sanzhi.law.money import capital_amount, grouped
from sanzhi.law.penalties import ordinary_remedy
from sanzhi.law.wording import sentence
from sanzhi.requisition.models import RequisitionedThing
from sanzhi.requisition.queries import compensation_of, requisition_of, things_of, unsettled
from sanzhi.requisition.terms import decide_by

PROPOSED = "emergency declared level reason urgency listed place user until_on until_before extended_for"
TAKEN = "taken taken_on taken_at present_name witness valued_by revalued_for owner_word worth_total"
BACK = "returned use_ended_on use_ended_for decision_number decision_on decide_by"
COMPENSATED = "lines amount amount_capital assessed_reason"


@facts("requisition", PROPOSED, by={"": "requisition.propose_requisition"})
def proposed(proceeding: Proceeding) -> dict[str, Any]:
    row = requisition_of(proceeding)
    if row is None:
        return {}
    return {
        "emergency": f"{row.emergency}（{row.get_level_display()}）",
        "declared": f"{row.declared_by}{row.declared_number}（{_day(row.declared_on)}）",
        "level": row.get_level_display(),
        "reason": sentence(row.reason),
        "urgency": row.urgency or None,
        "listed": "\n".join(f"{number}．{one.text}" for number, one in enumerate(row.decided, start=1)),
        "place": row.place,
        "user": row.user,
        "until_on": row.last_on if row.extended_until else row.until_on,
        "until_before": row.until_on,
        "extended_for": row.extended_for or None,
    }


def _day(day: Any) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@facts("requisition", TAKEN, by={"": "requisition.take_over_things"})
def taken(proceeding: Proceeding) -> dict[str, Any]:
    row, rows = requisition_of(proceeding), things_of(proceeding)
    if row is None or row.taken_at is None:
        return {}
    return {
        "taken": [_as_taken(one) for one in rows],
        "taken_on": row.taken_on,
        "taken_at": row.taken_at.astimezone(clock.CHINA),
        "present_name": row.present_name or None,
        "witness": row.witness or None,
        "valued_by": row.valued_by,
        "revalued_for": sentence(row.revalued_for) if row.revalued_for else None,
        "owner_word": sentence(row.owner_word) if row.owner_word else None,
        "worth_total": total(one.worth for one in rows),
    }


def _as_taken(row: RequisitionedThing) -> dict[str, str]:
    return {
        "name": row.name,
        "spec": row.spec or "—",
        "count": plain(row.count),
        "unit": row.unit,
        "condition": row.condition,
        "worth": grouped(row.worth),
        "daily": grouped(row.daily) if row.daily is not None else "—",
    }


@facts("requisition", BACK, by={"": "requisition.give_thing_back"})
def back(proceeding: Proceeding) -> dict[str, Any]:
    row = requisition_of(proceeding)
    if row is None:
        return {}
    main = proceeding.main or proceeding
    decision, last = getattr(main, "decision", None), decide_by(proceeding)
    settled = [one for one in things_of(proceeding) if one.settled_at]
    return {
        "returned": [_as_returned(one) for one in settled] if not unsettled(proceeding) else None,
        "use_ended_on": row.use_ended_on,
        "use_ended_for": row.get_use_ended_for_display() if row.use_ended_for else None,
        "decision_number": decision.number if decision else None,
        "decision_on": main.decided_on,
        "decide_by": last.on if last else None,
    }


def _as_returned(row: RequisitionedThing) -> dict[str, str]:
    return {
        "name": row.name,
        "listed": f"{plain(row.count)}{row.unit}，{row.condition}",
        "returned": plain(row.returned or NOTHING),
        "consumed": plain(row.consumed),
        "lost": plain(row.lost),
        "condition": row.returned_condition + (f"；{row.damage}" if row.damage else ""),
        "received_by": row.received_by,
    }


@facts("requisition", COMPENSATED, by={"": "requisition.assess_compensation"})
def compensated(proceeding: Proceeding) -> dict[str, Any]:
    row = compensation_of(proceeding)
    if row is None:
        return {}
    return {
        "lines": told_lines(row.lines),
        "amount": row.amount,
        "amount_capital": capital_amount(row.amount),
        "assessed_reason": sentence(row.proposal.reason),
    }


@facts("case", "penalty_basis proposed_text decision_text decided_on decision_number")
def known(proceeding: Proceeding) -> dict[str, Any]:
    proposal, decision = cases.current_proposal(proceeding), getattr(proceeding, "decision", None)
    return {
        "penalty_basis": cases.power_of(proceeding).penalty_basis,
        "proposed_text": proposal.text if proposal else None,
        "decision_text": decision.text if decision else proposal.text if proposal else None,
        "decided_on": proceeding.decided_on,
        "decision_number": decision.number if decision else None,
    }


@facts("remedy", "text")
def remedy(proceeding: Proceeding) -> dict[str, str]:
    authority = proceeding.case.authority
    return {"text": ordinary_remedy(authority.government, authority.court)}


@facts("overturn", "aftermath")
def overturned(proceeding: Proceeding) -> dict[str, str]:
    told = "征用的财物立即返还；被征用以及毁损、灭失的，依法补偿。" if things_of(proceeding) else ""
    return {"aftermath": told}


GROUPS = (proposed, taken, back, compensated, known, remedy, overturned)
