"""How a penalty may end without having been imposed."""

from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.penalty.queries import correction_of


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """Corrected is what a re-inspection found corrected, and nothing else."""
    correction = correction_of(proceeding)
    return Verdict.when(
        kind != ClosureKind.CORRECTED or (correction and correction.is_corrected),
        "没有复查认定已改正的记录，不能以“已改正”结案。",
        citation="行政处罚法第二十八条、第三十三条",
        remedy="请先复查整改情况。",
    )
