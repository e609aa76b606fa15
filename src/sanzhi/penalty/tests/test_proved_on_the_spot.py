"""On the spot, too, what is claimed is proved and electronic data are recorded as they were taken."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases.queries import evidence
from sanzhi.demo.story import Story
from sanzhi.penalty.tests.test_refusals_on_the_spot import RIGHT
from tests.stories import done, refused

Reached = Callable[..., Story]
ACT = "penalty.penalise_on_the_spot"
STREET: dict[str, Any] = {
    "procedure": "penalty/simplified",
    "cause": "C56",
    "stop": "on_the_spot",
    "fine": 100,
}


def test_a_lighter_fine_names_its_proof(reached: Reached) -> None:
    story = reached(**STREET)
    lighter = {**RIGHT, "fine": 20, "lighter": "行政处罚法第三十一条"}
    said = refused(story, ACT, **lighter)
    assert "事由没有证据证明" in said and "行政处罚法第四十条、第四十六条" in said
    decided = done(story, ACT, **lighter, ground_proofs=[row.pk for row in evidence(story.case)])
    assert decided.proposal.grounds["proved_by"]


def test_nothing_is_over_before_it_is_decided(reached: Reached) -> None:
    said = refused(reached(**STREET), "cases.complete_step")
    assert "尚未作出当场处罚决定" in said and "行政处罚法第五十一条" in said


def test_electronic_data_have_their_record(reached: Reached) -> None:
    story = reached(**STREET)
    done(story, "cases.add_evidence", kind="electronic", name="网店页面截图", proves="违法行为的现场状态")
    said = refused(story, ACT, **RIGHT)
    assert "没有《电子数据提取笔录》" in said and "行政处罚法第四十六条" in said


def test_only_what_the_article_provides_and_what_is_to_be_corrected(reached: Reached) -> None:
    """No warning where the article knows none (行政处罚法 §4); with each penalty an order to correct (§28)."""
    party = {"cause": "C17", "fine": 50, "quantities": {"items": 1}}
    story = reached(**{**STREET, **party})
    order = {**RIGHT, "fine": 50, "quantities": {"items": 1}}
    told = refused(story, ACT, **order, warns=True)
    assert "处罚依据没有规定警告" in told and "第五十条" in told
    told = refused(story, ACT, **{**order, "fine": None}, warns=True)
    assert "处罚依据规定应当罚款（" in told and "行政处罚法第四条" in told
    told = refused(story, ACT, **{**order, "correction": ""})
    assert "实施处罚的同时应当责令当事人改正" in told and "第二十八条第一款" in told
