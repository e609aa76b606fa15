"""What the worker does for the lists: an edition that was approved for a later day takes over on that day."""

from sanzhi.catalogues.commands import BringEditionIntoForce, bring_edition_into_force
from sanzhi.catalogues.models import Edition, Status
from sanzhi.kernel import actor
from sanzhi.kernel.jobs import job


@job("catalogues.bring_into_force")
def bring_into_force(key: str) -> None:
    edition = Edition.objects.select_related("authority").get(pk=key)
    if edition.status == Status.APPROVED:
        bring_edition_into_force(
            actor.system(edition.authority.code), BringEditionIntoForce(edition=edition.pk)
        )
