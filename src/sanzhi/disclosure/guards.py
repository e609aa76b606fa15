"""What the gate answers to a case's procedure."""

from sanzhi.cases.models import Proceeding
from sanzhi.disclosure.policies import is_live, is_public
from sanzhi.disclosure.queries import release_of
from sanzhi.kernel.verdict import Verdict


def copy_withdrawn(proceeding: Proceeding) -> Verdict:
    """The public no longer reads a decision that was overturned (行政处罚法 §48(2))."""
    release = release_of(proceeding)
    return Verdict.when(
        release is None or not (is_public(release) and is_live(release)),
        "决定已被撤销，公示件尚未撤回。",
        citation="行政处罚法第四十八条第二款",
        remedy="请法制机构或者机关负责人在三个工作日内撤回公示并公开说明理由。",
    )
