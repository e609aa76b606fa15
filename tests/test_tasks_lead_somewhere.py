"""Each task leads to a page that answers to whoever has it in the list: what he may not read is not told him either."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from sanzhi.catalogues.commands import StartEdition, start_edition
from sanzhi.catalogues.models import Kind
from sanzhi.demo.cast import Bureau
from sanzhi.demo.film import film
from sanzhi.demo.story import Story
from sanzhi.kernel import clock, jobs
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.recordings.commands import BeginUpload, take_in
from sanzhi.supervision.worklist import tasks_of
from tests.stories import admitted, desk, done, in_offices
from tests.test_nothing_waits_for_nobody import MATTERS, ON_THE_WAY, STEPS

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
GAP = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}


def returned(story: Story) -> None:
    paper = story.proceeding.papers.get(document__form="D03").document
    done(story, "cases.return_document", who="juzhang", document=paper.pk, reason="案由写得不全。")


def waits_for_the_leader(story: Story) -> None:
    """The officers have signed, the leader has not."""
    story.paper("D03", until="squad_leader")


def doubted(story: Story) -> None:
    """The file tells another day than was typed."""
    ended = clock.now() - timedelta(minutes=40)
    content = film(600, said="", made_at=ended - timedelta(days=1), pictures=True)
    times = {"started_at": ended - timedelta(minutes=10), "ended_at": ended}
    order = BeginUpload(case=story.case_id, name="a.mp4", size=len(content), moment="interview", **times)
    assert take_in(story.officer, order, source=BytesIO(content)).doubt


def gone_to_the_keepers(story: Story) -> None:
    """Who keeps the machine reads no case, whatever part he had in it before."""
    in_offices(story, "zhifa1", "auditor")


def named(story: Story) -> None:
    today = clock.today()
    lead = {"procedure": "penalty/simplified", "cause_code": "C56", "source": "patrol", "place": "演示路3号"}
    days = {"happened_on": today, "found_on": today, "summary": "在人行道晾晒粮食。"}
    done(story, "cases.register_lead", partner=story.bureau.officers["zhifa3"].pk, **lead, **days)


EACH: dict[str, tuple[dict[str, Any], Callable[[Story], Any] | None]] = {
    **{f"step {key}": row for (_, key), row in STEPS.items()},
    **{f"way {plan['stop']}": (plan, None) for plan in ON_THE_WAY},
    **{f"matter {kind}": row[:2] for kind, row in MATTERS.items()},
    "returned": ({"stop": "filing_signing"}, returned),
    "leader": ({"stop": "filing"}, waits_for_the_leader),
    "gap": ({"stop": "investigation"}, lambda story: done(story, "recordings.explain_gap", **GAP)),
    "doubt": ({"stop": "investigation"}, doubted),
    "partner": ({"stop": "lead"}, named),
    "keeper": ({"stop": "investigation"}, gone_to_the_keepers),
    "release": ({"stop": "performance"}, lambda story: jobs.run_due()),
}


@pytest.mark.parametrize("place", EACH)
def test_every_task_leads_its_owner_to_a_page(reached: Reached, place: str) -> None:
    plan, act = EACH[place]
    story = reached(**plan)
    if act:
        act(story)
    assert_tasks_answer(story)


def assert_tasks_answer(story: Story) -> None:
    for who in story.bureau.officers:
        actor = organisation.actor_of_officer(Officer.objects.get(pk=story.bureau.officers[who].pk))
        for task in tasks_of(actor):
            assert desk(story, who).get(task.url).status_code == 200, f"{who}：{task.kind} {task.title}"


def test_lists_and_adjustments_too(reached: Reached) -> None:
    story = reached(stop="lead")
    bureau: Bureau = story.bureau
    edition = StartEdition(authority=bureau.authority.code, kind=Kind.GUIDES)
    start_edition(bureau.actor("fazhi"), edition)
    assert_tasks_answer(story)


def kinds(story: Story, who: str) -> set[str]:
    return {task.kind for task in tasks_of(story.bureau.actor(who))}


@pytest.mark.parametrize(
    ("plan", "act", "kind"),
    [
        ({"stop": "filing"}, waits_for_the_leader, "签批"),
        ({"stop": "investigation"}, doubted, "音像时间确认"),
        ({"stop": "investigation"}, EACH["gap"][1], "音像缺漏审定"),
    ],
)
def test_a_leader_has_what_he_may_read(
    reached: Reached, plan: dict[str, Any], act: Callable[[Story], Any], kind: str
) -> None:
    """Another squad's is nothing to him until he is admitted."""
    story = reached(**plan)
    act(story)
    assert kind in kinds(story, "duizhang1")
    assert kind not in kinds(story, "duizhang2") | kinds(story, "duizhang3")
    admitted(story, "duizhang2")
    assert kind in kinds(story, "duizhang2")
    assert kind not in kinds(story, "duizhang3")
    assert_tasks_answer(story)


def test_the_clerk_who_leads_elsewhere_has_no_films(reached: Reached) -> None:
    """The gate reaches into every decided case, not to its films."""
    story = reached(stop="service")
    doubted(story)
    in_offices(story, "duizhang2", "squad_leader", "disclosure_clerk")
    assert "音像时间确认" not in kinds(story, "duizhang2")
    assert "音像时间确认" in kinds(story, "fazhi")
