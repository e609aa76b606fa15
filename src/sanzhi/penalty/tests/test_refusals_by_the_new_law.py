"""The law that has followed, the calendar that is a guess, what is new and what is heavier (行政处罚法 §37, §64)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from sanzhi.catalogues.queries import powers_of_edition
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.law.measures import Measure, Term, Weight
from sanzhi.penalty.again import _is_lighter
from sanzhi.penalty.rules import law_of_today
from tests.stories import done, reasons, refused

Reached = Callable[..., Story]
SUMMER = datetime(2026, 8, 3, 9, tzinfo=clock.CHINA)


def test_the_milder_law_that_has_followed_is_applied(reached: Reached) -> None:
    """Told under the old provision on the 3rd of August, decided after the 15th: by the successor, told anew."""
    with clock.moved(SUMMER):
        story = reached(stop="report", cause="C16", fine=None)
        assert law_of_today(story.proceeding)
        assert "仍然适用" in refused(story, "cases.follow_heir", who="fazhi", reason="新法处罚较轻。")
        clock.advance(timedelta(days=14))
        told = reasons(partial(require, law_of_today(story.proceeding)))
        assert "新的规定处罚较轻的，适用新的规定" in told and "行政处罚法第三十七条" in told
        order = {"fine": 2000, "reason": "属一般档次，裁量适当。", "correction": "责令立即改正。"}
        assert "改用承接条款" in refused(story, "penalty.propose_penalty", **order)
        assert "您没有这一岗位" in refused(story, "cases.follow_heir", reason="新法处罚较轻。")
        done(story, "cases.follow_heir", who="fazhi", reason="新法处罚较轻。")
        assert (story.proceeding.cause_code, bool(law_of_today(story.proceeding))) == ("C16-F", True)
        heir = powers_of_edition(story.proceeding.power_edition_id)["C16-F"]
        assert story.proceeding.cause == heir.title


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
