"""For whom a story waits: in whose worklist it stands, and what each of them may do there."""

from collections.abc import Iterable

from sanzhi.cases import desk, queries, waiting
from sanzhi.demo.cast import PEOPLE, Bureau
from sanzhi.demo.deeds import Deeds
from sanzhi.documents.models import Status
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import Role
from sanzhi.supervision.worklist import tasks_of


def tasks_by_person(bureau: Bureau) -> dict[str, list[tuple[str, str]]]:
    return {
        who: [(task.kind, task.detail) for task in tasks_of(bureau.actor(who))] for who in bureau.officers
    }


def assert_owned(story: Deeds, officers: Iterable[str]) -> None:
    """Each office for which the step waits has somebody in whose list the case stands; nobody is sent there in vain."""
    step = queries.current_step(story.proceeding)
    found = tasks_by_person(story.bureau)
    own = {who for who, tasks in found.items() if _at(step.title, tasks, of=story)}
    asked = {who for who, tasks in found.items() if any(of == story.case.number for _, of in tasks)}
    for role in waiting.owners_of(step):
        if role == Role.LEGAL_REVIEWER != step.role:
            continue  # what is to be reviewed within another's step waits once it is sent in
        people = set(officers) if role == Role.OFFICER else _of(role)
        of_review = step.key == "review" and role == Role.LEGAL_REVIEWER
        listed = own | (_reviewed(found) if of_review else set())
        assert people & (listed if role == step.role else listed | asked), f"{step.title}：{role}"
    assert_something_can_be_done(story)


def assert_something_can_be_done(story: Deeds) -> None:
    """Whoever has the case in the list may do something there now, or reads for whom it waits and may not."""
    title = queries.step_title_of(story.proceeding)
    for who in story.bureau.officers:
        actor = story.bureau.actor(who)
        for kind in {row.kind for row in tasks_of(actor) if row.detail == story.case.number}:
            if kind == title:
                assert possible(actor, story), f"{who}：{kind}"
            elif kind.startswith(f"{title}（待"):
                assert not must(actor, story), f"{who}：{kind}"


def possible(actor: Actor, story: Deeds) -> list[str]:
    """What the actor may do at the step."""
    return [row.title for row in desk.work(actor, story.proceeding)["pane"].mine]


def must(actor: Actor, story: Deeds) -> list[str]:
    """Without what the case does not go on, and who may do it: a paper that nobody has begun, the next step."""
    at_work = desk.work(actor, story.proceeding)
    papers = (row for row in at_work["papers"] if row.may and not row.is_automatic)
    unmade = [row.title for row in papers if row.paper is None or row.paper.document.status == Status.DRAFT]
    return [*unmade, *(["完成环节"] if at_work["verdict"] and not at_work["is_last"] else [])]


def _at(title: str, tasks: list[tuple[str, str]], *, of: Deeds) -> bool:
    return any(kind.partition("（待")[0] == title and number == of.case.number for kind, number in tasks)


def _of(role: str) -> set[str]:
    return {person.username for person in PEOPLE if role in person.roles}


def _reviewed(found: dict[str, list[tuple[str, str]]]) -> set[str]:
    """Before it is sent in, a review waits for the officers alone."""
    return {who for who, tasks in found.items() if any(kind == "法制审核" for kind, _ in tasks)}
