"""Guards that stand before the decision itself; each asks the facts again, whatever step was completed earlier."""

from sanzhi.cases import queries
from sanzhi.cases.guards import course
from sanzhi.cases.models import Case, PartyKind
from sanzhi.cases.penalty_rules import (
    fine_fits,
    hearing_line_reached,
    is_heavier,
    major_reasons,
    within_simplified_limits,
)
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import penalties


def two_qualified_officers(case: Case) -> Verdict:
    return has_two_qualified_officers(case)


def notice_given(case: Case) -> Verdict:
    return course.notice_served(case)


def plea_considered(case: Case) -> Verdict:
    return course.plea_period_over(case) & course.plea_answered(case)


def hearing_respected(case: Case) -> Verdict:
    """A hearing that was asked for must have been held; the line itself is told in the notice (§63)."""
    if not hearing_line_reached(case) or not hasattr(case, "hearing"):
        return Verdict.yes()
    return course.hearing_notified_in_time(case) & course.hearing_concluded(case)


def correction_respected(case: Case) -> Verdict:
    """Where the article says 拒不改正 / 逾期不改正, only the uncorrected may be punished (G-08)."""
    power = queries.power_of(case)
    if not power.correct_first:
        return Verdict.yes()
    verdict = course.correction_reviewed(case)
    corrected = hasattr(case, "correction") and case.correction.is_corrected
    return verdict & Verdict.when(not corrected, "当事人已按期改正，不得处罚。", citation=power.penalty_basis)


def within_limitation(case: Case) -> Verdict:
    """Two years, or five, from the end of the act to its discovery (行政处罚法 §36)."""
    last = penalties.limitation_ends(case.happened_on, endangers_life=case.endangers_life)
    years = "五年" if case.endangers_life else "二年"
    return Verdict.when(
        case.found_on <= last,
        f"违法行为发现时已超过{years}追责时效（{last:%Y年%m月%d日}届满）。",
        citation="行政处罚法第三十六条",
    )


def fine_within_range(case: Case) -> Verdict:
    proposal = queries.current_proposal(case)
    if proposal is None:
        return Verdict.no("尚未提出处理建议。", "行政处罚法第五十七条")
    return fine_fits(
        case, proposal.fine, quantities=queries.quantities_of(proposal), mitigation=proposal.mitigation
    ) & _minor_is_mitigated(case)


def _minor_is_mitigated(case: Case) -> Verdict:
    """14–18: the penalty must be lighter or reduced, and the reason must say so (行政处罚法 §30)."""
    proposal = queries.current_proposal(case)
    party = getattr(case, "party", None)
    if proposal is None or party is None or party.born_on is None or party.kind != PartyKind.PERSON:
        return Verdict.yes()
    minor = penalties.responsibility(party.born_on, case.happened_on) == penalties.Responsibility.REDUCED
    return Verdict.when(
        not minor or proposal.no_penalty or "三十条" in proposal.mitigation + proposal.reason,
        "当事人已满十四周岁不满十八周岁，应当从轻或者减轻处罚。",
        citation="行政处罚法第三十条",
        remedy="请在裁量理由或者减轻事由中写明适用行政处罚法第三十条。",
    )


def not_aggravated_by_plea(case: Case) -> Verdict:
    """No later proposal after the plea may be heavier than what was told (行政处罚法 §45)."""
    proposal = queries.current_proposal(case)
    plea = getattr(case, "plea", None)
    if proposal is None or plea is None or plea.is_waived:
        return Verdict.yes()
    told = [
        row for row in queries.proposals(case) if row.proposed_on <= plea.made_on and row.pk != proposal.pk
    ]
    return Verdict.when(
        not told or not all(is_heavier(proposal, row) for row in told),
        "不得因当事人陈述申辩而给予更重的处罚。",
        citation="行政处罚法第四十五条",
    )


def respondent_punishable(case: Case) -> Verdict:
    party = getattr(case, "party", None)
    if party is None:
        return Verdict.no("尚未登记当事人。", "行政处罚法第五十九条", remedy="请先登记当事人。")
    if party.kind != PartyKind.PERSON or party.born_on is None:
        return Verdict.yes()
    free = penalties.responsibility(party.born_on, case.happened_on) == penalties.Responsibility.NONE
    return Verdict.when(
        not free,
        "当事人违法时不满十四周岁，不予行政处罚。",
        citation="行政处罚法第三十条",
        remedy="请责令监护人加以管教。",
    )


def deliberation_concluded(case: Case) -> Verdict:
    return Verdict.when(
        not major_reasons(case) or hasattr(case, "deliberation"),
        "重大执法决定未经负责人集体讨论，不得作出决定。",
        citation="河南省行政执法条例第二十八条；行政处罚法第五十七条",
        remedy="请在法制审核通过后组织集体讨论。",
    )


def simplified_decision_made(case: Case) -> Verdict:
    """The decision on the spot asks limits and rights itself; afterwards its row is the proof."""
    decision = getattr(case, "decision", None)
    if decision is None:
        return Verdict.no("尚未作出当场处罚决定。", "行政处罚法第五十一条")
    return within_simplified_limits(case, decision.fine)
