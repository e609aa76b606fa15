"""An occupation of the road is charged: assessed, told, decided, billed, lowered, collected, cut short, given back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases import queries
from sanzhi.cases.models import CaseSource, ClosureKind, EvidenceKind
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Days, Deeds, Stopped
from sanzhi.demo.weighing import Weighing
from sanzhi.kernel import clock
from sanzhi.levy import commands as levy
from sanzhi.levy.owed import outstanding
from sanzhi.levy.queries import FEE

SCENES = [
    "assessment",
    "notice",
    "plea",
    "review",
    "deliberation",
    "decision",
    "billing",
    "collection",
    "ending",
]
ITEM = "城市道路占用费（经营性占用）"
ANSWER = "经复核，占用面积和期间有现场勘验记录和当事人签字的平面图，核定数额正确。"


@dataclass
class FeePlan:
    """What is charged, and what happens then. `days` from today on; `stop` is the step not to pass."""

    party: dict[str, Any]
    place: str
    power: str = "ZS01"
    item: str = ITEM
    quantity: Decimal = Decimal(120)
    days: int = 60
    by_day: bool = True
    summary: str = "经批准临时占用道路从事展销活动，应当缴纳城市道路占用费。"
    officers: tuple[str, str] = ("zhifa1", "zhifa2")
    leader: str = "duizhang1"
    head: str = "juzhang"
    source: CaseSource = CaseSource.OWN_MOTION
    public_interest: bool = False
    plea: str = ""
    relief: str = ""  # asked for after the decision
    cut_after: int = 0  # the use is stopped after so many days
    pays: bool = True
    stop: str = ""
    cause: str = "ZS01"
    aside: tuple[str, ...] = ()
    record: Callable[[Deeds, str], None] | None = field(default=None)


class LevyStory(Weighing):
    """One levy on its way."""

    plan: Any

    def __init__(self, bureau: Bureau, plan: FeePlan) -> None:
        super().__init__(bureau, plan)  # type: ignore[arg-type]

    def scenes(self) -> Days:
        try:
            yield from self.told(SCENES)
        except Stopped:
            return

    def begin(self) -> None:
        plan = self.plan
        order = cases.BeginOwnMotion(
            procedure=FEE, power=plan.power, on=clock.today(), place=plan.place, summary=plan.summary
        )
        self.case_id = cases.begin_own_motion(self.officer, order).case_id
        cases.register_party(self.officer, cases.RegisterParty(case=self.case_id, **plan.party))
        ids = [self.bureau.officers[name].pk for name in plan.officers]
        cases.assign_officers(self._leader, cases.AssignOfficers(case=self.case_id, officers=ids))
        measured = cases.AddEvidence(
            case=self.case_id,
            kind=EvidenceKind.RECORD,
            name="占用现场勘验记录和平面图",
            proves="占用的位置、面积和期间",
        )
        cases.add_evidence(self.officer, measured)

    def assessment(self) -> Days:
        self.begin()
        self._stop("assessment")
        self.assess()
        self._stop("assessed")
        self.go()
        yield 0

    def assess(self, **changes: Any) -> None:
        plan, today = self.plan, clock.today()
        said: dict[str, Any] = {
            "item": plan.item,
            "quantity": plan.quantity,
            "from_on": today,
            "to_on": today + timedelta(days=plan.days - 1) if plan.by_day else None,
            "evidence": [row.pk for row in queries.evidence(self.case)],
            "reason": f"{self.party.name}占用城市道路{plan.quantity}平方米，面积和期间已经现场勘验。",
            "public_interest": plan.public_interest,
        }
        order = levy.AssessLevy.model_validate({**self.place, **said, **changes})
        levy.assess_levy(self.officer, order)

    def notice(self) -> Days:
        self._stop("notice")
        self.serve(self.paper("D90"))
        self.go()
        yield 1

    def plea(self) -> Days:
        self._stop("plea")
        if self.plan.plea:
            cases.record_plea(self.officer, cases.RecordPlea(case=self.case_id, text=self.plan.plea))
            answer = cases.AnswerPlea(case=self.case_id, is_accepted=False, answer=ANSWER)
            cases.answer_plea(self.officer, answer)
            self.paper("D31")
            self.paper("D32")
        yield from self.days_to_speak()
        self._stop("pleaded")
        self.go()

    def decision(self) -> Days:
        self._stop("decision")
        levy.decide_levy(self._head, levy.DecideLevy(**self.place))
        self.go()
        yield 0

    def billing(self) -> Days:
        self._stop("billing")
        document = self.proceeding.decision.document_id
        assert document is not None  # the decision has made its paper
        self.serve_paper(document)
        self.serve(self.paper("D92"))
        self.go()
        yield 2

    def collection(self) -> Days:
        self._stop("collection")
        if self.plan.relief:
            self.ask_relief()
            yield 1
            self._stop("lowering")
            self.decide_lowering("残疾人证和营业执照核对无误，符合清单规定的减免。")
            self.serve(self.paper("D92"))
            yield 1
        if not self.plan.pays:
            raise Stopped
        self.collect()
        yield 1
        if self.plan.cut_after:
            yield from self._cut_short()
        self._stop("collected")
        self.go()

    def ask_relief(self) -> None:
        said: dict[str, Any] = {"reason": "本人是残疾人，自主经营。", "proof": "残疾人证、营业执照复印件"}
        levy.ask_lowering(self.officer, levy.AskLowering(**self.place, relief=self.plan.relief, **said))

    def decide_lowering(self, opinion: str, *, outcome: str = "准予") -> None:
        said: dict[str, Any] = {"outcome": outcome, "opinion": opinion}
        levy.decide_lowering(self._head, levy.DecideLowering.model_validate({**self.place, **said}))

    def collect(self, amount: Decimal | None = None, **more: Any) -> None:
        said: dict[str, Any] = {
            "amount": outstanding(self.proceeding) if amount is None else amount,
            "paid_on": clock.today(),
            "receipt_number": f"41{clock.today():%Y%m%d}{self.case_id:06d}",
        }
        levy.collect_levy(self.officer, levy.CollectLevy.model_validate({**self.place, **said, **more}))

    def _cut_short(self) -> Days:
        """The street is rebuilt: the occupation ends early, and what was not used goes back."""
        said: dict[str, Any] = {
            "last_on": self.proceeding.case.happened_on + timedelta(days=self.plan.cut_after - 1),
            "reason": "因城市道路改造需要，决定停止占用，占用人已经清场。",
            "proof": "停止占用决定、清场照片",
        }
        levy.cut_short(self.officer, levy.CutShort(**self.place, **said))
        yield 1
        self.decide_lowering("道路改造属实，同意停止占用并退还相应占用费。")
        self._stop("too_much")
        levy.refund_levy(self._head, levy.RefundLevy(**self.place, reason="停止占用以后没有使用的日数退还。"))
        yield 3
        self._stop("refund")
        back: dict[str, Any] = {
            "voucher": f"TF{clock.today():%Y%m%d}{self.case_id:06d}",
            "receiver": self.party.name,
        }
        levy.pay_levy_refund(self.officer, levy.PayLevyRefund(**self.place, paid_on=clock.today(), **back))

    def ending(self) -> Days:
        self._stop("closure")
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=ClosureKind.PERFORMED))
        yield 0
