"""Recordings as the case feels them: a step waits for its films, a closed case takes none."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.ledger.queries import timeline
from tests.stories import admitted, done, refused

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
        story, "recordings.explain_gap", who="fazhi", **gap
    )
    written = done(story, "recordings.explain_gap", **gap)
    assert "“询问”没有音像记录。苏晓禾说明的原因还没有审定。" in refused(story, "cases.complete_step")
    done(story, "recordings.accept_gap", who="duizhang1", gap=written.pk)
    assert "没有音像记录" not in refused(story, "cases.complete_step")


GAP = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}


@pytest.mark.parametrize("who", ["duizhang1", "duizhang2", "fazhi", "fazhi2"])
def test_a_leader_or_the_legal_section_accepts_a_gap_once(reached: Reached, who: str) -> None:
    story = reached(stop="investigation")
    admitted(story, "duizhang2")
    gap = done(story, "recordings.explain_gap", **GAP).pk
    for other in ("zhifa1", "zhifa2", "juzhang", "jiandu"):
        said = refused(story, "recordings.accept_gap", who=other, gap=gap)
        assert (
            "缺漏说明由中队长或者法制审核人员审定，您没有这一岗位。" in said
            and "行政处罚法第四十七条" in said
        )
    accepted = done(story, "recordings.accept_gap", who=who, gap=gap)
    assert accepted.accepted_by_name == story.bureau.actor(who).name
    assert "审定“询问”音像记录的缺漏说明" in [row.sentence for row in timeline(story.case)]
    assert "这一缺漏说明已经审定或者退回。" in refused(story, "recordings.accept_gap", who="fazhi2", gap=gap)


def test_nobody_accepts_an_own_explanation(reached: Reached) -> None:
    story = reached(stop="investigation")
    admitted(story, "duizhang2")
    gap = done(story, "recordings.explain_gap", who="duizhang1", **GAP).pk
    said = refused(story, "recordings.accept_gap", who="duizhang1", gap=gap)
    assert "缺漏说明不能由说明人自己审定。" in said and "行政处罚法第四十七条" in said
    done(story, "recordings.accept_gap", who="duizhang2", gap=gap)


def test_whoever_had_a_part_in_the_case_does_not_accept(reached: Reached) -> None:
    story = reached(stop="investigation")
    admitted(story, "duizhang2")
    gap = done(story, "recordings.explain_gap", **GAP).pk
    own = "您承办过本案，不能审定本案音像记录的缺漏说明。"
    for others in (("zhifa1", "duizhang2"), ("zhifa1", "zhifa2")):
        officers = [story.bureau.officers[name].pk for name in others]
        done(story, "cases.assign_officers", who="duizhang1", officers=officers)
        said = refused(story, "recordings.accept_gap", who="duizhang2", gap=gap)
        assert own in said and "请由没有承办过本案的中队长或者法制审核人员审定。" in said
    done(story, "recordings.accept_gap", who="duizhang1", gap=gap)


@pytest.mark.parametrize("who", ["zhifa1", "duizhang1", "duizhang2"])
def test_officers_of_the_case_and_squad_leaders_record(reached: Reached, who: str) -> None:
    story = reached(stop="investigation")
    admitted(story, "duizhang2")
    for other in ("fazhi", "juzhang"):
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
    story = reached(stop="closure")
    waiting = done(story, "recordings.explain_gap", **GAP).pk
    story.plan.stop = ""
    list(story.closure())
    assert "案件已结案，不能再审定缺漏说明。" in refused(
        story, "recordings.accept_gap", who="fazhi", gap=waiting
    )
    gap = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}
    for command, fields in (("recordings.begin_upload", announced()), ("recordings.explain_gap", gap)):
        assert "案件已结案，不能再补充音像记录" in refused(story, command, **fields)


def test_each_service_has_a_film_or_an_explanation_of_its_own(reached: Reached) -> None:
    """What was filmed or explained of the notice says nothing of the decision's service."""
    story = reached(stop="service")
    document = story.proceeding.decision.document_id
    assert document is not None
    story.serve_paper(document)
    story.paper("D46")
    assert "“送达”没有音像记录" in refused(story, "cases.complete_step")
    gap = done(story, "recordings.explain_gap", moment="service", reason="执法记录仪电池故障，已补照片").pk
    done(story, "recordings.accept_gap", who="fazhi", gap=gap)
    assert done(story, "cases.complete_step").step == "performance"
