"""The worklist 台账: what waits for this person, from every app, with its deadline; the most urgent first."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from sanzhi.amendments import queries as amendments
from sanzhi.cases import queries as cases
from sanzhi.cases import waiting
from sanzhi.cases.deadlines import rough_due_on
from sanzhi.cases.models import Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.disclosure import queries as disclosure
from sanzhi.disclosure.models import Release, State
from sanzhi.documents import queries as documents
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import CAPTIONS, Role
from sanzhi.reviews import queries as reviews
from sanzhi.supervision.open_matters import open_matters
from sanzhi.supervision.recording_tasks import recording_tasks
from sanzhi.supervision.task import Task, task


def tasks_of(actor: Actor) -> list[Task]:
    """What waits for `actor` (at most two queries for each kind of task)."""
    own = waiting.dated(cases.open_proceedings_of(actor))
    found = [
        *_signatures(actor, own),
        *_drafts(actor, own),
        *_reviews(actor),
        *_disclosure(actor),
        *_adjustments(actor),
        *_lists(actor),
        *_matters(actor),
        *_partner(actor),
        *_led(actor),
        *recording_tasks(actor),
        *_mine(actor, own),
    ]
    return sorted(found, key=lambda task: (task.due_on or date.max, task.kind, task.title))


def _signatures(actor: Actor, own: tuple[Proceeding, ...]) -> Iterator[Task]:
    """Papers at the actor's own place; as an officer only those of the actor's own cases."""
    unsigned = documents.awaiting_signature(actor)
    found = cases.proceedings_of_subjects(document.subject for document, _ in unsigned)
    mine = {row.case_id for row in own}
    for document, place in unsigned:
        proceeding = found[document.subject]
        signed = {row.officer_id for row in documents.signatures_of(document) if row.round == document.round}
        if place.role == Role.OFFICER and (proceeding.case_id not in mine or actor.officer_id in signed):
            continue
        url = reverse("cases:paper", kwargs={"pk": proceeding.case_id, "document": document.pk})
        due_on = rough_due_on(proceeding)
        yield task("签批", f"《{document.title}》", detail=str(proceeding), url=url, due_on=due_on)


def _drafts(actor: Actor, own: tuple[Proceeding, ...]) -> Iterator[Task]:
    """Papers that the actor's cases have begun, or got back; those of a step of an office also for that office."""
    begun = tuple(documents.drafts(actor.authority))
    found = cases.proceedings_of_subjects(document.subject for document in begun)
    mine = {row.case_id for row in own} | {
        row.case_id for row in waiting.at_their_step(actor) if actor.has(Role.LEGAL_REVIEWER)
    }
    for document in begun:
        proceeding = found.get(document.subject)
        if proceeding is not None and proceeding.case_id in mine:
            url = reverse("cases:paper", kwargs={"pk": proceeding.case_id, "document": document.pk})
            kind = "文书退回修改" if document.round > 1 else "文书待完成"
            yield task(kind, f"《{document.title}》", detail=str(proceeding), url=url, due_on=None)


def _reviews(actor: Actor) -> Iterator[Task]:
    if actor.has(Role.LEGAL_REVIEWER):
        for review in reviews.waiting(actor):
            proceeding = review.proceeding
            url = reverse("reviews:review", kwargs={"pk": review.pk})
            yield task(
                "法制审核",
                proceeding.title,
                detail=proceeding.case.number,
                url=url,
                due_on=review.due_on,
            )


def _disclosure(actor: Actor) -> Iterator[Task]:
    approves = actor.has(Role.BUREAU_HEAD, Role.LEGAL_REVIEWER)
    states = [State.WAITING] if actor.has(Role.DISCLOSURE_CLERK) else []
    states += [State.SUBMITTED] if approves else []
    found = disclosure.at_hand(actor, states=states, withdraws=approves) if states else ()
    for release in found:
        url = reverse("disclosure:release", kwargs={"pk": release.pk})
        number, detail = release.decision.number, str(release.proceeding)
        if release.state in states:
            kind = _kind_of(release)
            yield task(kind, number, detail=detail, url=url, due_on=release.due_on)
        if approves and release.is_to_withdraw:
            yield task("撤回公示", number, detail=detail, url=url, due_on=release.withdraw_by_on)
        if approves and release.taken_down_by not in {"", actor.key}:
            yield task("确认撤回公示", number, detail=detail, url=url, due_on=None)


def _kind_of(release: Release) -> str:
    if release.state == State.WAITING:
        return "公示退回修改" if release.returned_on else "公示整理"
    return "公示审批"


def _adjustments(actor: Actor) -> Iterator[Task]:
    """No statute says by when; each is open until it is settled."""
    if actor.has(Role.LEGAL_REVIEWER):
        for item in amendments.open_for(actor.authority):
            url = reverse("amendments:adjustment", kwargs={"pk": item.pk})
            yield task("依据调整", item.target_title[:60], detail=item.citations[:60], url=url, due_on=None)


def _lists(actor: Actor) -> Iterator[Task]:
    """Lists that were sent in wait for the justice bureau, the others for who compiles them."""
    found = [("清单审核", row) for row in catalogues.submitted(actor.authority) if actor.has(Role.SUPERVISOR)]
    if actor.has(Role.LEGAL_REVIEWER, Role.ADMINISTRATOR):
        found += [(LISTS[row.status], row) for row in catalogues.to_be_mended(actor.authority)]
    for kind, edition in found:
        url = reverse("catalogues:edition", kwargs={"pk": edition.pk})
        yield task(kind, edition.get_kind_display(), detail=str(edition), url=url, due_on=None)


LISTS = {"draft": "清单起草", "returned": "清单退回修改", "approved": "清单待施行"}


def _matters(actor: Actor) -> Iterator[Task]:
    """What was put before the actor's office in a case."""
    for wait, case, proceeding in open_matters(actor):
        url = reverse("cases:act", kwargs={"pk": case.pk, "verb": wait.act.partition(".")[2]})
        place = f"?proceeding={proceeding.pk}" if proceeding else ""
        title = _title(proceeding) if proceeding else case.summary[:40]
        yield task(wait.kind, title, detail=case.number, url=f"{url}{place}", due_on=None)


def _partner(actor: Actor) -> Iterator[Task]:
    """Who was named as the second officer on the street answers himself."""
    for row in waiting.named_partners(actor):
        url = reverse("cases:detail", kwargs={"pk": row.case_id})
        yield task("同行执法确认", row.case.summary[:40], detail=row.case.number, url=url, due_on=None)


def _led(actor: Actor) -> Iterator[Task]:
    """Cases that nobody can handle, and those whose time is over."""
    for proceeding in waiting.dated(waiting.without_officers(actor)):
        url = reverse("cases:act", kwargs={"pk": proceeding.case_id, "verb": "assign_officers"})
        yield _of(proceeding, "指派承办人", url=url)
    for proceeding in waiting.overdue(actor):
        yield _of(proceeding, "线索逾期" if proceeding.filed_on is None else "办案逾期")


def _mine(actor: Actor, own: tuple[Proceeding, ...]) -> Iterator[Task]:
    """What the actor handles, and what stands at a step of an office that the actor has."""
    rows = {row.pk: row for row in own}
    there = waiting.dated(waiting.at_their_step(actor))
    rows |= {row.pk: row for row in there if not _is_reviewed(row)}
    for proceeding in rows.values():
        yield _of(proceeding, cases.step_title_of(proceeding))


def _of(proceeding: Proceeding, kind: str, *, url: str = "") -> Task:
    url = url or reverse("cases:detail", kwargs={"pk": proceeding.case_id})
    return task(
        kind,
        _title(proceeding),
        detail=proceeding.case.number,
        url=f"{url}?proceeding={proceeding.pk}",
        due_on=rough_due_on(proceeding),
    )


def _title(proceeding: Proceeding) -> str:
    party = proceeding.respondent.name if proceeding.respondent else "当事人待登记"
    return f"{party} · {proceeding.cause}"


def _is_reviewed(proceeding: Proceeding) -> bool:
    """What waits for an opinion is listed as a review once it was sent in."""
    step = cases.current_step(proceeding)
    return step is not None and "reviews.give_opinion" in step.acts


def heading(actor: Actor) -> str:
    return "、".join(CAPTIONS[Role(role)] for role in sorted(actor.roles) if role in set(Role))
