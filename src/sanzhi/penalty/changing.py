"""When we take a penalty back or change it ourselves (行政处罚法 §75(2)): what others have judged comes first."""

from sanzhi.cases.contests import WAYS, contests
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import ContestOutcome, Overturn, OverturnedBy, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.penalty.court import may_be_changed
from sanzhi.penalty.discretion import tier_fits, tier_of
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.rules import fine_fits


def may_overturn(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What we take back or change ourselves: not what others have judged, and within the range of the cause."""
    verdict = no_correction_waits(proceeding)
    if row.by_whom != OverturnedBy.SELF:
        return verdict
    own = _is_ours_to_change(proceeding, row) & _is_no_major_change(row)
    asked = may_be_changed(proceeding) if row.fine is not None else Verdict.yes()
    return verdict & own & asked & _change_fits(proceeding, row)


def _is_ours_to_change(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What a court or reconsideration has set in the place of our decision binds us (行政诉讼法 §94; 行政复议法 §77)."""
    theirs = next((one for one in contests(proceeding) if one.outcome == ContestOutcome.CHANGED), None)
    by_whom = next(of.label for of, way in WAYS.items() if theirs is None or way == theirs.way)
    return Verdict.when(
        theirs is None or row.fine is None,
        f"处罚决定已经由{by_whom}变更，本机关应当履行，不能自行再变更。",
        citation="行政诉讼法第七十七条、第九十四条；行政复议法第七十七条",
        remedy="裁判、复议决定确有错误的，请依法申请再审或者报请纠正，再按其结果登记。",
    )


def _is_no_major_change(row: Overturn) -> Verdict:
    """What several heads have discussed is not made another by one of them (行政处罚法 §57(2))."""
    return Verdict.when(
        row.fine is None or not row.decision.is_major,
        "重大处罚决定经过法制审核和集体讨论，不能由一名负责人直接变更。",
        citation="行政处罚法第五十七条第二款、第五十八条；河南省行政执法条例第二十八条第二款",
        remedy="请撤销后重新办理，重新审核、集体讨论、作出决定。",
    )


def _change_fits(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What we change ourselves stays within the range of the cause, as if it were decided today (行政处罚法 §34)."""
    grounds = Grounds.of(row.decision.proposal)
    if row.fine is None:
        return Verdict.yes()
    tier = tier_of(proceeding, row.fine) or grounds.tier  # a list without figures leaves it as it was
    return (
        Verdict.when(
            row.fine > 0,
            "变更为不罚款的，不是变更。",
            citation="行政处罚法第五十七条、第七十五条第二款",
            remedy="请撤销决定；依法不予处罚的，撤销后重新办理。",
        )
        & fine_fits(proceeding, row.fine, quantities=grounds.quantities, mitigation=grounds.mitigation)
        & tier_fits(proceeding, row.fine, named=tier, departure="", mitigation=grounds.mitigation)
    )
