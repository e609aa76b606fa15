"""The worklist: what waits for a person waits for nobody else, and no longer once it is done."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.catalogues.commands import StartEdition, SubmitEdition, start_edition, submit_edition
from sanzhi.catalogues.models import Kind
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.kernel import jobs
from sanzhi.supervision.worklist import tasks_of
from tests.stories import done

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]


def kinds(story: Story, who: str) -> set[str]:
    return {task.kind for task in tasks_of(story.bureau.actor(who))}


def test_a_case_waits_for_its_officers(reached: Reached) -> None:
    story = reached(stop="investigation")
    assert (kinds(story, "zhifa1"), kinds(story, "zhifa3")) == ({"调查取证"}, set())


@pytest.mark.parametrize("step", ["filing_signing", "decision_signing"])
def test_a_paper_waits_for_its_next_signer_only(reached: Reached, step: str) -> None:
    story = reached(stop=step)
    assert "签批" in kinds(story, "juzhang")
    for who in ("zhifa1", "zhifa3", "duizhang1", "fazhi"):
        assert "签批" not in kinds(story, who)
    (task,) = (task for task in tasks_of(story.bureau.actor("juzhang")) if task.kind == "签批")
    story.sign_all(int(task.url.rstrip("/").rpartition("/")[2]))
    assert "签批" not in kinds(story, "juzhang")


def test_a_review_waits_for_the_legal_section(reached: Reached) -> None:
    story = reached(stop="review_submitted", cause="C05", fine=8000)
    assert "法制审核" in kinds(story, "fazhi") & kinds(story, "fazhi2")
    for who in ("juzhang", "gongshi", "zhifa3"):
        assert "法制审核" not in kinds(story, who)


def test_a_release_waits_for_the_clerk_and_then_for_an_approver(reached: Reached) -> None:
    story = reached(stop="service")
    jobs.run_due()
    release = Release.objects.get()
    assert (kinds(story, "gongshi"), kinds(story, "fazhi")) == ({"公示整理"}, set())
    text = {"content": release.content, "secrecy_checked": True}
    done(story, "disclosure.submit_release", who="gongshi", release=release.pk, **text)
    assert (kinds(story, "gongshi"), kinds(story, "fazhi")) == (set(), {"公示审批"})
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk)
    assert kinds(story, "fazhi") == set()


@pytest.mark.parametrize(
    ("plan", "who", "kind"),
    [
        ({"stop": "decision_approved"}, "juzhang", "决定"),
        ({"stop": "deliberation", "cause": "C05", "fine": 8000}, "juzhang", "集体讨论"),
        ({"stop": "hearing", "hearing": True, "cause": "C05", "fine": 8000}, "fazhi2", "听证"),
        ({"stop": "closure"}, "juzhang", "结案"),
    ],
)
def test_a_case_waits_for_the_office_of_its_step(
    reached: Reached, plan: dict[str, Any], who: str, kind: str
) -> None:
    story = reached(**plan)
    assert kind in kinds(story, who)
    assert kind not in kinds(story, "zhifa3") | kinds(story, "gongshi")


def test_a_list_that_was_sent_in_waits_for_the_justice_bureau(bureau: Bureau) -> None:
    edition = start_edition(
        bureau.actor("fazhi"), StartEdition(authority=bureau.authority.code, kind=Kind.GUIDES)
    )
    assert tasks_of(bureau.actor("jiandu")) == []
    submit_edition(bureau.actor("fazhi"), SubmitEdition(edition=edition.pk))
    assert [task.kind for task in tasks_of(bureau.actor("jiandu"))] == ["清单审核"]
