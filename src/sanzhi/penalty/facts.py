"""What a penalty adds to the facts of its papers."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Decision, Finding, OverturnKind, Proceeding, Proposal
from sanzhi.law import penalties
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal, Measure
from sanzhi.law.money import capital_amount, money_text
from sanzhi.law.wording import sentence, without_opening
from sanzhi.penalty import after, last_papers, performed, preservations, referrals
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import Correction, EducatedWho, Education
from sanzhi.penalty.owed import falls_due_on, fine_owed
from sanzhi.penalty.queries import correction_of, education_of, orders_of, sparing_of, told_on
from sanzhi.penalty.rules import fine_bounds, is_on_the_spot, limitation_of, responsibility_of


@facts("case", "violated penalty_basis limitation")
def basis(proceeding: Proceeding) -> dict[str, Any]:
    power = queries.power_of(proceeding)
    years, last = limitation_of(proceeding)
    begun = f"自{chinese_date(proceeding.happened_on)}起"
    in_time = f"{begun}{years}年，登记线索时未超过追责时效。"
    late = f"{begun}登记线索时已满{years}年；是否涉及生命健康安全、金融安全且有危害后果，须查明。"
    return {
        "violated": power.prohibition,
        "penalty_basis": power.penalty_basis,
        "limitation": in_time if proceeding.case.registered_on <= last else late,
    }


@facts("case", "counted gains")
def measured(proceeding: Proceeding) -> dict[str, Any]:
    """What was counted for the fine with the price of one, and the illegal gains, as sentences."""
    finding, proposal = proceeding.finding, queries.current_proposal(proceeding)
    return {
        "counted": _counted(proceeding, Grounds.of(proposal).quantities) if proposal else None,
        "gains": _gains(finding) if finding else None,
    }


def _counted(proceeding: Proceeding, quantities: Mapping[str, Any]) -> str | None:
    """经清点，处（张）数3；每处（张）罚款50元。"""
    bounds = fine_bounds(proceeding, quantities) if quantities else None
    if bounds is None:
        return None
    said = [f"{caption}{quantities[name]}" for name, caption in bounds.asks if name in quantities]
    return f"经清点，{'，'.join(said)}；{bounds.explained[0]}。" if said else None


def _gains(finding: Finding) -> str | None:
    if finding.gains is None:
        return None
    said = f"违法所得{money_text(finding.gains)}" if finding.gains else "没有违法所得"
    return f"{said}：{sentence(finding.gains_note)}"


@facts(
    "case",
    "correct_content correct_by_on correction_result correction_outcome corrected_reviewed_on corrected_text",
)
def corrected(proceeding: Proceeding) -> dict[str, Any]:
    """The order to correct that was given last, and what became of all that the party was told."""
    row, own = correction_of(proceeding), proceeding.corrected_on
    said = "".join(_ordered(one, served_on=told_on(proceeding, one)) for one in orders_of(proceeding))
    if own and not (row and row.is_corrected is False):
        said += f"当事人已于{chinese_date(own)}改正。"
    if row is None:
        return {"corrected_text": said or None}
    return {
        "corrected_text": said or None,
        "correct_content": row.content,
        "correct_by_on": row.correct_by_on,
        "correction_result": row.result,
        "correction_outcome": row.outcome if row.reviewed_on else None,
        "corrected_reviewed_on": row.reviewed_on,
    }


def _ordered(row: Correction, *, served_on: date | None) -> str:
    """Nothing as long as the party has not got the notice of it."""
    if served_on is None:
        return ""
    by_on, asked = chinese_date(row.correct_by_on), "（应当事人申请延长）" if row.extended_for else ""
    said = f"{chinese_date(served_on)}，本机关责令当事人于{by_on}前改正{asked}：{sentence(row.content)}"
    if row.reviewed_on is None:
        return said
    return f"{said}{chinese_date(row.reviewed_on)}复查：{sentence(without_opening(row.result))}"


@facts(
    "case",
    "proposed_text proposed_amount correction discretion_tier discretion_reason",
    by={"": "penalty.propose_penalty"},
)
def proposed(proceeding: Proceeding) -> dict[str, Any]:
    proposal = queries.current_proposal(proceeding)
    if proposal is None:
        return {}
    grounds = Grounds.of(proposal)
    return {
        "proposed_text": proposal.text,
        "proposed_amount": proposal.weight.fine or None,
        "correction": sentence(grounds.correction),
        "discretion_tier": grounds.tier,
        "discretion_reason": sentence(proposal.reason) + _lighter(grounds),
    }


def _lighter(grounds: Grounds) -> str:
    """By which article the penalty is lighter or reduced, why the tier is left: sentences behind the reason."""
    said = [f"偏离裁量基准的理由：{sentence(grounds.departure)}"] if grounds.departure else []
    said += [f"不按竞合案由处罚的理由：{sentence(grounds.competing)}"] if grounds.competing else []
    said += [grounds.able] if grounds.able_by else []
    said += [grounds.not_confiscated] if grounds.untaken else []
    said += [f"有{'、'.join(grounds.proved_by)}证明。"] if grounds.proved_by else []
    said += [f"依照{grounds.lighter}的规定，从轻处罚。"] if grounds.lighter else []
    said += [f"依照{grounds.mitigation}的规定，减轻处罚。"] if grounds.mitigation else []
    return "".join(said)


@facts("case", "decided_on decision_text standing_text amount amount_capital")
def decided(proceeding: Proceeding) -> dict[str, Any]:
    """What was decided, or what is proposed as long as nothing was."""
    row: Decision | Proposal | None = getattr(proceeding, "decision", None)
    row = row or queries.current_proposal(proceeding)
    if row is None:
        return {}
    fine, stands = row.weight.fine, fine_owed(proceeding)
    return {
        "decided_on": proceeding.decided_on,
        "decision_text": row.text,
        "standing_text": f"{row.text}{_changed(fine, stands)}{_held_unlawful(proceeding)}",
        "amount": fine or None,
        "amount_capital": capital_amount(fine) if fine else None,
    }


@facts("case", "payment_due_on")
def to_be_paid(proceeding: Proceeding) -> dict[str, Any]:
    is_decided = hasattr(proceeding, "decision")
    return {"payment_due_on": falls_due_on(proceeding) if is_decided else None}


def _changed(fine: Decimal, stands: Decimal) -> str:
    return f"\n罚款已变更为{money_text(stands)}。" if fine != stands else ""


def _held_unlawful(proceeding: Proceeding) -> str:
    """What was held unlawful stands and is performed (行政诉讼法 §74)."""
    rows = [row for row in queries.overturns(proceeding) if row.decided_on]
    return "".join(
        f"\n{row.get_by_whom_display()}{f'以{row.reference}' if row.reference else ''}确认本决定违法。"
        for row in rows
        if row.kind == OverturnKind.UNLAWFUL
    )


@facts("case", "publication_text")
def published(proceeding: Proceeding) -> dict[str, Any]:
    """Decisions against who was under eighteen are not made public (未成年人保护法 §103)."""
    is_minor = responsibility_of(proceeding) not in {None, penalties.Responsibility.FULL}
    return {"publication_text": None if is_minor else "本决定将依法在行政执法信息公示平台公开。"}


@facts("case", "payment_text collection_way")
def collected(proceeding: Proceeding) -> dict[str, Any]:
    """How a fine that was imposed on the spot is to be paid, and how it was (行政处罚法 §§67–70, 72)."""
    decision = getattr(proceeding, "decision", None)
    row = decision or queries.current_proposal(proceeding)
    if row is None or not row.weight.fine:
        return {"payment_text": "本决定没有罚款。", "collection_way": "不涉及罚款"}
    rows = queries.payments(proceeding)
    cash = any(payment.is_on_the_spot for payment in rows)
    paid_how = "当场收缴" if cash else "指定银行缴纳"
    return {"payment_text": penalties.PAYMENT_ON_THE_SPOT, "collection_way": paid_how if rows else "尚未缴纳"}


@facts("case", "spared_for spared_because spared_under education guardian_duty")
def spared(proceeding: Proceeding) -> dict[str, Any]:
    ground = sparing_of(proceeding)
    because, _, under = ground.label.partition("（") if ground else ("", "", "")
    taught, ordered = education_of(proceeding), education_of(proceeding, EducatedWho.GUARDIAN)
    return {
        "spared_for": ground.value if ground else None,
        "spared_because": because or None,
        "spared_under": _articles(under.rstrip("）")) if ground else None,
        "education": _on_its_day(taught) if taught else None,
        "guardian_duty": _ordered_guardian(ordered) if ordered else None,
    }


def _articles(under: str) -> str:
    """The article of the ground beside that by which it is decided (行政处罚法 §57)."""
    return under if under.startswith("第五十七条") else f"{under}、第五十七条"


def _ordered_guardian(row: Education) -> str:
    """2026年9月3日，本机关责令监护人某某：加以管教。"""
    what = sentence(row.content.strip().removeprefix("责令监护人").lstrip("，：:"))
    return f"{chinese_date(row.given_on)}，本机关责令监护人{row.name}：{what}"


def _on_its_day(row: Education) -> str:
    return f"{chinese_date(row.given_on)}，{sentence(row.content)}"


@facts("case", "confiscated_goods confiscated_gains")
def confiscated(proceeding: Proceeding) -> dict[str, Any]:
    """What the party has to hand over: the things as they are named, the gains as a sum (行政处罚法 §59(1)(四), §66(1))."""
    row: Decision | Proposal | None = getattr(proceeding, "decision", None)
    row = row or queries.current_proposal(proceeding)
    terms = {term.measure: term for term in row.measures} if row else {}
    goods, gains = terms.get(Measure.CONFISCATION_OF_GOODS), terms.get(Measure.CONFISCATION_OF_GAINS)
    return {
        "confiscated_goods": (goods.thing or "非法财物") if goods else None,
        "confiscated_gains": money_text(gains.amount) if gains and gains.amount else None,
    }


@facts("case", "notice_text notice_title notice_number notice_served_on")
def told(proceeding: Proceeding) -> dict[str, Any]:
    """The notice that was served last; what is to be spared is not announced."""
    last = queries.told(proceeding)
    if last is not None and last.served_on is not None:
        return {
            "notice_text": f"已于{chinese_date(last.served_on)}送达《{last.title}》（{last.number}）。",
            "notice_title": last.title,
            "notice_number": last.number,
            "notice_served_on": last.served_on,
        }
    proposal = queries.current_proposal(proceeding)
    is_spared = proposal is not None and proposal.disposal == Disposal.SPARE
    return {"notice_text": "拟不予行政处罚，不涉及处罚告知。"} if is_spared else {}


@facts("remedy", "text order_text reconsideration_body court")
def remedy(proceeding: Proceeding) -> dict[str, str]:
    body, court = proceeding.case.authority.government, proceeding.case.authority.court
    # 行政复议法 §23: 对当场作出的行政处罚决定不服，应当先申请行政复议
    spot = is_on_the_spot(proceeding)
    text = penalties.simplified_remedy(body, court) if spot else penalties.ordinary_remedy(body, court)
    order = penalties.order_remedy(body, court)
    return {"text": text, "order_text": order, "reconsideration_body": body, "court": court}


GROUPS = (
    basis,
    measured,
    corrected,
    proposed,
    decided,
    to_be_paid,
    published,
    collected,
    spared,
    confiscated,
    told,
    remedy,
    *performed.GROUPS,
    *after.GROUPS,
    *referrals.GROUPS,
    *preservations.GROUPS,
    *last_papers.GROUPS,
)
