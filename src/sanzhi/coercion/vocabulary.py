"""Coercion's own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import ClosureKind
from sanzhi.coercion import demanding, enforcement_facts, guards, halting
from sanzhi.coercion import enforcement_guards as execution
from sanzhi.coercion.clocks import clocks
from sanzhi.coercion.closing import may_appraise, may_close
from sanzhi.coercion.facts import GROUPS
from sanzhi.coercion.matters import matters
from sanzhi.coercion.models import EnforcementClosure, MeasureClosure
from sanzhi.coercion.outcome import outcome
from sanzhi.coercion.queries import CATEGORY, CLEARING, ENFORCEMENT, MEASURE
from sanzhi.coercion.rules import major_reasons
from sanzhi.law.floors import coercion as floor
from sanzhi.law.measures import Disposal

VOCABULARY = Vocabulary(
    category=CATEGORY,
    app="coercion",
    beside={
        MEASURE: "行政强制措施（查封、扣押）",
        ENFORCEMENT: "行政强制执行（代履行）",
        CLEARING: "立即代履行",
    },
    notices=(demanding.DEMAND,),
    guards={
        "coercion.measure_authorised": guards.measure_authorised,
        "coercion.regularised": guards.regularised,
        "coercion.carried_out": guards.carried_out,
        "coercion.handed_over_there": guards.handed_over_there,
        "coercion.things_settled": guards.things_settled,
        "coercion.party_told": guards.party_told,
        "coercion.goes_on": halting.goes_on,
        "coercion.demanded": demanding.demanded,
        "coercion.demand_over": demanding.demand_over,
        "coercion.plea_respected": demanding.plea_respected,
        "coercion.demanded_again": demanding.demanded_again,
        "coercion.executed": execution.executed,
        "coercion.costs_settled": execution.costs_settled,
        "coercion.halt_told": execution.halt_told,
    },
    conditions={
        "coercion.seized_at_once": guards.seized_at_once,
        "coercion.forgone": guards.forgone,
        "coercion.begun": guards.begun,
        "coercion.extended": guards.extended,
        "coercion.lifted": guards.lifted,
        "coercion.handed_to_police": guards.handed_to_police,
        "coercion.fulfilled": execution.fulfilled,
        "coercion.performed": execution.performed,
        "coercion.halted": execution.halted,
        "coercion.agreed": execution.agreed,
        "coercion.costs_known": execution.costs_known,
    },
    wordings={
        "coercion.seized_at_once": "情况紧急，已经当场查封、扣押",
        "coercion.forgone": "决定不再实施",
        "coercion.begun": "已经到场实施",
        "coercion.extended": "期限已经延长",
        "coercion.lifted": "财物已经退还",
        "coercion.handed_to_police": "财物移送公安机关",
        "coercion.fulfilled": "当事人已经履行",
        "coercion.performed": "代履行已经完成",
        "coercion.halted": "执行中止、终结",
        "coercion.agreed": "订立了执行协议",
        "coercion.costs_known": "费用已经结算",
    },
    closures={
        "": (
            MeasureClosure.FORGONE,
            EnforcementClosure.FULFILLED,
            EnforcementClosure.TERMINATED,
            EnforcementClosure.WITHDRAWN,
            ClosureKind.ENDED,
        ),
        Disposal.SEIZE: tuple(MeasureClosure),
        Disposal.PROXY: tuple(EnforcementClosure),
        Disposal.CLEAR: (EnforcementClosure.EXECUTED, EnforcementClosure.UNPAID),
    },
    may_close=may_close,
    major_reasons=major_reasons,
    facts=(*GROUPS, *enforcement_facts.GROUPS),
    floor=floor.RULES,
    rows=("seizure", "enforcement", "clearing"),
    clocks=clocks,
    matters=matters,
    outcome=outcome,
    may_appraise=may_appraise,
    main_clocks=("urgent_report", "seizure", "demand", "suspension"),
)
