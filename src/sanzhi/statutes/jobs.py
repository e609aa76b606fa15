"""What the worker does for the laws: on its day a version takes over, on its day a repealed statute ends."""

from sanzhi.kernel import actor, clock
from sanzhi.kernel.jobs import job
from sanzhi.statutes.commands import BringIntoForce, EndStatute, bring_into_force, end_statute
from sanzhi.statutes.models import Statute, Version
from sanzhi.statutes.policies import is_ended, is_latest_in_force


@job("statutes.bring_into_force")
def bring_version_into_force(key: str) -> None:
    version = Version.objects.select_related("statute").get(pk=key)
    if not version.is_current and is_latest_in_force(version):
        bring_into_force(actor.system(), BringIntoForce(version=version.pk))


@job("statutes.end_statute")
def end_repealed_statute(key: str) -> None:
    """`key` is the statute and the day as it was said; when another day was said since, that day's job counts."""
    pk, _, day = key.partition(":")
    statute = Statute.objects.get(pk=pk)
    if f"{statute.repealed_on}" == day and is_ended(statute, clock.today()):
        end_statute(actor.system(), EndStatute(statute=statute.pk))
