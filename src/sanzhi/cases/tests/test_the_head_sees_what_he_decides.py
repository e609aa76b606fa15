"""Who decides sees in full, beside his form, what was put before him; the page of the case tells it too."""

from collections.abc import Callable
from typing import Any

from sanzhi.demo.story import Story
from tests.stories import case_page, done, told

Reached = Callable[..., Story]
OWN: dict[str, Any] = {
    "kind": "changed",
    "overturned_for": ["unfit"],
    "ground": "未考虑从轻情节，裁量不当。",
    "fine": 750,
}


def test_a_proposal_to_change_a_decision(reached: Reached) -> None:
    story = reached(stop="performance")
    assert "撤销、变更意见" not in case_page(story)
    done(story, "cases.propose_overturn", **OWN)
    proposer = story.bureau.officers["zhifa1"].name
    words = ("变更", "内容明显不当", OWN["ground"], proposer, "750元", story.proceeding.decision.number)
    assert told(case_page(story, act="overturn_decision"), "撤销、变更意见", *words)
    assert told(case_page(story, act="decline_overturn"), *words)
    assert told(case_page(story, who="zhifa1"), "待机关负责人决定", *words)
    done(story, "cases.overturn_decision", who="juzhang")
    assert "待机关负责人决定" not in case_page(story)


def test_a_recusal(reached: Reached) -> None:
    story = reached(stop="investigation")
    reason = "该执法人员是当事人的近亲属。"
    of = story.bureau.officers["zhifa2"]
    done(story, "cases.ask_recusal", asked_by="party", of=of.pk, reason=reason)
    assert told(case_page(story, act="decide_recusal"), "回避申请", of.name, "当事人申请", reason)


def test_a_standstill(reached: Reached) -> None:
    force = "道路因暴雨中断，现场无法到达。"
    story = reached(stop="suspension", aside=("suspension",))
    assert force not in case_page(story, act="resume_case")
    done(story, "cases.suspend_case", who="juzhang", ground="force", reason=force)
    assert told(case_page(story, act="resume_case"), "因不可抗力暂时无法调查", force)
    assert told(case_page(story, who="zhifa1"), "中止中", force)
