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
STRUCTURE_DESCRIBED = Event("coercion.structure_described", "登记违法建设：{what}")
STOP_LOOKED_AT = Event("coercion.stop_looked_at", "复查停止施工的情况：{outcome}")
GOVERNMENT_REPORTED = Event("coercion.government_reported", "报告人民政府，文号{number}")
GOVERNMENT_ORDERED = Event("coercion.government_ordered", "登记人民政府书面责成，文号{number}")
STRUCTURE_SORTED = Event("coercion.structure_sorted", "认定违法建设：{sort}，{item}")
REMOVAL_PROPOSED = Event("coercion.removal_proposed", "提出限期拆除，期限至{until}")
REMOVAL_DECIDED = Event("coercion.removal_decided", "决定限期拆除", judges="approves")
REMOVED = Event("coercion.removed", "当事人于{day}自行拆除")
DEMOLITION_PROPOSED = Event("coercion.demolition_proposed", "提出强制拆除，计划于{day}实施")
ANNOUNCED = Event("coercion.announced", "强制拆除公告已经张贴，并由{media}发布")
DAY_SET = Event("coercion.day_set", "强制拆除定于{day}实施")
TORN_DOWN = Event("coercion.torn_down", "强制拆除完毕，搬离财物{count}项")
LEFT_CLAIMED = Event("coercion.left_claimed", "当事人领取搬离的财物{count}项，凭证号{voucher}")
LEFT_CALLED = Event("coercion.left_called", "发布招领公告，财物{count}项")
LEFT_DEPOSITED = Event("coercion.left_deposited", "提存无人领取的财物{count}项，凭证号{voucher}")
