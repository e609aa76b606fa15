"""What people at their desks do with a case in every story: write, sign, serve, film, go on."""

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from sanzhi.demo.film import film
from tests.journeys.person import Person

People = Callable[[str], Person]
OFFICERS = ("zhifa1", "zhifa2")
HEADS = ("duizhang1", "juzhang")
MINUTES = 8  # of everything that is recorded in a story
SHORT = 31  # seconds that the list asks of what is filmed of a paper
OF_A_PAPER = frozenset({"service", "statement_defence"})


def first_minutes() -> str:
    """When that begins; in the first minutes of a day it is awaited, for nothing is filmed in the future."""
    now = datetime.now(ZoneInfo("Asia/Shanghai"))
    over = now.replace(hour=0, minute=MINUTES + 1, second=10)
    time.sleep(max(0.0, (over - now).total_seconds()))
    return f"{today()}T00:01:00"


def today() -> str:
    """The bureau's day, wherever the machine's clock stands."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()


@dataclass
class Work:
    """A case at its `address` below the site, and the people who work on it."""

    person: People
    address: str

    @property
    def officer(self) -> Person:
        return self.person("zhifa1")

    def open(self, who: str, verb: str = "") -> Person:
        """The case on the desk of `who`, or one of its acts."""
        somebody = self.person(who)
        somebody.open(f"{self.address}do/{verb}/" if verb else self.address)
        return somebody

    def paper(self, form: str, *signers: str, **typed: object) -> str:
        """Write a paper at its place in the step, hand it in, and have it signed by everybody in turn."""
        writer = self.open("zhifa1")
        form_at = f"form[action$='/do/write_document/']:has([value='{form}']) button"
        if not writer.page.locator(form_at).count():  # not of this step: it stands among all the papers
            writer.open(f"{self.address}papers/")
        writer.page.locator(form_at).first.click()
        writer.fill(**typed)
        writer.press("提交签批")
        writer.sees("已提交签批")
        address = "/" + writer.page.url.split("/", 3)[3]
        for name in signers:
            signer = self.person(name)
            signer.open(address)
            signer.press("签署")
            signer.sees("已签署")
        writer.open(address)
        writer.sees("已签发")
        return address

    def issued(self, title: str) -> str:
        """The address of the paper that a decision has issued."""
        officer = self.officer
        officer.open(f"{self.address}papers/")
        officer.page.locator("main table").get_by_role("link", name=title, exact=True).first.click()
        officer.sees("已签发")
        return "/" + officer.page.url.split("/", 3)[3]

    def serve(self, paper: str) -> None:
        officer = self.officer
        officer.open(paper)
        officer.fill(place="舞钢市演示大道门前", relation=("",))
        officer.press("登记送达")
        officer.sees("请选择签收人与受送达人的关系")
        expect(officer.page.locator("[name='place']")).to_have_value("舞钢市演示大道门前")
        officer.fill(relation=("本人",))
        officer.press("登记送达")
        officer.sees("已登记送达")

    def record(self, moment: str, *, name: str) -> None:
        """In the first minutes of the day; what is told of a paper runs now, after the paper was issued."""
        if moment in OF_A_PAPER:
            runs, now = SHORT, datetime.now(ZoneInfo("Asia/Shanghai"))
            began = f"{now:%Y-%m-%dT%H:%M:%S}"
            time.sleep(SHORT + 1)
        else:
            runs, began = MINUTES * 60, first_minutes()
        self._take_in(moment, film(runs, said=f"{moment} {secrets.token_hex(8)}"), name=name, began=began)

    def record_after_the_sign_in_expired(self, moment: str, *, name: str) -> None:
        """The page says so, waits for the sign-in in a second tab, and goes on by itself."""
        officer, sound = self.officer, film(MINUTES * 60, said=f"{moment} {secrets.token_hex(8)}")
        self._choose(moment, sound, name=name, began=first_minutes())
        officer.context.clear_cookies()
        officer.press("上传")
        officer.sees("登录已过期，上传已暂停")
        with officer.context.expect_page() as opened:
            officer.follow("重新登录")
        officer.sign_in(opened.value, "zhifa1")
        opened.value.close()
        officer.page.locator(".files li").filter(has_text=name[:8]).first.wait_for()

    def _take_in(self, moment: str, content: bytes, *, name: str, began: str) -> None:
        officer = self.officer
        self._choose(moment, content, name=name, began=began)
        officer.press("上传")
        officer.page.wait_for_load_state()
        officer.page.locator(".files li").filter(has_text=name[:8]).first.wait_for()

    def _choose(self, moment: str, content: bytes, *, name: str, began: str) -> None:
        officer = self.officer
        officer.open(self.address.replace("/office/cases/", "/office/recordings/case/"))
        officer.page.locator("#moment").select_option(moment)
        officer.page.locator("#file").set_input_files({"name": name, "mimeType": "", "buffer": content})
        officer.fill(started_at=began, ended_at="")

    def complete(self, step: str) -> None:
        officer = self.open("zhifa1")
        officer.press(f"完成“{step}”")
        officer.sees("已进入")

    def assign(self) -> None:
        """The leader assigns two officers."""
        leader = self.open("duizhang1", "assign_officers")
        for name in ("苏晓禾", "丁文博"):
            leader.page.get_by_label(re.compile(name)).check()
        leader.press("指派承办人")
        leader.sees("指派承办人：已完成")
