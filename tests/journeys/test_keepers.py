"""The three keepers: one appoints, another confirms, the new officer comes in by a code of two halves, the auditor sees it all."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.person import Person
from tests.journeys.test_every_page import BEYOND, DESK, PHONE, serious

pytestmark = pytest.mark.journey
People = Callable[[str], Person]
NAME, USERNAME = "程新晨", "xin.cheng"
FIRST, SECOND, THIRD = "chengxin-di-yi-ci", "chengxin-di-er-ci", "chengxin-di-san-ci"


def fits(somebody: Person) -> None:
    """The page that is open, as every page must be."""
    for size in (DESK, PHONE):
        somebody.page.set_viewport_size(size)
        assert (serious(somebody.page), somebody.page.evaluate(BEYOND)) == ([], []), somebody.page.url
    somebody.page.set_viewport_size(DESK)


def confirm(security: Person, told: str, *, reason: str) -> None:
    security.open("/office/matters/")
    security.page.locator("tr", has_text=told).filter(has_text=reason).get_by_role(
        "button", name="确认"
    ).first.click()


def code(administrator: Person, security: Person, *, reason: str) -> str:
    """The second keeper confirms what the first has asked; each reads one half of the code."""
    confirm(security, f"为{NAME}（", reason=reason)
    security.sees("后一半，只显示这一次")
    fits(security)
    second = security.page.locator("p.code").inner_text()
    administrator.open("/office/matters/")
    fits(administrator)
    return administrator.page.locator("main b.mono").first.inner_text() + second


def redeem(officer: Person, said: str, password: str) -> None:
    officer.open("/office/sign-in/")
    officer.follow("用重设码设置密码")
    officer.fill(username=USERNAME, old=said, new=password, again=password)
    officer.press("设置密码")
    officer.sees("密码已设置，请登录")


def sign_in(officer: Person, password: str) -> None:
    officer.open("/office/sign-in/")
    officer.fill(username=USERNAME, password=password)
    officer.press("登录")


def appoint(administrator: Person, security: Person) -> None:
    administrator.open("/office/people/")
    administrator.follow("任命人员")
    fits(administrator)
    unit = administrator.page.locator("select[name='unit'] option", has_text="一中队").get_attribute("value")
    administrator.fill(unit=(unit,), username=USERNAME, name=NAME, position="执法队员")
    administrator.page.get_by_label("执法人员", exact=True).check()
    administrator.press("提出")
    administrator.sees("都待安全管理员确认")
    expect(administrator.page.locator("tr", has_text=NAME)).to_contain_text("待确认")
    administrator.open("/office/matters/")
    administrator.sees(NAME)
    assert administrator.page.get_by_role("button", name="确认", exact=True).count() == 0
    security.open("/office/matters/")
    fits(security)
    confirm(security, f"{NAME}（", reason="任命人员")
    security.sees("已确认，已经办理")


def audit(auditor: Person) -> None:
    """Both matters with both names, no half of a code, and who came in or failed to."""
    auditor.open("/office/matters/")
    for told in ("任命", "重设"):
        expect(auditor.page.locator("tr", has_text=NAME).filter(has_text=told).first).to_contain_text(
            "已确认 · 卫守信"
        )
    assert auditor.page.locator("main b.mono").count() == 0  # a half of a code is nobody else's
    auditor.open(f"/office/watch/?q={NAME}")
    tries = auditor.page.locator("section", has_text="最近的登录").locator("tbody tr")
    expect(tries.first).to_contain_text(NAME)
    assert tries.filter(has_text="未成功").count() >= 1
    fits(auditor)


def test_a_new_officer_comes_in_and_the_auditor_sees_it(
    person: People, browser: Browser, address: str
) -> None:
    administrator, security, auditor = person("guanli"), person("anquan"), person("shenji")
    appoint(administrator, security)
    officer = Person(browser, address, username="")
    given = code(administrator, security, reason="任命人员")
    redeem(officer, given, FIRST)
    sign_in(officer, FIRST)
    expect(officer.page.locator(".who-name")).to_be_visible()
    officer.open("/office/account/")
    officer.fill(old=FIRST, new=SECOND, again=SECOND)
    officer.press("更改密码")
    officer.sees("密码已更改")

    administrator.open("/office/people/")
    fits(administrator)
    administrator.page.locator("tr", has_text=NAME).get_by_role("button", name="重设密码").click()
    administrator.sees("已提出，待另一人确认")
    again = code(administrator, security, reason="本人忘记密码")
    assert again != given
    officer.open("/office/")
    assert "/sign-in/" in officer.page.url  # the old password and its session are gone
    sign_in(officer, SECOND)
    officer.sees("登录名或者密码")
    redeem(officer, again, THIRD)
    sign_in(officer, THIRD)
    expect(officer.page.locator(".who-name")).to_be_visible()
    audit(auditor)
