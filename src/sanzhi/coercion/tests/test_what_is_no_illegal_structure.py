"""An order to demolish ends as the rows say: found to be lawful on evidence, or handed to who is competent; the stop is lifted."""

from typing import Any

import pytest

from sanzhi.coercion.tests.building import Reached, house
from sanzhi.demo.demolishing import SORTED, STRUCTURE
from sanzhi.demo.story import Story
from tests.stories import done, refused

DESCRIBE, SORT, REFER = "coercion.describe_structure", "coercion.sort_structure", "coercion.refer_structure"
CLOSE = "cases.close_case"
LAWFUL: dict[str, Any] = {
    "sort": "lawful",
    "item": "40_1",
    "sort_reason": "经核对规划档案，房屋取得建设工程规划许可证，并按照许可建设。",
}
SENT: dict[str, Any] = {
    "receiver": "舞钢市自然资源局（演示）",
    "ground": "《城乡规划法》第六十四条",
    "reason": "该处建设的规划处罚权没有划转本机关，应由其查处。",
}
STEPS = [
    "building",
    "stop_review",
    "sorting",
    "sorted",
    "removal_notice",
    "removal_plea",
    "removal_decision",
]


def ends(kind: str) -> dict[str, Any]:
    return {"who": "juzhang", "kind": kind, "reason": "试一试能不能结案。"}


def gathered(story: Story) -> None:
    said = {"kind": "document", "name": "规划档案", "proves": "房屋取得规划许可的情况"}
    done(story, "cases.add_evidence", **said)


def lifted(story: Story) -> None:
    story.serve(story.paper("D108"))


@pytest.mark.parametrize("stop", STEPS)
def test_nothing_ends_because_a_clerk_says_so(reached: Reached, stop: str) -> None:
    story = house(reached, stop=stop)
    said = refused(story, CLOSE, **ends("not_illegal"))
    assert "不能以“不属于违法建设”结束" in said and "认定不属于违法建设并写明理由" in said
    said = refused(story, CLOSE, **ends("not_ours"))
    assert "不能以“不由本机关管辖，已经移送”结束" in said and "批准移送有管辖权的机关" in said


def test_what_is_lawful_is_found_on_evidence_and_the_stop_is_lifted(reached: Reached) -> None:
    story = house(reached, stop="stop_review")
    assert "尚未登记任何证据" in refused(story, SORT, **LAWFUL)
    gathered(story)
    assert "不属于“不属于违法建设”" in refused(story, SORT, **LAWFUL | {"item": "26_4"})
    done(story, SORT, **LAWFUL)
    assert "《责令停止违法行为通知书》还在生效" in refused(story, CLOSE, **ends("not_illegal"))
    lifted(story)
    done(story, CLOSE, **ends("not_illegal"))
    assert story.case.closed_on


def test_what_was_never_stopped_has_nothing_to_lift(reached: Reached) -> None:
    story = house(reached, stop="building")
    done(story, DESCRIBE, **STRUCTURE)
    gathered(story)
    done(story, SORT, **LAWFUL)
    done(story, CLOSE, **ends("not_illegal"))
    assert story.case.closed_on


@pytest.mark.parametrize("stop", STEPS[1:])
def test_what_is_not_ours_is_handed_over_from_every_step(reached: Reached, stop: str) -> None:
    story = house(reached, stop=stop)
    ours = SENT | {"receiver": story.proceeding.case.authority.name}
    assert "不能移送给自己" in refused(story, REFER, who="juzhang", **ours)
    vague = SENT | {"ground": "按照职责分工"}
    assert "没有写明法律法规的名称和条" in refused(story, REFER, who="juzhang", **vague)
    done(story, REFER, who="juzhang", **SENT)
    assert "不能以“不由本机关管辖，已经移送”结束" in refused(story, CLOSE, **ends("not_ours"))
    story.paper("D04")
    assert "还在生效" in refused(story, CLOSE, **ends("not_ours"))
    lifted(story)
    done(story, CLOSE, **ends("not_ours"))
    assert story.case.closed_on


def test_a_sort_without_evidence_ends_nothing(reached: Reached) -> None:
    story = house(reached, stop="stop_review")
    done(story, SORT, **{**SORTED, "sort": "correctable", "item": "25_2"})
    assert "尚未登记任何证据" in refused(story, CLOSE, **ends("correctable"))
    gathered(story)
    done(story, CLOSE, **ends("correctable"))
