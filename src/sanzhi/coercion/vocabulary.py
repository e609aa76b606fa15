"""Coercion's own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import ClosureKind
from sanzhi.coercion import guards, terms
from sanzhi.coercion.closing import may_appraise, may_close
from sanzhi.coercion.facts import GROUPS
from sanzhi.coercion.matters import matters
from sanzhi.coercion.models import MeasureClosure
from sanzhi.coercion.queries import CATEGORY, MEASURE
from sanzhi.coercion.rules import major_reasons
from sanzhi.law.floors import coercion as floor
from sanzhi.law.measures import Disposal

VOCABULARY = Vocabulary(
    category=CATEGORY,
    beside={MEASURE: "行政强制措施（查封、扣押）"},
    guards={
        "coercion.measure_authorised": guards.measure_authorised,
        "coercion.regularised": guards.regularised,
        "coercion.carried_out": guards.carried_out,
        "coercion.handed_over_there": guards.handed_over_there,
        "coercion.things_settled": guards.things_settled,
        "coercion.party_told": guards.party_told,
    },
    conditions={
        "coercion.seized_at_once": guards.seized_at_once,
        "coercion.forgone": guards.forgone,
        "coercion.begun": guards.begun,
        "coercion.extended": guards.extended,
        "coercion.lifted": guards.lifted,
        "coercion.handed_to_police": guards.handed_to_police,
    },
    closures={
        "": (MeasureClosure.FORGONE, ClosureKind.ENDED),
        Disposal.SEIZE: tuple(MeasureClosure),
    },
    may_close=may_close,
    major_reasons=major_reasons,
    facts=GROUPS,
    floor=floor.RULES,
    rows=("seizure",),
    clocks=terms.clocks,
    matters=matters,
    may_appraise=may_appraise,
    main_clock=terms.CLOCK,
)
