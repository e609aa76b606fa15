"""A person at a browser: what people do, in the words of the pages."""

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
PASSWORD = "yanshi-2026-sanzhi"


class Person:
    """Signed in under `username`; with none, a citizen at the portal."""

    def __init__(self, browser: Browser, address: str, *, username: str) -> None:
        self.address = address
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        if username:
            self.open("/office/sign-in/")
            self.sign_in(self.page, username)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def sign_in(self, page: Page, username: str) -> None:
        page.get_by_label("登录名").fill(username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录", exact=True).first.click()
        expect(page.locator(".who-name")).to_be_visible()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def fill(self, **values: Any) -> None:
        """Fill fields by their names; True ticks a box, a tuple chooses among options by value."""
        for name, value in values.items():
            field = self.page.locator(f"main [name='{name}']").first
            if value is True:
                field.check()
            elif isinstance(value, tuple):
                field.select_option(value[0])
            else:
                field.fill(value)

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
