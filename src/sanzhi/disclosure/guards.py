"""What the gate answers to a case's procedure, and to its end."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.disclosure.changed import tells_the_change
from sanzhi.disclosure.policies import is_live, is_public
from sanzhi.disclosure.queries import release_of
from sanzhi.kernel.verdict import Verdict


def copy_withdrawn(proceeding: Proceeding) -> Verdict:
    """The public no longer reads a decision that was revoked, changed or held unlawful (行政处罚法 §48(2))."""
    gone = cases.overturn_of(proceeding)
    if gone is None:
        return Verdict.yes()
    release = release_of(proceeding)
    return Verdict.when(
        release is None or tells_the_change(release) or not (is_public(release) and is_live(release)),
        f"决定已被{gone.get_kind_display()}，公示件尚未撤回。",
        citation="行政处罚法第四十八条第二款",
        remedy="请法制机构或者机关负责人在三个工作日内撤回公示并公开说明理由。",
    )


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """However a case ends, no copy stays that says what no longer stands."""
    return copy_withdrawn(proceeding)
