"""Scenes of a seizure beside the penalty: reported, reviewed, decided, carried out, extended, given back."""

from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.coercion import commands as coercion
from sanzhi.coercion.models import MeasureClosure
from sanzhi.coercion.queries import measures_beside, unsettled
from sanzhi.demo.deeds import Days
from sanzhi.demo.weighing import Weighing

# by 大气污染防治法 §30, by 生态环境法典 §52 from the day on which it is in force
BEFORE, POWER = "QZ01", "QZ01-F"
THING = ("轻型自卸货车", "豫D·00000挂", "1辆")
PROPOSED: dict[str, Any] = {
    "manner": "detain",
    "reason": "当事人运输物料未采取防遗撒措施，沿途遗撒污染路面，运输工具可能被转移、隐匿，影响查清事实。",
    "things": "；".join((*THING, "违法运输所用的车辆")),
    "place": "舞钢市演示停车场3号车位",
    "custodian": "舞钢市城市管理局",
    "no_necessities": True,
    "not_held": True,
}
TAKEN = "；".join((*THING, "车况完好，左后灯罩有裂纹，里程表读数68412公里"))
AT_ONCE: dict[str, Any] = {
    **PROPOSED,
    "urgency": "夜间查获正在遗撒的车辆，驾驶人准备驶离，来不及事先报批。",
    "present": "party",
    "present_name": "牛伟（驾驶人）",
    "identity_shown": True,
    "rights_told": True,
    "taken": TAKEN,
}
PLEA = "车辆是租来的，希望早日发还。"
ANSWER = "经复核，车辆用于违法运输，属于涉案财物；查清事实以后依法处理。"
LONGER = "运输路线和遗撒范围需要调取沿线监控逐段核对，情况复杂。"
COURSE = "宣读决定，清点车辆和随车物品，拍照录像，贴封条，由清障车拖至停车场，当场交付决定书和清单。"


class Seizing(Weighing):
    """The story goes on without them; while they are told, `lane` is the seizure's own proceeding."""

    def seizure(self) -> Days:
        """In the investigation: the truck is reported, decided on and taken into custody."""
        self.begin_seizure()
        self._stop("seizure")
        self._propose_seizure()
        self.go()
        yield from self.review()
        yield from self.deliberation()
        self._stop("seizure_decision")
        self.paper("D52")
        self._stop("seizure_approved")
        coercion.decide_seizure(self._head, coercion.DecideSeizure(**self.place))
        self.go()
        yield 0
        self._stop("seizure_decided")
        self._carry_out()
        yield 0
        self.go()
        self._stop("seizure_kept")
        self.lane = None

    def begin_seizure(self) -> None:
        power = POWER if self.plan.cause.endswith("-F") else BEFORE
        begun = coercion.begin_seizure(self.officer, coercion.BeginSeizure(**self.place, power=power))
        self.lane = begun.pk

    def _propose_seizure(self) -> None:
        coercion.propose_seizure(self.officer, coercion.ProposeSeizure(**self.place, **PROPOSED))

    def _carry_out(self) -> None:
        self._film("seizure")
        scene = coercion.CarryOutSeizure(**self.place, **self._scene(), taken=TAKEN)
        coercion.carry_out_seizure(self.officer, scene)
        self._stop("seizure_carried_out")
        self.serve(self.paper("D20"))
        decision = self.proceeding.decision.document_id
        assert decision is not None  # the decision has made its paper
        self.serve_paper(decision)
        self.paper("D54", {"course": COURSE})

    def _scene(self) -> dict[str, Any]:
        party = self.party
        said = {"plea": PLEA, "plea_answer": ANSWER, "identity_shown": True, "rights_told": True}
        return {**said, "present": "party", "present_name": party.representative or party.name}

    def extension(self) -> Days:
        """The matter is complicated: thirty days more, told in writing."""
        more = coercion.ProposeExtension(**self.place, days=30, reason=LONGER)
        coercion.propose_extension(self.officer, more)
        self._stop("seizure_extension")
        yield from self._reviewed_again()
        coercion.extend_seizure(self._head, coercion.ExtendSeizure(**self.place))
        self.serve(self.paper("D55"))

    def _reviewed_again(self) -> Days:
        self.submit_to_review()
        yield 1
        self.give_opinion()
        yield 1
        self.deliberate()

    def things_leave(self) -> Days:
        """After the decision nothing speaks for keeping the truck: it is given back, and the seizure ends."""
        for lane in measures_beside(self.proceeding):
            if lane.closed_on is None:
                self.lane = lane.pk
                yield from self._given_back()
        self.lane = None

    def _given_back(self) -> Days:
        if "extension" in self.plan.aside:
            yield from self.extension()
        things = [row.pk for row in unsettled(self.proceeding)]
        reason = "已经作出处罚决定，没有没收车辆，不再需要扣押。"
        settle = {"things": things, "way": "returned", "lifted_for": "decided", "reason": reason}
        coercion.settle_things(self._head, coercion.SettleThings.model_validate({**self.place, **settle}))
        self._stop("seizure_lifted")
        receiver = self.party.representative or self.party.name
        back: dict[str, Any] = {
            "things": things,
            "received_by": receiver,
            "voucher": f"发还{self.case_id:04d}",
        }
        order = coercion.LetThingsGo(**self.place, **back, condition="与清单所写一致")
        coercion.let_things_go(self.officer, order)
        self.serve(self.paper("D56"))
        self.go()
        self._stop("seizure_closure")
        kind, reason = MeasureClosure.SETTLED, "车辆已经解除扣押并当场发还。"
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=kind, reason=reason))
        yield 0
