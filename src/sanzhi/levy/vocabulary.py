"""The levies' own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import ClosureKind
from sanzhi.law.floors import levy as floor
from sanzhi.law.measures import Disposal
from sanzhi.levy import guards
from sanzhi.levy.closing import may_close
from sanzhi.levy.facts import GROUPS
from sanzhi.levy.matters import matters
from sanzhi.levy.models import LevyClosure
from sanzhi.levy.outcome import outcome
from sanzhi.levy.owed import CLOCK
from sanzhi.levy.queries import CATEGORY, FEE, applications
from sanzhi.levy.rules import major_reasons
from sanzhi.levy.terms import clocks

VOCABULARY = Vocabulary(
    category=CATEGORY,
    proposals={FEE: "征收数额核定意见"},
    beside={FEE: "行政征收（收费）"},
    by_motion=(FEE,),
    wordings={
        "levy.to_pay": "还有应缴金额",
        "levy.overdue": "逾期没有缴纳",
        "levy.lowered_since": "送达通知以后决定了减免、缩短占用",
    },
    guards={
        "levy.assessed_now": guards.assessed_now,
        "levy.lowerings_settled": guards.lowerings_settled,
        "levy.collected": guards.collected,
        "levy.lowering_told": guards.lowering_told,
        "levy.nothing_to_give_back": guards.nothing_to_give_back,
    },
    conditions={
        "levy.to_pay": guards.to_pay,
        "levy.overdue": guards.overdue,
        "levy.lowered_since": guards.lowered_since,
    },
    closures={
        "": (LevyClosure.NOT_OWED, ClosureKind.ENDED),
        Disposal.LEVY: (ClosureKind.PERFORMED, ClosureKind.COURT, LevyClosure.GIVEN_UP),
    },
    may_close=may_close,
    major_reasons=major_reasons,
    facts=GROUPS,
    floor=floor.RULES,
    rows=("levy_end",),
    clocks=clocks,
    matters=matters,
    main_clocks=(CLOCK,),
    outcome=outcome,
    sum_of=lambda on: on.decision.weight.levied,
    sum_caption="征收款",
    asked_court_on=lambda on: (row.asked_on for row in applications(on)),
)
