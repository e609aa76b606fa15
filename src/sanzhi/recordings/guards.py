"""What the recordings answer to a case's procedure."""

from collections.abc import Iterable

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.recordings.queries import Coverage, State, coverage

LAW = "行政处罚法第四十七条"


def moments_covered(proceeding: Proceeding, moments: Iterable[str]) -> Verdict:
    """Yes when every moment is recorded or its gap explained. A late upload is shown, not refused: it cannot be mended."""
    verdict = Verdict.yes()
    for found in coverage(proceeding, moments):
        verdict &= is_satisfied(found)
    return verdict


def is_satisfied(found: Coverage) -> Verdict:
    return Verdict.when(
        found.state in {State.COVERED, State.LATE} or found.gap,
        found.sentence,
        citation=LAW,
        remedy="请上传音像记录；因设备故障、天气或者人身危险未能记录的，请说明原因。",
    )
