"""A signature waits for who may give it; where no leader may, for who can let another leader in."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.supervision.task import Task
from sanzhi.supervision.worklist import tasks_of
from tests.stories import admitted, desk, done, in_offices, refused

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
NOBODY = "无人可以签批"
SIGN = "cases.sign_document"


def tasks(story: Story, who: str, kind: str) -> list[Task]:
    return [task for task in tasks_of(story.bureau.actor(who)) if task.kind == kind]


def holders(story: Story, kind: str) -> set[str]:
    return {who for who in story.bureau.officers if tasks(story, who, kind)}


def signed_by_the_leader(story: Story) -> int:
    """The leader handles the case himself, and signs its paper as an officer."""
    crew = [story.bureau.officers[name].pk for name in ("zhifa1", "duizhang1")]
    done(story, "cases.assign_officers", who="duizhang1", officers=crew)
    paper: int = done(story, "cases.write_document", form="D03").pk
    done(story, "cases.submit_document", document=paper)
    for who in ("zhifa1", "duizhang1"):
        done(story, SIGN, who=who, document=paper, opinion="同意立案。")
    return paper


def test_who_has_signed_as_an_officer_has_no_task_as_a_leader(reached: Reached) -> None:
    story = reached(stop="filing")
    paper = signed_by_the_leader(story)
    assert "您已经签署" in refused(story, SIGN, who="duizhang1", document=paper, opinion="同意。")
    assert holders(story, "签批") == set()


def test_the_heads_and_the_leader_are_told_to_let_another_in(reached: Reached) -> None:
    story = reached(stop="filing")
    paper = signed_by_the_leader(story)
    assert holders(story, NOBODY) == {"juzhang", "fujuzhang", "duizhang1"}
    (task,) = tasks(story, "juzhang", NOBODY)
    assert "请准予另一中队长查阅并签批" in task.detail and story.case.number in task.detail
    for who in ("juzhang", "duizhang1"):
        page = desk(story, who).get(task.url)
        assert page.status_code == 200 and "准予查阅" in page.content.decode()
    admitted(story, "duizhang2")
    assert holders(story, NOBODY) == set() and holders(story, "签批") == {"duizhang2"}
    done(story, SIGN, who="duizhang2", document=paper, opinion="同意立案。")
    assert holders(story, "签批") == {"juzhang", "fujuzhang"}


def test_also_where_the_leader_stands_back(reached: Reached) -> None:
    story = reached(stop="filing")
    story.paper("D03", until="squad_leader")
    assert holders(story, "签批") == {"duizhang1"} and holders(story, NOBODY) == set()
    leader = story.bureau.officers["duizhang1"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=leader, reason="与当事人是近亲属。")
    granted(story)
    assert holders(story, "签批") == set()
    assert holders(story, NOBODY) == {"juzhang", "fujuzhang"}


def granted(story: Story) -> None:
    leader = story.bureau.officers["duizhang1"].pk
    said = {"of": leader, "is_granted": True, "answer": "情况属实，准予回避。"}
    done(story, "cases.decide_recusal", who="juzhang", **said)


def test_and_where_the_squad_has_no_leader(reached: Reached) -> None:
    story = reached(stop="filing")
    story.paper("D03", until="squad_leader")
    in_offices(story, "duizhang1", "officer")
    assert holders(story, NOBODY) == {"juzhang", "fujuzhang"}
    in_offices(story, "zhifa2", "squad_leader", "officer")  # has signed as an officer
    assert holders(story, NOBODY) == {"juzhang", "fujuzhang", "zhifa2"}
