"""The penalty's own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import ClosureKind
from sanzhi.law.floors import penalty as floor
from sanzhi.law.measures import Disposal
from sanzhi.penalty import preservations, things_back
from sanzhi.penalty.changing import may_overturn
from sanzhi.penalty.clocks import clocks
from sanzhi.penalty.closing import may_close
from sanzhi.penalty.commands.recount_late_penalty import recount
from sanzhi.penalty.facts import GROUPS
from sanzhi.penalty.guards import before_decision, conditions, course
from sanzhi.penalty.matters import matters
from sanzhi.penalty.models import SparedClosure
from sanzhi.penalty.outcome import outcome
from sanzhi.penalty.queries import court_applications, found
from sanzhi.penalty.rules import major_reasons

VOCABULARY = Vocabulary(
    category="行政处罚",
    procedures={
        "penalty/ordinary": "普通程序",
        "penalty/simplified": "简易程序（当场处罚）",
    },
    guards={
        "penalty.correction_reviewed": course.correction_reviewed,
        "penalty.preservation_settled": preservations.preservation_settled,
        "penalty.referral_settled": things_back.is_all_here,
        "penalty.educated": course.educated,
        "penalty.notice_given": course.notice_given,
        "penalty.plea_period_over": course.plea_period_over,
        "penalty.fine_settled": course.fine_settled,
        "penalty.nothing_to_give_back": course.nothing_to_give_back,
        "penalty.plea_considered": before_decision.plea_considered,
        "penalty.hearing_respected": before_decision.hearing_respected,
        "penalty.correction_respected": before_decision.correction_respected,
        "penalty.within_limitation": before_decision.within_limitation,
        "penalty.fine_within_range": before_decision.fine_within_range,
        "penalty.gains_shared": before_decision.gains_shared,
        "penalty.not_aggravated_by_plea": before_decision.not_aggravated_by_plea,
        "penalty.respondent_punishable": before_decision.respondent_punishable,
        "penalty.within_simplified_limits": before_decision.simplified_decision_made,
        "penalty.rights_told_on_the_spot": before_decision.simplified_decision_made,
    },
    conditions={
        "penalty.correct_first": conditions.correct_first,
        "penalty.ordered": conditions.ordered,
        "penalty.spared": conditions.spared,
        "penalty.hearing_line": conditions.hearing_line,
        "penalty.fined": conditions.fined,
        "penalty.plea_notice_owed": conditions.plea_notice_owed,
        "penalty.hearing_notice_owed": conditions.hearing_notice_owed,
    },
    wordings={
        "penalty.correct_first": "须先或者已经责令改正",
        "penalty.ordered": "已经责令改正",
        "penalty.spared": "依法不予处罚",
        "penalty.hearing_line": "达到听证标准",
        "penalty.fined": "有罚款的",
        "penalty.plea_notice_owed": "拟处理意见尚未告知",
        "penalty.hearing_notice_owed": "听证权利尚未告知",
    },
    closures={
        Disposal.PUNISH: (ClosureKind.PERFORMED, ClosureKind.COURT, ClosureKind.ENDED),
        Disposal.SPARE: tuple(SparedClosure),
    },
    may_close=may_close,
    may_overturn=may_overturn,
    major_reasons=major_reasons,
    facts=GROUPS,
    floor=floor.RULES,
    clocks=clocks,
    recounts=recount,
    found=found,
    sum_of=lambda on: on.decision.weight.fine,
    sum_caption="罚款",
    asked_court_on=lambda on: (row.asked_on for row in court_applications(on)),
    matters=matters,
    outcome=outcome,
)
