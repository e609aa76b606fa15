"""How a penalty may end without having been imposed."""

from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.penalty.preservations import preservation_settled
from sanzhi.penalty.queries import correction_of, sparing_of
from sanzhi.penalty.referrals import referral_of, referral_settled


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """Corrected is what a re-inspection found corrected; referred is what was handed over."""
    correction, referral = correction_of(proceeding), referral_of(proceeding)
    verdict = Verdict.when(
        kind != ClosureKind.REFERRED or (referral and referral.is_elsewhere),
        "没有移交其他机关的记录，不能以移送结案。",
        citation="行政处罚法第二十七条、第五十七条",
        remedy="请先报告移送，经批准后移交并取得回执；移送公安机关的，等待其立案。",
    )
    ground = sparing_of(proceeding) if hasattr(proceeding, "decision") else None
    verdict &= Verdict.when(
        ground is None or ground.closes == kind,
        f"不予处罚的事由是“{ground.label if ground else ''}”，结案情形与此不符。",
        citation="行政处罚法第五十七条",
        remedy="请选择与决定书所写事由相符的结案情形。",
    )
    verdict &= preservation_settled(proceeding)
    if kind != ClosureKind.REFERRED:
        verdict &= referral_settled(proceeding)
    return verdict & Verdict.when(
        kind != ClosureKind.CORRECTED or (correction and correction.is_corrected),
        "没有复查认定已改正的记录，不能以“已改正”结案。",
        citation="行政处罚法第二十八条、第三十三条",
        remedy="请先复查整改情况。",
    )
