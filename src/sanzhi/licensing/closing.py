"""How a proceeding on a licence ends: with everything told to the applicant (行政许可法 §32, §38, §44)."""

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import decision_served_on, served_on
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.licensing.guards import delivered
from sanzhi.licensing.models import LicensingClosure, TurnedAway
from sanzhi.licensing.queries import application_of, ending_of

AS_TURNED_AWAY = {
    LicensingClosure.DECLINED: TurnedAway.DECLINED,
    LicensingClosure.WITHDRAWN: TurnedAway.WITHDRAWN,
    LicensingClosure.LAPSED: TurnedAway.LAPSED,
}


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    if kind in {ClosureKind.ENDED, ClosureKind.OVERTURNED}:
        return board.guard("cases.overturn_served", proceeding)
    if kind in AS_TURNED_AWAY:
        return _is_turned_away(proceeding, LicensingClosure(kind))
    if kind == LicensingClosure.FORGONE:
        return Verdict.when(
            ending_of(proceeding) is not None and not hasattr(proceeding, "decision"),
            "只有没有作出决定的撤销、撤回、注销程序可以这样结束。",
            citation="行政许可法第六十九条、第七十条",
        )
    return (
        Verdict.when(
            decision_served_on(proceeding),
            "决定书尚未送达。",
            citation="行政许可法第三十八条、第四十四条",
            remedy="请送达并登记。",
        )
        & delivered(proceeding)
        & board.guard("cases.overturn_served", proceeding)
    )


def _is_turned_away(proceeding: Proceeding, kind: LicensingClosure) -> Verdict:
    row = application_of(proceeding)
    is_so = row is not None and row.turned_away == AS_TURNED_AWAY[kind]
    told = kind != LicensingClosure.DECLINED or served_on(proceeding, "license_acceptance")
    return Verdict.when(
        is_so,
        f"没有“{kind.label}”的登记，不能这样结案。",
        citation="行政许可法第三十二条",
        remedy="请先在申请环节登记。",
    ) & Verdict.when(
        not is_so or told,
        "《受理（不予受理）通知书》尚未送达申请人。",
        citation="行政许可法第三十二条第二款",
        remedy="请送达并登记。",
    )


def is_over(proceeding: Proceeding) -> bool:
    """The application is turned away, or the party is no more: nothing further is done on it."""
    row = application_of(proceeding)
    return bool(row and row.turned_away) or cases.termination_of(proceeding) is not None
