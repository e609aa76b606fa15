"""All reads of the gate."""

from django.db.models import QuerySet

from sanzhi.cases import queries as cases
from sanzhi.disclosure.models import Release, State
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible


def releases(authority: str) -> QuerySet[Release]:
    rows = Release.objects.filter(case__authority__code=authority)
    return rows.select_related("case__party", "case__decision", "publication")


def waiting(authority: str) -> QuerySet[Release]:
    """What is still to be published, the most urgent first."""
    return releases(authority).filter(state__in=[State.WAITING, State.SUBMITTED])


def release_for_update(actor: Actor, pk: int) -> Release:
    if not releases(actor.authority).filter(pk=pk).exists():
        raise NotVisible
    release = Release.locked(pk)
    release.case = cases.visible_case(actor, release.case_id)
    return release


def release(actor: Actor, pk: int) -> Release:
    found = releases(actor.authority).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    found.case = cases.visible_case(actor, found.case_id)
    return found
