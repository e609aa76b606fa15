"""Deliberation and decision: nobody decides alone, too early, twice, or against whom the law spares."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.models import Decision
from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit
from sanzhi.law.penalties import Mitigation
from tests.stories import done, established, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}


def test_a_decision_is_taken_once_and_by_the_head(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    for who in ("zhifa1", "duizhang1", "fazhi", "jiandu"):
        assert "这项工作由机关负责人办理" in refused(story, "penalty.decide_penalty", who=who)
    decision = done(story, "penalty.decide_penalty", who="juzhang")
    assert decision.number == "舞城管罚决字〔2026〕第1号"
    for who in ("juzhang", "fujuzhang"):
        said = refused(story, "penalty.decide_penalty", who=who)
        assert "本案已经作出决定" in said and "行政处罚法第二十九条" in said
    assert Decision.objects.count() == 1


def test_a_decision_waits_for_its_approval(reached: Reached) -> None:
    story = reached(stop="decision_signing")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "缺少《行政处罚决定审批表》" in said and "行政处罚法第五十七条" in said
    story.sign_all(next(row.document_id for row in papers(story.proceeding) if row.form == "D40"))
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


@pytest.mark.parametrize("step", ["lead", "investigation", "report", "service"])
def test_a_decision_has_its_step(reached: Reached, step: str) -> None:
    said = refused(reached(stop=step), "penalty.decide_penalty", who="juzhang")
    assert "此时不能这样办理" in said
    assert ("尚未提出处理建议" in said) is (step != "service")


def test_who_is_to_be_punished_is_not_spared(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, "penalty.propose_penalty", fine=800, correction="责令立即改正。", reason="属一般档次。")
    assert "现在的处理建议不是不予处罚" in refused(story, "penalty.decide_no_penalty", who="juzhang")
    established(story, corrected_on=clock.today())
    done(story, "penalty.propose_sparing", ground="first", reason="初次违法，轻微。")
    assert "现在的处理建议不是" not in refused(story, "penalty.decide_no_penalty", who="juzhang")


def born(day: date) -> dict[str, Any]:
    body = f"000000{day:%Y%m%d}001"
    return {
        "kind": "person",
        "name": "李某",
        "id_number": body + check_digit(body),
        "address": "某处某号",
        "guardian": "家长某",
    }


@pytest.mark.parametrize(("day", "spared"), [(date(2012, 9, 1), True), (date(2012, 8, 31), False)])
def test_nobody_under_fourteen_is_punished(reached: Reached, day: date, spared: bool) -> None:
    less = {"fine": 500, "lighter": None if spared else Mitigation.YOUNG}
    story = reached(stop="decision_approved", party=born(day), **less)
    if spared:
        said = refused(story, "penalty.decide_penalty", who="juzhang")
        assert "不满十四周岁，不予行政处罚" in said and "行政处罚法第三十条" in said
    else:
        assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 500


@pytest.mark.parametrize(
    ("happened_on", "endangers", "years"),
    [
        (date(2024, 8, 31), False, "二年"),
        (date(2024, 9, 1), False, ""),
        (date(2024, 8, 31), True, ""),
        (date(2021, 8, 31), True, "五年"),
    ],
)
def test_limitation(reached: Reached, happened_on: date, endangers: bool, years: str) -> None:
    """The finding says how many years; the day of discovery is that of the registered lead."""
    story = reached(stop="report")
    found = {
        "happened_on": happened_on,
        "place": "某路某号",
        "conduct": "以前设置的售货亭，至今未拆。",
        "consequence": "售货亭倒塌压伤行人一名。" if endangers else "",
        "endangers_life": endangers,
        "evidence": [row.pk for row in queries.evidence(story.case)],
    }
    if endangers:
        said = refused(story, "cases.establish_facts", **{**found, "consequence": "有"})
        assert "应当写明查实的危害后果" in said
    done(story, "cases.establish_facts", **found)
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert f"超过{years}追责时效" in said if years else "追责时效" not in said, said


def test_the_basis_must_have_been_in_force_on_the_day_that_was_found(reached: Reached) -> None:
    """行政处罚法 §37: an act of before is judged by the law of its day, whatever the lead had said."""
    story = reached(stop="report", cause="C25-F", fine=2000)
    found = {
        "place": "某路某号",
        "conduct": "以前设置的售货亭，至今未拆。",
        "evidence": [row.pk for row in queries.evidence(story.case)],
    }
    said = refused(story, "cases.establish_facts", **found, happened_on=date(2001, 1, 1))
    assert "施行，不适用于以前的行为" in said and "行政处罚法第三十七条" in said
    done(story, "cases.establish_facts", **found, happened_on=date(2026, 8, 20))


def test_of_two_causes_the_heavier_is_applied(reached: Reached) -> None:
    """露天烧烤: the region's 2,000 to 20,000 is heavier than the code's 500 to 5,000 (行政处罚法 §29)."""
    story = reached(stop="report", cause="C16-F", fine=None)
    order = {"fine": 2000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
    told = refused(story, "penalty.propose_penalty", **order)
    assert "C15“" in told and "C15-2" not in told and "行政处罚法第二十九条" in told
    said = {**order, "competing": "当事人使用电烤炉，没有产生油烟，不构成该案由。"}
    assert "罚款数额更高" not in refused(story, "penalty.propose_penalty", **said, warns=True)
