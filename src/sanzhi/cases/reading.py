"""Who may read a case: who handles or handled it, its squad, and the offices whose work reaches into it.

The clerk of disclosure reads what was decided, the archivist what is closed; who keeps the machine reads nothing.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanzhi.cases.models import Admission, Assignment, Case, Decision, Partner
from sanzhi.kernel import clock
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.db import rows_of, with_rows
from sanzhi.organisation.models import Authority
from sanzhi.organisation.roles import KEEPERS, Role

# 程序法定的职权及于本机关的每一个案件: 决定, 审核, 监督
WHOLE_AUTHORITY = (Role.BUREAU_HEAD, Role.LEGAL_REVIEWER, Role.SUPERVISOR)
OF_THE_SQUAD = (Role.SQUAD_LEADER, Role.OFFICER)


def readable(actor: Actor, *, via: str = "") -> Q:
    """The cases that the actor may read, as a condition; `via` leads from the asked table to the case, e.g. `case__`."""
    if actor.has(SYSTEM_ROLE):
        return Q()
    if actor.has(*KEEPERS):  # whatever part they had in a case before they took the office
        return Q(**{f"{via}pk__in": ()})
    own = Q(**{f"{via}authority__code": actor.authority})
    if actor.has(*WHOLE_AUTHORITY):
        return own
    case = OuterRef(f"{via}pk")
    reaches = Q(Exists(Assignment.objects.filter(case=case, officer_id=actor.officer_id or 0)))
    reaches |= Q(Exists(_admissions(actor).filter(case=case))) | Q(Exists(_named(actor).filter(case=case)))
    if actor.has(*OF_THE_SQUAD):
        reaches |= Q(**{f"{via}unit_id": actor.unit_id or 0})
    if actor.has(Role.DISCLOSURE_CLERK):
        reaches |= Q(Exists(Decision.objects.filter(proceeding__case=case)))
    if actor.has(Role.ARCHIVIST):
        reaches |= Q(**{f"{via}closed_on__isnull": False})
    return own & reaches


def readable_of_own(actor: Actor, *, via: str = "") -> Q:
    """The same for who reads the whole authority, or among cases that he handles or whose squad he leads.

    As a question about each row: joined, the authority would lead SQLite through all its cases to the few rows that wait.
    """
    if actor.has(SYSTEM_ROLE, *KEEPERS):
        return readable(actor, via=via)
    return Q(Exists(Authority.objects.filter(pk=OuterRef(f"{via}authority"), code=actor.authority)))


def _admissions(actor: Actor) -> QuerySet[Admission]:
    return Admission.objects.filter(officer_id=actor.officer_id or 0, until__gte=clock.today())


def _named(actor: Actor) -> QuerySet[Partner]:
    """Who was named as the second officer sees the case to answer."""
    return Partner.objects.filter(officer_id=actor.officer_id or 0, answered_at=None)


def may_read(actor: Actor, case: Case) -> bool:
    """The same of one case at hand."""
    if actor.has(SYSTEM_ROLE):
        return True
    if actor.has(*KEEPERS):
        return False
    if with_rows([case], "authority")[0].authority.code != actor.authority:
        return False
    return (
        actor.has(*WHOLE_AUTHORITY)
        or (actor.has(*OF_THE_SQUAD) and case.unit_id == actor.unit_id)
        or (actor.has(Role.ARCHIVIST) and case.closed_on is not None)
        or any(row.officer_id == actor.officer_id for row in rows_of(case.assignments))
        or (actor.has(Role.DISCLOSURE_CLERK) and _is_decided(case))
        or _admissions(actor).filter(case=case).exists()
        or _named(actor).filter(case=case).exists()
    )


def _is_decided(case: Case) -> bool:
    return Decision.objects.filter(proceeding__case=case).exists()
