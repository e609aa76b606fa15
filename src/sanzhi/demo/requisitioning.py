"""Floods: machines and sandbags are requisitioned, used, given back, one damaged, and compensated."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases.models import CaseSource, EvidenceKind
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Days, Deeds, Stopped
from sanzhi.demo.weighing import Weighing
from sanzhi.kernel import clock
from sanzhi.requisition import commands as requisition
from sanzhi.requisition.models import RequisitionClosure
from sanzhi.requisition.queries import EMERGENCY, left_to_pay, things_of, unsettled

SCENES = [
    "need",
    "review",
    "deliberation",
    "decision",
    "handover",
    "use",
    "giving_back",
    "compensation",
    "ending",
]
THINGS = (
    "履带式挖掘机；20吨；1台；完好，估价450000元，每日1200元",
    "柴油抽水泵；6寸；2台；完好，每台估价8000元，每台每日75元",
    "编织沙袋；60×90厘米；500条；全新，共估价1000元",
)
PLEA = "机器正在工地使用，希望尽快归还。"
ANSWER = "经审查，防汛抢险急需，已安排使用结束后立即归还并补偿停工期间的使用费。"


@dataclass
class NeedPlan:
    """What is taken in which emergency, and how it comes back; `stop` is the step not to pass."""

    party: dict[str, Any]
    place: str
    power: str = "ZY01"
    things: tuple[str, ...] = THINGS
    summary: str = "连续强降雨致城区内涝，急需挖掘机、抽水泵和沙袋排水抢险。"
    officers: tuple[str, str] = ("zhifa1", "zhifa2")
    leader: str = "duizhang1"
    head: str = "juzhang"
    source: CaseSource = CaseSource.OWN_MOTION
    public_interest: bool = False
    at_once: bool = False
    refuses: bool = False
    extends: bool = False
    damages: bool = True
    plea: str = ""  # to the compensation
    stop: str = ""
    cause: str = "ZY01"
    aside: tuple[str, ...] = ()
    record: Callable[[Deeds, str], None] | None = field(default=None)


class RequisitionStory(Weighing):
    """One requisition on its way; `lane` is its compensation while that is told."""

    plan: Any

    def __init__(self, bureau: Bureau, plan: NeedPlan) -> None:
        super().__init__(bureau, plan)  # type: ignore[arg-type]

    def scenes(self) -> Days:
        try:
            yield from self.told(SCENES)
        except Stopped:
            return

    def begin(self) -> None:
        plan = self.plan
        order = cases.BeginOwnMotion(
            procedure=EMERGENCY, power=plan.power, on=clock.today(), place=plan.place, summary=plan.summary
        )
        proceeding = cases.begin_own_motion(self.officer, order)
        self.case_id, self.lane = proceeding.case_id, proceeding.pk
        cases.register_party(self.officer, cases.RegisterParty(**self.place, **plan.party))
        ids = [self.bureau.officers[name].pk for name in plan.officers]
        cases.assign_officers(self._leader, cases.AssignOfficers(**self.place, officers=ids))
        declared = cases.AddEvidence(
            **self.place,
            kind=EvidenceKind.DOCUMENT,
            name="启动应急响应的决定",
            proves="突发事件的级别和应急处置的需要",
        )
        cases.add_evidence(self.officer, declared)

    def said(self, **changes: Any) -> dict[str, Any]:
        """What is proposed."""
        today = clock.today()
        usual: dict[str, Any] = {
            "emergency": "城区强降雨内涝灾害",
            "declared_by": "舞钢市防汛抗旱指挥部",
            "declared_number": f"舞防指〔{today.year}〕12号",
            "declared_on": today,
            "level": "2",
            "reason": self.plan.summary,
            "things": "\n".join(self.plan.things),
            "place": "舞钢市垭口街道低洼路段",
            "user": "舞钢市城市排水应急抢险队",
            "until_on": today + timedelta(days=10),
            "rights_told": True,
            "plea": PLEA,
            "plea_answer": ANSWER,
            "plea_accepted": True,
            "public_interest": self.plan.public_interest,
        }
        return {**usual, **changes}

    def scene(self, **changes: Any) -> dict[str, Any]:
        """Where things are taken over."""
        party = self.party
        usual = {
            "taken": "\n".join(self.plan.things),
            "present_name": party.representative or party.name,
            "identity_shown": True,
        }
        return {**usual, **changes}

    def need(self) -> Days:
        self.begin()
        self._stop("need")
        if self.plan.at_once:
            urgent = {"urgency": "积水迅速上涨，人员被困，来不及事先作出书面决定。", "approved_by": "局长"}
            order = {**self.place, **self.said(), **self.scene(), **urgent}
            requisition.requisition_at_once(self.officer, requisition.RequisitionAtOnce.model_validate(order))
        else:
            order = {**self.place, **self.said()}
            requisition.propose_requisition(
                self.officer, requisition.ProposeRequisition.model_validate(order)
            )
        self._stop("proposed")
        self.go()
        yield 0

    def decision(self) -> Days:
        self._stop("decision")
        if self.plan.refuses:
            said: dict[str, Any] = {"reason": "现场已有足够设备，不需要征用。"}
            requisition.refuse_requisition(self._head, requisition.RefuseRequisition(**self.place, **said))
            self.serve(self.paper("D96"))
            yield from self._give_all_back()
            yield from self.compensation()
            self._end(RequisitionClosure.REFUSED, "没有批准，财物已经返还、补偿。")
            raise Stopped
        requisition.decide_requisition(self._head, requisition.DecideRequisition(**self.place))
        self.go()
        yield 0

    def handover(self) -> Days:
        self._stop("handover")
        document = self.proceeding.decision.document_id
        assert document is not None  # the decision has made its paper
        self.serve_paper(document)
        if not things_of(self.proceeding):
            order = requisition.TakeOverThings(**self.place, **self.scene())
            requisition.take_over_things(self.officer, order)
        self._stop("taken")
        self.serve(self.paper("D96"))
        self.go()
        yield 1

    def use(self) -> Days:
        self._stop("use")
        self.log_use()
        if self.plan.extends:
            until = clock.today() + timedelta(days=20)
            more: dict[str, Any] = {"until": until, "reason": "雨情持续，低洼路段仍需排水抢险。"}
            requisition.extend_requisition(self._head, requisition.ExtendRequisition(**self.place, **more))
            paper = self.proceeding.papers.filter(document__form="D101").latest("pk")
            self.serve_paper(paper.document_id)
        yield 3
        self._stop("used")

    def log_use(self, **changes: Any) -> None:
        said: dict[str, Any] = {
            "things": [row.pk for row in unsettled(self.proceeding)],
            "used_on": clock.today(),
            "place": "舞钢市垭口街道低洼路段",
            "user": "舞钢市城市排水应急抢险队",
            "purpose": "开挖导流沟、抽排积水",
            "condition": "运转正常",
        }
        requisition.log_use(
            self.officer, requisition.LogUse.model_validate({**self.place, **said, **changes})
        )

    def giving_back(self) -> Days:
        ended = {"ground": "over", "ended_on": clock.today()}
        requisition.end_use(self.officer, requisition.EndUse.model_validate({**self.place, **ended}))
        self._stop("ended")
        yield from self._give_all_back()
        self._stop("back")
        self.go()
        yield 1

    def _give_all_back(self) -> Days:
        for row in unsettled(self.proceeding):
            said: dict[str, Any] = {"returned": row.count, "condition": "与清单所写一致"}
            if row.daily is None:
                used = row.count * 4 / 5
                said |= {"returned": row.count - used, "consumed": used, "damage": "堵水筑坝使用。"}
            elif self.plan.damages and row.unit == "台" and row.count > 1:
                said |= {
                    "is_damaged": True,
                    "condition": "一台叶轮损坏",
                    "damage": "抽排时吸入砖石，叶轮损坏。",
                }
            self.give_back(row.pk, **said)
        self.serve(self.paper("D97"))
        yield 1

    def give_back(self, thing: int, **said: Any) -> None:
        party = self.party
        usual = {
            "thing": thing,
            "received_by": party.representative or party.name,
            "voucher": f"返还{self.case_id:04d}",
        }
        order = requisition.GiveThingBack.model_validate({**self.place, **usual, **said})
        requisition.give_thing_back(self.officer, order)

    def compensation(self) -> Days:
        self._stop("compensation")
        begun = requisition.begin_compensation(self.officer, requisition.BeginCompensation(**self.place))
        main, self.lane = self.lane, begun.pk
        self._stop("assessment")
        self._assess()
        self._stop("assessed")
        self.go()
        self.serve(self.paper("D98"))
        self.go()
        yield 1
        if self.plan.plea:
            cases.record_plea(self.officer, cases.RecordPlea(**self.place, text=self.plan.plea))
            answer = "经复核，每日使用价按清单双方核对的估价计算，停工损失没有证据。"
            cases.answer_plea(self.officer, cases.AnswerPlea(**self.place, is_accepted=False, answer=answer))
            self.paper("D31")
            self.paper("D32")
        yield from self.days_to_speak()
        self._stop("heard")
        self.go()
        yield from self.review()
        yield from self.deliberation()
        self._stop("compensation_decision")
        requisition.decide_compensation(self._head, requisition.DecideCompensation(**self.place))
        self.go()
        yield from self._paid()
        self.lane = main

    def _assess(self) -> None:
        hurt = [row for row in things_of(self.proceeding) if row.is_hurt]
        if hurt:
            invoice = cases.AddEvidence(
                **self.place,
                kind=EvidenceKind.DOCUMENT,
                name="维修站报价单和发票",
                proves="抽水泵叶轮损坏的修复费用",
            )
            proof = cases.add_evidence(self.officer, invoice).pk
            for row in hurt:
                said: dict[str, Any] = {"worth": Decimal(1800), "evidence": [proof]}
                order = requisition.ValueDamage(**self.place, thing=row.pk, **said)
                requisition.value_damage(self.officer, order)
        reason = "按清单、返还登记和维修发票逐项核算。"
        requisition.assess_compensation(
            self.officer, requisition.AssessCompensation(**self.place, reason=reason)
        )

    def _paid(self) -> Days:
        document = self.proceeding.decision.document_id
        assert document is not None  # the decision has made its paper
        self.serve_paper(document)
        self._stop("payment")
        yield 5
        self.pay_compensation()
        self.go()
        end: dict[str, Any] = {"kind": RequisitionClosure.COMPENSATED, "reason": "补偿已经支付。"}
        cases.close_case(self._leader, cases.CloseCase(**self.place, **end))
        yield 0

    def pay_compensation(self, **changes: Any) -> None:
        said: dict[str, Any] = {
            "amount": left_to_pay(self.proceeding),
            "paid_on": clock.today(),
            "voucher": f"ZF{clock.today():%Y%m%d}{self.case_id:06d}",
            "receiver": self.party.name,
        }
        order = requisition.PayCompensation.model_validate({**self.place, **said, **changes})
        requisition.pay_compensation(self.officer, order)

    def ending(self) -> Days:
        if self.proceeding.step == "compensation":
            self.go()
        self._stop("closure")
        self._end(RequisitionClosure.SETTLED, "财物已经返还，补偿已经支付。")
        yield 0

    def _end(self, kind: str, reason: str) -> None:
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=kind, reason=reason))
