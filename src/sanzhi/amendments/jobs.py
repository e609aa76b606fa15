"""What the worker does: look for whom a change of the law touches; settle what a new edition has answered."""

from sanzhi.amendments.commands import (
    OpenAdjustments,
    OvertakeAdjustments,
    open_adjustments,
    overtake_adjustments,
)
from sanzhi.amendments.models import Adjustment
from sanzhi.catalogues.models import Edition
from sanzhi.kernel import actor
from sanzhi.kernel.jobs import job


@job("amendments.open")
def open_for_change(key: str) -> None:
    """`key` as `statutes.board` announces it. Safe to run twice: nothing is opened twice."""
    open_adjustments(actor.system(), OpenAdjustments(change=key))


@job("amendments.overtake")
def overtake(key: str) -> None:
    """`key` is the edition that has come into force; silent where nothing waits."""
    edition = Edition.objects.select_related("authority").get(pk=key)
    waiting = Adjustment.objects.filter(
        authority=edition.authority_id, settled_on=None, edition__kind=edition.kind, edition__key=edition.key
    )
    if waiting.exclude(edition=edition).exists():
        overtake_adjustments(actor.system(edition.authority.code), OvertakeAdjustments(edition=edition.pk))
