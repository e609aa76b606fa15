"""Coercion's own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import ClosureKind
from sanzhi.coercion import (
    building_facts,
    clearing,
    costs_at_court,
    demanding,
    enforcement_facts,
    guards,
    halting,
)
from sanzhi.coercion import building_guards as order
from sanzhi.coercion import enforcement_guards as execution
from sanzhi.coercion import tearing_guards as tearing
from sanzhi.coercion.building import NOTICE
from sanzhi.coercion.clocks import clocks
from sanzhi.coercion.closing import may_appraise, may_close
from sanzhi.coercion.facts import GROUPS
from sanzhi.coercion.matters import matters
from sanzhi.coercion.models import EnforcementClosure, MeasureClosure, OrderClosure
from sanzhi.coercion.outcome import outcome
from sanzhi.coercion.queries import CATEGORY, CLEARING, DEMOLITION, ENFORCEMENT, MEASURE, ORDER
from sanzhi.coercion.rules import major_reasons
from sanzhi.kernel.db import rows_of
from sanzhi.law.floors import coercion as floor
from sanzhi.law.floors import demolition as demolition_floor
from sanzhi.law.measures import Disposal

# how an execution ends before it is decided, and after
UNDECIDED = (
    EnforcementClosure.FULFILLED,
    EnforcementClosure.TERMINATED,
    EnforcementClosure.WITHDRAWN,
    ClosureKind.ENDED,
)
EXECUTING = (
    EnforcementClosure.FULFILLED,
    EnforcementClosure.EXECUTED,
    EnforcementClosure.TERMINATED,
)

VOCABULARY = Vocabulary(
    category=CATEGORY,
    proposals={
        MEASURE: "查封、扣押意见",
        ENFORCEMENT: "代履行意见",
        CLEARING: "立即代履行意见",
        DEMOLITION: "强制拆除意见",
        ORDER: "限期拆除意见",
    },
    procedures={ORDER: "违法建设（责令停止、限期拆除）"},
    lead_needs="限期拆除",
    beside={
        MEASURE: "行政强制措施（查封、扣押）",
        ENFORCEMENT: "行政强制执行（代履行）",
        CLEARING: "立即代履行",
        DEMOLITION: "行政强制执行（强制拆除）",
    },
    notices=(demanding.DEMAND, NOTICE),
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
        "coercion.party_notified": clearing.party_notified,
        "coercion.halt_told": execution.halt_told,
        "coercion.structure_described": order.structure_described,
        "coercion.stop_told": order.stop_told,
        "coercion.stop_looked_at": order.stop_looked_at,
        "coercion.structure_sorted": order.structure_sorted,
        "coercion.removal_authorised": order.removal_authorised,
        "coercion.removal_told": order.removal_told,
        "coercion.removal_heard": order.removal_heard,
        "coercion.structure_gone": order.structure_gone,
        "coercion.order_final": tearing.order_final,
        "coercion.announced": tearing.announced,
        "coercion.government_ordered": tearing.government_ordered,
        "coercion.summoned": tearing.summoned,
        "coercion.torn_down": tearing.torn_down,
        "coercion.list_given": tearing.list_given,
        "coercion.goods_settled": tearing.goods_settled,
    },
    conditions={
        "coercion.seized_at_once": guards.seized_at_once,
        "coercion.forgone": guards.forgone,
        "coercion.begun": guards.begun,
        "coercion.extended": guards.extended,
        "coercion.lifted": guards.lifted,
        "coercion.disposed": guards.disposed,
        "coercion.handed_to_police": guards.handed_to_police,
        "coercion.performed": execution.performed,
        "coercion.halted": execution.halted,
        "coercion.agreed": execution.agreed,
        "coercion.costs_known": execution.costs_known,
        "coercion.party_known": clearing.party_known,
        "coercion.costs_overdue": costs_at_court.is_overdue,
        "coercion.has_goods": tearing.has_goods,
        "coercion.goods_called": tearing.called_for,
    },
    wordings={
        "coercion.seized_at_once": "情况紧急，已经当场查封、扣押",
        "coercion.forgone": "决定不再实施",
        "coercion.has_goods": "有需要清点的财物",
        "coercion.costs_overdue": "代履行费用逾期没有缴纳",
        "coercion.begun": "已经到场实施",
        "coercion.extended": "期限已经延长",
        "coercion.lifted": "财物已经退还",
        "coercion.disposed": "财物变卖、销毁",
        "coercion.handed_to_police": "财物移送公安机关",
        "coercion.performed": "代履行已经完成",
        "coercion.halted": "执行中止、终结",
        "coercion.agreed": "订立了执行协议",
        "coercion.costs_known": "费用已经结算",
        "coercion.party_known": "当事人已经查明",
        "coercion.goods_called": "搬离的财物逾期没有领取",
    },
    closures={
        MEASURE: (MeasureClosure.FORGONE, ClosureKind.ENDED),
        ENFORCEMENT: UNDECIDED,
        DEMOLITION: UNDECIDED,
        CLEARING: (EnforcementClosure.BORNE, ClosureKind.ENDED),
        ORDER: (*OrderClosure, ClosureKind.ENDED),
        Disposal.SEIZE: tuple(MeasureClosure),
        Disposal.DEMOLISH: (OrderClosure.SELF_REMOVED, OrderClosure.REMOVED, OrderClosure.LAPSED),
        Disposal.ENFORCE: EXECUTING,
        Disposal.PROXY: (*EXECUTING, EnforcementClosure.UNPAID),
        Disposal.CLEAR: (
            EnforcementClosure.EXECUTED,
            EnforcementClosure.UNPAID,
            EnforcementClosure.TERMINATED,
        ),
    },
    may_close=may_close,
    asked_court_on=lambda on: (row.asked_on for row in rows_of(on.costs_at_court)),
    major_reasons=major_reasons,
    facts=(*GROUPS, *enforcement_facts.GROUPS, *building_facts.GROUPS),
    floor=(*floor.RULES, *demolition_floor.RULES),
    rows=("seizure", "enforcement", "clearing", "structure", "entrusting", "demolition"),
    clocks=clocks,
    matters=matters,
    outcome=outcome,
    may_appraise=may_appraise,
    main_clocks=(
        "urgent_report",
        "seizure",
        "building_stop_notice",
        "building_report",
        "building_entrusting",
        "demolition_report",
        "demolition",
        "goods_collection",
        "goods_collection_called",
        "demand",
        "proxy_costs",
        "court_application",
        "suspension",
    ),
)
