"""The rules of law/ asked of a given penalty: bounds, lines, limits, what is owed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from sanzhi.cases import queries
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import fines, penalties
from sanzhi.law.money import yuan_text

ON_THE_SPOT = "penalty/simplified"


def is_on_the_spot(proceeding: Proceeding) -> bool:
    """Whether the simplified procedure is run (行政处罚法 §51)."""
    return proceeding.procedure_key == ON_THE_SPOT


def describe_penalty(*, warns: bool, fine: Decimal | None, other_measures: str) -> str:
    """警告；罚款人民币贰佰元（¥200.00）；… as it stands in the decision."""
    parts = ["警告"] if warns else []
    parts += [yuan_text(fine)] if fine else []
    parts += [other_measures] if other_measures else []
    return "；".join(parts)


def fine_fits(
    proceeding: Proceeding, fine: Decimal | None, *, quantities: Mapping[str, Decimal | str], mitigation: str
) -> Verdict:
    """The fine against the statutory range of the case's cause; below it only with a ground of 处罚法 §30–§32."""
    if fine is None:
        return Verdict.yes()
    bounds = fine_bounds(proceeding, quantities)
    if bounds is None:
        return Verdict.no("该违法行为没有罚款幅度，不能罚款。", queries.power_of(proceeding).penalty_basis)
    basis = queries.power_of(proceeding).penalty_basis
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


def fine_bounds(proceeding: Proceeding, quantities: Mapping[str, Decimal | str]) -> fines.FineBounds | None:
    power = queries.power_of(proceeding)
    kind = proceeding.respondent.kind if proceeding.respondent else PartyKind.PERSON
    formula = power.formula_for(kind)
    return fines.bounds(formula, quantities) if formula is not None else None


def hearing_line_reached(proceeding: Proceeding) -> bool:
    """Whether the proposed penalty entitles to a hearing (F3-11)."""
    proposal = queries.current_proposal(proceeding)
    if proposal is None or proceeding.respondent is None:
        return False
    return penalties.hearing_line_reached(
        proceeding.respondent.kind,
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


def major_reasons(proceeding: Proceeding) -> tuple[str, ...]:
    """The rows of the major-decision list that the case hits; empty means an ordinary decision."""
    proposal = queries.current_proposal(proceeding)
    if proposal is None or proceeding.respondent is None or is_on_the_spot(proceeding):
        return ()
    circumstances = catalogues.Circumstances(
        party_kind=proceeding.respondent.kind,
        fine=proposal.fine or Decimal(0),
        other_measures=proposal.other_measures,
        confiscated=proposal.confiscated or Decimal(0),
        public_interest=proposal.public_interest,
        had_hearing=hasattr(proceeding, "hearing"),
        is_mitigated=bool(proposal.mitigation),
    )
    return catalogues.major_decision_rows(proceeding.case.editions.get("major_decisions"), circumstances)


def within_simplified_limits(proceeding: Proceeding, fine: Decimal | None) -> Verdict:
    if proceeding.respondent is None:
        return Verdict.no("尚未登记当事人。", "行政处罚法第五十二条")
    limit = penalties.simplified_limit(proceeding.respondent.kind)
    return Verdict.when(
        (fine or 0) <= limit.amount,
        f"罚款{fine}元超过当场处罚的限额{limit.amount}元（{proceeding.respondent.get_kind_display()}）。",
        citation=limit.citation,
        remedy="请改用普通程序立案调查。",
    )


def outstanding(proceeding: Proceeding) -> Decimal:
    """What is still to be paid: fine plus late penalty less payments (yuan)."""
    decision = getattr(proceeding, "decision", None)
    owed = (decision.fine or Decimal(0)) if decision else Decimal(0)
    owed += proceeding.late_penalty.amount if hasattr(proceeding, "late_penalty") else Decimal(0)
    return owed - queries.paid(proceeding)


def on_the_spot_collection(proceeding: Proceeding, amount: Decimal) -> Verdict:
    limit = penalties.ON_THE_SPOT_COLLECTION
    return Verdict.when(
        is_on_the_spot(proceeding) and amount <= limit.amount,
        f"当场收缴限于当场作出的{limit.amount}元以下罚款，其余应由当事人到指定银行缴纳。",
        citation=limit.citation,
    )


def payment_due_on(proceeding: Proceeding) -> date | None:
    """The last day of payment, once the decision was served (行政处罚法 §67)."""
    due = deadline(proceeding, "payment")
    return due.on if due else None


def late_penalty_today(proceeding: Proceeding) -> penalties.LatePenalty | None:
    """The late penalty accrued up to today, or None when nothing is overdue."""
    due_on, decision = payment_due_on(proceeding), getattr(proceeding, "decision", None)
    if decision is None or not decision.fine or due_on is None or clock.today() <= due_on:
        return None
    return penalties.late_penalty(decision.fine, due_on=due_on, until=clock.today())
