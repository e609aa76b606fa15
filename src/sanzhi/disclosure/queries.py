"""All reads of the gate."""

from django.db.models import QuerySet

from sanzhi.disclosure.models import Release, State
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible


def releases(authority: str) -> QuerySet[Release]:
    rows = Release.objects.filter(decision__proceeding__case__authority__code=authority)
    return rows.select_related(
        "decision__proceeding__respondent", "decision__proceeding__case__authority", "publication"
    )


def waiting(authority: str) -> QuerySet[Release]:
    """What is still to be published, the most urgent first."""
    return releases(authority).filter(state__in=[State.WAITING, State.SUBMITTED])


def release_for_update(actor: Actor, pk: int) -> Release:
    found = release(actor, pk)
    return releases(actor.authority).select_for_update(of=("self",)).get(pk=found.pk)


def release(actor: Actor, pk: int) -> Release:
    found = releases(actor.authority).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
