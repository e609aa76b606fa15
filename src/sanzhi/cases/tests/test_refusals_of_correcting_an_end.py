"""A death that was none: asked for by an officer, approved by a head, both records stay and the case goes on."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.models import ClosureKind
from sanzhi.demo.story import Story
from tests.stories import done, refused

Reached = Callable[..., Story]
END, CORRECT, SETTLE = "cases.end_investigation", "cases.correct_termination", "cases.settle_correction"
DIED: dict[str, Any] = {"who": "juzhang", "ground": "died", "proof": "居民死亡医学证明书"}
LIVES: dict[str, Any] = {"proof": "户籍证明、本人到场", "reason": "死亡证明是同名同姓的另一人的。"}


def waiting(story: Story) -> int:
    return queries.waiting_corrections(story.proceeding)[-1].pk


def test_the_investigation_of_who_lives_goes_on(reached: Reached) -> None:
    story = reached(stop="report")
    assert "本案没有终止调查的登记" in refused(story, CORRECT, **LIVES)
    done(story, END, **DIED)
    assert story.proceeding.step == "closure"
    done(story, CORRECT, **LIVES)
    assert "正在等待审批" in refused(story, CORRECT, **LIVES)
    approve = {"correction": waiting(story), "is_approved": True}
    said = refused(story, SETTLE, who="duizhang1", **approve)
    assert "其更正由机关负责人审批" in said and "第五十七条" in said
    done(story, SETTLE, who="fujuzhang", **approve)
    assert story.proceeding.step == "report" and queries.termination_of(story.proceeding) is None
    assert story.proceeding.terminations.count() == 1
    done(story, END, **DIED)
    assert story.proceeding.step == "closure" and story.proceeding.terminations.count() == 2


def test_a_closed_case_is_open_again(reached: Reached) -> None:
    story = reached(stop="notice")
    done(story, END, **DIED)
    list(story.closure(ClosureKind.ENDED, "当事人死亡，案件终止调查。"))
    assert story.case.closed_on
    done(story, CORRECT, **LIVES)
    done(story, SETTLE, who="fujuzhang", correction=waiting(story), is_approved=True)
    assert story.proceeding.step == "notice" and story.case.closed_on is None


def test_what_is_denied_stays_ended(reached: Reached) -> None:
    story = reached(stop="report")
    done(story, END, **DIED)
    done(story, CORRECT, **LIVES)
    no = {"is_approved": False, "opinion": "户籍证明不是当事人的。"}
    done(story, SETTLE, who="fujuzhang", correction=waiting(story), **no)
    assert queries.termination_of(story.proceeding) and story.proceeding.step == "closure"
