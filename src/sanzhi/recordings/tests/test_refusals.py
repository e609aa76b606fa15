"""Recordings as the case feels them: a step waits for its films, a closed case takes none."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]


def announced(**changed: Any) -> dict[str, Any]:
    ended = clock.now() - timedelta(minutes=1)
    times = {"started_at": ended - timedelta(minutes=5), "ended_at": ended}
    return {"moment": "interview", "name": "DSJ0001.MP4", "size": 9, **times, **changed}


def test_a_step_waits_for_its_films_or_an_explanation(reached: Reached) -> None:
    story = reached(stop="investigation")
    for moment, caption in (("site_inspection", "现场"), ("interview", "询问")):
        said = refused(story, "cases.complete_step")
        assert caption in said and "没有音像记录。（依据：行政处罚法第四十七条）" in said
        if moment == "site_inspection":
            story._film(moment)
    gap = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}
    assert "只有本案承办人和中队长可以上传音像记录" in refused(
        story, "recordings.explain_gap", who="zhifa3", **gap
    )
    done(story, "recordings.explain_gap", **gap)
    assert "没有音像记录" not in refused(story, "cases.complete_step")


@pytest.mark.parametrize("who", ["zhifa1", "duizhang1", "duizhang2"])
def test_officers_of_the_case_and_squad_leaders_record(reached: Reached, who: str) -> None:
    story = reached(stop="investigation")
    for other in ("zhifa3", "fazhi", "gongshi", "juzhang"):
        said = refused(story, "recordings.begin_upload", who=other, **announced())
        assert "只有本案承办人和中队长可以上传音像记录" in said and "行政处罚法第四十七条" in said
    done(story, "recordings.begin_upload", who=who, **announced())


def test_an_upload_belongs_to_who_began_it(reached: Reached) -> None:
    story = reached(stop="investigation")
    upload = done(story, "recordings.begin_upload", **announced())
    for command in ("recordings.cancel_upload", "recordings.finish_upload"):
        assert "这个上传由其他人开始，不能接续" in refused(story, command, who="zhifa2", upload=upload.token)
    done(story, "recordings.cancel_upload", upload=upload.token)


def test_a_closed_case_takes_no_recording(reached: Reached) -> None:
    story = reached()
    gap = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}
    for command, fields in (("recordings.begin_upload", announced()), ("recordings.explain_gap", gap)):
        assert "案件已结案，不能再补充音像记录" in refused(story, command, **fields)
