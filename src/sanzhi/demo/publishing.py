"""A decided case of the demo goes through the gate of disclosure."""

from sanzhi.cases.models import Case
from sanzhi.demo.cast import Bureau
from sanzhi.disclosure import commands as disclosure
from sanzhi.disclosure.models import Ground, Release
from sanzhi.disclosure.policies import is_late, to_confirm
from sanzhi.disclosure.queries import is_of_minor

DELAY = "公示员培训期间待办积压，回岗后补办。"


def publish(bureau: Bureau, case: Case) -> Release | None:
    """Take the newest release of the case through the gate; None where it has none."""
    release = Release.objects.filter(decision__proceeding__case=case).order_by("-id").first()
    return publish_release(bureau, release) if release else None


def publish_release(bureau: Bureau, release: Release) -> Release:
    """Take the release through the gate, as the clerk and the reviewer do; the head keeps a minor's inside."""
    if is_of_minor(release.decision):
        exempt = disclosure.ExemptRelease(
            release=release.pk, ground=Ground.MINOR, explanation="被处罚人违法时不满十八周岁，依法不予公示。"
        )
        return disclosure.exempt_release(bureau.actor("juzhang"), exempt)
    content = [(row[0], row[1]) for row in release.content]
    judged = [row.key for row in to_confirm(release, content)]
    submit = disclosure.SubmitRelease(
        release=release.pk, content=content, secrecy_checked=True, confirmed=judged
    )
    disclosure.submit_release(bureau.actor("gongshi"), submit)
    late = {"delay_reason": DELAY} if is_late(release) else {}
    approve = disclosure.ApproveRelease(release=release.pk, seen=judged, **late)
    return disclosure.approve_release(bureau.actor("fazhi"), approve)
