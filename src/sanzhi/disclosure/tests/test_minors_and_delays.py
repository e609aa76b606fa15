"""Nobody who was under eighteen is published; who approves late says why."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.tests.gate import Reached, opened, submission, submitted, text
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit
from sanzhi.law.penalties import Mitigation
from sanzhi.ledger.queries import timeline
from tests.stories import done, refused, stall

MINOR = {"ground": "minor", "explanation": "被处罚人违法时不满十八周岁。"}
NOBODY = "被处罚人违法时不满十八周岁，处罚决定不得公示，隐去姓名的也不得公示。"


def born(day: date) -> dict[str, Any]:
    """A plan against somebody born on this day; the act was on 1 September 2026."""
    body = f"000000{day:%Y%m%d}002"
    young = {"id_number": body + check_digit(body), "guardian": "家长某"}
    return {
        "party": {**stall().party, **young},
        "fine": 500,
        "lighter": Mitigation.YOUNG if day > date(2008, 8, 31) else None,
    }


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2008, 9, 1)])
def test_a_minor_stays_inside(reached: Reached, day: date) -> None:
    story, release = opened(reached, **born(day))
    for content in (text(release), text(release, 违法事实="未经同意和审批*")):
        said = refused(
            story, "disclosure.submit_release", who="gongshi", **submission(release, content=content)
        )
        assert NOBODY in said and "未成年人保护法第一百零三条；行政处罚法第四十八条" in said
        assert "请由机关负责人依法不予公示" in said
    done(story, "disclosure.exempt_release", who="juzhang", release=release.pk, **MINOR)


def test_an_adult_is_not_kept_inside_as_a_minor(reached: Reached) -> None:
    story, release = opened(reached, **born(date(2008, 8, 31)))
    said = refused(story, "disclosure.exempt_release", who="juzhang", release=release.pk, **MINOR)
    assert "被处罚人违法时已满十八周岁，不能以未成年为由不公示。" in said
    assert "未成年人保护法第一百零三条" in said
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))


def test_who_approves_asks_for_the_age_again(reached: Reached) -> None:
    story, this, release = submitted(reached)
    party = release.decision.proceeding.respondent
    assert party is not None
    for day in (date(2010, 1, 1), party.born_on):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE cases_caseparty SET born_on = %s WHERE id = %s", [day, party.pk])
        if day != party.born_on:
            assert NOBODY in refused(story, "disclosure.approve_release", who="fazhi", **this)
    done(story, "disclosure.approve_release", who="fazhi", **this)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_caseparty SET born_on = %s WHERE id = %s", [date(2010, 1, 1), party.pk])
    correction = {**this, "content": text(release), "reason": "违法事实遮盖不够"}
    said = refused(story, "disclosure.correct_release", who="gongshi", **correction)
    assert NOBODY in said and "请撤回公示。" in said


def test_the_demonstration_keeps_a_minor_inside(reached: Reached) -> None:
    story, _ = opened(reached, **born(date(2010, 1, 1)))
    release = publish(story.bureau, story.case)
    assert release is not None and (release.state, release.ground) == ("exempt", "minor")


def waiting_until(days: int, reached: Reached) -> tuple[Story, dict[str, Any], Release]:
    """Submitted, and so many days behind the term."""
    story, this, release = submitted(reached)
    clock.advance(timedelta(days=(release.due_on - clock.today()).days + days))
    return story, this, release


def test_a_late_copy_needs_a_reason(reached: Reached) -> None:
    story, this, release = waiting_until(1, reached)
    for reason in ("", "忙", "    忙    "):
        said = refused(story, "disclosure.approve_release", who="fazhi", **this, delay_reason=reason)
        assert f"公示期限2026年{release.due_on.month}月{release.due_on.day}日已过。" in said
        assert "国办发〔2018〕118号" in said and "请写明逾期公示的原因" in said
    late = done(
        story, "disclosure.approve_release", who="fazhi", **this, delay_reason="公示员住院，代办交接中。"
    )
    assert late.delay_reason == "公示员住院，代办交接中。"
    assert "逾期批准公示，原因：公示员住院，代办交接中。" in [row.sentence for row in timeline(story.case)]


def test_in_time_nothing_is_asked_and_nothing_kept(reached: Reached) -> None:
    story, this, _ = waiting_until(0, reached)
    done(story, "disclosure.approve_release", who="fazhi", **this, delay_reason="公示员住院，代办交接中。")
    assert Release.objects.get().delay_reason == ""
    assert "批准公示" in [row.sentence for row in timeline(story.case)]


def test_a_correction_has_no_term(reached: Reached) -> None:
    story, this, release = waiting_until(0, reached)
    done(story, "disclosure.approve_release", who="fazhi", **this)
    clock.advance(timedelta(days=30))
    correction = {**this, "content": text(release), "reason": "违法事实遮盖不够"}
    done(story, "disclosure.correct_release", who="gongshi", **correction)
    assert done(story, "disclosure.approve_release", who="fazhi", **this).delay_reason == ""


def test_the_demonstration_says_why_it_is_late(reached: Reached) -> None:
    story, release = opened(reached)
    clock.advance(timedelta(days=(release.due_on - clock.today()).days + 1))
    late = publish(story.bureau, story.case)
    assert late is not None and late.state == "published" and len(late.delay_reason) >= 5
