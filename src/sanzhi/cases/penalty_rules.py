"""The penalty rules of law/ asked for a given case: bounds, lines, limits, who may be punished at all."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from sanzhi.cases import queries
from sanzhi.cases.deadlines import payment_deadline
from sanzhi.cases.models import Case, PartyKind
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import fines, penalties
from sanzhi.law.money import yuan_text


def describe_penalty(*, warns: bool, fine: Decimal | None, other_measures: str) -> str:
    """警告；罚款人民币贰佰元（¥200.00）；… as it stands in the decision."""
    parts = ["警告"] if warns else []
    parts += [yuan_text(fine)] if fine else []
    parts += [other_measures] if other_measures else []
    return "；".join(parts)


def fine_fits(
    case: Case, fine: Decimal | None, *, quantities: Mapping[str, Decimal | str], mitigation: str
) -> Verdict:
    """The fine against the statutory range of the case's cause; below it only with a ground of 处罚法 §30–§32."""
    if fine is None:
        return Verdict.yes()
    bounds = fine_bounds(case, quantities)
    if bounds is None:
        return Verdict.no("该违法行为没有罚款幅度，不能罚款。", queries.power_of(case).penalty_basis)
    basis = queries.power_of(case).penalty_basis
    span = f"（{bounds.explained[-1]}）" if bounds.explained else ""
    verdict = Verdict.when(
        bounds.maximum is None or fine <= bounds.maximum,
        f"罚款{fine}元高于法定上限{bounds.maximum}元{span}。",
        citation=basis,
    )
    return verdict & Verdict.when(
        fine >= bounds.minimum or mitigation,
        f"罚款{fine}元低于法定下限{bounds.minimum}元{span}。",
        citation=basis,
        remedy="减轻处罚须写明行政处罚法第三十条至第三十二条的法定事由，并经法制审核和集体讨论。",
    )


def fine_bounds(case: Case, quantities: Mapping[str, Decimal | str]) -> fines.FineBounds | None:
    power = queries.power_of(case)
    kind = case.party.kind if hasattr(case, "party") else PartyKind.PERSON
    formula = power.formula_for(kind)
    return fines.bounds(formula, quantities) if formula is not None else None


def hearing_line_reached(case: Case) -> bool:
    """Whether the proposed penalty entitles to a hearing (F3-11)."""
    proposal = queries.current_proposal(case)
    if proposal is None or not hasattr(case, "party"):
        return False
    return penalties.hearing_line_reached(
        case.party.kind,
        proposal.fine or Decimal(0),
        other_measures=proposal.other_measures,
        confiscated=proposal.confiscated or Decimal(0),
    )


class Penalty(Protocol):
    """What an order to propose and a standing proposal have in common."""

    fine: Decimal | None
    confiscated: Decimal | None
    other_measures: str


def is_heavier(new: Penalty, old: Penalty) -> bool:
    """More money, or a grave measure that the old one did not name (行政处罚法 §45)."""
    return (
        (new.fine or 0) > (old.fine or 0)
        or (new.confiscated or 0) > (old.confiscated or 0)
        or any(
            word in new.other_measures and word not in old.other_measures
            for word in penalties.HEARING_MEASURES
        )
    )


def major_reasons(case: Case) -> tuple[str, ...]:
    """The rows of the major-decision list that the case hits; empty means an ordinary decision."""
    proposal = queries.current_proposal(case)
    if proposal is None or not hasattr(case, "party") or case.procedure_key == "penalty/simplified":
        return ()
    circumstances = catalogues.Circumstances(
        party_kind=case.party.kind,
        fine=proposal.fine or Decimal(0),
        other_measures=proposal.other_measures,
        confiscated=proposal.confiscated or Decimal(0),
        public_interest=proposal.public_interest,
        had_hearing=hasattr(case, "hearing"),
        is_mitigated=bool(proposal.mitigation),
    )
    return catalogues.major_decision_rows(case.editions.get("major_decisions"), circumstances)


def within_simplified_limits(case: Case, fine: Decimal | None) -> Verdict:
    if not hasattr(case, "party"):
        return Verdict.no("尚未登记当事人。", "行政处罚法第五十二条")
    limit = penalties.simplified_limit(case.party.kind)
    return Verdict.when(
        (fine or 0) <= limit.amount,
        f"罚款{fine}元超过当场处罚的限额{limit.amount}元（{case.party.get_kind_display()}）。",
        citation=limit.citation,
        remedy="请改用普通程序立案调查。",
    )


def outstanding(case: Case) -> Decimal:
    """What is still to be paid: fine plus late penalty less payments (yuan)."""
    decision = getattr(case, "decision", None)
    owed = (decision.fine or Decimal(0)) if decision else Decimal(0)
    owed += case.late_penalty.amount if hasattr(case, "late_penalty") else Decimal(0)
    return owed - sum((row.amount for row in queries.payments(case)), Decimal(0))


def on_the_spot_collection(case: Case, amount: Decimal) -> Verdict:
    limit = penalties.ON_THE_SPOT_COLLECTION
    return Verdict.when(
        case.procedure_key == "penalty/simplified" and amount <= limit.amount,
        f"当场收缴限于当场作出的{limit.amount}元以下罚款，其余应由当事人到指定银行缴纳。",
        citation=limit.citation,
    )


def payment_due_on(case: Case) -> date | None:
    """The last day of payment, once the decision was served (行政处罚法 §67)."""
    deadline = payment_deadline(case)
    return deadline.on if deadline else None


def late_penalty_today(case: Case) -> penalties.LatePenalty | None:
    """The late penalty accrued up to today, or None when nothing is overdue."""
    due_on, decision = payment_due_on(case), getattr(case, "decision", None)
    if decision is None or not decision.fine or due_on is None or clock.today() <= due_on:
        return None
    return penalties.late_penalty(decision.fine, due_on=due_on, until=clock.today())
