"""Order to correct, proposal, notice: what the law wants before the party is told, and what is told."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from sanzhi.cases import board
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.queries import current_proposal, proofs
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit
from tests.stories import done, refused

Reached = Callable[..., Story]
STALL = {"cause": "C01", "fine": 500}


def ordered(story: Story, days: int = 3) -> None:
    until = clock.today() + timedelta(days=days)
    done(story, "penalty.order_correction", content="立即清理摊位。", correct_by_on=until)


def reviewed(story: Story, corrected: bool) -> dict[str, Any]:
    return {"is_corrected": corrected, "result": "经复查，情况属实。"}


def test_on_the_last_day_of_the_decision_nothing_is_ordered_beyond_it(reached: Reached) -> None:
    """行政处罚法 §60: who is given longer could not be decided on in time."""
    story = reached(stop="correction", **STALL)
    until = deadline(story.proceeding, "case_decision")
    assert until is not None
    clock.advance(until.on - clock.today())
    beyond = {"content": "立即清理摊位。", "correct_by_on": until.on + timedelta(days=1)}
    assert "改正期限不能晚于作出决定的期限" in refused(story, "penalty.order_correction", **beyond)


def test_an_order_to_correct_is_served_waited_for_and_reviewed(reached: Reached) -> None:
    story = reached(stop="correction", **STALL)
    review = "penalty.record_correction_review"
    said = refused(story, "cases.complete_step")
    assert "尚未责令改正。" in said and "《责令改正通知书》尚未送达" in said and "尚未复查" in said
    assert "尚未责令改正，不能复查" in refused(story, review, **reviewed(story, False))
    yesterday = clock.today() - timedelta(days=1)
    late = {"content": "立即清理摊位。", "correct_by_on": yesterday}
    assert "改正期限不能早于今天" in refused(story, "penalty.order_correction", **late)
    ordered(story)
    notice = story.paper("D23")
    assert "《责令改正通知书》尚未送达。（依据：行政处罚法第二十八条）" in refused(
        story, "cases.complete_step"
    )
    story.serve(notice)
    said = refused(story, "cases.complete_step")
    assert "改正期限届满后尚未复查" in said and "尚未送达" not in said
    clock.advance(timedelta(days=3))
    assert "期限届满之前不能认定逾期未改正" in refused(story, review, **reviewed(story, False))
    clock.advance(timedelta(days=1))
    done(story, review, **reviewed(story, False))
    assert "缺少《" in refused(story, "cases.complete_step")
    story.paper("D25", {"conclusion": "未改正"})
    assert done(story, "cases.complete_step").step == "report"


@pytest.mark.parametrize("corrected", [True, False])
def test_who_corrected_is_not_punished(reached: Reached, corrected: bool) -> None:
    story = reached(stop="correction", **STALL)
    ordered(story)
    review = "penalty.record_correction_review"
    said = refused(story, review, **reviewed(story, corrected))
    assert "《责令改正通知书》尚未送达，不能复查" in said and "行政处罚法第二十八条" in said
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=4))
    done(story, review, **reviewed(story, corrected))
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert ("当事人已按期改正，不得处罚" in said) is corrected


def test_an_order_that_runs_is_not_rewritten(reached: Reached) -> None:
    story = reached(stop="correction", **STALL)
    ordered(story, days=2)
    ordered(story)  # nobody has been told yet
    story.serve(story.paper("D23"))
    until = clock.today() + timedelta(days=9)
    again = {"content": "立即清理摊位。", "correct_by_on": until}
    said = refused(story, "penalty.order_correction", **again)
    assert "责令改正通知书已经送达，期限正在计算，不能改写" in said and "行政处罚法第二十八条" in said
    clock.advance(timedelta(days=4))
    assert "期限正在计算" in refused(story, "penalty.order_correction", **again)
    done(story, "penalty.record_correction_review", **reviewed(story, False))


def test_only_causes_that_demand_it_wait_for_a_correction(reached: Reached) -> None:
    assert "责令改正" not in refused(reached(stop="notice"), "penalty.decide_penalty", who="juzhang")


FINE = {"fine": 800, "correction": "责令立即改正。", "reason": "属一般档次。"}
PROPOSALS: list[tuple[dict[str, Any], str, str]] = [
    ({"fine": None}, "没有提出任何处罚", "行政处罚法第五十七条"),
    ({"correction": ""}, "实施处罚的同时应当责令当事人改正", "行政处罚法第二十八条第一款"),
    ({"correction": "改正"}, "请写明改正的内容和期限", "行政处罚法第二十八条第一款"),
    ({"fine": "1000.01"}, "高于法定上限1000", "第四十五条第一款"),
    ({"fine": "499.99"}, "低于法定下限500", "第四十五条第一款"),
    ({"measures": ["revocation"]}, "处罚依据没有规定“吊销许可证件”", "第四十五条第一款"),
    ({"warns": True}, "处罚依据没有规定警告", "第四十五条第一款"),
    ({"confiscated": 100}, "请在“其他处罚”中选择没收", "行政处罚法第六十三条"),
    ({"confiscates": "烤炉一台"}, "不没收财物的，请不要填写", "行政处罚法第五十九条"),
]


@pytest.mark.parametrize(("changed", "said", "article"), PROPOSALS)
def test_a_proposal(reached: Reached, changed: dict[str, Any], said: str, article: str) -> None:
    story = reached(stop="report")
    told = refused(story, "penalty.propose_penalty", **{**FINE, **changed})
    assert said in told and article in told
    assert "尚未提出处理建议" in refused(story, "cases.complete_step")
    done(story, "penalty.propose_penalty", **FINE)
    told = refused(story, "cases.complete_step")
    assert "缺少《" in told and "尚未提出处理建议" not in told


@pytest.mark.parametrize(
    "changed",
    [
        {"fine": 1000},
        {"fine": 500},
        {"fine": 300, "mitigation": "行政处罚法第三十二条第一项"},
        {"fine": 600, "lighter": "行政处罚法第三十二条第三项"},
    ],
)
def test_lawful_proposals(reached: Reached, changed: dict[str, Any]) -> None:
    story = reached(stop="report")
    if len(changed) > 1:  # a circumstance is a fact, and is proved
        told = refused(story, "penalty.propose_penalty", **{**FINE, **changed})
        assert "从轻、减轻处罚的事由没有证据证明" in told and "行政处罚法第四十条" in told
        assert "没有证据证明" in refused(
            story, "penalty.propose_penalty", **{**FINE, **changed}, ground_proofs=[9**9]
        )
        changed = {**changed, "ground_proofs": [proofs(story.proceeding)[0].pk]}
    proposal = done(story, "penalty.propose_penalty", **{**FINE, **changed})
    assert current_proposal(story.proceeding) == proposal


@pytest.mark.parametrize("words", ["无", "没有减轻情节", "行政处罚法第三十三条"])
def test_nothing_but_a_ground_of_the_law_goes_below_the_range(reached: Reached, words: str) -> None:
    story = reached(stop="report")
    with pytest.raises(ValidationError):
        done(story, "penalty.propose_penalty", **{**FINE, "fine": 300, "mitigation": words})
    assert "低于法定下限500" in refused(story, "penalty.propose_penalty", **{**FINE, "fine": 300})


@pytest.mark.parametrize(
    ("case", "ground", "said"),
    [
        ({}, "行政处罚法第三十条", "不是已满十四周岁不满十八周岁的人"),
        (
            {"party": people.organisation(Random(3))},
            "行政处罚法第三十一条",
            "只有自然人才有辨认、控制能力的问题",
        ),
    ],
)
def test_a_ground_that_the_party_cannot_have(
    reached: Reached, case: dict[str, Any], ground: str, said: str
) -> None:
    story = reached(stop="report", **case)
    assert said in refused(story, "penalty.propose_penalty", **FINE, mitigation=ground)
    proved = {"mitigation": "行政处罚法第三十二条第一项", "ground_proofs": [proofs(story.proceeding)[0].pk]}
    done(story, "penalty.propose_penalty", **{**FINE, "fine": 300}, **proved)
    told = board.facts_of(story.proceeding, ["case.discretion_reason"])["case"]["discretion_reason"]
    assert told == "属一般档次。有现场检查笔录证明。依照行政处罚法第三十二条第一项的规定，减轻处罚。"


def test_a_confiscation_has_a_name_and_a_value(reached: Reached) -> None:
    story = reached(stop="report", cause="C15", fine=3000)
    grill = {
        "fine": 3000,
        "measures": ["confiscation_of_goods"],
        "correction": "责令立即改正。",
        "reason": "属一般档次。",
    }
    said = refused(story, "penalty.propose_penalty", **{**grill, "measures": []})
    assert "处罚依据规定应当没收" in said
    assert "没有填写价值" in refused(story, "penalty.propose_penalty", **grill, confiscates="烤炉一台")
    assert "请写明没收什么" in refused(story, "penalty.propose_penalty", **grill, confiscated=600)
    for goods in ("。。", "若干烤炉", "烤炉", "1"):
        told = refused(story, "penalty.propose_penalty", **grill, confiscates=goods, confiscated=600)
        assert f"“{goods}”没有写明没收的是什么、有多少" in told
    cheap = refused(story, "penalty.propose_penalty", **grill, confiscates="烤炉一台", confiscated="0.01")
    assert "不像查明的价值" in cheap
    proposal = done(story, "penalty.propose_penalty", **grill, confiscates="烤炉一台", confiscated=600)
    assert proposal.text == "罚款3000元（人民币叁仟元整）；没收烤炉一台"
    assert proposal.weight.confiscated == 600


@pytest.mark.parametrize("items", [-1, 0, "1e30", "NaN", "1.234", "十"])
def test_a_quantity_is_a_number_that_can_be_counted(reached: Reached, items: Any) -> None:
    story = reached(stop="report", cause="C17", fine=50, quantities={"items": 1})
    order = {
        "fine": 50,
        "correction": "责令立即改正。",
        "reason": "属一般档次。",
        "quantities": {"items": items},
    }
    with pytest.raises(ValidationError):
        done(story, "penalty.propose_penalty", **order)


def test_a_fine_for_each_item(reached: Reached) -> None:
    story = reached(stop="report", cause="C17", fine=50, quantities={"items": 1})
    one = {"quantities": {"items": 1}, "correction": "责令立即改正。", "reason": "属一般档次。"}
    assert "高于法定上限50" in refused(story, "penalty.propose_penalty", fine="50.01", **one)
    uncounted = refused(
        story, "penalty.propose_penalty", fine=50, correction="责令立即改正。", reason="属一般档次。"
    )
    assert "按数量计罚" in uncounted and "不能罚款" in uncounted
    done(story, "penalty.propose_penalty", fine=50, **one)


BORN = date(2010, 1, 1)
MINOR = {
    "kind": "person",
    "name": "李某",
    "id_number": f"000000{BORN:%Y%m%d}002" + check_digit(f"000000{BORN:%Y%m%d}002"),
    "address": "某处某号",
    "guardian": "家长某",
}


YOUNG = "行政处罚法第三十条"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "应当从轻或者减轻处罚"),
        (
            {"reason": "未满十八周岁，依照行政处罚法第三十条从轻处罚。"},
            "应当从轻或者减轻处罚",
        ),  # words choose nothing
        ({"lighter": "行政处罚法第三十二条第一项", "fine": 500}, "应当从轻或者减轻处罚"),
        ({"lighter": YOUNG, "fine": 760}, "高于法定幅度的中限750元"),
        ({"lighter": YOUNG, "fine": 500, "reason": "情节恶劣，依法从重处罚。"}, "理由中却写“从重”"),
        ({"mitigation": YOUNG, "fine": 500}, "没有低于法定下限500元"),
        ({"mitigation": YOUNG, "lighter": YOUNG, "fine": 300}, "只能选择一项"),
    ],
)
def test_a_minor_is_punished_less_by_a_coded_choice(
    reached: Reached, changed: dict[str, Any], said: str
) -> None:
    story = reached(stop="report", party=MINOR)
    told = refused(story, "penalty.propose_penalty", **{**FINE, **changed})
    assert said in told and "行政处罚法第三十条" in told


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"lighter": YOUNG, "fine": 500}, "依照行政处罚法第三十条的规定，从轻处罚。"),
        ({"mitigation": YOUNG, "fine": 300}, "依照行政处罚法第三十条的规定，减轻处罚。"),
    ],
)
def test_the_paper_says_by_which_article_it_is_less(
    reached: Reached, chosen: dict[str, Any], words: str
) -> None:
    story = reached(stop="report", party=MINOR)
    done(story, "penalty.propose_penalty", **{**FINE, **chosen})
    said = refused(story, "cases.complete_step")
    assert "从轻" not in said and "缺少《" in said
    told = board.facts_of(story.proceeding, ["case.discretion_reason"])["case"]["discretion_reason"]
    assert told == f"属一般档次。{words}"


STALLED = {"cause": "C05", "fine": 8000}
TIERS: list[tuple[dict[str, Any], str]] = [
    ({"fine": 8000, "tier": "轻微"}, "罚款8000元不在“轻微”档次的幅度内"),
    ({"fine": 8000, "tier": "极其严重"}, "裁量基准没有“极其严重”这一档次"),
    ({"fine": 5000, "tier": "严重", "departure": "太重"}, "罚款5000元不在“严重”档次的幅度内"),
    ({"fine": 8000, "tier": "一般", "departure": "当事人长期配合社区共管工作。"}, "罚款没有偏离裁量基准"),
]


@pytest.mark.parametrize(("changed", "said"), TIERS)
def test_the_tier_is_that_of_the_sum(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="report", **STALLED)
    told = refused(story, "penalty.propose_penalty", **{**FINE, **changed})
    assert said in told and "行政处罚法第三十四条" in told


@pytest.mark.parametrize(
    ("fine", "tier"), [(5000, "轻微"), (5001, "一般"), (10000, "一般"), (10001, "严重"), (20000, "特别严重")]
)
def test_the_tier_is_computed_where_nobody_names_it(reached: Reached, fine: int, tier: str) -> None:
    story = reached(stop="report", **STALLED)
    assert done(story, "penalty.propose_penalty", **{**FINE, "fine": fine}).grounds["tier"] == tier


def test_leaving_the_tier_is_a_reason_that_is_reviewed(reached: Reached) -> None:
    story = reached(stop="report")
    reason = "当事人三年内已因同类行为两次受到批评教育。"
    order = {**FINE, "fine": 600, "tier": "一般", "departure": reason}
    done(story, "penalty.propose_penalty", **order)
    assert board.major_reasons(story.proceeding) == ("超出裁量基准的处罚",)
    told = board.facts_of(story.proceeding, ["case.discretion_reason"])["case"]["discretion_reason"]
    assert told == f"属一般档次。偏离裁量基准的理由：{reason}"
    done(story, "penalty.propose_penalty", **{**FINE, "fine": 600})
    assert board.major_reasons(story.proceeding) == ()


@pytest.mark.parametrize(
    ("case", "wanted", "other", "said"),
    [
        ({}, "D29", "D30", "《行政处罚事先告知书》尚未送达"),
        ({"cause": "C05", "fine": 8000}, "D30", "D29", "《行政处罚听证告知书》尚未送达"),
    ],
)
def test_the_notice_is_the_right_one_filmed_and_served(
    reached: Reached, case: dict[str, Any], wanted: str, other: str, said: str
) -> None:
    story = reached(stop="notice", **case)
    assert "环节不使用《" in refused(story, "cases.write_document", form=other)
    told = refused(story, "cases.complete_step")
    assert said in told and "缺少《" in told and "没有音像记录" in told
    paper = story.paper(wanted)
    story._film("service")
    told = refused(story, "cases.complete_step")
    assert said in told and "缺少《" not in told and "音像" not in told
    assert said in refused(story, "penalty.decide_penalty", who="juzhang")
    story.serve(paper)
    assert said not in refused(story, "penalty.decide_penalty", who="juzhang")
    assert done(story, "cases.complete_step").step == "plea"


def test_a_warning_that_the_article_gives_is_given(reached: Reached) -> None:
    """行政处罚法 §9(1): the list says of each power whether its article warns."""
    story = reached(stop="report", cause="C47-2-F", fine=300)
    order = {"fine": 300, "correction": story.plan.correction, "reason": story.plan.reason}
    assert done(story, "penalty.propose_penalty", warns=True, **order).weight.warns
