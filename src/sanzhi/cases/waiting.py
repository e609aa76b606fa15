"""Which cases wait for whom: every step that can stay, every open matter has somebody to whom it is shown.

What belongs to the officers of a case waits for who is assigned to it, and for its leaders where nobody can act.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from sanzhi.cases.card import act_named, card_of, is_act
from sanzhi.cases.deadlines import rough_due_on, working_calendar
from sanzhi.cases.models import Partner, Proceeding
from sanzhi.catalogues.queries import procedure_of_edition
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import with_lists
from sanzhi.law.procedures import Step
from sanzhi.organisation.roles import Role

LEADS = (Role.SQUAD_LEADER, Role.BUREAU_HEAD)
SHORTEST = timedelta(days=15)  # nothing is overdue earlier (线索核查期限)


def owners_of(step: Step) -> frozenset[str]:
    """The offices for which a step waits: its own, and those whose act ends it."""
    ending = (act_named(name) for name in step.acts)
    return frozenset({step.role}).union(
        *(card_of(act).office for act in ending if is_act(act) and card_of(act).is_main)
    )


def offices_of(act: str) -> tuple[Role, ...]:
    """Whose act it is; none where it belongs to the officers of the case."""
    return card_of(act_named(act)).office


def at_their_step(actor: Actor) -> QuerySet[Proceeding]:
    """Open proceedings that stand at a step of an office that the actor has (3 queries)."""
    own, mine = _open(actor), Q(pk__in=())
    for step, here in _places(own):
        offices = owners_of(step) - {Role.OFFICER}
        if actor.has(*(offices - {Role.SQUAD_LEADER})):
            mine |= here
        elif offices & actor.roles:
            mine |= here & of_own_unit(actor)
    return own.filter(mine)


def without_officers(actor: Actor) -> QuerySet[Proceeding]:
    """Open proceedings that have fewer officers than their step needs, for who may assign them (3 queries)."""
    own, short = _open(actor), Q(pk__in=())
    if not actor.has(*LEADS):
        return own.none()
    for step, here in _places(own):
        if step.role == Role.OFFICER or step.officers:
            short |= here & Q(able__lt=max(1, step.officers))
    today = clock.today()
    here_still = Q(case__assignments__officer__left_on=None) | Q(
        case__assignments__officer__left_on__gt=today
    )
    able = Count("case__assignments", filter=Q(case__assignments__ended_on=None) & here_still, distinct=True)
    return own.filter(_led(actor)).annotate(able=able).filter(short)


def overdue(actor: Actor) -> list[Proceeding]:
    """Leads and cases whose time is over, for who leads: they grant more time or put the reason on record (3 queries)."""
    if not actor.has(*LEADS):
        return []
    late = clock.today() - SHORTEST
    rows = (
        _open(actor)
        .filter(_led(actor), decided_on=None)
        .filter(Q(filed_on__lt=late) | Q(filed_on=None, case__registered_on__lt=late))
    )
    return [row for row in dated(rows) if (due := rough_due_on(row)) is not None and due < clock.today()]


def dated(rows: Iterable[Proceeding]) -> tuple[Proceeding, ...]:
    """The rows with what their deadlines are counted from: two queries for all."""
    found, days = with_lists(rows, "delays"), working_calendar()
    for row in found:
        row.calendar = days
    return found


def _led(actor: Actor) -> Q:
    return Q() if actor.has(Role.BUREAU_HEAD) else of_own_unit(actor)


def of_own_unit(actor: Actor) -> Q:
    """A leader leads the own squad."""
    return Q(case__unit__officers=actor.officer_id or 0)


def _open(actor: Actor) -> QuerySet[Proceeding]:
    rows = Proceeding.objects.filter(case__authority__code=actor.authority, closed_on=None)
    return rows.select_related("respondent", "case__authority").order_by("step_since", "id")


def _places(own: QuerySet[Proceeding]) -> Iterable[tuple[Step, Q]]:
    """Every step of every edition at which something stands."""
    for edition, key in own.order_by().values_list("procedure_edition_id", "step").distinct():
        if key:
            yield procedure_of_edition(edition).step(key), Q(procedure_edition_id=edition, step=key)


def named_partners(actor: Actor) -> QuerySet[Partner]:
    """Where the actor was named as the second officer and has not answered yet."""
    waiting = Partner.objects.filter(officer_id=actor.officer_id or 0, answered_at=None, case__closed_on=None)
    return waiting.select_related("case").order_by("id")
