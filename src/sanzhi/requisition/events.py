"""What can happen to a requisition."""

from sanzhi.kernel.events import Event

PROPOSED = Event("requisition.proposed", "提出征用{count}项财物")
TAKEN_AT_ONCE = Event("requisition.taken_at_once", "情况紧急，先行征用{count}项财物")
DECIDED = Event("requisition.decided", "作出征用决定", judges="approves")
REFUSED = Event("requisition.refused", "没有批准先行征用：{reason}", judges="approves")
NOT_TAKEN = Event("requisition.not_taken", "不再征用：{reason}", judges="approves")
TAKEN_OVER = Event("requisition.taken_over", "清点接收{count}项财物，估价{worth}元")
USED = Event("requisition.used", "登记征用财物的使用，{count}项")
EXTENDED = Event("requisition.extended", "延长征用期限至{until}", judges="approves")
USE_ENDED = Event("requisition.use_ended", "征用财物停止使用：{ground}")
THING_BACK = Event("requisition.thing_back", "{what}：返还{returned}，消耗{consumed}，灭失{lost}")
DAMAGE_VALUED = Event("requisition.damage_valued", "{what}的毁损、灭失估价{worth}元")
OBJECTED = Event("requisition.objected", "登记权利人的异议")
OBJECTION_ANSWERED = Event("requisition.objection_answered", "答复权利人的异议")
COMPENSATION_ASSESSED = Event("requisition.compensation_assessed", "核算补偿{amount}元")
COMPENSATION_DECIDED = Event("requisition.compensation_decided", "决定补偿{amount}元", judges="approves")
COMPENSATION_PAID = Event("requisition.compensation_paid", "支付补偿{amount}元，凭证号{voucher}")
