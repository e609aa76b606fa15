"""A correction is prepared by one and approved by another; until then the public reads the old copy."""

from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.tests.gate import Reached, published, submission, submitted, text
from sanzhi.kernel import clock, jobs
from sanzhi.ledger.queries import timeline
from sanzhi.publications.models import Publication
from tests.stories import UNSAFE, appointed, done, refused

MASKED = "未经同意和审批，在*设置固定售货亭一处。"
BACK = {"reason": "裁量说明也请遮盖。"}


def corrected(reached: Reached) -> tuple[Story, dict[str, Any], Release]:
    """Published, and a correction waits."""
    story, this, release = published(reached)
    release.refresh_from_db()
    correction = {**this, "content": text(release, 违法事实=MASKED), "reason": "违法事实遮盖不够"}
    done(story, "disclosure.correct_release", who="gongshi", **correction)
    release.refresh_from_db()
    return story, this, release


def live() -> list[tuple[int, str]]:
    rows = Publication.objects.filter(status="live")
    return [(row.pk, dict(row.content)["违法事实"]) for row in rows]


def test_the_old_copy_stays_until_another_person_approves(reached: Reached) -> None:
    story, this, release = corrected(reached)
    ((old, words),) = live()
    assert words != MASKED and release.publication_id == old
    assert (release.state, release.state_caption) == ("submitted", "更正待审批")
    for who in ("gongshi", "zhifa1", "jiandu"):
        said = refused(story, "disclosure.approve_release", who=who, **this)
        assert "公示由机关负责人或者法制机构审批" in said
    done(story, "disclosure.approve_release", who="juzhang", **this)
    release.refresh_from_db()
    ((new, words),) = live()
    assert words == MASKED and release.publication_id == new != old
    assert Publication.objects.get(pk=old).notice == "违法事实遮盖不够"
    assert (release.state, release.correction, release.corrected_by) == ("published", [], "")
    assert (release.prepared_by_name, release.approved_by) == ("纪昭", "程守正")
    lines = [line.sentence for line in timeline(story.case)]
    assert "更正文本报请审批：违法事实遮盖不够" in lines and "更正公示：违法事实遮盖不够" in lines


def test_who_prepared_the_correction_does_not_approve_it(reached: Reached) -> None:
    story, this, release = published(reached)
    both = {
        "unit": story.bureau.officers["fazhi"].unit_id,
        "username": "both",
        "password": "long-enough-91",
        "name": "路人甲",
        "roles": ["disclosure_clerk", "legal_reviewer"],
        "has_legal_qualification": True,
    }
    story.bureau.officers["both"] = appointed(story, **both)
    correction = {**this, "content": text(release, 违法事实=MASKED), "reason": "违法事实遮盖不够"}
    done(story, "disclosure.correct_release", who="both", **correction)
    for command, words in (("approve_release", {}), ("return_release", BACK)):
        assert "整理公示文本的人不能自己审批" in refused(
            story, f"disclosure.{command}", who="both", **this, **words
        )
    done(story, "disclosure.approve_release", who="fazhi", **this)


def test_a_text_comes_back_with_remarks(reached: Reached) -> None:
    story, this, release = submitted(reached)
    for who in ("gongshi", "zhifa1"):
        said = refused(story, "disclosure.return_release", who=who, **this, **BACK)
        assert "公示由机关负责人或者法制机构审批" in said
    back = done(story, "disclosure.return_release", who="fazhi", **this, **BACK)
    assert (back.state, back.returned_reason, back.returned_by_name) == ("waiting", BACK["reason"], "沈明辨")
    assert "现为“待整理”" in refused(story, "disclosure.approve_release", who="juzhang", **this)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    assert done(story, "disclosure.approve_release", who="juzhang", **this).returned_reason == ""


def test_a_returned_correction_leaves_the_copy_alone(reached: Reached) -> None:
    story, this, release = corrected(reached)
    before = (live(), release.content)
    back = done(story, "disclosure.return_release", who="juzhang", **this, **BACK)
    assert (back.state, back.correction, back.returned_by_name) == ("published", [], "程守正")
    assert (live(), back.content) == before
    assert "现为“已公示”" in refused(story, "disclosure.approve_release", who="juzhang", **this)
    again = {**this, "content": text(release, 违法事实=MASKED), "reason": "违法事实遮盖不够"}
    assert done(story, "disclosure.correct_release", who="gongshi", **again).returned_reason == ""


@pytest.mark.parametrize(
    ("command", "who", "fields"),
    [
        ("submit_release", "gongshi", {"secrecy_checked": True}),
        ("exempt_release", "juzhang", {"ground": "secret", "explanation": "涉及个人隐私。"}),
    ],
)
def test_a_waiting_correction_is_no_first_text(
    reached: Reached, command: str, who: str, fields: dict[str, Any]
) -> None:
    story, this, release = corrected(reached)
    content = {"content": text(release)} if command == "submit_release" else {}
    said = refused(story, f"disclosure.{command}", who=who, **this, **fields, **content)
    assert said == "该公示现为“更正待审批”，不能这样办理。如页面已陈旧，请刷新。"
    done(story, "disclosure.return_release", who="fazhi", **this, **BACK)


def test_a_first_text_that_waits_is_not_corrected_or_withdrawn(reached: Reached) -> None:
    story, this, release = submitted(reached)
    correction = {**this, "content": text(release), "reason": "违法事实遮盖不够"}
    for command, who, fields in (
        ("correct_release", "gongshi", correction),
        ("withdraw_release", "juzhang", {**this, **UNSAFE}),
    ):
        assert "现为“待审批”" in refused(story, f"disclosure.{command}", who=who, **fields)
    done(story, "disclosure.approve_release", who="juzhang", **this)
    done(story, "disclosure.correct_release", who="gongshi", **correction)


def test_a_copy_may_be_withdrawn_while_a_correction_waits(reached: Reached) -> None:
    story, this, _ = corrected(reached)
    gone = done(story, "disclosure.withdraw_release", who="juzhang", **this, **UNSAFE)
    assert (gone.state, gone.correction, live()) == ("withdrawn", [], [])


def test_a_copy_whose_period_is_over_is_not_corrected(reached: Reached) -> None:
    story, this, release = published(reached)
    release.refresh_from_db()
    correction = {**this, "content": text(release), "reason": "违法事实遮盖不够"}
    done(story, "disclosure.correct_release", who="gongshi", **correction)
    done(story, "disclosure.return_release", who="juzhang", **this, **BACK)
    assert release.publication is not None and release.publication.ends_on is not None
    clock.advance(timedelta(days=(release.publication.ends_on - clock.today()).days + 1))
    jobs.run_due()
    said = refused(story, "disclosure.correct_release", who="gongshi", **correction)
    assert "该公示件公示期满，不能更正。" in said and "行政处罚法第四十八条" in said
