"""A person at a browser: what people do, in the words of the pages."""

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Response, expect

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
PASSWORD = "yanshi-2026-sanzhi"
expect.set_options(timeout=20_000)


class Person:
    """Signed in under `username`; with none, a citizen at the portal."""

    def __init__(self, browser: Browser, address: str, *, username: str) -> None:
        self.address, self.username = address, username
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(60_000)  # after months have passed the server is busy for a while
        if username:
            self.open("/office/sign-in/")
            self.sign_in(self.page, username)

    def open(self, path: str) -> Response:
        answer = self.page.goto(self.address + path)
        if self.username and "/office/sign-in/" in self.page.url and "/sign-in/" not in path:
            self.sign_in(self.page, self.username)  # the night has passed
            answer = self.page.goto(self.address + path)
        assert answer is not None  # an address of this site
        return answer

    def sign_in(self, page: Page, username: str) -> None:
        page.get_by_label("登录名").fill(username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录", exact=True).first.click()
        expect(page.locator(".who-name")).to_be_visible()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def onward(self, first: str, *, to: str = ".next-steps") -> None:
        """Do it together with what it opens: 签署，并进入…; `to`: what the page shows then."""
        self._onward(first).click()
        expect(self.page.locator(to).first).to_be_visible()

    def may_go_onward(self, first: str) -> bool:
        return self._onward(first).count() > 0

    def _onward(self, first: str) -> Locator:
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(first)}，并"))

    def offers(self, name: str) -> bool:
        """Whether there is such a button."""
        return self.page.get_by_role("button", name=name, exact=True).count() > 0

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def choose(self, act: str) -> None:
        """The act among the next steps; what stands folded is unfolded first."""
        steps = self.page.locator(".next-steps")
        found = steps.get_by_role("link", name=act, exact=True)
        if not found.count():
            for folded in steps.locator("details").all():
                if folded.get_attribute("open") is None:
                    folded.locator("> summary").click()
        found.first.click()

    def tab(self, name: str) -> None:
        self.page.get_by_label("案件内容").get_by_role("link", name=name, exact=True).click()

    def make(self, title: str) -> None:
        """A paper of the step; any other stands on the page of all papers."""
        button = self.page.get_by_role("button", name=f"制作《{title}》", exact=True)
        if not button.count():
            self.tab("文书")
            button = self.page.locator("main aside li", has_text=title).get_by_role("button", name="制作")
        button.first.click()

    def address_here(self) -> str:
        return "/" + self.page.url.split("/", 3)[3].partition("?")[0]

    def fill(self, **values: Any) -> None:
        """Fill fields by their names; True ticks a box, a list several, a tuple chooses among options by value."""
        for name, value in values.items():
            field = self.page.locator(f"main [name='{name}']").first
            if value is True:
                field.check()
            elif isinstance(value, list):
                for one in value:
                    self.page.locator(f"main [name='{name}'][value='{one}']").check()
            elif isinstance(value, tuple) and field.get_attribute("type") == "radio":
                self.page.locator(f"main [name='{name}'][value='{value[0]}']").check()
            elif isinstance(value, tuple):
                field.select_option(value[0])
            else:
                field.fill(value)

    def tick(self, *names: str) -> None:
        """Every box of these names that the page has."""
        for name in names:
            for box in self.page.locator(f"main input[name='{name}']").all():
                box.check()

    def pick(self, name: str, shown: str) -> None:
        """The choice that shows this."""
        field = self.page.locator(f"main select[name='{name}']")
        field.select_option(field.locator("option", has_text=shown).first.get_attribute("value"))

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def does_not_see(self, text: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(text)

    def picture(self, name: str, *, width: int = 1440) -> None:
        """Keep a picture for the guide, when the run is asked to (JOURNEY_PICTURES=1)."""
        if os.environ.get("JOURNEY_PICTURES") != "1":
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.wait_for_timeout(900)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=width < 1000)
        self.page.set_viewport_size({"width": 1440, "height": 900})
