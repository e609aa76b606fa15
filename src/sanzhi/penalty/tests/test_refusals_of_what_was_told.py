"""What was told is what is decided: measures and their things, the grounds, the evidence; lighter needs no new notice."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.cases.queries import evidence, papers
from sanzhi.demo.story import Story
from sanzhi.documents.queries import document_of
from tests.stories import done, established, refused

Reached = Callable[..., Story]
PROPOSE, DECIDE = "penalty.propose_penalty", "penalty.decide_penalty"
GRILL: dict[str, Any] = {
    "cause": "C15",
    "fine": Decimal(3000),
    "measures": ["confiscation_of_goods"],
    "confiscates": "烧烤炉一台、烤架两副",
    "confiscated": Decimal(600),
}
TAKEN: dict[str, Any] = {name: GRILL[name] for name in ("fine", "measures", "confiscates", "confiscated")}


def again(story: Story, **changed: Any) -> dict[str, Any]:
    """The standing proposal, with what has `changed`."""
    return {"correction": story.plan.correction, "reason": story.plan.reason, **changed}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"confiscates": "轻型货车一辆、冰柜三台"}, "增加没收冰柜三台；增加没收轻型货车一辆"),
        ({"confiscates": "烧烤炉一台、烤架三副"}, "增加没收烤架三副"),
        ({"confiscates": "烧烤炉三台"}, "增加没收烧烤炉三台"),
        ({"confiscated": Decimal("600.01")}, "没收价值600.01元高于600元"),
    ],
)
def test_another_thing_is_heavier(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="plea", **GRILL)
    done(story, PROPOSE, **again(story, **{**TAKEN, **changed}))
    for who, command in (("zhifa1", "cases.complete_step"), ("juzhang", DECIDE)):
        told = refused(story, command, who=who)
        assert f"现拟处理意见重于已告知的：{said}" in told and "行政处罚法第四十四条" in told
    done(story, "cases.record_plea", text="请求从轻处理。")
    assert "不得因当事人陈述申辩" in refused(story, PROPOSE, **again(story, **{**TAKEN, **changed}))


@pytest.mark.parametrize("things", ["烤架两副、烧烤炉一台", "烧烤炉一台", "烧烤炉一台、烤架一副"])
def test_fewer_things_need_no_new_notice(reached: Reached, things: str) -> None:
    story = reached(stop="plea", **GRILL)
    done(story, PROPOSE, **again(story, **{**TAKEN, "confiscates": things, "confiscated": Decimal(500)}))
    assert "已告知的" not in refused(story, "cases.complete_step")


GROUNDS: list[tuple[dict[str, Any], str]] = [
    ({"reason": "屡教不改，抗拒检查，情节恶劣。"}, "现拟处理意见与已告知的理由不同"),
    ({"correction": "拆除其自有房屋。"}, "现拟处理意见与已告知的责令改正不同"),
    ({"fine": 500, "tier": "一般"}, "裁量档次更重"),
    (
        {"fine": 500, "tier": "特别严重", "departure": "当事人曾因同类行为受过三次劝导。"},
        "偏离裁量基准的理由",
    ),
]


@pytest.mark.parametrize(("changed", "said"), GROUNDS)
def test_other_grounds_are_told_anew(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="plea", fine=500)
    done(story, PROPOSE, **again(story, **{"fine": 500, **changed}))
    for who, command in (("zhifa1", "cases.complete_step"), ("juzhang", DECIDE)):
        told = refused(story, command, who=who)
        assert said in told and "行政处罚法第四十四条" in told
    story.serve(story.paper("D29"))
    assert "已告知的" not in refused(story, DECIDE, who="juzhang")


def test_a_ground_in_the_partys_favour_may_come_but_not_go(reached: Reached) -> None:
    story = reached(stop="plea", fine=700)
    proved = [row.pk for row in evidence(story.case)]
    less = {"fine": 600, "lighter": "行政处罚法第三十二条第一项", "ground_proofs": proved}
    done(story, PROPOSE, **again(story, **less))
    assert "已告知的" not in refused(story, DECIDE, who="juzhang")
    done(story, PROPOSE, **again(story, fine=600))
    assert "已告知的" not in refused(story, DECIDE, who="juzhang")  # the notice named none


def test_a_ground_that_was_told_is_not_lost(reached: Reached) -> None:
    story = reached(stop="plea", fine=600, lighter="行政处罚法第三十二条第一项")
    done(story, PROPOSE, **again(story, fine=600))
    assert "与已告知的行政处罚法第三十二条第一项不同" in refused(story, DECIDE, who="juzhang")


def test_the_decision_names_what_proves_the_finding(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    number = done(story, DECIDE, who="juzhang").document_id
    names = [row["name"] for row in document_of(f"cases.case:{story.case_id}", number).values["evidence"]]
    assert names == [row.name for row in evidence(story.case)]


def test_evidence_that_came_after_the_notice_is_told_or_not_used(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.add_evidence", kind="testimony", name="证人某的证言", proves="违法行为的经过")
    used = board.facts_of(story.proceeding, ["case.evidence", "case.gathered"])["case"]
    assert "证人某的证言" not in [row["name"] for row in used["evidence"]]
    assert "证人某的证言" in [row["name"] for row in used["gathered"]]
    established(story, evidence=[row.pk for row in evidence(story.case)])
    assert "提出处理建议以后，事实有变化" in refused(story, DECIDE, who="juzhang")
    done(story, PROPOSE, **again(story, fine=800))
    assert "现拟处理意见与已告知的事实不同" in refused(story, DECIDE, who="juzhang")
    story.serve(story.paper("D29"))
    assert "事实" not in refused(story, DECIDE, who="juzhang")


def test_the_answer_to_a_plea_tells_what_it_answered(reached: Reached) -> None:
    story = reached(stop="plea", fine=800)
    done(story, "cases.record_plea", text="情节较轻，请求减少罚款。")
    done(story, "cases.answer_plea", is_accepted=True, answer="经复核，情况属实。")
    done(story, PROPOSE, **again(story, fine=600))
    story.paper("D31")
    answer = story.paper("D32")
    assert answer.values["pleas"][0]["proposed"] == "罚款800元（人民币捌佰元整）"
    paper = next(row for row in papers(story.proceeding) if row.form == "D32")
    assert paper.proposal is not None and paper.proposal.weight.fine == 800
    assert "以前的处理建议" not in refused(story, "cases.complete_step")


def test_a_later_lighter_notice_takes_the_heavier_one_back(reached: Reached) -> None:
    """Told 800, then told 600: 799 is heavier than what the party was told last."""
    story = reached(stop="plea")
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再告知。")
    done(story, PROPOSE, **again(story, fine=600))
    story.paper("D27")
    done(story, "cases.complete_step")
    story.serve(story.paper("D29"))
    story._film("service")
    done(story, "cases.complete_step")
    done(story, PROPOSE, **again(story, fine=799))
    said = refused(story, "cases.complete_step")
    assert "重于已告知的" in said and "行政处罚法第四十四条" in said
