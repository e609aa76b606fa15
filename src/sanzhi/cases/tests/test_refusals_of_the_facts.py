"""The facts are found on evidence, never later than they were discovered, and never changed once it is decided."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import FOUND, done, established, refused

Reached = Callable[..., Story]
ESTABLISH, ADD = "cases.establish_facts", "cases.add_evidence"
PHOTO = {"kind": "audio_visual", "name": "现场照片", "proves": "售货亭的位置和大小"}


def found(story: Story, **changed: Any) -> dict[str, Any]:
    rows = queries.evidence(story.case)
    usual = {
        "happened_on": story.case.found_on,
        "place": "演示大道8号门前",
        "conduct": "在人行道设置固定售货亭一处。",
    }
    return {**usual, "evidence": [row.pk for row in rows], **changed}


def test_nothing_is_found_without_evidence(reached: Reached) -> None:
    story = reached(stop="investigation")
    assert "尚未查明事实" in refused(story, "cases.complete_step")
    assert "没有证据的不能认定" in refused(story, ESTABLISH, **found(story))
    photo = done(story, ADD, **PHOTO)
    assert "没有证据的不能认定" in refused(
        story, ESTABLISH, **found(story, evidence=[photo.pk, photo.pk + 1])
    )
    assert done(story, ESTABLISH, **found(story)).version == 1
    assert "尚未查明事实" not in refused(story, "cases.complete_step")


def test_the_days_of_the_facts_agree(reached: Reached) -> None:
    story = reached(stop="report")
    late = clock.today() + timedelta(days=1)
    assert "行为发生日晚于发现日" in refused(story, ESTABLISH, **found(story, happened_on=late))
    assert story.party.born_on is not None
    early = story.party.born_on - timedelta(days=1)
    assert "早于当事人的出生日期" in refused(story, ESTABLISH, **found(story, happened_on=early))
    again = done(story, ESTABLISH, **found(story, happened_on=story.case.found_on))
    assert (again.version, story.proceeding.finding) == (2, again)


def test_what_is_found_later_is_proposed_told_and_decided_anew(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, ESTABLISH, **found(story, happened_on=story.case.found_on, conduct="设置固定售货亭两处。"))
    clock.advance(timedelta(days=10))
    assert "提出处理建议以后，事实有变化" in refused(story, "cases.complete_step")


def test_nothing_is_found_anew_after_the_decision(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert "此时不能这样办理" in refused(story, ESTABLISH, **found(story))
    done(story, "penalty.decide_penalty", who="juzhang")
    assert "已经作出决定，不能再改变查明的事实" in refused(story, ESTABLISH, **found(story))


def test_two_people_do_not_overwrite_each_others_finding(reached: Reached) -> None:
    story = reached(stop="report")
    established(story, consequence="影响通行。", seen_finding=1)
    fields = {name: getattr(story.proceeding.finding, name) for name in FOUND}
    said = refused(story, ESTABLISH, **fields, seen_finding=1)
    assert "查明的事实已经改为第2次" in said and "行政处罚法第四十条" in said
    for changed, wrong in (
        ({"gains_note": ""}, "请写明违法所得的数额如何认定"),
        ({"corrected_on": clock.today() + timedelta(days=1)}, "改正日期应当在行为发生日至今天之间"),
    ):
        assert wrong in refused(story, ESTABLISH, **{**fields, **changed})
    assert "同样的查明的事实已经登记" in refused(story, ESTABLISH, **fields, seen_finding=2)
    done(story, ESTABLISH, **{**fields, "gains_note": "经查账目，没有违法所得。"}, seen_finding=2)
