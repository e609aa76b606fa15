"""Which version of a statute applies: the latest of those whose day has come."""

from django.db.models.functions import Coalesce

from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.statutes.models import Version


def is_latest_in_force(version: Version) -> Verdict:
    """No for a version whose day has not come, and for one that a later version in force has replaced."""
    versions = Version.objects.filter(statute_id=version.statute_id)
    begun = versions.annotate(since=Coalesce("effective_from", "adopted_on")).filter(since__lte=clock.today())
    latest = begun.order_by("-since", "-adopted_on").first()
    return Verdict.when(
        latest is not None and latest.pk == version.pk, f"{version}今天尚未施行，或者已有更新的版本施行。"
    )
