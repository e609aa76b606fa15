"""What the article commands is proposed: the fine, and the measure that it leaves no choice about (行政处罚法 §4)."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.penalty.guards.before_decision import fine_within_range
from sanzhi.penalty.tests.test_refusals_of_another_cause import DONE, FINE, LEFT, PROPOSE, ordered
from tests.renewals import move, renewed
from tests.stories import done, refused

Reached = Callable[..., Story]
UNIT = people.organisation(random.Random(1))
TOOLS: dict[str, Any] = {"confiscates": "烧烤炉一台", "confiscated": Decimal(600)}


@pytest.mark.parametrize(
    ("cause", "part", "whole", "missing", "article"),
    [
        (
            "C15",
            {"measures": ["confiscation_of_goods"], **TOOLS},
            {"measures": ["confiscation_of_goods"], "fine": 3000, **TOOLS},
            "罚款",
            "第四十七条",
        ),
        ("C15", {"fine": 3000}, None, "没收非法财物", "第四十七条"),
        ("C52-3", {"fine": 60000}, {"fine": 60000, "measures": ["revocation"]}, "吊销许可证件", "第五十条"),
        ("C52-3", {"measures": ["revocation"]}, None, "罚款", "第五十条"),
    ],
)
def test_nothing_is_left_out(
    reached: Reached,
    cause: str,
    part: dict[str, Any],
    whole: dict[str, Any] | None,
    missing: str,
    article: str,
) -> None:
    story = reached(stop="report", cause=cause, fine=None, party=UNIT)
    told = refused(story, PROPOSE, **part, **FINE)
    assert f"处罚依据规定应当{missing}（" in told and f"拟处罚没有{missing}。" in told and article in told
    if whole is not None:
        assert done(story, PROPOSE, **whole, **FINE).text


@pytest.mark.parametrize(
    ("cause", "fine", "measure", "missing"),
    [("C44-F", 50000, "closure", "责令关闭"), ("C43-F", 20000, "halt", "责令停产停业")],
)
def test_who_refused_is_closed_or_halted(
    reached: Reached, cause: str, fine: int, measure: str, missing: str
) -> None:
    """拒不改正的，责令关闭，并处罚款; 拒不改正的，责令停业整治 (生态环境法典 §1132)."""
    story = reached(stop="investigation", cause=cause, fine=None, party=UNIT)
    ordered(story, **LEFT)
    told = refused(story, PROPOSE, fine=fine, **FINE)
    assert f"处罚依据规定应当{missing}（" in told and "第一千一百三十二条" in told
    done(story, PROPOSE, fine=fine, measures=[measure], **FINE)
    assert fine_within_range(story.proceeding)


def test_who_corrected_is_not_halted(reached: Reached) -> None:
    story = reached(stop="investigation", cause="C43-F", fine=None, party=UNIT)
    ordered(story, **DONE)
    assert done(story, PROPOSE, fine=20000, **FINE).weight.fine == 20000


def test_a_warning_that_is_commanded_is_given(reached: Reached) -> None:
    """给予警告，并对个人可以处罚款 (生态环境法典 §1190)."""
    story = reached(stop="investigation", cause="C47-2-F", fine=None)
    ordered(story, **LEFT)
    assert "处罚依据规定应当警告（" in refused(story, PROPOSE, fine=200, **FINE)
    assert done(story, PROPOSE, warns=True, **FINE).weight.fine == 0


REDUCED: dict[str, Any] = {"mitigation": "行政处罚法第三十二条第一项", **FINE}


def test_only_a_reduced_penalty_goes_below(reached: Reached) -> None:
    """减轻 by its ground, proved (行政处罚法 §32)."""
    story = reached(stop="report", cause="C52-3", fine=None, party=UNIT)
    proofs = [row.pk for row in story.case.evidence.all()][:1]
    assert done(story, PROPOSE, fine=40000, ground_proofs=proofs, **REDUCED).weight.fine == 40000


def test_what_may_not_be_had_is_taken_all_the_same(reached: Reached) -> None:
    story = reached(stop="report", cause="C15", fine=None)
    assert "处罚依据规定应当没收非法财物（" in refused(story, PROPOSE, fine=1000, **REDUCED)


def test_what_is_left_out_is_not_decided(reached: Reached) -> None:
    """Asked again where it is decided: moved to an edition that commands more."""
    story = reached(stop="notice", cause="C05", fine=8000)
    assert fine_within_range(story.proceeding)
    renewed(story.bureau, "powers", at="C05", other_measures="责令限期恢复原状；吊销许可证")
    move(story, "powers")
    assert "处罚依据规定应当吊销许可证件" in str(fine_within_range(story.proceeding))


def test_no_second_fine_is_commanded(reached: Reached) -> None:
    """Fined elsewhere for the same act: the tools are taken, the fine is left out (行政处罚法 §29)."""
    story = reached(stop="report", cause="C15", fine=None)
    elsewhere = {"agency": "舞钢市公安局（2026）第9号", "is_same": True, "reason": "同日同地的同一行为。"}
    tools = {"measures": ["confiscation_of_goods"], **TOOLS, **FINE}
    assert "处罚依据规定应当罚款（" in refused(story, PROPOSE, **tools)
    done(story, "penalty.weigh_same_act", who="juzhang", **elsewhere)
    assert done(story, PROPOSE, **tools).weight.fine == 0


def nothing(story: Story, why: str, **more: Any) -> dict[str, Any]:
    proofs = [row.pk for row in story.case.evidence.all()][:1]
    return {"fine": 3000, **FINE, "untaken": why, "untaken_proofs": proofs, **more}


@pytest.mark.parametrize(("why", "said"), [("gone", "已经灭失"), ("others", "没有参与违法的他人所有")])
def test_what_is_not_there_is_not_taken(reached: Reached, why: str, said: str) -> None:
    """Another's, or gone: chosen and proved, and told; goods are not invented (行政处罚法 §4, §40)."""
    story = reached(stop="report", cause="C15", fine=None)
    told = refused(story, PROPOSE, **nothing(story, why, untaken_proofs=[]))
    assert "没有财物可以没收，没有证据证明" in told and "行政处罚法第四十条" in told
    both = nothing(story, why, measures=["confiscation_of_goods"], **TOOLS)
    assert "却又提出没收财物" in refused(story, PROPOSE, **both)
    assert "没有选择是哪一种情形" in refused(story, PROPOSE, **{**nothing(story, why), "untaken": None})
    assert done(story, PROPOSE, **nothing(story, why)).weight.things == frozenset()
    assert fine_within_range(story.proceeding)
    [reason] = {story.paper("D27").values["discretion_reason"]}
    assert said in reason and "证明，不予没收。" in reason


def test_where_nothing_is_commanded_to_be_taken_nothing_is_said_of_it(reached: Reached) -> None:
    story = reached(stop="report")
    told = refused(story, PROPOSE, **nothing(story, "gone", fine=800))
    assert "处罚依据没有规定应当没收财物" in told and "行政处罚法第四条" in told
    done(story, PROPOSE, fine=800, **FINE)
