"""Scenes of execution beside a penalty: done in the party's place after two demands, or cleared at once."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases.court_models import CourtSays
from sanzhi.cases.models import ContestOutcome, ContestWay
from sanzhi.coercion import commands as coercion
from sanzhi.coercion.imposing import due_of, imposing
from sanzhi.coercion.models import EnforcementClosure
from sanzhi.demo.auctioning import Auctioning
from sanzhi.demo.deeds import Days
from sanzhi.kernel import clock

POWER = "QZ05"
PLANNED: dict[str, Any] = {
    "harm": "traffic",
    "harm_reason": "设施占据人行道和非机动车道，行人被迫走上机动车道，已经危害交通安全。",
    "target": "人行道上的固定售货亭及附属物一处",
    "method": "拆解、装车、清运至指定堆场，恢复路面。",
    "executor": "舞钢市演示清运有限公司",
    "is_disinterested": True,
    "budget": Decimal(2400),
    "budget_reason": "人工四人一日1200元，车辆一台班800元，路面恢复400元。",
}
DONE: dict[str, Any] = {
    "minutes": 90,
    "present": "nobody",
    "witness": "秦朗（演示社区居委会）",
    "executor": "舞钢市演示清运有限公司",
    "executor_signed": "耿健",
    "course": "拍摄原状，拆解售货亭，清点物品，装车清运，清扫路面，拍摄恢复后状况。",
    "without_force": True,
}
COSTS = "人工；1200；FP2026001\n车辆；800；FP2026002\n路面恢复；260；FP2026003"
SPILT: dict[str, Any] = {
    "matter": "遗撒的渣土约三立方米",
    "site": "road",
    "why_at_once": "渣土覆盖两条车道，车辆打滑，驾驶人没有清扫机具，不能自行清除。",
    "executor": "舞钢市城市管理局环卫队",
    "minutes": 40,
    "present": "party",
    "executor_signed": "耿健",
    "course": "设置警示标志，用扫路车、洒水车清除渣土，恢复通行。",
    "without_force": True,
}
CLEARED = "扫路车；600；FP2026011\n洒水车；300；FP2026012"


class Executing(Auctioning):
    """`lane` is the execution's own proceeding while it is told."""

    def proxy(self) -> Days:
        """The order to correct was not obeyed: demanded, decided, demanded again, done, paid."""
        begun = coercion.begin_enforcement(self.officer, coercion.BeginEnforcement(**self.place, power=POWER))
        self.lane = begun.pk
        self._stop("proxy")
        self._propose_proxy()
        self.serve(self.paper("D51"))
        self._film("service")
        self._stop("proxy_demanded")
        self.go()
        yield 16
        self._stop("proxy_plea")
        self.go()
        yield from self.review()
        yield from self.deliberation()
        self._stop("proxy_decision")
        coercion.decide_enforcement(self._head, coercion.DecideEnforcement(**self.place))
        self.go()
        yield from self._demanded_again()
        yield from self._done_by_proxy()
        self.lane = None

    def _propose_proxy(self) -> None:
        main = self.proceeding.main
        assert main is not None  # an execution serves a proceeding
        paper = imposing(main)[0]
        planned = self.proceeding.calendar.add_working(clock.today(), 25)
        said = {"imposed_by": paper.document_id, "due_on": due_of(paper), "planned_on": planned}
        order = coercion.ProposeEnforcement.model_validate({**self.place, **PLANNED, **said})
        coercion.propose_enforcement(self.officer, order)

    def _demanded_again(self) -> Days:
        self._stop("proxy_decided")
        self._serve_own_decision()
        self.serve(self.paper("D51"))
        self._film("service")
        self.go()
        planned = self.proceeding.enforcement.planned_on
        assert planned is not None  # it was proposed
        yield (planned - clock.today()).days
        self._stop("proxy_execution")

    def _serve_own_decision(self) -> None:
        document = self.proceeding.decision.document_id
        assert document is not None  # the decision has made its paper
        self.serve_paper(document)

    def _done_by_proxy(self) -> Days:
        self._film("performance_by_proxy")
        clock.advance(timedelta(minutes=DONE["minutes"]))
        coercion.perform_by_proxy(self.officer, coercion.PerformByProxy(**self.place, **DONE))
        self._stop("proxy_done")
        self.paper("D62")
        self.go()
        yield 1
        yield from self._costs(COSTS)

    def _costs(self, rows: str) -> Days:
        self._stop("costs")
        cost = coercion.settle_proxy_costs(
            self.officer, coercion.SettleProxyCosts(**self.place, rows=rows)
        ).cost
        self.serve(self.paper("D102"))
        self._stop("costs_told")
        if "costs_unpaid" in self.plan.aside:
            yield from self._costs_at_court()
            return
        yield 3
        paid = {
            "amount": cost,
            "paid_on": clock.today(),
            "receipt_number": f"代{self.case_id:08d}{self.lane}",
        }
        order = coercion.RecordProxyPayment.model_validate({**self.place, **paid})
        coercion.record_proxy_payment(self.officer, order)
        self.go()
        kind, reason = EnforcementClosure.EXECUTED, "代履行完毕，费用已经缴纳。"
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=kind, reason=reason))
        yield 0

    def _sued_in_vain(self) -> Days:
        """The party goes to court, which leaves everything as it was."""
        suit: dict[str, Any] = {
            "way": ContestWay.LITIGATION,
            "body": "舞钢市人民法院",
            "number": f"（{clock.today().year}）豫0481行初{self.case_id}号",
            "accepted_on": clock.today(),
        }
        cases.record_contest(self.officer, cases.RecordContest(**self.place, **suit))
        yield 25
        over: dict[str, Any] = {"ended_on": clock.today(), "outcome": ContestOutcome.UPHELD}
        cases.end_contest(self.officer, cases.EndContest(**self.place, **over, is_effective=True))
        yield 1

    def _costs_at_court(self) -> Days:
        """Sued for nothing, demanded, never paid: the court is asked, and finds nothing to take (行政强制法 §53)."""
        yield 1
        yield from self._sued_in_vain()
        self.serve(self.paper("D51"))
        yield 20
        said: dict[str, Any] = {
            "statement": "经催告，当事人没有提出意见，也没有缴纳。",
            "object_state": "代履行费用没有缴纳。",
        }
        coercion.ask_court_for_costs(self._head, coercion.AskCourtForCosts(**self.place, **said))
        for days, says, word in ((7, CourtSays.GRANTED, "裁"), (20, CourtSays.TERMINATED, "终")):
            self._stop("costs_at_court")
            yield days
            told = {"says": says, "reference": f"（{clock.today().year}）豫0481行审{self.case_id}号{word}"}
            answer = {**self.place, **told, "received_on": clock.today()}
            coercion.record_costs_answer(self.officer, coercion.RecordCostsAnswer.model_validate(answer))
        kind, reason = EnforcementClosure.UNPAID, "人民法院裁定终结执行，没有可供执行的财产。"
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=kind, reason=reason))
        yield 0

    def clearing(self) -> Days:
        """A spill that cannot wait."""
        party = self.party
        said = {**SPILT, "place": self.case.place, "present_name": party.representative or party.name}
        decision = coercion.clear_at_once(
            self.officer, coercion.ClearAtOnce.model_validate({**self.place, **said})
        )
        self.lane = decision.proceeding_id
        self._stop("cleared")
        self._film("performance_by_proxy")
        self._serve_own_decision()
        self.paper("D62")
        self.go()
        yield from self._costs(CLEARED)
        self.lane = None
