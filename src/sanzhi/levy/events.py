"""What can happen to a levy."""

from sanzhi.kernel.events import Event

ASSESSED = Event("levy.assessed", "核定“{item}”应缴{amount}元")
DECIDED = Event("levy.decided", "作出征收决定，应缴{amount}元", judges="approves")
LOWERING_ASKED = Event("levy.lowering_asked", "登记{kind}，减少以后应缴{amount}元")
LOWERING_DECIDED = Event("levy.lowering_decided", "审批{kind}：{outcome}", judges="approves")
REFUND_DECIDED = Event("levy.refund_decided", "决定退还{amount}元", judges="approves")
REFUNDED = Event("levy.refunded", "退还{amount}元，凭证号{voucher}")
SUCCEEDED = Event("levy.succeeded", "登记义务承受人：{name}（{how}）")
ENDED = Event("levy.ended", "终止征收：{ground}", judges="approves")
COURT_ASKED = Event("levy.court_asked", "申请人民法院强制执行{amount}元")
COURT_ANSWERED = Event("levy.court_answered", "登记人民法院的答复：{says}")
