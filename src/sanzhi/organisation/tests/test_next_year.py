"""Next year's days off are entered as the notice writes them, and missed from the middle of December on."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from sanzhi.demo.levying import LevyStory
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.clock import CHINA
from sanzhi.law.holiday_notice import Misread, days_of
from sanzhi.organisation.queries import calendar, year_to_enter
from sanzhi.supervision.worklist import tasks_of
from tests.fees import Levied
from tests.stories import confirmed, desk

Reached = Callable[..., Story]
PAGE = "/office/calendar/do/enter_notice/"
# invented: no notice of 2027 is known
NOTICE: dict[str, Any] = {
    "year": 2027,
    "number": "国办发明电〔2026〕7号",
    "issued_on": "2026-11-04",
    "off": "元旦：1月1日至1月3日\n春节：2月5日至2月11日\n清明节: 4-5\n劳动节：5月1日至5月5日\n国庆节：10月1日至10月7日",
    "worked": "2月14日、5月8日",
}


def test_the_notice_is_read_as_it_is_written() -> None:
    rows = days_of(2027, off=NOTICE["off"], worked=NOTICE["worked"])
    off = [row.day for row in rows if not row.is_working]
    assert date(2027, 4, 5) in off and date(2027, 2, 6) not in off  # a Saturday is off anyhow
    assert [row.day for row in rows if row.is_working] == [date(2027, 2, 14), date(2027, 5, 8)]


@pytest.mark.parametrize(
    ("off", "worked", "said"),
    [
        ("春节 2月5日", "", "放假日第1行“春节 2月5日”没有写明节日和日期"),
        ("元旦：1月1日\n春节：正月初一", "", "放假日第2行“春节：正月初一”中的“正月初一”不是日期"),
        ("春节：2月30日", "", "中没有2月30日这一天"),
        ("春节：2月11日至2月5日", "", "结束日在开始日以前"),
        ("春节：2月1日至2月28日", "", "连续28日，没有这样长的假期"),
        ("元旦：2026年12月31日", "", "2026年12月31日不在2027年"),
        ("元旦：1月1日", "周六", "调休上班日“周六”中的“周六”不是日期"),
    ],
)
def test_what_cannot_be_read_is_said(off: str, worked: str, said: str) -> None:
    with pytest.raises(Misread, match=said):
        days_of(2027, off=off, worked=worked)


def at(month: int, day: int) -> None:
    clock.advance(datetime(2026, month, day, 9, 0, tzinfo=CHINA) - clock.now())


@pytest.fixture
def december(levied: Levied) -> LevyStory:
    """A fee is to be paid by January; it is the twentieth of December."""
    at(12, 9)
    story = levied(stop="collection")
    at(12, 20)
    return story


def missed(story: Story | LevyStory, who: str = "guanli") -> list[str]:
    return [row.title for row in tasks_of(story.bureau.actor(who)) if row.kind == "录入放假安排"]


def test_it_is_missed_until_it_is_proposed(december: LevyStory) -> None:
    assert missed(december) == ["2027年放假安排尚未录入"] and missed(december, "anquan") == []
    at(12, 14)
    assert missed(december) == []
    at(12, 15)
    assert missed(december)
    page = desk(december, "guanli")
    assert 'value="2027"' in page.get(PAGE).content.decode()
    assert page.post(PAGE, NOTICE).status_code == 302
    assert missed(december) == [] and year_to_enter() == 2027
    confirmed(december)
    assert year_to_enter() == 2028 and date(2027, 2, 14) in calendar().workdays
    assert (
        "国办发明电〔2026〕7号，2026年11月4日"
        in desk(december, "guanli").get("/office/calendar/").content.decode()
    )


def test_nothing_runs_into_it(reached: Reached) -> None:
    story = reached()
    assert story.case.closed_on
    at(12, 20)
    assert missed(story) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"number": "二〇二六年第七号"}, "不像通知的文号"),
        ({"issued_on": "2026-12-31"}, "2026年12月31日不会发布2027年的放假安排"),
        ({"year": 2029}, "不会发布2029年的放假安排"),
        ({"off": "春节：大年初一"}, "“大年初一”不是日期"),
        ({"off": "元旦：1月1日"}, "放假安排里没有"),
        ({"worked": "2月15日"}, "不是周六、周日，本来就上班"),
    ],
)
def test_what_no_notice_says_is_refused(december: LevyStory, changes: dict[str, Any], said: str) -> None:
    answer = desk(december, "guanli").post(PAGE, {**NOTICE, **changes})
    assert answer.status_code == 409 and said in answer.content.decode()


def test_only_the_administrator_enters_it(december: LevyStory) -> None:
    answer = desk(december, "anquan").post(PAGE, NOTICE)
    assert answer.status_code == 409 and "只有本机关的系统管理员" in answer.content.decode()
    assert desk(december, "zhifa1").get(PAGE).status_code == 404
