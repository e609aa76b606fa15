"""Told in time, looked at again, and ordered anew only where nothing was corrected (行政处罚法 §28)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.queries import refusals
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from tests.stories import done, refused, seen

Reached = Callable[..., Story]
ORDER, REVIEW = "penalty.order_correction", "penalty.record_correction_review"
LEFT = {"is_corrected": False, "result": "经复查，仍未清理。"}


def in_days(days: int) -> dict[str, Any]:
    return {"content": "立即清理摊位。", "correct_by_on": clock.today() + timedelta(days=days)}


@pytest.fixture
def ordered(reached: Reached) -> Story:
    """Ordered to correct within two days, and told at once."""
    story = reached(stop="correction", cause="C01", fine=500)
    done(story, ORDER, **in_days(2))
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=3))
    return story


def test_what_was_corrected_is_not_ordered_again(ordered: Story) -> None:
    done(ordered, REVIEW, is_corrected=True, result="经复查，已经清理。")
    said = refused(ordered, REVIEW, **LEFT)
    assert "复查结果不能改写" in said and "另行登记线索" in said
    said = refused(ordered, ORDER, **in_days(3))
    assert "经复查已经改正，不能再次责令" in said and "行政处罚法第二十八条" in said


def test_who_was_told_too_late_is_ordered_anew(ordered: Story) -> None:
    done(ordered, REVIEW, **LEFT)
    notice = ordered.proceeding.papers.latest("id").document_id
    ordered.paper("D25", {"conclusion": "未改正"})
    party = ordered.party
    right = {"method": "direct", "place": party.address, "received_by": party.name, "relation": "本人"}
    why = {"served_on": clock.today(), "reason": "回证上的日期录入有误。"}
    row = done(ordered, "cases.correct_service", document=notice, **right, **why)
    done(ordered, "cases.settle_correction", who="duizhang1", correction=row.pk, is_approved=True)
    said = refused(ordered, "cases.complete_step")
    assert "没有在改正期限届满前送达并留出完整的一日，不能认定逾期未改正" in said
    done(ordered, ORDER, **in_days(2))
    ordered.serve(ordered.paper("D23"))
    clock.advance(timedelta(days=3))
    done(ordered, REVIEW, **LEFT)
    said = refused(ordered, "cases.complete_step")
    assert "复查记录写的是以前的复查" in said and "行政处罚法第二十八条" in said
    ordered.paper("D25", {"conclusion": "未改正"})
    assert done(ordered, "cases.complete_step").step == "report"


def test_what_was_looked_at_before_the_order_came_is_no_result_of_it(ordered: Story) -> None:
    done(ordered, REVIEW, is_corrected=True, result="经复查，已经清理。")
    notice = ordered.proceeding.papers.latest("id").document_id
    clock.advance(timedelta(days=1))
    party = ordered.party
    right = {"method": "direct", "place": party.address, "received_by": party.name, "relation": "本人"}
    why = {"served_on": clock.today(), "reason": "回证上的日期录入有误。"}
    row = done(ordered, "cases.correct_service", document=notice, **right, **why)
    done(ordered, "cases.settle_correction", who="duizhang1", correction=row.pk, is_approved=True)
    said = refused(ordered, "cases.complete_step")
    assert "在复查以后才送达，复查的不是这次责令的结果" in said and "第四十条" in said
    assert done(ordered, ORDER, **in_days(3)).reviewed_on is None


WHY = {"extended_for": "货架较多，当事人书面申请宽限。"}


def later(days: int) -> dict[str, Any]:
    return {"content": "立即清理摊位。", "correct_by_on": clock.today() + timedelta(days=days)}


def test_more_time_is_given_to_who_asks_in_time(reached: Reached) -> None:
    """Without being called a refuser: the later day is told by a notice of its own (行政处罚法 §28, §40)."""
    story = reached(stop="correction", cause="C01", fine=500)
    told = refused(story, ORDER, **later(2), **WHY)
    assert "没有正在计算的改正期限" in told and "行政处罚法第二十八条" in told
    done(story, ORDER, **later(2))
    story.serve(story.paper("D23"))
    for order in (later(9), {**later(9), "extended_for": "忙"}, {**later(1), **WHY}):
        told = refused(story, ORDER, **order)
        assert "期限正在计算，不能改写" in told and "另定更晚的日期" in told
    clock.advance(timedelta(days=2))
    done(story, ORDER, **later(5), **WHY)
    assert "尚未送达，不能复查" in refused(story, REVIEW, **LEFT)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=4))
    assert "期限届满之前不能认定逾期未改正" in refused(story, REVIEW, **LEFT)
    done(story, REVIEW, is_corrected=True, result="经复查，已经清理。")
    story.paper("D25")
    assert done(story, "cases.complete_step").step == "report"
    assert refusals(story.proceeding) == ()
    assert "（应当事人申请延长）" in known(story, "D41")["correction_state"]


def test_what_nobody_was_told_replaces_no_day_that_runs(reached: Reached) -> None:
    """The party has the day that it was told; what was granted and never told is granted anew (行政处罚法 §28)."""
    story = reached(stop="correction", cause="C01", fine=500)
    done(story, ORDER, **later(9))
    story.serve(story.paper("D23"))
    done(story, ORDER, **later(20), **WHY)
    assert "期限正在计算，不能改写" in refused(story, ORDER, **later(2))
    assert "期限正在计算，不能改写" in refused(story, ORDER, **later(2), **WHY)
    clock.advance(timedelta(days=21))
    done(story, ORDER, **later(3), **WHY)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=4))
    done(story, REVIEW, **LEFT)
    assert known(story, "D27")["correction"].count("本机关责令当事人于") == 2


def test_a_day_that_has_passed_is_not_moved(ordered: Story) -> None:
    told = refused(ordered, ORDER, **later(9), **WHY)
    assert "期限正在计算，不能改写" in told and "期限已满的，请先复查" in told


def test_nothing_is_ordered_of_which_there_is_no_proof(reached: Reached) -> None:
    """The paper says 经查 only once it was found; on discovery, that it was discovered (行政处罚法 §28, §40)."""
    story = reached(stop="investigation", cause="C01", fine=500)
    told = refused(story, ORDER, **later(2))
    assert "还没有登记证明违法行为的证据" in told and "第四十条" in told
    seen(story)
    done(story, ORDER, **later(2))
    assert story.paper("D23").values["known_how"] == "本机关发现"
    other = dict(later(3))
    story.plan.stop = ""
    list(story.investigation())
    done(story, ORDER, **other)
    assert story.paper("D23").values["known_how"] == "经查"
