"""A discussion in which somebody sat who was recused carries nothing; its hours are those of the wall clock here."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from sanzhi.demo.story import Story
from sanzhi.reviews.commands import RecordDeliberation
from tests.stories import done, refused

Reached = Callable[..., Story]
MAJOR = {"public_interest": True}


def test_a_recused_head_did_not_discuss(reached: Reached) -> None:
    story = reached(stop="decision", **MAJOR)
    of = story.bureau.officers["fujuzhang"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=of, reason="当事人称其有利害关系。")
    other = {"decided_by": "舞钢市人民政府（演示）", "decision_number": "演政回字〔2026〕1号"}
    answer = {"is_granted": True, "answer": "情况属实，应当回避。", **other}
    done(story, "cases.decide_recusal", who="juzhang", of=of, **answer)
    story.paper("D07")
    story.paper("D40")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "已经决定回避，该次讨论不能据以作出决定" in said and "行政处罚法第四十三条" in said


@pytest.mark.parametrize("hour", ["08:00:00Z", "08:00+08:00"])
def test_an_hour_names_no_zone(hour: str) -> None:
    said = {"case": 1, "place": "局会议室", "ended_at": "09:00", "chair": 1, "participants": [1, 2]}
    said |= {"reporter": 3, "recorder": 4, "opinions": "同意处理意见。", "outcome": "agreed"}
    with pytest.raises(ValidationError, match="不带时区"):
        RecordDeliberation.model_validate({**said, "began_at": hour})
    assert RecordDeliberation.model_validate({**said, "began_at": "08:00"})
