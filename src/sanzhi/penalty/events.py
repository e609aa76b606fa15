"""What can happen to a penalty beside what happens to every case."""

from sanzhi.kernel.events import Event

CORRECTION_ORDERED = Event("penalty.correction_ordered", "责令{correct_by_on}前改正")
CORRECTION_REVIEWED = Event("penalty.correction_reviewed", "复查整改情况：{outcome}")
LATE_PENALTY_CHARGED = Event("penalty.late_penalty_charged", "加处罚款{amount}元（逾期{days}日）")
LATE_PENALTY_RECOUNTED = Event(
    "penalty.late_penalty_recounted", "加处罚款由{before}元重新计算为{amount}元（逾期{days}日）：{reason}"
)
PARTY_EDUCATED = Event("penalty.party_educated", "对当事人进行教育")
CASH_TRANSFERRED = Event("penalty.cash_transferred", "当场收缴的罚款{target}，凭证号{voucher}")
PAYMENT_REFUNDED = Event("penalty.payment_refunded", "退还当事人{amount}元，凭证号{voucher}")
DEFERRAL_ASKED = Event("penalty.deferral_asked", "当事人申请暂缓或者分期缴纳罚款至{until}")
DEFERRAL_GRANTED = Event("penalty.deferral_granted", "批准暂缓或者分期缴纳罚款至{until}")
DEFERRAL_DENIED = Event("penalty.deferral_denied", "不批准暂缓或者分期缴纳罚款：{opinion}")
REMEDY_RECORDED = Event("penalty.remedy_recorded", "{way}于{accepted_on}受理，{number}")
REMEDY_ENDED = Event("penalty.remedy_ended", "{way}于{ended_on}审结：{outcome}")
COURT_ASKED = Event("penalty.court_asked", "申请人民法院强制执行{amount}元")
