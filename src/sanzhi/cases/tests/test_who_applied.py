"""An applicant is nobody who is proceeded against: other acts, and never another person (行政许可法 §9, §29)."""

import random
from typing import Any

from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import LicenceStory, digging
from tests.stories import done, refused


def applied(bureau: Bureau) -> LicenceStory:
    story = LicenceStory(bureau, digging(random.Random(1), stop="application"))
    story.tell()
    return story


def test_another_does_not_take_the_place(bureau: Bureau, unprinted: None) -> None:
    story = applied(bureau)
    party: dict[str, Any] = story.plan.party
    other = {**party, "name": "舞钢市他人工程有限公司（演示）", "credit_code": "91000000MA00000000"}
    assert "不能换成他人" in refused(story, "cases.register_party", **other)
    done(story, "cases.register_party", **{**party, "phone": "0375-0000001"})


def test_an_application_is_no_investigation(bureau: Bureau, unprinted: None) -> None:
    story = applied(bureau)
    why = {"ground": "other", "reason": "等待其他机关对同一事项的处理结果。"}
    assert "程序不这样办理" in refused(story, "cases.suspend_case", who="juzhang", **why)
