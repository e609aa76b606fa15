"""Who keeps the laws; which version of a statute applies: the latest of those whose day has come, until it is repealed."""

from datetime import date
from functools import partial

from django.db.models.functions import Coalesce

from sanzhi.kernel import clock
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.commands import Joint
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.policies import keeps_common
from sanzhi.organisation.roles import Role
from sanzhi.statutes.models import Statute, Version

LAW_KEEPERS = (Role.ADMINISTRATOR, Role.LEGAL_REVIEWER)
# a text, an end, a successor stands in public as law: one brings it, another has read it
BY_TWO = partial(Joint, proposes=LAW_KEEPERS, confirms=LAW_KEEPERS)


def keeps_laws(actor: Actor) -> bool:
    """Whether to keep the laws is ever the actor's."""
    return actor.has(*LAW_KEEPERS, SYSTEM_ROLE)


def may_keep_laws(actor: Actor) -> Verdict:
    return Verdict.when(
        keeps_laws(actor),
        "法律法规由政策法规科或者系统管理员导入和维护。",
    ) & keeps_common(actor)


def is_ended(statute: Statute, on: date) -> Verdict:
    ends = statute.repealed_on
    return Verdict.when(ends is not None and ends <= on, f"{statute}没有废止，或者废止日还没有到。")


def is_latest_in_force(version: Version) -> Verdict:
    """No for a version whose day has not come, for one that a later one has replaced, and for a repealed statute."""
    today = clock.today()
    versions = Version.objects.filter(statute_id=version.statute_id)
    begun = versions.annotate(since=Coalesce("effective_from", "adopted_on")).filter(since__lte=today)
    latest = begun.order_by("-since", "-adopted_on").first()
    return Verdict.when(
        latest is not None and latest.pk == version.pk, f"{version}今天尚未施行，或者已有更新的版本施行。"
    ) & Verdict.when(not is_ended(version.statute, today), f"{version.statute}已经废止。")
