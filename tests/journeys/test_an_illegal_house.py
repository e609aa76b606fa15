"""An illegal house: told to stop, built on, sorted, ordered to go, torn down by force, its goods fetched and deposited."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.journeys.days import is_off
from tests.journeys.tale import Tale

pytestmark = pytest.mark.journey
OWNER = {
    "kind": ("person",),
    "name": "顾长风",
    "id_number": "000000197505063317",
    "address": "舞钢市演示大道8号院",
    "phone": "13800000017",
}
LEAD: dict[str, Any] = {
    "procedure": ("coercion/demolition-order",),
    "cause_code": ("QZ07",),
    "place": "舞钢市演示大道8号院内东侧消防通道",
    "summary": "未取得建设工程规划许可证，在消防通道上建设一层砖混结构房屋。",
}
LANE = "强制拆除"
COURSE = "宣读决定，清点、登记并搬离财物，机械拆除房屋，清运垃圾，恢复消防通道。"
TORN = {
    "without_force": True,
    "nothing_cut": True,
    "executor_signed": "钟立言（实施单位负责人）",
    "minutes": "90",
}
NOBODY = {"present": ("nobody",), "present_name": "", "witness": "秦朗（舞钢市演示公证处公证员）"}
GOODS = {"goods": "折叠床；钢制；2张；八成新\n货架；角钢；3个；表面生锈", "keeper": "舞钢市演示仓库"}


def test_from_the_stop_notice_to_the_deposited_goods(tale: Tale) -> None:
    when_he_is_told_to_stop_and_builds_on(tale)
    when_it_is_found_that_it_must_go(tale)
    when_its_removal_is_ordered(tale)
    when_he_leaves_it_standing(tale)
    when_its_demolition_is_announced_and_decided(tale)
    when_it_comes_down(tale)
    when_its_goods_are_fetched_and_deposited(tale)
    tale.goes_on()
    tale.does("duizhang1", "结案", kind=("removed",), reason="违法建设已经强制拆除。").sees("本案已于")


def when_he_is_told_to_stop_and_builds_on(tale: Tale) -> None:
    tale.reported(OWNER, **LEAD)
    tale.does("zhifa1", "登记违法建设", kind="一层砖混结构房屋", area="86.5", defied_orally=True)
    tale.written("zhifa1", "案件来源登记表")
    tale.written("zhifa1", "责令停止违法行为通知书")
    tale.served("责令停止违法行为通知书")
    tale.goes_on()
    tale.days.pass_by(days=1)
    looked = tale.does("zhifa1", "复查是否停止施工", looked_note="现场仍在砌筑墙体，没有停止。")
    looked.sees("尚未报告人民政府并取得书面责成")
    ordered_by_the_government(tale, "查封施工现场", number=54)
    tale.goes_on()


def ordered_by_the_government(tale: Tale, what: str, *, number: int) -> None:
    year = tale.days.today.year
    tale.does("zhifa1", "登记报告人民政府", report_number=f"演城管报〔{year}〕{number}号")
    paper = {"ordered_number": f"演政责〔{year}〕{number}号", "ordered_by": "舞钢市人民政府（演示）"}
    tale.does("zhifa1", "登记人民政府书面责成", ordered_what=f"城市管理局对该违法建设{what}", **paper)


def when_it_is_found_that_it_must_go(tale: Tale) -> None:
    tale.record("site_inspection")
    proof = {"name": "现场检查笔录", "proves": "违法建设的位置、结构、面积和施工状态"}
    tale.does("zhifa1", "登记证据", kind=("record",), **proof)
    tale.written("zhifa1", "现场检查（勘验）笔录", **tale.hours, present=("当事人在场",))
    officer = tale.open("zhifa1", "查明事实")
    officer.page.get_by_label(proof["name"]).check()
    officer.fill(gains="0", gains_note="没有发现违法所得。", consequence="占用消防通道，影响消防安全。")
    officer.press("查明事实")
    officer.sees("查明事实：已完成")
    why = "占用消防通道，没有取得建设工程规划许可证，无法采取改正措施消除影响。"
    tale.does("zhifa1", "认定违法建设的类别", sort=("removable",), item=("26_4",), sort_reason=why)
    due = tale.days.day(40)
    tale.does("zhifa1", "提出限期拆除意见", reason="房屋占用消防通道，危及公共安全。", due_on=due)
    tale.goes_on()


def when_its_removal_is_ordered(tale: Tale) -> None:
    tale.written("zhifa1", "限期拆除事先告知书")
    tale.served("限期拆除事先告知书")
    tale.record("service")
    tale.goes_on()
    tale.open("zhifa1").sees("尚未届满")
    tale.days.pass_by(days=8)
    tale.goes_on()
    tale.does("juzhang", "作出限期拆除决定")
    tale.goes_on("juzhang")
    tale.served("限期拆除决定书")
    tale.record("service")
    tale.written("zhifa1", "送达回证")
    tale.goes_on()
    then_the_public_reads(tale, "限期拆除决定书", "责令限期拆除违法建设")


def when_he_leaves_it_standing(tale: Tale) -> None:
    """Nothing is torn down while he may still ask a court (行政强制法 §44)."""
    tale.days.pass_by(days=60)
    officer = tale.open("zhifa1")
    officer.sees("复议、起诉期限到")
    tale.days.pass_by(days=170)
    tale.does("zhifa1", "提出强制拆除").sees("下一步（当前环节：公告，书面催告）")


def when_its_demolition_is_announced_and_decided(tale: Tale) -> None:
    tale.lane = LANE
    days = {
        "remove_by_on": tale.days.day(12),
        "clear_by_on": tale.days.day(14),
        "planned_on": tale.days.day(45),
    }
    why = "当事人没有在限期内拆除，复议、诉讼的期限已经届满。"
    tale.does("zhifa1", "提出强制拆除意见", method=COURSE, reason=why, **days)
    tale.written("zhifa1", "强制拆除公告")
    posted = {"posted_at": "违法建设外墙和所在院落入口", "media": "舞钢市人民政府网站（演示）"}
    tale.does("zhifa1", "登记公告的张贴和发布", **posted)
    tale.written("zhifa1", "履行义务催告书")
    tale.served("履行义务催告书")
    tale.record("service")
    tale.goes_on()
    tale.days.pass_by(days=15)
    ordered_by_the_government(tale, "强制拆除", number=55)
    tale.goes_on()
    tale.reviewed()
    tale.does("juzhang", "作出强制执行决定")
    tale.goes_on("juzhang")
    then_the_public_reads(tale, "强制执行决定书", "行政强制执行（强制拆除）")


def when_it_comes_down(tale: Tale) -> None:
    tale.served("强制执行决定书")
    officer = tale.open("zhifa1", "确定实施日")
    day = date.fromisoformat(officer.page.locator("[name='day']").input_value())
    while is_off(day):  # never on a day off (行政强制法 §43)
        day += timedelta(days=1)
    officer.fill(day=day.isoformat())
    officer.press("确定实施日")
    officer.sees("确定实施日：已完成")
    tale.written("zhifa1", "强制拆除到场通知书")
    tale.served("强制拆除到场通知书")
    tale.record("service")
    tale.goes_on()
    tale.days.pass_by(days=(day - tale.days.today).days)
    tale.record("forced_demolition", minutes=95)
    tale.does("zhifa1", "登记强制拆除", course=COURSE, **TORN, **NOBODY, **GOODS)
    tale.written("zhifa1", "强制执行现场笔录")
    tale.written("zhifa1", "强制拆除财物清单")
    tale.served("强制拆除财物清单")
    tale.goes_on()


def when_its_goods_are_fetched_and_deposited(tale: Tale) -> None:
    """The bed is fetched; for the shelves nobody comes, in twenty days and in sixty more."""
    tale.days.pass_by(days=5)
    officer = tale.open("zhifa1", "登记领取财物")
    officer.page.get_by_label("货架").uncheck()
    officer.fill(voucher="领000054")
    officer.press("登记领取财物")
    officer.sees("登记领取财物：已完成")
    tale.days.pass_by(days=30)
    tale.written("zhifa1", "财物招领公告")
    tale.does("zhifa1", "登记发布招领公告", called_where="舞钢市人民政府网站（演示）和现场")
    tale.days.pass_by(days=62)
    where = {"deposited_with": "舞钢市演示公证处", "voucher": "提000054", "cost": "180"}
    tale.does("zhifa1", "登记提存", **where)
    tale.goes_on()
    tale.does("duizhang1", "结案", kind=("executed",), reason="强制拆除完毕，财物已经领取、提存。")
    tale.lane = ""


def then_the_public_reads(tale: Tale, paper: str, words: str) -> None:
    """In its twenty working days, without the name of the owner."""
    citizen = tale.published(tale.number_of(paper))
    citizen.sees(words)
    for hidden in ("顾长风", "13800000017"):
        citizen.does_not_see(hidden)
