"""A case of the newer kinds, walked from its own page: every act is a button of the next steps, and days pass between."""

import re
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from playwright.sync_api import expect

from sanzhi.demo.film import film
from tests.journeys.days import Days
from tests.journeys.person import Person
from tests.journeys.work import OF_A_PAPER, OFFICERS, SHORT, Work

NUMBER = re.compile(r"\S+〔\d{4}〕第\d+号")
OF_THE_PARTY = {"行政许可申请书", "听证申请书"}  # kept, not issued
# who signs at a place of a paper, by the first words that fit; else the officers in turn
SIGNERS = {
    "承办机构负责人": "duizhang1",
    "机关负责人": "juzhang",
    "负责人意见": "duizhang1",
    "法制审核": "fazhi",
    "主持人": "juzhang",
}


@dataclass
class Tale(Work):
    """`lane` is the title of the proceeding beside on which is worked, where it is not the case's own."""

    days: Days = field(kw_only=True)
    lane: str = ""

    def open(self, who: str, verb: str = "") -> Person:
        """The page of the case, in the lane that is worked on; an act is chosen there."""
        somebody = self.person(who)
        somebody.open(self.address)
        if self.lane:
            lanes = somebody.page.get_by_label("本案的程序").get_by_role("link")
            lanes.filter(has_text=self.lane).last.click()
        if verb:
            somebody.choose(verb)
        return somebody

    def does(self, who: str, title: str, *, onward: bool = False, **values: Any) -> Person:
        """One act from the page of the case to its answer; `onward`: with the step that it opens."""
        somebody = self.open(who, title)
        somebody.fill(**values)
        somebody.onward(title) if onward else somebody.press(title)
        somebody.sees(f"{title}：已完成")
        return somebody

    def refused(self, who: str, title: str, *, why: str, **values: Any) -> None:
        """The page says why not, and what was filled in stays."""
        somebody = self.open(who, title)
        somebody.fill(**values)
        somebody.press(title)
        somebody.sees(why)

    def reported(self, party: dict[str, Any], **lead: Any) -> None:
        """A lead from the workbench, its party, two officers."""
        officer = self.officer
        officer.open("/office/")
        officer.follow("登记线索")
        officer.fill(source=("patrol",), **lead)
        officer.fill(**party)
        officer.press("登记")
        officer.sees("已登记线索")
        self.take(officer)
        self.assign()

    def assign(self) -> None:
        leader = self.open("duizhang1", "指派承办人")
        for name in ("苏晓禾", "丁文博"):
            leader.page.get_by_label(re.compile(name)).check()
        leader.press("指派承办人")
        leader.sees("指派承办人：已完成")

    def take(self, somebody: Person) -> None:
        """The case on whose page somebody has come is this tale's."""
        self.address = "/" + somebody.page.url.split("/", 3)[3].partition("?")[0]

    @property
    def hours(self) -> dict[str, str]:
        """From when to when something was done: the last minutes."""
        began = self.days.now - timedelta(minutes=9)
        return {"started_at": f"{began:%Y-%m-%dT%H:%M}", "ended_at": f"{self.days.now:%Y-%m-%dT%H:%M}"}

    def written(self, who: str, title: str, *, onward: bool = False, **typed: Any) -> str:
        """Made from the page of the case, handed in, signed by everybody whom it names; where it stands then.

        `onward`: the last of them does with it what it opens.
        """
        writer = self.open(who)
        writer.make(title)
        writer.fill(**typed)
        address = writer.address_here()
        if onward and self.handed_in(writer):
            return address
        signs = writer.offers("提交并签署")
        writer.press("提交并签署" if signs else "提交签批")
        writer.sees("已签署" if signs else "已提交签批")
        self.signed(writer, title, onward=onward, after=who if signs else "")
        return address

    def handed_in(self, writer: Person) -> bool:
        """The paper that is open, with what that opens, where nobody signs after."""
        first = next(filter(writer.may_go_onward, ("提交并签署", "提交")), "")
        if first:
            writer.onward(first)
        return bool(first)

    def signed(self, page: Person, title: str, *, onward: bool = False, after: str = "") -> None:
        """Each finds it among the next steps of the case; the page that one has open says who is next.

        `after` has signed already.
        """
        officers = iter(row for row in OFFICERS if row != after)
        while (waits := page.page.locator(".checks li").filter(has_text="等待签署")).count():
            caption = waits.first.inner_text()
            whose = (who for words, who in SIGNERS.items() if words in caption)
            page = self.open(next(whose, None) or next(officers))
            page.follow(f"签署《{title}》")
            if onward and page.may_go_onward("签署"):
                page.onward("签署")
                return
            page.press("签署")
            page.sees("已签署")
        page.sees("已收存" if title in OF_THE_PARTY else "已签发")

    def served(self, title: str, *, onward: bool = False) -> Person:
        """Handed over from the page of the case to whom the form begins with; `onward`: with what that opens."""
        officer = self.open("zhifa1")
        officer.follow(f"送达《{title}》")
        officer.onward("登记送达", to=".next-steps, form[action$='/do/fill/']") if onward else officer.press(
            "登记送达"
        )
        officer.sees("已登记送达")
        return officer

    def record(self, *moments: str, name: str = "", minutes: int = 8) -> None:
        """Filmed just now one after the other, and taken in from the page of the case."""
        for place, moment in enumerate(moments):
            self.days.pass_by(minutes=minutes + 1)
            officer = self.officer if place else self.open("zhifa1")
            if not place:
                officer.tab("音像")
            self._take_in(officer, moment, name=name, minutes=minutes)

    def _take_in(self, officer: Person, moment: str, *, name: str, minutes: int) -> None:
        seconds = SHORT if moment in OF_A_PAPER else minutes * 60
        began = self.days.now - timedelta(seconds=seconds + 5)
        chosen = officer.page.locator("#moment")
        if chosen.input_value() != moment:  # the page begins with the first that is awaited
            chosen.select_option(moment)
        said = f"{moment} {secrets.token_hex(8)}"
        name = name or f"{moment}.m4a"
        sound = {"name": name, "mimeType": "", "buffer": film(seconds, said=said)}
        officer.page.locator("#file").set_input_files(sound)  # type: ignore[arg-type]
        officer.fill(started_at=f"{began:%Y-%m-%dT%H:%M:%S}", ended_at="")
        files = officer.page.locator(".files li")
        before = files.count()
        officer.press("上传")
        expect(files).to_have_count(before + 1)

    def goes_on(self, who: str = "zhifa1") -> Person:
        """The one button that leads to the next step."""
        somebody = self.open(who)
        button = somebody.page.locator("form[action$='/do/complete_step/'] button").first
        button.click()
        somebody.sees("已进入")
        return somebody

    def reviewed(self) -> None:
        """The steps of a major decision: judged in law, discussed by the heads, each with its paper."""
        self.judged()
        self.written("fazhi", "重大行政执法决定法制审核意见书")
        self.goes_on("fazhi")
        self.discussed()
        self.written("juzhang", "案件集体讨论笔录")
        self.goes_on("juzhang")

    def judged(self) -> None:
        """Submitted, and agreed to in law."""
        officer = self.open("zhifa1", "送请法制审核")
        officer.fill(explanation="达到重大执法决定标准，请予审核。")
        officer.press("送审")
        officer.sees("已送请法制审核")
        reviewer = self.open("fazhi", "出具法制审核意见")
        for point in reviewer.page.locator("input[name^='point_'][value='1']").all():
            point.check()
        reviewer.fill(verdict=("agreed",), opinion="同意承办机构的处理意见。")
        reviewer.press("出具意见")
        reviewer.sees("已出具审核意见")

    def discussed(self) -> None:
        """By both heads, just now."""
        began = self.days.now
        self.days.pass_by(minutes=20)
        head = self.open("juzhang", "记录集体讨论")
        head.fill(place="局会议室", began_at=f"{began:%H:%M}", ended_at=f"{self.days.now:%H:%M}")
        head.fill(opinions="与会人员认为事实清楚，证据确凿，适用法律正确，处理适当。", outcome=("agreed",))
        for name, who in (("chair", "程守正"), ("reporter", "沈明辨"), ("recorder", "秦正言")):
            head.pick(name, who)
        for name in ("程守正", "郭清源"):
            head.page.locator("main").get_by_label(name, exact=True).first.check()
        head.press("记录集体讨论")
        head.sees("记录集体讨论：已完成")

    def published(self, number: str) -> Person:
        """The clerk reads the copy, the reviewer approves it; a citizen has opened the public page."""
        clerk, reviewer, citizen = map(self.person, ("gongshi", "fazhi", ""))
        clerk.open("/office/disclosure/")
        clerk.page.locator("tr", has_text=number).get_by_role("link").first.click()
        clerk.tick("confirmed", "secrecy_checked")
        clerk.press("报批")
        clerk.sees("待审批")
        reviewer.open(clerk.address_here())
        reviewer.tick("seen")
        reviewer.press("批准并公示")
        reviewer.sees("已公示")
        reviewer.follow("打开公示页")
        citizen.open(reviewer.address_here())
        citizen.sees(number)
        return citizen

    def number_of(self, title: str) -> str:
        """The number of a paper of the case."""
        officer = self.open("zhifa1")
        officer.tab("文书")
        row = officer.page.locator("main tr").filter(
            has=officer.page.get_by_role("link", name=title, exact=True)
        )
        return NUMBER.search(row.first.inner_text())[0]  # type: ignore[index]
