"""What the worker does for the laws: a version adopted for a later day takes over on that day."""

from sanzhi.kernel import actor
from sanzhi.kernel.jobs import job
from sanzhi.statutes.commands import BringIntoForce, bring_into_force
from sanzhi.statutes.models import Version
from sanzhi.statutes.policies import is_latest_in_force


@job("statutes.bring_into_force")
def bring_version_into_force(key: str) -> None:
    version = Version.objects.select_related("statute").get(pk=key)
    if not version.is_current and is_latest_in_force(version):
        bring_into_force(actor.system(), BringIntoForce(version=version.pk))
