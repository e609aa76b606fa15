"""What can happen to a penalty beside what happens to every case."""

from sanzhi.kernel.events import Event

CORRECTION_ORDERED = Event("penalty.correction_ordered", "责令{correct_by_on}前改正")
CORRECTION_REVIEWED = Event("penalty.correction_reviewed", "复查整改情况：{outcome}")
LATE_PENALTY_CHARGED = Event("penalty.late_penalty_charged", "加处罚款{amount}元（逾期{days}日）")
PARTY_EDUCATED = Event("penalty.party_educated", "记录教育：{who}")
REFERRAL_REPORTED = Event("penalty.referral_reported", "报告移送{receiver}")
REFERRAL_ANSWERED = Event("penalty.referral_answered", "审批移送：{outcome}", judges="approves")
CASE_HANDED_OVER = Event("penalty.case_handed_over", "移交{receiver}，回执{receipt}")
POLICE_ANSWERED = Event("penalty.police_answered", "收到{receiver}答复：{outcome}（{number}）")
THINGS_BACK = Event("penalty.things_back", "{receiver}退回随案移交的物品{count}项，凭证号{receipt}")
THINGS_BACK_SETTLED = Event(
    "penalty.things_back_settled", "决定退回的物品{count}项退还当事人，凭证号{receipt}", judges="approves"
)
PRESERVATION_PROPOSED = Event("penalty.preservation_proposed", "提出{kept_as}，物品{count}项")
PRESERVATION_WITHDRAWN = Event("penalty.preservation_withdrawn", "撤回{kept_as}的意见：{reason}")
EVIDENCE_PRESERVED = Event("penalty.evidence_preserved", "实施{kept_as}，物品{count}项")
PRESERVATION_SETTLED = Event("penalty.preservation_settled", "处理{kept_as}的物品：{way}", judges="approves")
LATE_PENALTY_RECOUNTED = Event(
    "penalty.late_penalty_recounted", "加处罚款由{before}元重新计算为{amount}元（逾期{days}日）：{reason}"
)
CONFISCATION_CARRIED_OUT = Event("penalty.confiscation_carried_out", "执行{what}，票据号{voucher}")
CONFISCATED_RETURNED = Event("penalty.confiscated_returned", "返还{what}（{returned_as}），凭证号{receipt}")
CASH_TRANSFERRED = Event("penalty.cash_transferred", "当场收缴的罚款{target}，凭证号{voucher}")
PAYMENT_REFUNDED = Event("penalty.payment_refunded", "退还当事人{amount}元，凭证号{voucher}")
DEFERRAL_ASKED = Event("penalty.deferral_asked", "当事人申请暂缓或者分期缴纳罚款至{until}")
DEFERRAL_GRANTED = Event("penalty.deferral_granted", "批准暂缓或者分期缴纳罚款至{until}", judges="approves")
DEFERRAL_DENIED = Event("penalty.deferral_denied", "不批准暂缓或者分期缴纳罚款：{opinion}", judges="approves")
COURT_ASKED = Event("penalty.court_asked", "申请人民法院强制执行{amount}元")
COURT_ANSWERED = Event("penalty.court_answered", "收到人民法院答复：{answer}")
SAME_ACT_WEIGHED = Event("penalty.same_act_weighed", "与{decision}比较，认定{outcome}")
ENFORCEMENT_ENDED = Event("penalty.enforcement_ended", "终结执行：{ground}", judges="approves")
