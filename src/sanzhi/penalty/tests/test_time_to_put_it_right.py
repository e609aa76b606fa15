"""An order to correct leaves time to obey it, and is given anew where it came too late."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases.queries import papers, waiting_corrections
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.queries import obeyed, refused_to_correct
from tests.stories import done, refused

Reached = Callable[..., Story]
ORDER = "penalty.order_correction"


def ordered(reached: Reached, days: int = 2) -> Story:
    story = reached(stop="correction", cause="C01", fine=Decimal(500))
    done(story, ORDER, content="立即清理摊位。", correct_by_on=clock.today() + timedelta(days=days))
    story.serve(story.paper("D23"))
    return story


def served_later(story: Story, day: date) -> dict[str, Any]:
    document = next(row.document_id for row in papers(story.proceeding) if row.purpose == "correction_order")
    receiver = {"received_by": story.party.name, "relation": "本人", "place": story.party.address}
    return {
        "document": document,
        "method": "direct",
        "served_on": day,
        "reason": "回证上的日期录入有误。",
        **receiver,
    }


def test_who_was_told_too_late_is_ordered_anew(reached: Reached) -> None:
    story = ordered(reached)
    clock.advance(timedelta(days=3))
    done(story, "penalty.record_correction_review", is_corrected=False, result="经复查，仍未清理。")
    done(story, "cases.correct_service", **served_later(story, clock.today()))
    asked = waiting_corrections(story.proceeding)[-1].pk
    done(story, "cases.settle_correction", who="duizhang1", correction=asked, is_approved=True)
    story.paper("D25")
    said = refused(story, "cases.complete_step")
    assert "没有在改正期限届满前送达" in said
    done(story, ORDER, content="三日内清理摊位。", correct_by_on=clock.today() + timedelta(days=3))


def test_who_was_told_too_late_has_let_no_time_pass(reached: Reached) -> None:
    story = ordered(reached)
    clock.advance(timedelta(days=3))
    done(story, "cases.correct_service", **served_later(story, clock.today()))
    asked = waiting_corrections(story.proceeding)[-1].pk
    done(story, "cases.settle_correction", who="duizhang1", correction=asked, is_approved=True)
    said = refused(story, "penalty.record_correction_review", is_corrected=False, result="经复查，仍未清理。")
    assert "没有在改正期限届满前送达并留出完整的一日，不能认定逾期未改正" in said


def test_the_day_lies_before_that_of_the_decision(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=Decimal(500))
    said = refused(story, ORDER, content="立即清理摊位。", correct_by_on=date(2062, 9, 10))
    assert "不能晚于作出决定的期限" in said and "行政处罚法第二十八条、第六十条" in said


LEFT = {"is_corrected": False, "result": "经复查，仍未清理。"}


def test_who_is_told_on_the_evening_of_the_day_has_refused_nothing(reached: Reached) -> None:
    """Ten minutes are no day (行政处罚法 §28); obeying in them is obeying all the same."""
    story = reached(stop="correction", cause="C01", fine=Decimal(500))
    clock.advance(datetime.combine(clock.today(), time(23, 50), tzinfo=clock.CHINA) - clock.now())
    done(story, ORDER, content="立即清理摊位。", correct_by_on=clock.today())
    story.serve(story.paper("D23"))
    clock.advance(timedelta(minutes=15))
    said = refused(story, "penalty.record_correction_review", **LEFT)
    assert "留出完整的一日，不能认定逾期未改正" in said and "期限至少到送达的次日" in said
    assert "第四十四条" in said
    done(story, ORDER, content="立即清理摊位。", correct_by_on=clock.today() + timedelta(days=1))
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=2))
    done(story, "penalty.record_correction_review", **LEFT)
    assert refused_to_correct(story.proceeding)


def test_what_is_put_right_on_the_day_of_the_order_is_put_right(reached: Reached) -> None:
    story = ordered(reached, days=0)
    done(story, "penalty.record_correction_review", is_corrected=True, result="当场复查，已经清理。")
    assert not refused_to_correct(story.proceeding) and obeyed(story.proceeding)


def test_a_notice_that_comes_on_the_last_day_leaves_none(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=Decimal(500))
    done(story, ORDER, content="立即清理摊位。", correct_by_on=clock.today() + timedelta(days=2))
    paper = story.paper("D23")
    clock.advance(timedelta(days=2))
    story.serve(paper)
    clock.advance(timedelta(days=1))
    assert "留出完整的一日" in refused(story, "penalty.record_correction_review", **LEFT)
    done(story, ORDER, content="立即清理摊位。", correct_by_on=clock.today() + timedelta(days=2))
