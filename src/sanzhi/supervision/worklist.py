"""The worklist 台账: what waits for this person, from every app, with its deadline; the most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sanzhi.amendments import queries as amendments
from sanzhi.cases import queries as cases
from sanzhi.cases import waiting
from sanzhi.cases.deadlines import rough_due_on
from sanzhi.cases.models import Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.disclosure import queries as disclosure
from sanzhi.disclosure.models import State
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import CAPTIONS, Role
from sanzhi.reviews import queries as reviews

LIMIT = 100


@dataclass(frozen=True)
class Task:
    """`days` left in calendar days, negative when overdue, None without a deadline."""

    kind: str
    title: str
    detail: str
    url: str
    due_on: date | None
    days: int | None


def tasks_of(actor: Actor) -> list[Task]:
    """What waits for `actor` (at most two queries for each kind of task)."""
    own = tuple(cases.open_proceedings_of(actor))
    found = [
        *_signatures(actor, own),
        *_reviews(actor),
        *_disclosure(actor),
        *_adjustments(actor),
        *_lists(actor),
        *_mine(actor, own),
    ]
    return sorted(found, key=lambda task: (task.due_on or date.max, task.kind, task.title))[:LIMIT]


def _task(kind: str, title: str, *, detail: str, url: str, due_on: date | None) -> Task:
    return Task(kind, title, detail, url, due_on, (due_on - clock.today()).days if due_on else None)


def _signatures(actor: Actor, own: tuple[Proceeding, ...]) -> Iterator[Task]:
    """Papers at the actor's own place; as an officer only those of the actor's own cases."""
    unsigned = documents.awaiting_signature(actor)
    found = cases.proceedings_of_subjects(document.subject for document, _ in unsigned)
    mine = {row.case_id for row in own}
    for document, place in unsigned[:LIMIT]:
        proceeding = found[document.subject]
        signed = {row.officer_id for row in documents.signatures_of(document) if row.round == document.round}
        if place.role == Role.OFFICER and (proceeding.case_id not in mine or actor.officer_id in signed):
            continue
        url = reverse("cases:paper", kwargs={"pk": proceeding.case_id, "document": document.pk})
        due_on = rough_due_on(proceeding)
        yield _task("签批", f"《{document.title}》", detail=str(proceeding), url=url, due_on=due_on)


def _reviews(actor: Actor) -> Iterator[Task]:
    if actor.has(Role.LEGAL_REVIEWER):
        for review in reviews.waiting(actor.authority)[:LIMIT]:
            proceeding = review.proceeding
            url = reverse("reviews:review", kwargs={"pk": review.pk})
            yield _task(
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
    found = disclosure.at_hand(actor.authority, states=states, withdraws=approves) if states else ()
    for release in found[:LIMIT]:
        url = reverse("disclosure:release", kwargs={"pk": release.pk})
        number, detail = release.decision.number, str(release.proceeding)
        if release.state in states:
            kind = "公示整理" if release.state == State.WAITING else "公示审批"
            yield _task(kind, number, detail=detail, url=url, due_on=release.due_on)
        if approves and release.is_to_withdraw:
            yield _task("撤回公示", number, detail=detail, url=url, due_on=release.withdraw_by_on)


def _adjustments(actor: Actor) -> Iterator[Task]:
    """No statute says by when; each is open until it is settled."""
    if actor.has(Role.LEGAL_REVIEWER):
        for item in amendments.open_for(actor.authority)[:LIMIT]:
            url = reverse("amendments:adjustment", kwargs={"pk": item.pk})
            yield _task("依据调整", item.target_title[:60], detail=item.citations[:60], url=url, due_on=None)


def _lists(actor: Actor) -> Iterator[Task]:
    """Lists that were sent in and wait for the justice bureau."""
    if actor.has(Role.SUPERVISOR):
        for edition in catalogues.submitted(actor.authority)[:LIMIT]:
            url = reverse("catalogues:edition", kwargs={"pk": edition.pk})
            yield _task("清单审核", edition.get_kind_display(), detail=str(edition), url=url, due_on=None)


def _mine(actor: Actor, own: tuple[Proceeding, ...]) -> Iterator[Task]:
    """What the actor handles, and what stands at a step of an office that the actor has."""
    rows = {row.pk: row for row in own[:LIMIT]}
    rows |= {row.pk: row for row in waiting.at_their_step(actor)[:LIMIT] if not _is_reviewed(row)}
    for proceeding in rows.values():
        party = proceeding.respondent.name if proceeding.respondent else "当事人待登记"
        title = f"{party} · {proceeding.cause}"
        due_on, number = rough_due_on(proceeding), proceeding.case.number
        url = reverse("cases:detail", kwargs={"pk": proceeding.case_id}) + f"?proceeding={proceeding.pk}"
        yield _task(cases.step_title_of(proceeding), title, detail=number, url=url, due_on=due_on)


def _is_reviewed(proceeding: Proceeding) -> bool:
    """What waits for an opinion is listed as a review once it was sent in."""
    step = cases.current_step(proceeding)
    return step is not None and "reviews.give_opinion" in step.acts


def heading(actor: Actor) -> str:
    return "、".join(CAPTIONS[Role(role)] for role in sorted(actor.roles) if role in set(Role))
