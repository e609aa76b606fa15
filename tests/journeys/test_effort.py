"""How little it takes: a decision on the spot from a phone, and an ordinary penalty; counted by the browser."""

import time

import pytest

from tests.journeys import penalty
from tests.journeys.effort import Effort
from tests.journeys.tale import Tale
from tests.journeys.test_every_page import PHONE

pytestmark = pytest.mark.journey
MOST_TAPS = 90
NUMBER = "00000019900307615X"
OTHER, OTHER_NUMBER = "柳知行", "000000198805061238"  # whom no fine of the same day meets
AT_HOME = "舞钢市演示大道家属院3号楼"
STREET = {"place": "舞钢市演示大道63号门前", "summary": "将装修拆除的砖渣混入生活垃圾桶投放。"}
FINED = {
    "fine": "100",
    "correction": "责令立即清除。",
    "gains": "0",
    "gains_note": "当场询问，没有违法所得。",
}
HEARD = {"reason": "初次违法，能够配合调查。", "rights_told": True}
STALL = {
    "cause_code": ("C04",),
    "place": "舞钢市演示大道61号门前",
    "summary": "当事人未经同意和审批，在人行道设置固定售货亭一处。",
}


@pytest.fixture(scope="module")
def effort() -> Effort:
    """One for all: a browser context is listened to once."""
    return Effort()


def test_a_decision_on_the_spot_from_a_phone(tale: Tale, effort: Effort) -> None:
    """From the workbench to the paper: at most 12 taps and 60 seconds, the second officer's own confirmation among them."""
    officer, other = tale.person("zhifa1"), tale.person("zhifa2")
    for somebody in (officer, other):
        somebody.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        effort.count(somebody)
        somebody.open("/office/")
    officer.open("/office/")
    began = time.monotonic()
    with effort.counting():
        officer.follow("当场查获")
        officer.fill(
            cause_code=("C56",),
            photo="现场照片两张",
            name="陆子衿",
            id_number=NUMBER,
            address=AT_HOME,
            **STREET,
        )
        officer.pick("partner", "丁文博")
        officer.press("登记")
        officer.sees("同行人员确认以后可以当场处罚")
        other.open("/office/")
        other.page.locator("main table a", has_text=STREET["summary"][:10]).first.click()
        other.press("确认：我在现场共同执法")
        other.sees("已确认，您现在是本案承办人")
        officer.page.reload()
        officer.choose("当场处罚")
        officer.fill(**FINED, **HEARD)
        officer.press("当场处罚")
        officer.sees("当场处罚：已完成")
        officer.follow("送达《当场行政处罚决定书》")
        officer.sees("已签发")
    spent = time.monotonic() - began
    pdf = officer.page.get_by_role("link", name="PDF", exact=True).get_attribute("href")
    answer = officer.context.request.get(f"{officer.address}{pdf}")
    assert answer.body().startswith(b"%PDF")
    assert effort.taps <= 12, effort.spent
    assert spent <= 60, f"{spent:.0f} s"


def test_an_ordinary_penalty(tale: Tale, effort: Effort) -> None:
    """Everybody's taps and fields, from the lead to the end; what was reached is not lost again."""
    for name in ("zhifa1", "zhifa2", "duizhang1", "juzhang"):
        somebody = tale.person(name)
        somebody.page.set_viewport_size({"width": 1440, "height": 900})
        effort.count(somebody)
    party = {"name": OTHER, "id_number": OTHER_NUMBER, "address": AT_HOME}
    with effort.counting():
        penalty.investigated(
            tale, party, interviewed={"interviewee": OTHER, "id_number": OTHER_NUMBER}, **STALL
        )
        penalty.established(tale)
        penalty.fined(tale, "800", correction="自收到决定书之日起三日内拆除售货亭。")
        penalty.decided(tale)
        penalty.paid_and_closed(tale, "800", receipt="2026-0000-0777")
    assert effort.typed <= 35, effort.spent
    assert effort.taps <= MOST_TAPS, effort.spent
