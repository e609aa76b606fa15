"""What the cases themselves answer to the names in a procedure: guards in two files, conditions in one."""

from collections.abc import Callable

from sanzhi.cases.guards import before_decision, conditions, course
from sanzhi.cases.models import Case
from sanzhi.kernel.verdict import Verdict

GUARDS: dict[str, Callable[[Case], Verdict]] = {
    "filing_approved": course.filing_approved,
    "evidence_collected": course.evidence_collected,
    "parties_told_rights": course.parties_told_rights,
    "correction_reviewed": course.correction_reviewed,
    "proposal_made": course.proposal_made,
    "notice_served": course.notice_served,
    "plea_period_over": course.plea_period_over,
    "plea_answered": course.plea_answered,
    "hearing_notified_in_time": course.hearing_notified_in_time,
    "hearing_concluded": course.hearing_concluded,
    "deliberation_concluded": before_decision.deliberation_concluded,
    "two_qualified_officers": before_decision.two_qualified_officers,
    "notice_given": before_decision.notice_given,
    "plea_considered": before_decision.plea_considered,
    "hearing_respected": before_decision.hearing_respected,
    "correction_respected": before_decision.correction_respected,
    "within_limitation": before_decision.within_limitation,
    "fine_within_range": before_decision.fine_within_range,
    "not_aggravated_by_plea": before_decision.not_aggravated_by_plea,
    "respondent_punishable": before_decision.respondent_punishable,
    "within_simplified_limits": before_decision.simplified_decision_made,
    "rights_told_on_the_spot": before_decision.simplified_decision_made,
    "decision_served": course.decision_served,
    "fine_settled": course.fine_settled,
}

CONDITIONS: dict[str, Callable[[Case], bool]] = {
    "correct_first": conditions.correct_first,
    "corrected": conditions.corrected,
    "no_penalty_proposed": conditions.no_penalty_proposed,
    "hearing_line": conditions.hearing_line,
    "plea_made": conditions.plea_made,
    "hearing_requested": conditions.hearing_requested,
    "not_major_decision": conditions.not_major_decision,
}
