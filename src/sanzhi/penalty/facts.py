"""What a penalty adds to the facts of its papers."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.models import Decision, Proceeding, Proposal
from sanzhi.law import penalties
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.law.money import capital_amount
from sanzhi.penalty import after, preservations, referrals
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import EducatedWho
from sanzhi.penalty.owed import fine_owed, outstanding, payment_due_on
from sanzhi.penalty.queries import correction_of, education_of, sparing_of
from sanzhi.penalty.rules import is_on_the_spot


def facts(proceeding: Proceeding) -> dict[str, Any]:
    """Groups of the tree of facts: case, remedy."""
    return {
        "case": {
            **_basis(proceeding),
            **_corrected(proceeding),
            **_proposed(proceeding),
            **_decided(proceeding),
            "notice_text": _notice(proceeding),
            **_spared(proceeding),
            **_performed(proceeding),
            **after.facts(proceeding),
        },
        "remedy": _remedy(proceeding),
        **referrals.facts(proceeding),
        **preservations.facts(proceeding),
    }


def _basis(proceeding: Proceeding) -> dict[str, Any]:
    power, case = queries.power_of(proceeding), proceeding.case
    years = "五" if case.endangers_life else "二"
    return {
        "violated": power.prohibition,
        "penalty_basis": power.penalty_basis,
        "limitation": f"自{chinese_date(proceeding.happened_on)}起{years}年，未超过追责时效。",
    }


def _corrected(proceeding: Proceeding) -> dict[str, Any]:
    row = correction_of(proceeding)
    if row is None:
        return {}
    return {
        "correct_content": row.content,
        "correct_by_on": row.correct_by_on,
        "correction_result": row.result,
    }


def _proposed(proceeding: Proceeding) -> dict[str, Any]:
    proposal = queries.current_proposal(proceeding)
    if proposal is None:
        return {}
    grounds = Grounds.of(proposal)
    return {
        "proposed_text": proposal.text,
        "proposed_amount": proposal.weight.fine or None,
        "correction": grounds.correction,
        "discretion_tier": grounds.tier,
        "discretion_reason": proposal.reason + _lighter(grounds, after=proposal.reason),
    }


def _lighter(grounds: Grounds, *, after: str) -> str:
    """By which article the penalty is reduced, as a sentence of its own behind the reason."""
    if not grounds.mitigation:
        return ""
    return f"{'' if after.endswith('。') else '。'}依照{grounds.mitigation}的规定，减轻处罚。"


def _decided(proceeding: Proceeding) -> dict[str, Any]:
    """What was decided, or what is proposed as long as nothing was."""
    facts: dict[str, Any] = {}
    row: Decision | Proposal | None = getattr(proceeding, "decision", None)
    if row is not None:
        facts |= {"decided_on": proceeding.decided_on, "payment_due_on": payment_due_on(proceeding)}
    row = row or queries.current_proposal(proceeding)
    if row is None:
        return {}
    fine, stands = row.weight.fine, fine_owed(proceeding)
    return {
        **facts,
        "decision_text": row.text,
        "amount": fine or None,
        "amount_capital": capital_amount(fine) if fine else None,
        "fine": stands or None,
        "fine_capital": capital_amount(stands) if stands else None,
    }


def _performed(proceeding: Proceeding) -> dict[str, Any]:
    if not hasattr(proceeding, "decision"):
        return {"execution_text": "未作出处罚决定，不涉及执行。"}
    if not proceeding.decision.weight.fine:
        return {"execution_text": "决定没有罚款，不涉及缴款。"}
    if queries.has_fallen(proceeding):
        return {"execution_text": "处罚决定已被撤销或者确认无效，不再执行。"}
    paid = queries.payments(proceeding)
    if not paid or outstanding(proceeding) > 0:
        return {}
    return {"execution_text": f"当事人已于{chinese_date(paid[-1].paid_on)}缴清罚款。"}


def _spared(proceeding: Proceeding) -> dict[str, Any]:
    ground = sparing_of(proceeding)
    taught, ordered = education_of(proceeding), education_of(proceeding, EducatedWho.GUARDIAN)
    return {
        "spared_for": ground.value if ground else None,
        "spared_because": ground.label if ground else None,
        "education": f"{chinese_date(taught.given_on)}，{taught.content}" if taught else None,
        "guardian_duty": f"{chinese_date(ordered.given_on)}，{ordered.content}" if ordered else None,
    }


def _notice(proceeding: Proceeding) -> str | None:
    for paper in reversed(queries.papers(proceeding)):
        if paper.purpose in {"plea_notice", "hearing_notice"} and paper.served_on:
            return f"已于{chinese_date(paper.served_on)}送达《{paper.title}》（{paper.number}）。"
    proposal = queries.current_proposal(proceeding)
    return "拟不予行政处罚，不涉及处罚告知。" if proposal and proposal.disposal == Disposal.SPARE else None


def _remedy(proceeding: Proceeding) -> dict[str, str]:
    body, court = proceeding.case.authority.government, proceeding.case.authority.court
    # 行政复议法 §23: 对当场作出的行政处罚决定不服，应当先申请行政复议
    spot = is_on_the_spot(proceeding)
    text = penalties.simplified_remedy(body, court) if spot else penalties.ordinary_remedy(body, court)
    return {"text": text, "reconsideration_body": body, "court": court}
