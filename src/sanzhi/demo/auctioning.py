"""Scenes after a penalty that is not paid: the truck that is still kept is auctioned, its price pays the fine, the rest goes back."""

from datetime import timedelta
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.coercion import commands as coercion
from sanzhi.coercion.models import MeasureClosure
from sanzhi.coercion.queries import in_custody, measures_beside
from sanzhi.demo.deeds import Days
from sanzhi.demo.seizing import Seizing
from sanzhi.kernel import clock

APPRAISED: dict[str, Any] = {
    "subject": "轻型自卸货车",
    "question": "车辆是否经过改装，现值多少。",
    "appraiser": "演示市机动车检测有限公司",
}
OFFERED: dict[str, Any] = {
    "auctioneer": "演示市公平拍卖有限公司",
    "reserve": "20000",
    "notice": "公共资源交易平台网站",
}
SOLD: dict[str, Any] = {"price": "26000", "costs": "1300", "buyer": "演示市运输服务有限公司"}


class Auctioning(Seizing):
    """Nobody has contested it in six months, the demand was not answered (行政强制法 §46(3))."""

    def things_leave(self) -> Days:
        if "auction" not in self.plan.aside:
            yield from super().things_leave()
            return
        [kept] = (row for row in measures_beside(self.proceeding) if row.closed_on is None)
        self.lane = kept.pk
        cases.order_appraisal(self._head, cases.OrderAppraisal.model_validate({**self.place, **APPRAISED}))
        self.paper("D21")
        self.serve(self.paper("D22"))
        self.lane = None
        yield 190
        self.serve(self.paper("D51"))
        yield 16
        self.lane = kept.pk
        yield from self._sold()
        self.lane = None

    def _sold(self) -> Days:
        place, number = self.place, f"{clock.today().year}{self.case_id:06d}"
        found = cases.ReceiveAppraisal(**place, result="车辆没有改装，现值二万五千元。")
        cases.receive_appraisal(self.officer, found)
        things = [row.pk for row in in_custody(self.proceeding)]
        why = {"way": "set_off", "reason": "没有申请复议、提起诉讼，经催告仍不缴纳罚款，依法拍卖抵缴。"}
        settle = coercion.SettleThings.model_validate({**place, "things": things, **why})
        coercion.settle_things(self._head, settle)
        days = {"notice_on": clock.today(), "auction_on": clock.today() + timedelta(days=8)}
        offered = {**place, **OFFERED, **days, "things": things, "contract": f"委拍{number}"}
        coercion.entrust_auction(self.officer, coercion.EntrustAuction.model_validate(offered))
        self._stop("auction_announced")
        yield 9
        papers = {"confirmation": f"成交{number}", "receipt_number": f"41{number}88"}
        sold = {**place, **SOLD, **papers, "held_on": clock.today()}
        coercion.record_auction(self.officer, coercion.RecordAuction.model_validate(sold))
        yield 2
        back = {"returned_on": clock.today(), "receiver": self.party.name, "voucher": f"退{number}"}
        coercion.return_rest(self.officer, coercion.ReturnRest.model_validate({**place, **back}))
        self.go()
        kind, reason = MeasureClosure.SETTLED, "车辆已经拍卖抵缴罚款，余款已经退还。"
        cases.close_case(self._leader, cases.CloseCase(**place, kind=kind, reason=reason))
        yield 0
