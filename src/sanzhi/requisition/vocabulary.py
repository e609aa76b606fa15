"""The requisitions' own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.law.floors import requisition as floor
from sanzhi.law.measures import Disposal
from sanzhi.requisition import guards
from sanzhi.requisition.closing import may_close
from sanzhi.requisition.facts import GROUPS
from sanzhi.requisition.matters import matters
from sanzhi.requisition.models import RequisitionClosure
from sanzhi.requisition.outcome import outcome
from sanzhi.requisition.queries import CATEGORY, COMPENSATION, EMERGENCY, compensated_sum
from sanzhi.requisition.rules import major_reasons
from sanzhi.requisition.terms import BACK, clocks

VOCABULARY = Vocabulary(
    category=CATEGORY,
    proposals={EMERGENCY: "征用建议", COMPENSATION: "补偿核算意见"},
    beside={EMERGENCY: "行政征用（应急）", COMPENSATION: "征用补偿"},
    by_motion=(EMERGENCY,),
    guards={
        "requisition.taken_over": guards.taken_over,
        "requisition.receipt_handed": guards.receipt_handed,
        "requisition.extension_told": guards.extension_told,
        "requisition.all_back": guards.all_back,
        "requisition.compensated": guards.compensated,
        "requisition.objections_answered": guards.objections_answered,
        "requisition.assessed_now": guards.assessed_now,
        "requisition.compensation_paid": guards.compensation_paid,
    },
    conditions={
        "requisition.taken_at_once": guards.taken_at_once,
        "requisition.taken": guards.is_taken,
        "requisition.back": guards.is_back,
    },
    wordings={
        "requisition.taken_at_once": "情况紧急，已经当场征用",
        "requisition.taken": "已经征用",
        "requisition.back": "已经返还",
    },
    closures={
        "": (RequisitionClosure.NOT_NEEDED, RequisitionClosure.REFUSED),
        Disposal.REQUISITION: (RequisitionClosure.SETTLED, RequisitionClosure.NOT_TAKEN),
        Disposal.COMPENSATE: (RequisitionClosure.COMPENSATED,),
    },
    # what was taken goes back and is paid for, to the heirs too; what is needed at once is investigated with nothing else
    without=frozenset({"cases.end_investigation", "cases.join_case", "cases.sever_case"}),
    may_be_unidentified=True,
    may_close=may_close,
    major_reasons=major_reasons,
    facts=GROUPS,
    floor=floor.RULES,
    rows=("requisition",),
    clocks=clocks,
    matters=matters,
    main_clocks=(BACK,),
    outcome=outcome,
    sum_of=compensated_sum,
    sum_caption="补偿",
    pays_party=True,
)
