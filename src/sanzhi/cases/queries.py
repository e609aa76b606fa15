"""All reads of cases. What another authority owns does not exist for the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import models
from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from sanzhi.cases.models import Assignment, Case, Evidence, Payment, Proposal, StepVisit
from sanzhi.cases.papers import Paper, papers_of
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.procedures import Procedure, Step


def subject_of(case: Case) -> str:
    """The key by which documents, recordings and reviews refer to the case."""
    return f"cases.case:{case.pk}"


def case_of_subject(subject: str) -> Case:
    """The case behind a subject key. Raises NotVisible for any other key."""
    table, _, key = subject.partition(":")
    if table != "cases.case" or not key.isdigit():
        raise NotVisible
    found = Case.objects.select_related("authority").filter(pk=int(key)).first()
    if found is None:
        raise NotVisible
    return found


def cases_of_subjects(subjects: Iterable[str]) -> dict[str, Case]:
    """The cases behind many subject keys, by key (1 query)."""
    keys = {subject: int(subject.partition(":")[2]) for subject in subjects}
    rows = Case.objects.select_related("party").in_bulk(set(keys.values()))
    return {subject: rows[pk] for subject, pk in keys.items() if pk in rows}


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """The cases of the actor's own authority, newest first."""
    return Case.objects.filter(authority__code=actor.authority).select_related("authority", "unit", "party")


ONE_TO_ONE = (
    "authority",
    "unit",
    "party",
    "correction",
    "plea",
    "hearing__chair",
    "deliberation",
    "decision",
    "late_penalty",
)


def _visible(actor: Actor) -> QuerySet[Case]:
    cases = (
        Case.objects.all() if actor.has(SYSTEM_ROLE) else Case.objects.filter(authority__code=actor.authority)
    )
    return cases


def visible_case(actor: Actor, pk: int) -> Case:
    """The case with its one-to-one rows (1 query); lists are read once each, when they are first asked for."""
    found = _visible(actor).select_related(*ONE_TO_ONE).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def case_for_update(actor: Actor, pk: int) -> Case:
    """The case, locked until the command ends: of two tabs the second waits and then sees the first's act.

    Its one-to-one rows are read when they are asked for: most commands need few of them.
    """
    rows = _visible(actor).select_related("authority", "unit").select_for_update(of=("self",))
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def papers(case: Case) -> tuple[Paper, ...]:
    """The papers of the case; asked once for each loaded case, so a command reads them before it writes any."""
    cached: tuple[Paper, ...] | None = case.__dict__.get("_papers")
    if cached is None:
        cached = case.__dict__["_papers"] = papers_of(subject_of(case))
    return cached


def forget_papers(case: Case) -> None:
    """After a paper was written in the same command."""
    case.__dict__.pop("_papers", None)


def procedure_of(case: Case) -> Procedure:
    return catalogues.procedure_of_edition(case.procedure_edition_id)


def current_step(case: Case) -> Step | None:
    return step_named(procedure_of(case), case.step) if case.step else None


def step_named(procedure: Procedure, key: str) -> Step:
    return next(step for step in procedure.steps if step.key == key)


def power_of(case: Case) -> Power:
    return catalogues.power_of_edition(case.power_edition_id, case.cause_code)


def assignments(case: Case) -> tuple[Assignment, ...]:
    """Who is on the case now, with officer, unit and certificates."""
    rows = Assignment.objects.select_related("officer__unit").prefetch_related("officer__certificates")
    prefetch_related_objects([case], Prefetch("assignments", rows))
    return tuple(row for row in case.assignments.all() if row.ended_on is None)


def is_assigned(case: Case, actor: Actor) -> bool:
    return any(row.officer_id == actor.officer_id for row in assignments(case))


def proposals(case: Case) -> tuple[Proposal, ...]:
    prefetch_related_objects([case], "proposals")
    return tuple(case.proposals.all())


def payments(case: Case) -> tuple[Payment, ...]:
    prefetch_related_objects([case], "payments")
    return tuple(case.payments.all())


def evidence(case: Case) -> tuple[Evidence, ...]:
    prefetch_related_objects([case], "evidence")
    return tuple(case.evidence.all())


def visits(case: Case) -> tuple[StepVisit, ...]:
    prefetch_related_objects([case], "visits")
    return tuple(case.visits.all())


def current_proposal(case: Case) -> Proposal | None:
    return next((row for row in proposals(case) if row.is_current), None)


def quantities_of(proposal: Proposal) -> dict[str, Decimal | str]:
    """What was counted for the fine: {"items": "3"}."""
    return {name: str(value) for name, value in proposal.quantities.items()}


def narrowed(cases: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Cases whose number, cause or party contains `text`."""
    if not text:
        return cases
    hit = (
        models.Q(number__icontains=text)
        | models.Q(cause__icontains=text)
        | models.Q(party__name__icontains=text)
    )
    return cases.filter(hit)


@dataclass(frozen=True)
class StepState:
    """A step as the step bar shows it: past | here | ahead | skipped."""

    key: str
    title: str
    state: str
    entered_on: date | None
    left_on: date | None


def step_states(case: Case) -> tuple[StepState, ...]:
    """The steps of the case's own edition in order; a step never entered behind the present one was skipped."""
    entered = {visit.step: visit for visit in visits(case)}
    steps = procedure_of(case).steps
    furthest = max((index for index, step in enumerate(steps) if step.key in entered), default=0)
    states = []
    for index, step in enumerate(steps):
        visit = entered.get(step.key)
        if step.key == case.step:
            state = "here"
        elif visit is not None:
            state = "past"
        else:
            state = "skipped" if index < furthest or not case.step else "ahead"
        states.append(
            StepState(
                step.key,
                step.title,
                state,
                visit.entered_on if visit else None,
                visit.left_on if visit else None,
            )
        )
    return tuple(states)


def cases_at(authority: str, *steps: str) -> QuerySet[Case]:
    return Case.objects.filter(authority__code=authority, step__in=steps).select_related("party", "unit")


def decided_between(authority: str, since: date, *, until: date) -> QuerySet[Case]:
    rows = Case.objects.filter(authority__code=authority, decided_on__gte=since, decided_on__lte=until)
    return rows.select_related("party", "decision")


def days_open(case: Case, today: date) -> int:
    """Calendar days since the filing (0 before it)."""
    return ((case.closed_on or today) - case.filed_on) // timedelta(days=1) if case.filed_on else 0


def open_cases_of(actor: Actor) -> QuerySet[Case]:
    """The open cases to which the actor is assigned, the longest waiting first."""
    mine = Case.objects.filter(
        closed_on=None, assignments__officer_id=actor.officer_id or 0, assignments__ended_on=None
    )
    return mine.select_related("party", "authority").order_by("step_since", "id")


def step_title_of(case: Case) -> str:
    step = current_step(case)
    return step.title if step else "已结案"


def rough_due_on(case: Case) -> date | None:
    """The ninety days of 行政处罚法 §60 for a list of many cases (the case page counts every deadline)."""
    return case.filed_on + timedelta(days=90) if case.filed_on and not case.decided_on else None
