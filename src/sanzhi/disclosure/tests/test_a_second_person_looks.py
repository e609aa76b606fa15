"""One takes a copy down at once; another is told, and confirms it or has it prepared anew."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.disclosure.copy import public_content
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.tests.gate import Reached, published, submission
from sanzhi.disclosure.tests.test_overturned import FELL, overturn
from sanzhi.kernel import clock, jobs
from sanzhi.publications.models import Publication, Status
from sanzhi.supervision import figures
from sanzhi.supervision.worklist import tasks_of
from tests.stories import UNSAFE, desk, done, refused

CONFIRM, PUT_BACK = "disclosure.confirm_withdrawal", "disclosure.put_back_release"
NOT_RIGHT = {"reason": "没有撤回的法定事由。"}


def told(story: Story, who: str) -> bool:
    return any(row.kind == "确认撤回公示" for row in tasks_of(story.bureau.actor(who)))


@pytest.fixture
def down(reached: Reached) -> tuple[Story, dict[str, Any], Release]:
    story, this, release = published(reached)
    assert "没有等待确认的撤回" in refused(story, CONFIRM, who="juzhang", **this)
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    release.refresh_from_db()
    return story, this, release


def test_it_is_down_at_once_and_another_is_told(
    down: tuple[Story, dict[str, Any], Release], client: Client
) -> None:
    story, this, release = down
    assert release.state == State.WITHDRAWN and not Publication.objects.filter(status=Status.LIVE).exists()
    assert told(story, "juzhang") and told(story, "fazhi2") and not told(story, "fazhi")
    for verb, more in ((CONFIRM, {}), (PUT_BACK, NOT_RIGHT)):
        assert "自己撤回的，由另一人确认" in refused(story, verb, who="fazhi", **this, **more)
        assert "公示由机关负责人或者法制机构审批" in refused(story, verb, who="gongshi", **this, **more)
    page = f"/office/disclosure/{release.pk}/"
    assert "确认撤回</button>" in desk(story, "juzhang").get(page).content.decode()
    assert "自己撤回的，由另一人确认" in desk(story, "fazhi").get(page).content.decode()
    assert desk(story, "juzhang").post(f"{page}do/confirm/").status_code == 302
    assert not told(story, "juzhang") and not told(story, "fazhi2")
    assert "没有等待确认的撤回" in refused(story, CONFIRM, who="juzhang", **this)


def test_what_was_wrongly_taken_down_goes_through_the_gate_again(
    down: tuple[Story, dict[str, Any], Release],
) -> None:
    story, this, release = down
    page = f"/office/disclosure/{release.pk}/do/put_back/"
    assert desk(story, "juzhang").post(page, NOT_RIGHT).status_code == 302
    assert not told(story, "fazhi2")
    assert "公示退回修改" in {row.kind for row in tasks_of(story.bureau.actor("gongshi"))}
    release.refresh_from_db()
    assert (release.state, release.ground, release.returned_reason) == ("waiting", "", NOT_RIGHT["reason"])
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    done(story, "disclosure.approve_release", who="fazhi", **this)
    assert Publication.objects.get(status=Status.LIVE).record
    assert "没有等待确认的撤回" in refused(story, PUT_BACK, who="juzhang", **this, **NOT_RIGHT)


def test_what_fell_is_not_put_back(reached: Reached) -> None:
    story, this, _ = published(reached)
    fell = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定违法主体的证据不足。"}
    done(story, "cases.propose_overturn", **fell)
    done(story, "cases.overturn_decision", who="juzhang")
    ground = {"ground": "overturned", "reason": "该行政处罚决定已被依法撤销、变更。"}
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **ground)
    assert "不能公示或者更正公示" in refused(story, PUT_BACK, who="juzhang", **this, **NOT_RIGHT)
    done(story, CONFIRM, who="juzhang", **this)


def test_preparing_anew_is_no_second_look(down: tuple[Story, dict[str, Any], Release]) -> None:
    """Until another has looked, who took it down neither approves nor returns what is to stand instead."""
    story, this, release = down
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    assert told(story, "juzhang") and told(story, "fazhi2")
    assert "公示审批" not in {row.kind for row in tasks_of(story.bureau.actor("fazhi"))}
    for verb, more in (("approve_release", {}), ("return_release", {"reason": "请再遮盖门牌号。"})):
        said = refused(story, f"disclosure.{verb}", who="fazhi", **this, **more)
        assert "自己撤回的，由另一人确认，重新公示也由另一人审批" in said
    page = desk(story, "juzhang").get(f"/office/disclosure/{release.pk}/").content.decode()
    assert "确认撤回</button>" in page and UNSAFE["reason"] in page
    done(story, "disclosure.return_release", who="fazhi2", **this, reason="请再遮盖门牌号。")
    assert told(story, "juzhang")  # a return says nothing of the withdrawal
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    done(story, CONFIRM, who="juzhang", **this)
    assert not told(story, "fazhi2")
    assert done(story, "disclosure.approve_release", who="fazhi", **this).state == State.PUBLISHED


def test_who_approves_the_new_text_has_looked(down: tuple[Story, dict[str, Any], Release]) -> None:
    story, this, release = down
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    again = done(story, "disclosure.approve_release", who="juzhang", **this)
    assert (again.state, again.taken_down_by, again.ground) == (State.PUBLISHED, "", "")
    assert not told(story, "fazhi2")


def test_what_is_put_back_after_the_term_is_not_late(down: tuple[Story, dict[str, Any], Release]) -> None:
    """It went public in time: the days for which a colleague took it down wrongly are no delay of the clerk's."""
    story, this, release = down
    clock.advance(timedelta(days=40))
    done(story, PUT_BACK, who="juzhang", **this, **NOT_RIGHT)
    (task,) = (row for row in tasks_of(story.bureau.actor("gongshi")) if row.kind == "公示退回修改")
    assert task.due_on is None and figures.of(story.bureau.authority.code).late_releases == 0
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    page = desk(story, "fazhi").get(f"/office/disclosure/{release.pk}/").content.decode()
    assert "delay_reason" not in page and "逾期" not in page
    again = done(story, "disclosure.approve_release", who="fazhi", **this)
    assert again.delay_reason == "" and again.first_public_on == clock.today() - timedelta(days=40)


def test_what_was_changed_and_put_back_has_the_term_of_its_change(reached: Reached) -> None:
    story, this, release = published(reached)
    overturn(story, kind="changed", overturned_for=["unfit"], fine=600)
    jobs.run_due()
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **FELL)
    back = done(story, PUT_BACK, who="juzhang", **this, **NOT_RIGHT)
    assert back.withdraw_by_on is None and back.term is not None
    order = {**submission(release), "content": public_content(release.decision)}
    done(story, "disclosure.submit_release", who="gongshi", **order)
    done(story, "disclosure.approve_release", who="juzhang", **this)
    clock.advance(timedelta(days=10))
    jobs.run_due()  # the old duty takes nothing down
    release.refresh_from_db()
    assert release.state == State.PUBLISHED
