"""Which cases wait for whom: every step that can stay, every open matter has somebody to whom it is shown.

What belongs to the officers of a case waits for who is assigned to it, and for its leaders where nobody can act.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sanzhi.cases import board
from sanzhi.cases.card import act_named, card_of, is_act
from sanzhi.cases.closing import some_closure_is_open
from sanzhi.cases.deadlines import countdowns, main_deadline
from sanzhi.cases.gathering import gather
from sanzhi.cases.leaving import is_decided
from sanzhi.cases.models import Assignment, Case, Partner, Proceeding, Recusal
from sanzhi.cases.policies import leads_the_squad, may_complete_step, may_touch, moves
from sanzhi.cases.queries import current_step, is_assigned, open_proceedings_of, procedure_of
from sanzhi.cases.reading import readable
from sanzhi.cases.step_papers import paper_is_to_be_made
from sanzhi.catalogues.queries import procedure_of_edition
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.procedures import Step
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

LEADS = (Role.SQUAD_LEADER, Role.BUREAU_HEAD)
SHORTEST = timedelta(days=15)  # nothing is overdue earlier (线索核查期限)


def owners_of(step: Step) -> frozenset[str]:
    """The offices for which a step waits: its own, and those whose act ends it."""
    ending = (act_named(name) for name in step.acts)
    return frozenset({step.role}).union(
        *(card_of(act).office for act in ending if is_act(act) and card_of(act).is_main)
    )


def others_awaited(actor: Actor, rows: Iterable[Proceeding]) -> dict[int, tuple[Role, ...]]:
    """Of each row where `actor` has nothing to do now: for which offices it waits."""
    known = {row: step for row in rows if (step := current_step(row))}
    steps = {row: step for row, step in known.items() if Role.OFFICER not in _holders(step)}
    found = {row.pk: awaited for row, step in steps.items() if (awaited := _awaited(actor, row, step=step))}
    only_ends = (
        row for row, step in known.items() if row not in steps and _may_only_end(actor, row, step=step)
    )
    return found | {row.pk: (Role.OFFICER,) for row in only_ends if not some_closure_is_open(row)}


def _may_only_end(actor: Actor, row: Proceeding, *, step: Step) -> bool:
    """At a step of the officers, of a kind that ends at any step, he could do nothing but end it."""
    of_officers = step.role == Role.OFFICER and bool(step.next and board.closures_undecided(row))
    return of_officers and not is_assigned(row.case, actor)


def _awaited(actor: Actor, row: Proceeding, *, step: Step) -> tuple[Role, ...]:
    if paper_is_to_be_made(row, step):  # before the office of the step can act
        return () if is_assigned(row.case, actor) or actor.has(step.role) else (Role.OFFICER,)
    if actor.has(*_holders(step)) or _may_lead_on(actor, row, step=step):
        return ()
    return tuple(role for role in Role if role in _holders(step))


def _may_lead_on(actor: Actor, row: Proceeding, *, step: Step) -> bool:
    """What costs nothing to know is asked first."""
    if not step.next or not moves(actor, row, step=step) or not is_decided(row, step):
        return False
    return bool(may_complete_step(actor, row))


def _holders(step: Step) -> frozenset[Role]:
    """Whose step it is; a step of the officers that only another office ends is that office's."""
    if step.role != Role.OFFICER:
        return frozenset({Role(step.role)})
    cards = [card_of(act) for act in map(act_named, step.acts) if is_act(act) and card_of(act).is_main]
    offices = [frozenset(card.office) or frozenset({Role.OFFICER}) for card in cards]
    return frozenset().union(*offices) or frozenset({Role.OFFICER})


def offices_of(act: str) -> tuple[Role, ...]:
    """Whose act it is; none where it belongs to the officers of the case."""
    return card_of(act_named(act)).office


@dataclass(frozen=True)
class Standing:
    """Open proceedings that wait for somebody.

    own: whose officer he is. there: at a step of an office that he has. short: with fewer officers than the step needs,
    late: whose time is over; both for who leads, who assigns, grants more time or puts the reason on record.
    """

    own: tuple[Proceeding, ...]
    there: tuple[Proceeding, ...]
    short: tuple[Proceeding, ...]
    late: tuple[Proceeding, ...]


def stands(actor: Actor) -> tuple[QuerySet[Proceeding], ...]:
    """What may wait for `actor`, as four queries that are not asked yet (1 query)."""
    leads, none = actor.has(*LEADS), Proceeding.objects.none()
    places = tuple(_places(_open(actor))) if actor.roles - {Role.OFFICER} else ()
    return (
        open_proceedings_of(actor),
        _at_their_step(actor, places),
        _without_officers(actor, places) if leads else none,
        _perhaps_late(actor) if leads else none,
    )


def standing(
    asked: Iterable[Iterable[Proceeding]], *, beside: Iterable[Proceeding], changing: Iterable[Proceeding]
) -> Standing:
    """What `stands` has found, with all that is asked of it to say what it waits for and until when (2 queries).

    So is what is shown `beside` it with its term; of what is `changing` everything is asked.
    """
    own, there, short, late = map(tuple, asked)
    judged = [row for row in (*own, *there) if not _is_for_its_officers(row)]
    gather((*judged, *changing), beside=(*own, *there, *short, *late, *beside, *changing))
    return Standing(own, there, short, tuple(row for row in late if _is_over(row)))


def _is_for_its_officers(row: Proceeding) -> bool:
    """Of which `others_awaited` has nothing to ask."""
    step = current_step(row)
    return step is None or (Role.OFFICER in _holders(step) and not board.closures_undecided(row))


def _at_their_step(actor: Actor, places: Iterable[tuple[Step, Q]]) -> QuerySet[Proceeding]:
    mine = None
    for step, here in places:
        offices = owners_of(step) - {Role.OFFICER}
        if actor.has(*(offices - {Role.SQUAD_LEADER})):
            mine = here if mine is None else mine | here
        elif offices & actor.roles:
            here &= of_own_unit(actor)
            mine = here if mine is None else mine | here
    return Proceeding.objects.none() if mine is None else _open(actor).filter(mine)


def _without_officers(actor: Actor, places: Iterable[tuple[Step, Q]]) -> QuerySet[Proceeding]:
    short = Q(pk__in=())
    for step, here in places:
        if step.role == Role.OFFICER or step.officers:
            short |= here & Q(able__lt=max(1, step.officers))
    today = clock.today()
    here_still = Q(case__assignments__officer__left_on=None) | Q(
        case__assignments__officer__left_on__gt=today
    )
    able = Count("case__assignments", filter=Q(case__assignments__ended_on=None) & here_still, distinct=True)
    return _open(actor).filter(_led(actor)).annotate(able=able).filter(short)


def without_judge(authority: str, office: Role) -> QuerySet[Proceeding]:
    """Open and nobody left to approve or review: all who hold the office have handled the case or stand back."""
    rows = Proceeding.objects.filter(case__authority__code=authority, closed_on=None)
    case = OuterRef("case")
    holders = [row.pk for row in organisation.holders(authority) if office in row.offices]
    for holder in holders:
        handled = Exists(Assignment.objects.filter(case=case, officer=holder))
        rows = rows.filter(handled | Exists(Recusal.objects.filter(case=case, of=holder, is_granted=True)))
    found = rows if holders else rows.none()
    return found.select_related("respondent", "case__authority").order_by("step_since", "id")


def reaching(authority: str, year: int) -> bool:
    """Whether a period of an open proceeding ends in that year or later."""
    rows = Proceeding.objects.filter(case__authority__code=authority, closed_on=None)
    found = tuple(rows.select_related("respondent", "case__authority").order_by("-id"))
    gather((), beside=found)
    return any(one.on.year >= year for row in found for one in countdowns(row))


def may_admit(actor: Actor, proceeding: Proceeding) -> Verdict:
    """Whether the actor may let somebody of another squad read the case."""
    return may_touch(actor, proceeding, office=offices_of("cases.admit_officer")) & leads_the_squad(
        actor, proceeding.case
    )


def leaders_of(authority: str) -> tuple[Actor, ...]:
    """Who leads a squad today."""
    actors = map(organisation.actor_of_officer, organisation.who_work_on_cases(authority))
    return tuple(actor for actor in actors if actor.has(Role.SQUAD_LEADER))


def readable_cases(actor: Actor, keys: Iterable[int]) -> frozenset[int]:
    """Of these cases the ones that the actor may read (1 query, none where none is asked for)."""
    asked = set(keys)
    rows = Case.objects.filter(readable(actor), pk__in=asked) if asked else Case.objects.none()
    return frozenset(rows.values_list("pk", flat=True))


def awaits(proceeding: Proceeding, office: Role) -> bool:
    """Whether a step of its procedure, passed or to come, belongs to the office."""
    return any(office in owners_of(step) for step in procedure_of(proceeding).steps)


def _perhaps_late(actor: Actor) -> QuerySet[Proceeding]:
    late = clock.today() - SHORTEST
    begun = Q(filed_on__lt=late) | Q(filed_on=None, case__registered_on__lt=late)
    return _open(actor).filter(_led(actor), begun, decided_on=None)


def _is_over(row: Proceeding) -> bool:
    due = main_deadline(row)
    return due is not None and not due.rule.of_party and due.on < clock.today()


def _led(actor: Actor) -> Q:
    return Q() if actor.has(Role.BUREAU_HEAD) else of_own_unit(actor)


def of_own_unit(actor: Actor) -> Q:
    """A leader leads the own squad."""
    return Q(case__unit__officers=actor.officer_id or 0)


def _open(actor: Actor) -> QuerySet[Proceeding]:
    """Of the cases that the actor may read."""
    rows = Proceeding.objects.filter(readable(actor, via="case__"), closed_on=None)
    return rows.select_related("respondent", "case__authority").order_by("step_since", "id")


def _places(own: QuerySet[Proceeding]) -> Iterable[tuple[Step, Q]]:
    """Every step of every edition at which something stands."""
    for edition, key in own.order_by().values_list("procedure_edition_id", "step").distinct():
        if key:
            yield procedure_of_edition(edition).step(key), Q(procedure_edition_id=edition, step=key)


def named_partners(actor: Actor) -> QuerySet[Partner]:
    """Where the actor was named as the second officer and has not answered yet."""
    named = Partner.objects.filter(officer_id=actor.officer_id or 0, answered_at=None, case__closed_on=None)
    waiting = named.filter(readable(actor, via="case__"))
    return waiting.select_related("case").order_by("id")
