"""Scenes of an illegal structure: stopped, sorted, ordered to go, demolished by force, its goods called for and deposited."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases import deadlines, queries
from sanzhi.cases.models import EvidenceKind
from sanzhi.coercion import commands as coercion
from sanzhi.coercion.models import EnforcementClosure, OrderClosure
from sanzhi.demo.deeds import Days, Stopped
from sanzhi.demo.executing import Executing
from sanzhi.kernel import clock

POWER = "QZ08"
STRUCTURE: dict[str, Any] = {
    "location": "舞钢市演示大道8号院内东侧消防通道",
    "kind": "一层砖混结构房屋",
    "area": Decimal("86.5"),
    "is_under_way": True,
    "defied_orally": True,
}
SORTED: dict[str, Any] = {
    "sort": "removable",
    "item": "26_4",
    "sort_reason": "房屋占用院内消防通道，没有取得建设工程规划许可证，无法采取改正措施消除影响。",
}
PROPOSED: dict[str, Any] = {"reason": "房屋占用消防通道，危及公共安全，应当拆除。"}
PLANNED: dict[str, Any] = {
    "method": "清场、断开临时接电、机械拆除、清运垃圾，恢复消防通道。",
    "executor": "舞钢市城市管理局",
    "reason": "当事人没有在限期内拆除，复议、诉讼的期限已经届满。",
}
GOODS = "折叠床；钢制；2张；八成新\n货架；角钢；3个；表面生锈"
TORN: dict[str, Any] = {
    "minutes": 90,
    "present": "nobody",
    "witness": "秦朗（舞钢市演示公证处公证员）",
    "executor": PLANNED["executor"],
    "executor_signed": "耿健",
    "course": "宣读决定，清点、登记并搬离财物，机械拆除房屋，清运垃圾，恢复消防通道。",
    "without_force": True,
    "nothing_cut": True,
    "goods": GOODS,
    "keeper": "舞钢市演示仓库，保管员仓某",
}


class Demolishing(Executing):
    """An order to demolish, and beside it the demolition; `lane` is the latter while it is told."""

    def building(self) -> Days:
        """Found, told to stop, looked at again; the government hears of who builds on."""
        if not self.case_id:
            self.register()
        self._stop("building")
        coercion.describe_structure(
            self.officer, coercion.DescribeStructure.model_validate({**self.place, **STRUCTURE})
        )
        self.paper("D02")
        self.serve(self.paper("D24"))
        self.go()
        yield 1
        self._stop("stop_review")
        looked = {"looked_on": clock.today(), "stopped": False, "looked_note": "现场仍在砌筑墙体，没有停止。"}
        coercion.look_at_stop(self.officer, coercion.LookAtStop.model_validate({**self.place, **looked}))
        self._stop("building_goes_on")
        self._government("查封施工现场")
        self.go()
        yield 1

    def _government(self, what: str) -> None:
        """Reported today, and ordered today."""
        year = clock.today().year
        reported = {"reported_on": clock.today(), "report_number": f"演城管报〔{year}〕{self.case_id}号"}
        order = coercion.ReportToGovernment.model_validate({**self.place, **reported})
        coercion.report_to_government(self.officer, order)
        ordered = {
            "ordered_on": clock.today(),
            "ordered_number": f"演政责〔{year}〕{self.case_id}号",
            "ordered_by": "舞钢市人民政府（演示）",
            "ordered_what": f"城市管理局对该违法建设{what}",
        }
        coercion.record_government_order(
            self.officer, coercion.RecordGovernmentOrder.model_validate({**self.place, **ordered})
        )

    def sorting(self) -> Days:
        self._stop("sorting")
        self._film("site_inspection")
        evidence = cases.AddEvidence(
            case=self.case_id,
            kind=EvidenceKind.RECORD,
            name="现场检查笔录",
            proves="违法建设的位置、结构、面积和施工状态",
        )
        cases.add_evidence(self.officer, evidence)
        self.paper("D08")
        found = cases.EstablishFacts(
            case=self.case_id,
            happened_on=self.case.happened_on,
            place=self.case.place,
            conduct="未取得建设工程规划许可证，在消防通道上建设一层砖混结构房屋。",
            consequence="占用消防通道，影响消防安全。",
            gains=Decimal(0),
            gains_note="没有发现违法所得。",
            evidence=[row.pk for row in queries.evidence(self.case)],
        )
        cases.establish_facts(self.officer, found)
        coercion.sort_structure(self.officer, coercion.SortStructure.model_validate({**self.place, **SORTED}))
        self._stop("sorted")
        until = {"due_on": clock.today() + timedelta(days=40)}
        order = coercion.ProposeRemoval.model_validate({**self.place, **PROPOSED, **until})
        coercion.propose_removal(self.officer, order)
        self.go()
        yield 1

    def removal_told(self) -> Days:
        self._stop("removal_notice")
        self.serve(self.paper("D104"))
        self._film("service")
        self.go()
        self._stop("removal_plea")
        yield self._days_until("陈述申辩")
        self.go()

    def removal_ordered(self) -> Days:
        self._stop("removal_decision")
        coercion.decide_removal(self._head, coercion.DecideRemoval(**self.place))
        self.go()
        yield 1
        self._stop("removal_service")
        self._serve_own_decision()
        self._film("service")
        self.paper("D46")
        self.go()
        self._stop("removal_ordered")
        if self.plan.self_removed:
            yield from self._removed_by_party()
        yield 230
        self._stop("removal_overdue")

    def _removed_by_party(self) -> Days:
        yield 20
        said = {"removed_on": clock.today(), "removed_note": "到现场查看，房屋已经拆除，通道恢复。"}
        coercion.record_removal(self.officer, coercion.RecordRemoval.model_validate({**self.place, **said}))
        self._closes(OrderClosure.SELF_REMOVED, "当事人在限期内自行拆除。")
        raise Stopped

    def torn_down(self) -> Days:
        """Announced, demanded, reported, ordered, decided, told, done."""
        begun = coercion.begin_demolition(self.officer, coercion.BeginDemolition(**self.place, power=POWER))
        self.lane = begun.pk
        self._stop("demolition")
        self._announce()
        self._stop("announced")
        self.serve(self.paper("D51"))
        self._film("service")
        self.go()
        self._stop("demolition_demanded")
        yield self._days_until("催告")
        self._stop("demolition_plea")
        self._government("强制拆除")
        self.go()
        yield from self.review()
        yield from self.deliberation()
        self._stop("demolition_decision")
        coercion.decide_enforcement(self._head, coercion.DecideEnforcement(**self.place))
        self.go()
        yield from self._summoned()
        yield from self._comes_down()

    def _announce(self) -> None:
        today = clock.today()
        days = {
            "remove_by_on": today + timedelta(days=12),
            "clear_by_on": today + timedelta(days=14),
            "planned_on": today + timedelta(days=45),
        }
        plan = coercion.ProposeDemolition.model_validate({**self.place, **PLANNED, **days})
        coercion.propose_demolition(self.officer, plan)
        self._stop("demolition_proposed")
        self.paper("D61")
        said = {
            "posted_on": today,
            "posted_at": "违法建设外墙和所在院落入口",
            "media_on": today,
            "media": "舞钢市人民政府网站（演示）",
        }
        order = coercion.RecordAnnouncement.model_validate({**self.place, **said})
        coercion.record_announcement(self.officer, order)

    def _summoned(self) -> Days:
        self._stop("demolition_decided")
        planned = self.proceeding.enforcement.planned_on
        assert planned is not None  # it was proposed
        day = self._first_working_day(planned)
        self._serve_own_decision()
        order = coercion.SetDemolitionDay.model_validate({**self.place, "day": day})
        coercion.set_demolition_day(self.officer, order)
        self.serve(self.paper("D105"))
        self._film("service")
        self.go()
        self._stop("summoned")
        yield (day - clock.today()).days

    def _days_until(self, words: str) -> int:
        """To the day after the last one of the period whose title has these words."""
        rows = [row for row in deadlines.countdowns(self.proceeding) if words in row.title]
        return (rows[0].on - clock.today()).days + 1

    def _first_working_day(self, day: date) -> date:
        while not self.proceeding.calendar.is_working(day):
            day += timedelta(days=1)
        return day

    def _comes_down(self) -> Days:
        self._stop("demolition_day")
        self._film("forced_demolition")
        clock.advance(timedelta(minutes=TORN["minutes"]))
        coercion.tear_down(self.officer, coercion.TearDown.model_validate({**self.place, **TORN}))
        self.paper("D62")
        self.serve(self.paper("D106"))
        self.go()
        yield 5

    def goods(self) -> Days:
        """One thing is fetched, the other called for and deposited."""
        self._stop("goods")
        first, second = [row.pk for row in self.proceeding.demolition.left.all()]
        out = {"things": [first], "claimed_by": self.party.name, "voucher": f"领{self.case_id:06d}"}
        coercion.hand_out_left_things(
            self.officer, coercion.HandOutLeftThings.model_validate({**self.place, **out})
        )
        yield self._days_until("领取")
        self._stop("goods_unfetched")
        self.paper("D103")
        call = {"called_on": clock.today(), "called_where": "舞钢市人民政府网站（演示）和现场"}
        coercion.call_for_left_things(
            self.officer, coercion.CallForLeftThings.model_validate({**self.place, **call})
        )
        self._stop("goods_called")
        yield self._days_until("领取")
        deposit = {
            "things": [second],
            "deposited_with": "舞钢市演示公证处",
            "voucher": f"提{self.case_id:06d}",
            "cost": Decimal(180),
        }
        coercion.deposit_left_things(
            self.officer, coercion.DepositLeftThings.model_validate({**self.place, **deposit})
        )
        self.go()
        kind, reason = EnforcementClosure.EXECUTED, "强制拆除完毕，财物已经领取、提存。"
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=kind, reason=reason))
        self.lane = None

    def building_ends(self) -> Days:
        self._stop("building_ends")
        self._closes(OrderClosure.REMOVED, "违法建设已经强制拆除。")
        yield 0

    def _closes(self, kind: OrderClosure, reason: str) -> None:
        self.go()
        cases.close_case(self._leader, cases.CloseCase(**self.place, kind=kind, reason=reason))
