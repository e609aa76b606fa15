"""Told in time, looked at again, and ordered anew only where nothing was corrected (行政处罚法 §28)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

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
    assert "没有在改正期限届满前送达，不能认定逾期未改正" in said
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
