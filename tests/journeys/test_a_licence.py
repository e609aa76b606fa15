"""A licence to dig up a road: applied for from a phone, corrected, looked at, granted, checked, renewed."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.applications.testing import ID_NUMBER, JPEG
from tests.journeys.person import Person
from tests.journeys.tale import Tale
from tests.journeys.test_every_page import BEYOND, PHONE

pytestmark = pytest.mark.journey
LATE = ("修复方案", "施工图")
ANSWERS = {"0": "燃气支管接入", "2": "30", "3": "1.2", "4": "1.5"}
FOUND = "到现场核对位置、尺寸和周边管线，与申请材料一致，有交通疏导和安全防护方案。"
CONDITIONS = "施工现场设置明显标志和安全防围设施，竣工后及时清理、恢复。"


def test_a_road_is_dug_up_by_licence(tale: Tale) -> None:
    phone = tale.person("")
    phone.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    number, code = when_it_is_applied_for(phone, since=tale.days.day(20), until=tale.days.day(79))

    def opened() -> Person:
        phone.open("/apply/resume/")
        phone.fill(number=number, code=code)
        phone.press("打开")
        return phone

    when_the_window_takes_it(tale, number)
    when_it_is_corrected_from_the_phone(tale, opened)
    when_the_site_is_looked_at(tale, opened)
    certificate = when_it_is_granted(tale, opened)
    then_a_phone_verifies_the_certificate(tale, phone, certificate)
    when_it_is_checked_after_the_grant(tale)
    when_it_is_renewed(tale)
    then_the_public_reads_both_decisions(tale)


def fits(phone: Person) -> None:
    assert phone.page.evaluate(BEYOND) == [], phone.page.url


def when_it_is_applied_for(phone: Person, *, since: str, until: str) -> tuple[str, str]:
    """No account: a number and a code, noted down."""
    phone.open("/apply/")
    fits(phone)
    phone.follow("挖掘城市道路审批")
    phone.follow("在线申请")
    phone.press("开始申请")
    shown = phone.page.locator("main").inner_text()
    number = re.search(r"\S+许申\d{4}-\d{4}", shown)[0]  # type: ignore[index]
    code = re.search(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){4}", shown)[0]  # type: ignore[index]
    phone.follow("记下了，开始填写")
    fits(phone)
    who = {"name": "孟演示", "id_number": ID_NUMBER, "phone": "13000000000", "address": "舞钢市演示路1号"}
    phone.fill(kind=("person",), id_kind=("resident",), **who)
    phone.press("保存，下一步")
    answers = {f"answer_{place}": answer for place, answer in ANSWERS.items()}
    days = {"answer_5_from": since, "answer_5_until": until}
    phone.fill(place="舞钢市演示路1号门前人行道", answer_1=("人行道",), **answers, **days)
    phone.press("保存，下一步")
    for wanted in ("申请书", "城市规划部门批准签发的文件", "有关设计文件", "身份证明"):
        upload(phone, wanted)
    fits(phone)
    phone.follow("下一步，核对提交")
    phone.sees("没有上传“修复方案”")
    phone.fill(is_true=True)
    phone.press("材料未齐，仍然提交")
    phone.sees("五个工作日内告知是否需要补正")
    return number, code


def upload(phone: Person, wanted: str) -> None:
    """A photograph of the paper, under its name."""
    for folded in phone.page.locator("main details", has_text=wanted).all():
        if folded.get_attribute("open") is None:
            folded.locator("> summary").click()
    place = phone.page.locator("main section, main details").filter(has_text=wanted)
    place = place.filter(has=phone.page.locator("input[type=file]")).last
    photo = {"name": f"{wanted}.jpg", "mimeType": "image/jpeg", "buffer": JPEG + wanted.encode()}
    place.locator("input[type=file]").set_input_files(photo)  # type: ignore[arg-type]
    place.get_by_role("button", name="上传", exact=True).click()
    phone.sees(f"{wanted}.jpg")


def when_the_window_takes_it(tale: Tale, number: str) -> None:
    """What was written and sent is not asked again; what is missing is told once."""
    officer = tale.officer
    officer.open("/office/")
    officer.follow("网上申请")
    officer.follow(number)
    officer.sees("没有上传“修复方案”")
    officer.press("接收")
    assert officer.page.locator("[name='name']").input_value() == "孟演示"
    assert officer.page.get_by_label("挖掘长度（米）").input_value() == "30"
    assert officer.page.get_by_label("申请书").is_checked()
    assert officer.page.locator("[name='name']").is_disabled()
    officer.press("收件登记")
    officer.sees("已收件")
    tale.take(officer)
    officer.sees("申请书：申请书.jpg")
    tale.assign()
    tale.does("zhifa1", "一次告知补正")
    tale.served("补正材料一次性告知书")


def when_it_is_corrected_from_the_phone(tale: Tale, opened: Callable[[], Person]) -> None:
    tale.days.pass_by(days=3)
    phone = opened()
    for wanted in LATE:
        phone.sees(wanted)
        upload(phone, wanted)
    fits(phone)
    phone.fill(words="修复方案和施工图已经补上。")
    phone.press("提交补正")
    phone.sees("已补正")
    officer = tale.does("zhifa1", "登记收到的材料")
    for wanted in LATE:
        officer.sees(f"{wanted}：{wanted}.jpg")
    officer.follow("打开网上申请和上传的材料")
    officer.sees("修复方案和施工图已经补上。")
    tale.written("zhifa1", "行政许可申请书")
    tale.does("zhifa1", "受理")
    tale.served("受理（不予受理）通知书")
    tale.goes_on()


def when_the_site_is_looked_at(tale: Tale, opened: Callable[[], Person]) -> None:
    """The visit and the longer time stand on the page of the applicant, with the new last day."""
    before = last_day(opened())
    day = tale.days.working(2)
    tale.does("zhifa1", "告知现场核查时间", visit_on=day, visit_at="09:30", note="请带施工图原件。")
    why = "管线权属复核需要向三家单位调取资料，二十日内不能完成。"
    tale.does("juzhang", "批准延长办理期限", days="10", reason=why)
    tale.served("延长期限通知书")
    phone = opened()
    assert last_day(phone) > before
    phone.sees("09:30到舞钢市演示路1号门前人行道现场核查")
    phone.sees("办理期限延长10个工作日")
    fits(phone)
    tale.days.pass_by(days=2)
    tale.does("zhifa1", "登记核查", found=FOUND, fits=True, present_name="孟演示")
    tale.written("zhifa1", "现场核查（勘验）记录")
    tale.goes_on()


def last_day(phone: Person) -> str:
    """Until when must be decided."""
    shown = phone.page.locator("main dd").first.inner_text()
    year, month, day = re.search(r"(\d+)年(\d+)月(\d+)日", shown).groups()  # type: ignore[union-attr]
    return f"{year}-{month:0>2}-{day:0>2}"


def when_it_is_granted(tale: Tale, opened: Callable[[], Person]) -> str:
    """Proposed, decided, handed over; the address on the certificate."""
    decided(tale, "准予行政许可决定书", outcome=("准予",))
    opened().sees("已经作出决定：准予")
    officer = tale.open("zhifa1")
    officer.tab("文书")
    officer.page.locator("main table").get_by_role("link", name="行政许可证", exact=True).first.click()
    address = officer.page.locator("a[href*='/v/']").get_attribute("href")
    assert address is not None
    return address


def decided(tale: Tale, paper: str, **said: Any) -> None:
    """The form says of the papers what is so."""
    tale.does("zhifa1", "提出拟办意见", conditions=CONDITIONS, **said)
    tale.goes_on()
    tale.does("juzhang", "作出许可决定")
    tale.goes_on("juzhang")
    tale.served(paper)
    tale.served("行政许可证")
    tale.goes_on()
    tale.does("duizhang1", "结案", kind=("granted",), reason="决定和许可证件已经送达。")


def then_a_phone_verifies_the_certificate(tale: Tale, phone: Person, address: str) -> None:
    """Where its picture code leads: the paper is genuine, and it is in force."""
    phone.page.goto(address)
    phone.sees("行政许可证")
    phone.sees("有效")
    fits(phone)


def when_it_is_checked_after_the_grant(tale: Tale) -> None:
    tale.days.pass_by(days=30)
    officer = tale.officer
    opens_the_licence(officer)
    officer.follow("登记许可后检查")
    officer.fill(
        found="到场检查，按批准的位置、面积挖掘，设置了围挡和警示标志，没有发现违法行为。", fits=True
    )
    officer.press("登记许可后检查")
    officer.sees("检查人员")
    officer.sees("苏晓禾、丁文博")


def opens_the_licence(officer: Person) -> None:
    officer.open("/office/")
    officer.follow("许可")
    officer.follow("许可证台账")
    officer.page.locator("main tr", has_text="孟演示").get_by_role("link").first.click()


def when_it_is_renewed(tale: Tale) -> None:
    """Asked for at the window before it runs out; a case of its own, and the certificate lasts longer."""
    officer = tale.officer
    opens_the_licence(officer)
    officer.follow("收件登记（许可延续）")
    officer.fill(content="工程尚未完成，申请延续三十日。", ends_on=tale.days.day(90))
    officer.press("收件登记（许可延续）")
    officer.sees("已办理：收件登记（许可延续）")
    tale.take(officer)
    tale.assign()
    tale.written("zhifa1", "行政许可申请书")
    tale.does("zhifa1", "受理")
    tale.served("受理（不予受理）通知书")
    tale.goes_on()
    tale.does("zhifa1", "登记核查", found=FOUND, fits=True, present_name="孟演示")
    tale.written("zhifa1", "现场核查（勘验）记录")
    tale.goes_on()
    decided(tale, "许可变更（延续、撤销、撤回、注销）决定书", outcome=("准予",))


def then_the_public_reads_both_decisions(tale: Tale) -> None:
    citizen = tale.published(tale.number_of("许可变更（延续、撤销、撤回、注销）决定书"))
    citizen.sees("孟某某")
    for hidden in ("孟演示", "13000000000", ID_NUMBER):
        citizen.does_not_see(hidden)
    citizen.open("/licences/?q=演示路")
    citizen.sees("挖掘城市道路审批")
