"""What a levy adds to the facts of its papers."""

from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.contest_words import contested_course
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.joinders import named_in, usable_evidence
from sanzhi.cases.models import Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import NOTHING, told_lines
from sanzhi.law.levies import Use
from sanzhi.law.money import capital_amount, money_text, yuan
from sanzhi.law.penalties import order_remedy, ordinary_remedy
from sanzhi.law.wording import sentence
from sanzhi.levy import owed
from sanzhi.levy.enforcing import demand_of
from sanzhi.levy.matters import rate_text
from sanzhi.levy.models import Assessment, Lowering, Refund
from sanzhi.levy.queries import (
    assessment_of,
    denial_of,
    denied,
    granted_since,
    last_application,
    lowerings,
    payments,
    refunds,
    successions,
    told_of,
)
from sanzhi.levy.terms import pay_by

ASSESSED = "item quantity_text period lines amount amount_capital late_text standard reason proofs"
TO_PAY = "asks to_pay to_pay_capital due_on late_due paid_text owing denied_text denied_remedy"
LOWERING = "lowering_kind lowering_said lowering_reason lowering_proof lowering_before lowering_owed"
LOWERED = f"{LOWERING} lowering_lines lowering_outcome lowering_opinion"
REFUND = "refund_amount refund_capital refund_lines refund_reason refund_paid"


@facts("levy", ASSESSED, by={"": "levy.assess_levy"})
def assessed(proceeding: Proceeding) -> dict[str, Any]:
    row = assessment_of(proceeding)
    if row is None:
        return {}
    case = proceeding.case
    known = {one.pk: named_in(case, one) for one in usable_evidence(case)}
    return {
        "item": row.item,
        "quantity_text": "；".join(_used(use, row) for use in row.used),
        "period": "、".join(_days(use, row) for use in row.used),
        "lines": told_lines(row.lines),
        "amount": row.amount,
        "amount_capital": capital_amount(row.amount),
        "late_text": rate_text(row),
        "standard": row.standard,
        "reason": sentence(row.proposal.reason),
        "proofs": "、".join(known[pk] for pk in row.evidence if pk in known),
    }


def _used(use: Use, row: Assessment) -> str:
    return f"{use.quantity.normalize():f}{row.unit}，{_days(use, row)}"


def _days(use: Use, row: Assessment) -> str:
    if not row.by_day:
        return chinese_date(use.from_on)
    return f"{chinese_date(use.from_on)}至{chinese_date(use.to_on)}，共{(use.to_on - use.from_on).days + 1}日"


@facts("levy", TO_PAY, by={"": "levy.decide_levy"})
def to_pay(proceeding: Proceeding) -> dict[str, Any]:
    if not hasattr(proceeding, "decision"):
        return {}
    left, no = max(owed.outstanding(proceeding), NOTHING), denied(proceeding)
    authority = proceeding.case.authority
    row, is_owed = assessment_of(proceeding), left > 0
    return {
        "asks": "要求缴款" if is_owed else "不要求缴款",
        "to_pay": left if is_owed else None,
        "to_pay_capital": capital_amount(left) if is_owed else None,
        "due_on": pay_by(proceeding) if is_owed else None,
        "late_due": rate_text(row) if row and is_owed else None,
        "paid_text": standing(proceeding),
        "owing": _owing(proceeding),
        "denied_text": "\n".join(map(denial_of, no)) or None,
        "denied_remedy": order_remedy(authority.government, authority.court) if no else None,
    }


def _owing(proceeding: Proceeding) -> str:
    """Who pays: the party, or who has taken its place."""
    rows = successions(proceeding)
    if rows:
        return "、".join(row.name for row in rows)
    return proceeding.respondent.name if proceeding.respondent else ""


def standing(proceeding: Proceeding) -> str:
    """决定征收720元；2026年10月8日准予减免，应缴360元；已缴100元；尚欠260元。"""
    row = assessment_of(proceeding)
    parts = [f"决定征收{yuan(row.amount) if row else 0}元"]
    parts += map(told_of, granted_since(proceeding))
    parts += [f"{chinese_date(one.paid_on)}已缴{yuan(one.amount)}元" for one in payments(proceeding)]
    parts += [
        f"{chinese_date(one.paid_on)}已退{yuan(one.amount)}元" for one in refunds(proceeding) if one.paid_on
    ]
    late, left = owed.late_amount(proceeding), owed.outstanding(proceeding)
    parts += [f"滞纳金{yuan(late)}元"] if late else []
    parts += [f"尚欠{yuan(left)}元"] if left > 0 else []
    return f"{'；'.join(parts)}。"


@facts("levy", LOWERED, by={"": "levy.ask_lowering"})
def lowered(proceeding: Proceeding) -> dict[str, Any]:
    rows = lowerings(proceeding)
    return _lowering(rows[-1], assessment_of(proceeding)) if rows else {}


def _lowering(row: Lowering, assessed: Assessment | None) -> dict[str, Any]:
    reduction = row.reduction
    said = (
        f"{reduction['title']}，减免{reduction['percent']}%（{reduction['citation']}）" if reduction else ""
    )
    outcome = {None: None, True: "准予", False: "不予准许"}[row.is_granted]
    return {
        "lowering_kind": row.get_kind_display(),
        "lowering_said": said or row.get_kind_display(),
        "lowering_reason": row.reason,
        "lowering_proof": row.proof,
        "lowering_before": assessed.amount if assessed else None,
        "lowering_owed": row.owed,
        "lowering_lines": "\n".join(row.lines),
        "lowering_outcome": outcome,
        "lowering_opinion": row.opinion or None,
    }


@facts("levy", REFUND, by={"": "levy.refund_levy"})
def refunded(proceeding: Proceeding) -> dict[str, Any]:
    rows = refunds(proceeding)
    return _refund(rows[-1], proceeding) if rows else {}


def _refund(row: Refund, proceeding: Proceeding) -> dict[str, Any]:
    paid = (
        f"{chinese_date(one.paid_on)}{yuan(one.amount)}元，票据号{one.receipt_number}"
        for one in payments(proceeding)
    )
    return {
        "refund_amount": row.amount,
        "refund_capital": capital_amount(row.amount),
        "refund_lines": "\n".join(row.lines),
        "refund_reason": row.reason,
        "refund_paid": "；".join(paid),
    }


@facts("case", "penalty_basis proposed_text decision_text decided_on", by={"": "levy.assess_levy"})
def proposed(proceeding: Proceeding) -> dict[str, Any]:
    proposal, decision = cases.current_proposal(proceeding), getattr(proceeding, "decision", None)
    return {
        "penalty_basis": cases.power_of(proceeding).penalty_basis,
        "proposed_text": proposal.text if proposal else None,
        "decision_text": decision.text if decision else proposal.text if proposal else None,
        "decided_on": proceeding.decided_on,
    }


@facts(
    "case", "decision_number decision_served_on owed gains_owed owed_text duties change_text change_papers"
)
def due(proceeding: Proceeding) -> dict[str, Any]:
    """As the demand and the application to the court tell it (行政强制法 §54, §55)."""
    if not hasattr(proceeding, "decision"):
        return {}
    left = owed.outstanding(proceeding)
    assessed = assessment_of(proceeding)
    return {
        "decision_number": proceeding.decision.number,
        "decision_served_on": decision_served_on(proceeding),
        "owed": left if left > 0 else None,
        "gains_owed": None,
        "owed_text": standing(proceeding),
        "duties": f"缴纳{assessed.item}{money_text(left)}" if assessed and left > 0 else None,
        "change_text": None,
        "change_papers": None,
    }


COURT = "court_duties court_amount court_course court_demand court_statement court_object court_late"


@facts("case", COURT, by={"": "levy.ask_court_for_levy"})
def at_court(proceeding: Proceeding) -> dict[str, Any]:
    row, assessed = last_application(proceeding), assessment_of(proceeding)
    if row is None or assessed is None:
        return {}
    paper = demand_of(proceeding)
    told = (
        f"{chinese_date(paper.served_on)}送达《{paper.title}》（{paper.number}）"
        if paper and paper.served_on
        else ""
    )
    return {
        "court_duties": f"缴纳{assessed.item}{money_text(row.amount)}",
        "court_amount": row.amount,
        "court_course": contested_course(proceeding, partly="全部" if owed.kept(proceeding) else ""),
        "court_demand": told,
        "court_statement": row.statement,
        "court_object": row.object_state,
        "court_late": row.late_reason or None,
    }


@facts("remedy", "text")
def remedy(proceeding: Proceeding) -> dict[str, str]:
    authority = proceeding.case.authority
    return {"text": ordinary_remedy(authority.government, authority.court)}


@facts("overturn", "aftermath")
def overturned(proceeding: Proceeding) -> dict[str, str]:
    """What becomes of what was paid."""
    paid = owed.kept(proceeding)
    return {"aftermath": f"已经缴纳的{yuan(paid)}元予以退还。" if paid > 0 else ""}


GROUPS = (assessed, to_pay, lowered, refunded, proposed, due, at_court, remedy, overturned)
