"""Who keeps the machine has no view of cases: admitted to nothing, whatever part the person had before."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sanzhi.cases import queries, reading
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import admitted, case_page, desk, done, in_offices, refused, unseen

Reached = Callable[..., Story]


@pytest.mark.parametrize("who", ["guanli", "anquan", "shenji"])
def test_a_keeper_is_admitted_to_nothing(reached: Reached, who: str) -> None:
    story = reached(stop="lead")
    keeper = story.bureau.officers[who]
    order = {"reason": "查阅一下。", "until": clock.today() + timedelta(days=30)}
    for leader in ("duizhang1", "juzhang"):
        said = refused(story, "cases.admit_officer", who=leader, officer=keeper.pk, **order)
        assert "不接触案件的系统管理员、安全管理员、安全审计员" in said
        assert f"{keeper.name}（" not in case_page(story, act="admit_officer", who=leader)
        crew = [story.bureau.officers["zhifa1"].pk, keeper.pk]
        assert "不得从事执法活动" in refused(story, "cases.assign_officers", who=leader, officers=crew)
    done(story, "cases.admit_officer", who="duizhang1", officer=story.bureau.officers["zhifa3"].pk, **order)


def test_a_keeper_reads_nothing_whatever_he_was(reached: Reached) -> None:
    """Assigned, admitted, the leader of the squad: the office that he has now reads no cases."""
    story = reached(stop="lead")
    admitted(story, "duizhang2")
    for who in ("zhifa2", "duizhang2", "duizhang1"):
        assert reading.may_read(story.bureau.actor(who), story.case)
        in_offices(story, who, "auditor")
        actor = story.bureau.actor(who)
        assert not reading.may_read(actor, story.case)
        assert not queries.visible_cases(actor).exists()
        for below in ("", "papers/", "evidence/", "timeline/"):
            assert desk(story, who).get(f"/office/cases/{story.case_id}/{below}").status_code == 404
        assert desk(story, who).get(f"/office/recordings/case/{story.case_id}/").status_code == 404
        unseen(story, "cases.write_document", who=who, form="D02")
