"""What the worker does at the gate: open a release after a decision, end publications whose period is over."""

from datetime import timedelta

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision
from sanzhi.disclosure.commands import OpenRelease, open_release
from sanzhi.kernel import actor, clock
from sanzhi.kernel.jobs import job, periodic
from sanzhi.law.measures import Disposal
from sanzhi.publications.commands import ExpirePublication, expire_publication
from sanzhi.publications.models import Publication, Status


@job("disclosure.open_release")
def open_release_of(key: str) -> None:
    """Every decision of the case that has none gets a release."""
    case = cases.case_of_subject(key)
    for decision in Decision.objects.filter(proceeding__case=case, release=None, disposal=Disposal.PUNISH):
        open_release(actor.system(case.authority.code), OpenRelease(decision=decision.pk))


@periodic("disclosure.expire", every=timedelta(hours=6))
def expire_publications() -> None:
    for copy in Publication.objects.filter(status=Status.LIVE, ends_on__lt=clock.today()):
        expire_publication(actor.system(copy.authority), ExpirePublication(publication=copy.pk))
