"""Guards that stand before the decision itself; each asks the facts again, whatever step was completed earlier."""

from sanzhi.cases import board, queries
from sanzhi.cases.models import PartyKind, Proceeding, Proposal
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import penalties
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal, Measure, measures_in
from sanzhi.penalty.capacity import capacity_is_weighed
from sanzhi.penalty.commanded import is_nothing_left_out
from sanzhi.penalty.competing import obedience_is_weighed, refusal_is_weighed
from sanzhi.penalty.discretion import tier_fits
from sanzhi.penalty.gains import shares_are_known
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.guards import course
from sanzhi.penalty.in_hand import is_in_no_other_case
from sanzhi.penalty.once import is_not_punished_twice
from sanzhi.penalty.queries import correction_of, refusals
from sanzhi.penalty.rules import (
    fine_fits,
    gains_found,
    gains_taken,
    is_not_aggravated,
    is_on_the_spot,
    law_of_today,
    lighter_fits,
    limitation_of,
    measures_fit,
    minor_is_mitigated,
    responsibility_of,
    within_simplified_limits,
)
from sanzhi.penalty.untaken import is_taken_from_one, nothing_is_there, stays_taken


def plea_considered(proceeding: Proceeding) -> Verdict:
    return (
        course.period_has_ended(proceeding)
        & board.guard("cases.plea_answered", proceeding)
        & course.accepted_is_followed(proceeding)
    )


def hearing_respected(proceeding: Proceeding) -> Verdict:
    """A hearing that was asked for must have been held, and filmed; the line itself is told in the notice (§47, §63)."""
    hearing = queries.hearing_of(proceeding)
    if hearing is None or hearing.is_withdrawn:
        return Verdict.yes()
    filmed = board.moments_covered(proceeding, ["hearing"], on=hearing.notified_on or hearing.requested_on)
    return (
        filmed
        & board.guard("cases.hearing_notified_in_time", proceeding)
        & board.guard("cases.hearing_concluded", proceeding)
    )


def correction_respected(proceeding: Proceeding) -> Verdict:
    """Where the article says 拒不改正 / 逾期不改正, only the uncorrected may be punished (G-08)."""
    power = queries.power_of(proceeding)
    if not power.correct_first and not _rests_on_refusal(proceeding):
        return Verdict.yes()
    order, refused = correction_of(proceeding), refusals(proceeding)
    first = refused[0] if refused else order  # 逾期不改正 is complete with the first refusal
    found_on = proceeding.corrected_on
    return (
        course.correction_reviewed(proceeding)
        & Verdict.when(
            refused or not (order and order.is_corrected),
            "当事人已按期改正，不得处罚。",
            citation=power.penalty_basis,
        )
        & Verdict.when(
            not (first and found_on) or found_on > first.correct_by_on,
            f"查明的事实写明当事人已于{chinese_date(found_on) if found_on else ''}改正，没有超过责令改正的期限，不得以逾期不改正处罚。",
            citation=power.penalty_basis,
            remedy="查明的改正日期有误的，请重新认定事实；确已按期改正的，请登记复查并不予处罚。",
        )
    )


def _rests_on_refusal(proceeding: Proceeding) -> bool:
    """Whether what is proposed is provided only against who was ordered to correct and refused."""
    now = queries.current_proposal(proceeding)
    measures = now.weight.measures if now else frozenset()
    words = queries.power_of(proceeding).other_measures
    tied = measures_in(words) - measures_in(words, refused=False) - {Measure.CONFISCATION_OF_GAINS}
    return bool(measures & tied)


def within_limitation(proceeding: Proceeding) -> Verdict:
    """Two years, or five, from the end of the act to the day on which the lead was registered (行政处罚法 §36).

    That day is the system's own: a day of discovery that somebody typed proves nothing.
    """
    years, last = limitation_of(proceeding)
    return Verdict.when(
        proceeding.case.registered_on <= last,
        f"违法行为发现（登记线索）时已超过{years}年追责时效（{chinese_date(last)}届满）。",
        citation="行政处罚法第三十六条",
        remedy="涉及生命健康安全、金融安全且有危害后果的，请查明事实写明后果；否则不再处罚。",
    )


def fine_within_range(proceeding: Proceeding) -> Verdict:
    proposal = queries.current_proposal(proceeding)
    if proposal is None and is_on_the_spot(proceeding):  # there is no proposal of its own
        return Verdict.no("尚未作出当场处罚决定。", "行政处罚法第五十一条", remedy="请先作出当场处罚决定。")
    if proposal is None:
        return board.guard("cases.proposal_made", proceeding)
    weight, grounds = proposal.weight, Grounds.of(proposal)
    fine, counted = weight.fine or None, grounds.quantities
    verdict = fine_fits(proceeding, fine, quantities=counted, mitigation=grounds.mitigation) & measures_fit(
        proceeding, weight.measures, warns=weight.warns
    )
    if proposal.disposal == Disposal.SPARE:
        return verdict
    return (
        verdict
        & law_of_today(proceeding)
        & is_nothing_left_out(proceeding, (row.measure for row in proposal.measures), grounds=grounds)
        & nothing_is_there(proceeding, grounds=grounds, imposed=weight.measures)
        & is_taken_from_one(proceeding, proposal.measures)
        & stays_taken(proceeding, weight.things)
        & refusal_is_weighed(proceeding)
        & obedience_is_weighed(proceeding)
        & is_not_punished_twice(proceeding, fines=bool(fine))
        & is_in_no_other_case(proceeding)
        & minor_is_mitigated(proceeding, grounds=grounds, reason=proposal.reason)
        & capacity_is_weighed(proceeding, grounds=grounds)
        & lighter_fits(proceeding, fine, grounds=grounds)
        & _tier_is_that_of_the_fine(proceeding, proposal)
        & gains_found(proceeding)
        & gains_taken(proceeding, weight.measures, amount=weight.gains)
    )


def gains_shared(proceeding: Proceeding) -> Verdict:
    now = queries.current_proposal(proceeding)
    return shares_are_known(proceeding, now.weight.gains) if now else Verdict.yes()


def _tier_is_that_of_the_fine(proceeding: Proceeding, proposal: Proposal) -> Verdict:
    grounds = Grounds.of(proposal)
    return tier_fits(
        proceeding,
        proposal.weight.fine or None,
        named=grounds.tier,
        departure=grounds.departure,
        mitigation=grounds.mitigation,
    )


def not_aggravated_by_plea(proceeding: Proceeding) -> Verdict:
    now = queries.current_proposal(proceeding)
    return is_not_aggravated(proceeding, now.weight, reason=now.reason) if now else Verdict.yes()


def respondent_punishable(proceeding: Proceeding) -> Verdict:
    party = proceeding.respondent
    if party is None:
        return Verdict.no("尚未登记当事人。", "行政处罚法第五十九条", remedy="请先登记当事人。")
    if party.kind == PartyKind.ORGANISATION:
        return Verdict.yes()
    if party.born_on is None:
        return Verdict.no(
            "当事人的出生日期没有查明，不能处罚。", "行政处罚法第三十条、第四十条", remedy="请查明后登记。"
        )
    return Verdict.when(
        responsibility_of(proceeding) != penalties.Responsibility.NONE,
        "当事人违法时不满十四周岁，不予行政处罚。",
        citation="行政处罚法第三十条",
        remedy="请责令监护人加以管教。",
    )


def simplified_decision_made(proceeding: Proceeding) -> Verdict:
    """The decision on the spot asks limits and rights itself; afterwards its row is the proof."""
    decision = getattr(proceeding, "decision", None)
    if decision is None:
        return Verdict.no("尚未作出当场处罚决定。", "行政处罚法第五十一条")
    return within_simplified_limits(proceeding, decision.weight.fine)
