"""Scenes of a licence: applied for at the window, corrected, accepted, examined, decided, delivered; renewed, changed, ended."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases import queries
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Days, Plan, Stopped
from sanzhi.demo.weighing import Weighing
from sanzhi.kernel import clock
from sanzhi.licensing import commands as licensing
from sanzhi.licensing.asked_for import first_day
from sanzhi.licensing.models import Licence
from sanzhi.licensing.queries import hearing_of, interested_views, licence_of, waiting_follow_up

FOUND = "到现场核对位置、尺寸和周边管线，与申请材料一致，有交通疏导和安全防护方案，符合准予的条件。"
UNMET = "该路段为新建道路，交付使用未满五年，没有县级以上城市人民政府批准挖掘的文件。"
FITS = "申请材料齐全、符合法定形式，经现场核查符合法定条件、标准。"
ANSWERS = {
    "XK01": "占用部位：人行道\n占用长度（米）：6\n占用宽度（米）：1.5\n用途：装卸设备",
    "XK02": "挖掘部位：人行道\n挖掘长度（米）：30\n挖掘宽度（米）：1.2\n挖掘深度（米）：1.5\n工程名称：燃气支管接入",
    "XK03": "形式：墙面\n画面长度（米）：6\n画面高度（米）：3",
    "XK08": "方式：移植\n树种：法桐\n株数：2\n最大胸径（厘米）：12",
    "XK11": "数量（条、面）：6\n内容：安全生产月宣传",
}
CONTENT = {
    "XK01": "在申请位置的人行道临时占用，用于装卸设备，按批准的位置、面积占用。",
    "XK02": "在申请位置的人行道挖掘沟槽敷设燃气支管，按批准的位置、面积、期限挖掘。",
    "XK03": "在申请位置的墙面设置大型户外广告一处，按批准的形式、尺寸设置。",
    "XK08": "移植法桐两株，移植以后一年内保证成活。",
    "XK11": "在申请位置悬挂宣传横幅六条，期满清除。",
}
SCENES = ("intake", "correction", "acceptance", "examination", "hearing_of_licence", "proposal")
LAST = ("weighed", "licence_decision", "delivery", "licence_closure")


@dataclass
class Asking(Plan):
    """What somebody applies for: `cause` is the item. `lacks`: materials that come only after they were told."""

    days: int = 60
    lacks: tuple[str, ...] = ()
    is_fit: bool = True
    neighbour: str = ""  # somebody whom it concerns, and what he says
    neighbour_says: str = ""
    hears: bool = False  # a hearing is asked for
    late: bool = False  # the head grants ten days more
    experts: bool = False
    withdraws: bool = False
    was_false: bool = False
    looks: bool = False  # the holder is looked at before the day of the list
    ends: str = ""  # a ground of EndingGround on which the licence is ended
    answers: dict[str, str] = field(default_factory=dict)


def digging(source: random.Random, **changes: Any) -> Asking:
    """A firm that digs up a pavement (XK02)."""
    usual: dict[str, Any] = {
        "cause": "XK02",
        "party": people.organisation(source),
        "place": people.place(source),
        "summary": "",
    }
    return Asking(**{**usual, **changes})


class LicenceStory(Weighing):
    """One application on its way, and what follows upon its licence. `scenes` stop where the plan says."""

    plan: Asking

    def __init__(self, bureau: Bureau, plan: Asking) -> None:
        super().__init__(bureau, plan)
        self.licence_id = 0

    def scenes(self) -> Days:
        try:
            yield from self.told((*SCENES, *LAST))
            yield from self.followed()
        except Stopped:
            return

    @property
    def item(self) -> LicenceItem:
        return catalogues.licence_items(self.bureau.authority.code)[self.plan.cause]

    @property
    def licence(self) -> Licence:
        return Licence.objects.get(pk=self.licence_id)

    # ---- scenes

    def intake(self) -> Days:
        item, plan, today = self.item, self.plan, clock.today()
        order = {
            **plan.party,
            "item": item.code,
            "place": plan.place,
            "content": CONTENT[item.code],
            "starts_on": today + timedelta(days=10),
            "ends_on": today + timedelta(days=9 + plan.days),
            "answers": ANSWERS[item.code],
            "handed": [name for name in item.needed if name not in plan.lacks],
            "received_on": today,
        }
        taken = licensing.take_application(self.officer, licensing.TakeApplication.model_validate(order))
        self.case_id = taken.proceeding.case_id
        ids = [self.bureau.officers[name].pk for name in plan.officers]
        cases.assign_officers(self._leader, cases.AssignOfficers(case=self.case_id, officers=ids))
        self._stop("application")
        yield 0

    def correction(self) -> Days:
        if not self.plan.lacks:
            return
        told = licensing.TellCorrections(**self.place, missing=list(self.plan.lacks))
        licensing.tell_corrections(self.officer, told)
        self._serve_newest("D75")
        self._stop("correction")
        yield 3
        handed = licensing.HandInMaterials(**self.place, handed=list(self.plan.lacks))
        licensing.hand_in_materials(self.officer, handed)
        self._stop("corrected")

    def acceptance(self) -> Days:
        self.paper("D74")
        licensing.accept_application(self.officer, licensing.AcceptApplication(**self.place))
        self._serve_newest("D76")
        self._stop("accepted")
        self.go()
        yield 1

    def examination(self) -> Days:
        if self.proceeding.step != "examination":
            return
        self._stop("examination")
        if self.plan.neighbour:
            yield from self._heard_neighbour()
        if self.plan.experts:
            yield from self._weighed_by_experts()
        if self.plan.late:
            self.more_time()
        self.look()
        if self.item.first == "公示":
            yield from self._shown_to_all()
        if self.plan.hears:
            self.tell_rights()
            asked = licensing.AskHearing(**self.place, asked_by=self.party.name, asked_on=clock.today())
            licensing.ask_hearing(self.officer, asked)
        self._stop("examined")
        self.go()
        yield 1

    def look(self, **changes: Any) -> None:
        """Two go there and write down what they see."""
        fits = self.plan.is_fit
        seen = {
            "is_on_site": self.item.on_site,
            "examined_on": clock.today(),
            "found": FOUND,
            "fits": fits,
            "unmet": "" if fits else UNMET,
            "present_name": self.party.representative or self.party.name,
        }
        order = licensing.Examine.model_validate({**self.place, **seen, **changes})
        licensing.examine(self.officer, order)
        if order.is_on_site:
            self.paper("D77")

    def _heard_neighbour(self) -> Days:
        told = {
            "name": self.plan.neighbour,
            "contact": "13800000001",
            "interest": "挖掘位置在其店铺门前，影响出入。",
        }
        licensing.tell_interested(
            self.officer, licensing.TellInterested.model_validate({**self.place, **told})
        )
        self._stop("interested_told")
        yield 2
        row = interested_views(self.proceeding)[0]
        spoke = bool(self.plan.neighbour_says)
        said = {
            "view": row.pk,
            "manner": "提出意见" if spoke else "明确表示没有意见",
            "words": self.plan.neighbour_says,
            "answer": "已要求申请人设置便道，保持出入通行，意见予以采纳。" if spoke else "",
        }
        licensing.enter_view(self.officer, licensing.EnterView.model_validate({**self.place, **said}))

    def _shown_to_all(self) -> Days:
        today = clock.today()
        said = {
            "notice_from": today,
            "notice_until": today + timedelta(days=7),
            "notice_place": "树木所在地和政府网站",
        }
        licensing.give_notice(self.officer, licensing.GiveNotice.model_validate({**self.place, **said}))
        yield 8

    def _weighed_by_experts(self) -> Days:
        out = {"ground": "experts", "what": "委托市政专家组对挖掘和修复方案进行评审。", "days": 10}
        licensing.leave_time_out(self.officer, licensing.LeaveTimeOut.model_validate({**self.place, **out}))
        self._serve_newest("D79")
        self._stop("experts")
        yield 8
        result = "专家组认为方案可行，建议分段施工。"
        licensing.end_time_left_out(self.officer, licensing.EndTimeLeftOut(**self.place, result=result))

    def more_time(self) -> None:
        reason = "管线权属复核需要向三家单位调取资料，二十日内不能完成。"
        licensing.extend_decision(self._head, licensing.ExtendDecision(**self.place, days=10, reason=reason))
        self._serve_newest("D79")

    def tell_rights(self, because: str = "许可涉及申请人与沿街商户之间的重大利益关系。") -> None:
        licensing.tell_hearing(self.officer, licensing.TellHearing(**self.place, because=because))
        self._serve_newest("D78")

    def hearing_of_licence(self) -> Days:
        if self.proceeding.step != "hearing":
            return
        self._stop("licence_hearing")
        yield from self.hold_hearing()
        self.go()

    def hold_hearing(self) -> Days:
        day = self.proceeding.calendar.add_working(clock.today(), 8)
        chair = self.bureau.officers["fazhi2"].pk
        order = licensing.SetHearing(**self.place, held_on=day, place="本机关三楼听证室", chair=chair)
        licensing.set_hearing(self.officer, order)
        self._serve_newest("D78")
        self._stop("hearing_set")
        yield (day - clock.today()).days
        said = {
            "attendees": f"{self.party.name}；{self._names()}",
            "minutes": "审查人员说明审查意见的证据、理由。\n申请人申辩和质证。\n双方作最后陈述。",
            "opinion": "审查意见证据充分，申请人的意见已经考虑，建议按审查意见决定。",
        }
        done = licensing.ConcludeLicenceHearing.model_validate({**self.place, **said})
        licensing.conclude_licence_hearing(self.bureau.actor("fazhi2"), done)
        assert hearing_of(self.proceeding) is not None

    def proposal(self) -> Days:
        if self.proceeding.step != "proposal":
            return
        self._stop("proposal")
        self.propose()
        self._stop("proposed")
        self.go()
        yield 1

    def propose(self, **changes: Any) -> None:
        row, fits = self.proceeding.application, self.plan.is_fit
        said = {
            "outcome": "准予" if fits else "不予许可",
            "conditions": "施工现场设置明显标志和安全防围设施，竣工后及时清理、恢复。" if fits else "",
            "valid_from": first_day(row),
            "valid_until": row.ends_on,
            "reason": FITS if fits else UNMET,
            "was_false": self.plan.was_false,
            "public_interest": self.plan.public_interest,
        }
        order = licensing.ProposeLicence.model_validate({**self.place, **said, **changes})
        licensing.propose_licence(self.officer, order)

    def weighed(self) -> Days:
        """The legal review and the heads, where the decision is a major one."""
        if self.proceeding.step == "review":
            yield from self.review()
        if self.proceeding.step == "deliberation":
            yield from self.deliberation()

    def licence_decision(self) -> Days:
        self._stop("licence_decision")
        licensing.decide_licence(self._head, licensing.DecideLicence(**self.place))
        found = licence_of(self.proceeding)
        self.licence_id = found.pk if found else 0
        self.go(self._head)
        self._stop("decided")
        yield 1

    def delivery(self) -> Days:
        self._stop("delivery")
        decision = self.proceeding.decision.document_id
        assert decision is not None  # the decision has made its paper
        self.serve_paper(decision)
        if self._papers("D100"):
            self._serve_newest("D100")
        self.go()
        yield 0

    def licence_closure(self) -> Days:
        self._stop("licence_closure")
        decided = self.proceeding.decision.disposal
        kind = {"refuse": "refused", "rescind": "done", "recall": "done", "cancel": "done"}.get(
            decided, "granted"
        )
        said = {"kind": kind, "reason": "决定和许可证件已经送达。"}
        cases.close_case(self._leader, cases.CloseCase.model_validate({**self.place, **said}))
        self._stop("closed")
        yield 0

    def followed(self) -> Days:
        """What becomes of the licence: renewed before it runs out, or rescinded for what was found."""
        since = clock.today()
        if self.plan.looks:
            yield from self.looked_after()
        if self.plan.after == "renewal":
            yield self.plan.days - 15 - (clock.today() - since).days
            yield from self.renewal()
        if self.plan.ends:
            yield 5
            yield from self.ending()

    def looked_after(self) -> Days:
        """Two look, before the day that the list sets, whether the holder does what was permitted."""
        row = waiting_follow_up(self.proceeding)
        if row is None:
            return
        yield max(0, (row.due_on - clock.today()).days - 2)
        said: dict[str, Any] = {
            "looked_on": clock.today(),
            "found": "到现场检查，按准予的位置、面积、期限从事活动，设有围挡和警示标志。",
            "fits": True,
        }
        licensing.follow_up(self.officer, licensing.FollowUpOnLicence.model_validate({**self.place, **said}))
        yield 0

    def renewal(self) -> Days:
        licence = self.licence
        order = {
            "licence": licence.pk,
            "content": "工程尚未完成，申请延续三十日。",
            "ends_on": licence.valid_until + timedelta(days=30),
            "handed": list(self.item.needed),
            "received_on": clock.today(),
        }
        taken = licensing.apply_for_renewal(self.officer, licensing.ApplyForRenewal.model_validate(order))
        yield from self._anew(taken.proceeding.case_id, "renewal")
        yield from self.told(("acceptance", "examination", "hearing_of_licence", "proposal", *LAST))

    def change(self, ends_on: date, content: str) -> None:
        order = {
            "licence": self.licence_id,
            "content": content,
            "ends_on": ends_on,
            "handed": list(self.item.needed),
            "received_on": clock.today(),
        }
        taken = licensing.apply_for_change(self.officer, licensing.ApplyForChange.model_validate(order))
        self._enter(taken.proceeding.case_id)

    def ending(self) -> Days:
        ground = self.plan.ends
        order = {
            "licence": self.licence_id,
            "ground": ground,
            "facts": "经复查，申请人提交的规划批准文件系伪造，出具单位书面证实没有核发过该文件。",
            "compensation": "",
            "aftermath": "停止挖掘，十日内清理现场、恢复路面。",
        }
        begun = licensing.begin_ending(self.officer, licensing.BeginEnding.model_validate(order))
        yield from self._anew(begun.proceeding.case_id, "ending")
        self.propose_end()
        self.tell_rights("拟作的处理涉及被许可人的重大利益。")
        self._stop("ending_told")
        waive = licensing.WaiveHearing(**self.place, proof="被许可人书面放弃听证。")
        licensing.waive_hearing(self.officer, waive)
        self.go()
        yield from self.told(LAST)

    def propose_end(self) -> None:
        row = self.proceeding.ending
        said = {"reason": row.facts, "compensation": row.compensation, "aftermath": row.aftermath}
        licensing.propose_ending(self.officer, licensing.ProposeEnding.model_validate({**self.place, **said}))

    def _anew(self, case: int, stop: str) -> Days:
        self._enter(case)
        self._stop(stop)
        yield 0

    def _enter(self, case: int) -> None:
        """The story goes on in a case of its own, with its two officers."""
        self.case_id = case
        ids = [self.bureau.officers[name].pk for name in self.plan.officers]
        cases.assign_officers(self._leader, cases.AssignOfficers(case=case, officers=ids))

    def _papers(self, form: str) -> list[int]:
        rows = queries.papers(self.proceeding)
        return [row.document_id for row in rows if row.form == form and row.is_issued and not row.served_on]

    def _serve_newest(self, form: str) -> None:
        self.serve_paper(self._papers(form)[-1])
