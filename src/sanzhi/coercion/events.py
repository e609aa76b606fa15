"""What can happen to a seizure."""

from sanzhi.kernel.events import Event

SEIZURE_PROPOSED = Event("coercion.seizure_proposed", "提出{manner}，财物{count}项，期限{days}日")
SEIZURE_DECIDED = Event("coercion.seizure_decided", "批准{manner}", judges="approves")
SEIZED = Event("coercion.seized", "实施{manner}，财物{count}项")
SEIZED_AT_ONCE = Event("coercion.seized_at_once", "情况紧急，当场实施{manner}，财物{count}项")
SEIZURE_REGULARISED = Event(
    "coercion.seizure_regularised", "审批当场实施的查封、扣押：{outcome}", judges="approves"
)
SEIZURE_FORGONE = Event("coercion.seizure_forgone", "没有实施查封、扣押", judges="approves")
SEIZURE_EXTENDED = Event(
    "coercion.seizure_extended", "延长查封、扣押期限{days}日，至{until}", judges="approves"
)
THING_MOVED = Event("coercion.thing_moved", "登记查封、扣押财物的移动、查看，{count}项")
THINGS_SETTLED = Event("coercion.things_settled", "处理查封、扣押的财物{count}项：{way}", judges="approves")
THINGS_GONE = Event("coercion.things_gone", "查封、扣押的财物{count}项离开保管：{way}，凭证号{voucher}")
ENFORCEMENT_PROPOSED = Event("coercion.enforcement_proposed", "提出代履行，费用预算{budget}元")
CLEARED = Event("coercion.cleared", "立即代履行：清除{matter}")
PERFORMED = Event("coercion.performed", "代履行完毕，由{executor}实施")
COSTS_SETTLED = Event("coercion.costs_settled", "结算代履行费用{amount}元")
FULFILLED = Event("coercion.fulfilled", "当事人于{day}自行履行")
HALTED = Event("coercion.halted", "决定{kind}：{ground}", judges="approves")
AGREED = Event("coercion.agreed", "订立执行协议，分{count}阶段履行")
AGREEMENT_BROKEN = Event("coercion.agreement_broken", "认定当事人不履行执行协议", judges="approves")
