"""Whether a copy tells of the change of its decision (行政处罚法 §48(2))."""

from sanzhi.cases.changed import change_rows
from sanzhi.disclosure.models import Release


def tells_the_change(release: Release) -> bool:
    """Whether its text is that of the decision as it now stands."""
    wanted = change_rows(release.decision)
    return bool(wanted) and all(list(row) in release.content for row in wanted)
