"""How a levy ends: paid, by the court, without anybody who could pay, or never owed; nothing is kept beyond what is owed."""

from sanzhi.cases import board
from sanzhi.cases.court_models import ENDED_BY_COURT
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan
from sanzhi.levy.guards import (
    court_has_answered,
    denial_told,
    lowerings_settled,
    nothing_to_give_back,
)
from sanzhi.levy.models import EndedFor, LevyClosure
from sanzhi.levy.owed import outstanding
from sanzhi.levy.queries import last_application, levy_end_of


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    end, asked = levy_end_of(proceeding), last_application(proceeding)
    left = outstanding(proceeding)
    verdict = lowerings_settled(proceeding) & nothing_to_give_back(proceeding)
    verdict &= denial_told(proceeding) & court_has_answered(proceeding)
    verdict &= board.guard("cases.overturn_served", proceeding)
    return (
        verdict
        & Verdict.when(
            kind != ClosureKind.PERFORMED or left <= 0,
            f"尚有{yuan(left)}元没有缴纳，不能以履行完毕结案。",
            citation="行政强制法第四十五条",
            remedy="请催告；逾期仍不缴纳的，申请人民法院强制执行。",
        )
        & Verdict.when(
            kind != ClosureKind.COURT or (asked is not None and asked.says in ENDED_BY_COURT),
            "没有人民法院终结的裁定，不能以法院终结结案。",
            citation="行政强制法第五十七条",
            remedy="请先登记人民法院的裁定。",
        )
        & Verdict.when(
            kind != LevyClosure.NOT_OWED or (end is not None and end.ground == EndedFor.NOT_OWED),
            "没有机关负责人认为不应当征收的决定，不能这样结案。",
            citation="河南省行政执法条例第二十九条",
            remedy="请机关负责人先终止征收。",
        )
        & Verdict.when(
            kind != LevyClosure.GIVEN_UP or (end is not None and end.ground != EndedFor.NOT_OWED),
            "没有机关负责人终止征收的决定，不能这样结案。",
            citation="行政强制法第四十条",
            remedy="请机关负责人先终止征收。",
        )
    )
