"""A case is begun by the authority's own motion, once, on a power of its kind."""

from datetime import timedelta
from typing import Any

from sanzhi.kernel import clock
from tests.fees import Levied
from tests.stories import desk, done, refused

BEGIN = "cases.begin_own_motion"


def said(**changes: Any) -> dict[str, Any]:
    usual = {"procedure": "levy/fee", "power": "ZS01", "on": clock.today(), "place": "演示路口"}
    return {**usual, "summary": "经批准临时占用道路展销，应当缴费。", **changes}


def test_only_what_begins_so(levied: Levied) -> None:
    story = levied(stop="assessment")
    assert "不能依职权开案" in refused(story, BEGIN, **said(procedure="penalty/ordinary", power="C04"))
    assert "不是本机关的行政征收职权" in refused(story, BEGIN, **said(power="C04"))
    assert "依据今天没有效力" in refused(story, BEGIN, **said(power="ZS03"))
    assert "不能晚于今天" in refused(story, BEGIN, **said(on=clock.today() + timedelta(days=1)))
    assert "没有可以阅读的内容" in refused(story, BEGIN, **said(place="……"))
    done(story, BEGIN, **said())
    assert "今天已经开过内容完全相同的案件" in refused(story, BEGIN, **said())


def test_the_page_begins_one(levied: Levied) -> None:
    story = levied(stop="assessment")
    page = desk(story, "zhifa1")
    shown = page.get("/office/cases/do/begin_own_motion/").content.decode()
    assert "行政征收 征收城市道路占用费" in shown and 'name="procedure"' not in shown
    answer = page.post("/office/cases/do/begin_own_motion/", said())
    assert answer.status_code == 302
    assert page.post("/office/cases/do/begin_own_motion/", said()).status_code == 409


def test_the_procedure_follows_from_the_power(levied: Levied) -> None:
    story = levied(stop="assessment")
    page = desk(story, "zhifa1")
    answer = page.post("/office/cases/do/begin_own_motion/", said(power="ZY01"), follow=True)
    assert "行政征用（应急）" in answer.content.decode()
    assert "请选择" in page.post("/office/cases/do/begin_own_motion/", said(power="")).content.decode()
