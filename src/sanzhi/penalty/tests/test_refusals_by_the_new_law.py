"""The law that has followed, the calendar that is a guess, what is new and what is heavier (行政处罚法 §37, §64)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from sanzhi.catalogues.queries import powers_of_edition
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.law.measures import Measure, Term, Weight
from sanzhi.penalty.again import _is_lighter
from sanzhi.penalty.guards.before_decision import (
    _rests_on_refusal,
    correction_respected,
    fine_within_range,
)
from sanzhi.penalty.rules import law_of_today
from tests.renewals import move, renewed
from tests.stories import done, reasons, refused, seen

Reached = Callable[..., Story]
SUMMER = datetime(2026, 8, 3, 9, tzinfo=clock.CHINA)


def test_the_milder_law_that_has_followed_is_applied(reached: Reached) -> None:
    """Told under the old provision on the 3rd of August, decided after the 15th: by the successor, told anew."""
    with clock.moved(SUMMER):
        story = reached(stop="report", cause="C16", fine=None)
        assert law_of_today(story.proceeding)
        change = {"cause_code": "C16-F", "reason": "新法处罚较轻，应当适用承接条款。"}
        assert "施行，不适用于以前的行为" in refused(
            story, "cases.change_cause", **{**change, "cause_code": "C38-F"}
        )
        clock.advance(timedelta(days=14))
        told = reasons(partial(require, law_of_today(story.proceeding)))
        assert "新的规定处罚较轻的，适用新的规定" in told and "行政处罚法第三十七条" in told
        order = {"fine": 2000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
        assert "改定案由为承接条款" in refused(story, "penalty.propose_penalty", **order)
        assert "不是本案承办人" in refused(story, "cases.change_cause", who="fazhi", **change)
        done(story, "cases.change_cause", **change)
        assert (story.proceeding.cause_code, bool(law_of_today(story.proceeding))) == ("C16-F", True)
        heir = powers_of_edition(story.proceeding.power_edition_id)["C16-F"]
        assert story.proceeding.cause == heir.cause


def test_only_another_cause_of_ours_is_changed_to_and_only_before_the_decision(reached: Reached) -> None:
    story = reached(stop="report", fine=None)
    change = {"cause_code": "C05", "reason": "查明占道面积、时间符合该案由。"}
    for code in ("C04", "C26", "C999", "A01"):  # the present one; another agency's; none; none of this kind
        told = refused(story, "cases.change_cause", **{**change, "cause_code": code})
        assert "没有可以改定的案由" in told and "行政处罚法第四十条" in told


def test_the_cause_of_a_decision_is_changed_no_more(reached: Reached) -> None:
    change = {"cause_code": "C05", "reason": "查明占道面积、时间符合该案由。"}
    assert "已经作出决定" in refused(reached(stop="performance"), "cases.change_cause", **change)


def test_a_changed_cause_is_told_and_reviewed_anew(reached: Reached) -> None:
    """The papers told another cause: nothing that vouched for it vouches for this one (行政处罚法 §44)."""
    story = reached(stop="decision")
    done(story, "cases.change_cause", cause_code="C02", reason="查明的事实符合店外经营的案由。")
    assert story.proceeding.step == "investigation"
    assert done(story, "cases.complete_step").step == "correction"  # the new cause is corrected first
    story.plan = replace(story.plan, stop="", fine=Decimal(600))
    walk(story, "correction")
    assert "案由和条款、责令改正的复查有变化" in refused(story, "cases.complete_step")
    walk(story, "report")
    assert "告知" in refused(story, "cases.complete_step")
    walk(story, "notice", "plea", "review", "deliberation", "decision")
    assert story.proceeding.decision.weight.fine == 600


def test_who_refused_to_correct_is_measured_by_the_figures_for_that(reached: Reached) -> None:
    """责令改正 is obeyed or not; the article has other figures for who refuses (生态环境法典 §1189)."""
    story = reached(stop="investigation", cause="C47-F", fine=None)
    fine = {"fine": 20000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
    refuse(story)
    told = refused(story, "penalty.propose_penalty", **fine)
    assert "拒不改正，应当适用" in told and "第一千一百八十九条" in told and "C47-3-F" in told
    assert "没有规定“责令停产停业" in refused(story, "penalty.propose_penalty", **fine, measures=["halt"])
    change = {"cause_code": "C47-3-F", "reason": "复查查明经责令改正拒不改正。"}
    done(story, "cases.change_cause", **change)
    for _ in range(2):  # the order and its review stand
        done(story, "cases.complete_step")
    more = {**fine, "fine": 80000}
    told = refused(story, "penalty.propose_penalty", **more, measures=["halt"])  # 报经有批准权的人民政府批准
    assert "没有规定“责令停产停业" in told
    assert done(story, "penalty.propose_penalty", **more).weight.fine == 80000


def test_what_is_for_who_refuses_is_for_nobody_else(reached: Reached) -> None:
    """拒不改正的，责令停工整治 (大气污染防治法 §115, 生态环境法典 §1131)."""
    story = reached(stop="report", cause="C43-F", fine=None)
    order = {"fine": 20000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
    told = refused(story, "penalty.propose_penalty", **order, measures=["halt"])
    assert "没有规定“责令停产停业" in told and "第一千一百三十二条" in told


def test_who_refuses_may_be_halted(reached: Reached) -> None:
    story = reached(stop="investigation", cause="C43-F", fine=None)
    refuse(story)
    order = {"fine": 20000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
    assert done(story, "penalty.propose_penalty", **order, measures=["halt"])
    verdict = correction_respected(story.proceeding)
    assert verdict and _rests_on_refusal(story.proceeding)


def walk(story: Story, *scenes: str) -> None:
    for scene in scenes:
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))


def refuse(story: Story) -> None:
    """Ordered in the investigation, served, looked at again: nothing was done."""
    seen(story)
    by = clock.today() + timedelta(days=2)
    done(story, "penalty.order_correction", content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    story.plan.stop = ""
    list(story.investigation())
    clock.advance(timedelta(days=3))
    left = {"is_corrected": False, "result": "经复查，仍未改正。"}
    done(story, "penalty.record_correction_review", **left)
    story.paper("D25", {"conclusion": "未改正"})
    done(story, "cases.complete_step")


def test_nobody_asks_for_a_hearing_too_late_by_a_guess(reached: Reached) -> None:
    """Served on the 30th of December: the five working days end on the 7th of January, whatever is estimated (F10-32)."""
    story = reached(stop="notice", cause="C05", fine=8000)
    notice = story.paper("D30")
    clock.advance(datetime(2026, 12, 30, 9, tzinfo=clock.CHINA) - clock.now())
    story.serve(notice)
    story._film("service")
    story.go()
    assert story.proceeding.calendar.add_working(date(2026, 12, 30), 5) == date(2027, 1, 7)
    clock.advance(timedelta(days=8))
    done(story, "cases.request_hearing")


def test_one_measure_less_makes_no_heavier_fine_lighter(reached: Reached) -> None:
    story = reached(stop="performance")
    decision = story.proceeding.decision

    class Gone:
        proceeding: Any = story.proceeding

    goods = Term(Measure.CONFISCATION_OF_GOODS, None, "烧烤炉一台")
    fine = decision.weight.fine
    for terms, lighter in (
        ((Term(Measure.FINE, fine),), False),
        ((Term(Measure.FINE, fine / 2),), True),
        ((Term(Measure.FINE, fine / 2), goods), False),
    ):
        assert _is_lighter(Weight.of(terms), Gone()) == lighter  # type: ignore[arg-type]


def test_what_is_overpaid_has_a_measure(reached: Reached) -> None:
    story = reached(stop="performance")
    paid = {"paid_on": clock.today(), "receipt_number": "2026000001", "is_overpaid": True}
    told = refused(story, "penalty.record_payment", amount=9_000_000, **paid)
    assert "缴款合计超过了应缴款项的一倍（1600元）" in told and "行政处罚法第六十七条" in told
    assert done(story, "penalty.record_payment", amount=1600, **paid).amount == 1600


def test_what_the_list_provides_no_longer_is_not_decided(reached: Reached) -> None:
    """Moved to an edition in which the article is without the measure that is proposed (行政处罚法 §4)."""
    tools = {"measures": ["confiscation_of_goods"], "confiscates": "烧烤炉一台", "confiscated": Decimal(600)}
    story = reached(stop="notice", cause="C15", fine=3000, **tools)
    assert fine_within_range(story.proceeding)
    renewed(story.bureau, "powers", at="C15", other_measures="责令立即改正")
    move(story, "powers")
    assert "没有规定“没收非法财物" in str(fine_within_range(story.proceeding))
