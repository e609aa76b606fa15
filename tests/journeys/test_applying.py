"""A citizen applies for a licence from a phone, without scripts, and opens the application again elsewhere."""

import re

import pytest
from playwright.sync_api import Browser

from sanzhi.applications.testing import ID_NUMBER, JPEG
from tests.journeys.person import Person
from tests.journeys.test_every_page import BEYOND, PHONE, serious

pytestmark = pytest.mark.journey
SCRIPT = {"name": "图.svg", "mimeType": "image/jpeg", "buffer": b"<svg/>"}
PHOTO = {"name": "位置图.jpg", "mimeType": "image/jpeg", "buffer": JPEG}


def citizen(browser: Browser, address: str, *, scripts: bool) -> Person:
    somebody = Person(browser, address, username="")
    somebody.context.close()
    somebody.context = browser.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=scripts)
    somebody.page = somebody.context.new_page()
    return somebody


def test_from_a_phone_without_scripts(browser: Browser, address: str) -> None:
    phone, elsewhere = citizen(browser, address, scripts=False), citizen(browser, address, scripts=True)
    phone.open("/apply/new/FW-01/")
    phone.press("开始申请")
    shown = phone.page.locator("main").inner_text()
    number = re.search(r"\S+许申\d{4}-\d{4}", shown)[0]  # type: ignore[index]
    code = re.search(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){4}", shown)[0]  # type: ignore[index]
    phone.follow("记下了，开始填写")
    phone.fill(
        kind=("person",), name="孟演示", id_kind=("resident",), id_number=ID_NUMBER, phone="13000000000"
    )
    phone.press("保存，下一步")
    phone.fill(place="演示路1号门前", answer_0="堆放建筑材料")
    phone.press("保存，下一步")
    for file, said in ((SCRIPT, "只收PDF、JPEG和PNG"), (PHOTO, "位置图.jpg")):
        phone.page.locator("#file1").set_input_files(file)
        phone.page.locator("section:has(#file1)").get_by_role("button", name="上传", exact=True).click()
        phone.sees(said)
    phone.follow("下一步，核对提交")
    phone.sees("没有上传“申请书”")
    phone.fill(is_true=True)
    phone.press("材料未齐，仍然提交")
    phone.sees("五个工作日内告知是否需要补正")
    assert code not in phone.page.content()

    elsewhere.open("/apply/resume/")
    elsewhere.fill(number=number, code=code.lower())
    elsewhere.press("打开")
    elsewhere.sees("您提交了申请")
    assert elsewhere.page.evaluate(BEYOND) == [] and serious(elsewhere.page) == []
    elsewhere.press("在这台设备上关闭")
    elsewhere.open("/apply/mine/")
    elsewhere.sees("查询码遗失的")
