"""How a penalty may end without having been imposed."""

from sanzhi.cases import board, queries
from sanzhi.cases.models import ClosureKind, Payment, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.law.money import yuan
from sanzhi.penalty.confiscating import confiscation_is_done
from sanzhi.penalty.court import court_has_answered
from sanzhi.penalty.ending import ended_as_recorded
from sanzhi.penalty.gains import nothing_left_behind
from sanzhi.penalty.guards.course import fine_settled, nothing_to_give_back
from sanzhi.penalty.in_hand import is_not_left_to_it
from sanzhi.penalty.models import CashTransfer, SparedClosure
from sanzhi.penalty.preservations import is_back, preservation_settled
from sanzhi.penalty.queries import correction_of, nobody_is_left, sparing_of, transfers_of, waiting_deferral
from sanzhi.penalty.referrals import referral_lets_close, referral_of
from sanzhi.penalty.things_back import things_back_settled
from sanzhi.penalty.untaken import stays_taken


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """Corrected is what a re-inspection found corrected; referred is what was handed over."""
    correction, referral = correction_of(proceeding), referral_of(proceeding)
    verdict = Verdict.when(
        kind != ClosureKind.REFERRED or (referral and referral.is_elsewhere),
        "没有移交其他机关的记录，不能以移送结案。",
        citation="行政处罚法第二十七条、第五十七条",
        remedy="请先报告移送，经批准后移交并取得回执；移送公安机关的，等待其立案。",
    )
    decided = hasattr(proceeding, "decision") and not queries.has_fallen(proceeding)
    ground = sparing_of(proceeding) if decided and not queries.termination_of(proceeding) else None
    verdict &= Verdict.when(
        ground is None or ground.closes == kind,
        f"不予处罚的事由是“{ground.label if ground else ''}”，结案情形与此不符。",
        citation="行政处罚法第五十七条",
        remedy="请选择与决定书所写事由相符的结案情形。",
    )
    verdict &= preservation_settled(proceeding) & is_back(proceeding) & cash_is_banked(proceeding)
    verdict &= things_back_settled(proceeding) & ended_as_recorded(proceeding, kind)
    verdict &= _no_request_waits(proceeding)
    if not nobody_is_left(proceeding):
        verdict &= board.guard("cases.overturn_served", proceeding)
    if kind == ClosureKind.PERFORMED:
        verdict &= confiscation_is_done(proceeding) & fine_settled(proceeding)
    else:
        verdict &= nothing_to_give_back(proceeding)
    if kind != ClosureKind.COURT:
        verdict &= court_has_answered(proceeding)
    if not (decided and proceeding.decision.disposal == Disposal.PUNISH):
        verdict &= _leaves_others_true(proceeding, kind)
    if kind != ClosureKind.REFERRED:
        verdict &= referral_lets_close(proceeding)
    return verdict & Verdict.when(
        kind != SparedClosure.CORRECTED or (correction and correction.is_corrected),
        "没有复查认定已改正的记录，不能以“已改正”结案。",
        citation="行政处罚法第二十八条、第三十三条",
        remedy="请先复查整改情况。",
    )


def _leaves_others_true(proceeding: Proceeding, kind: str) -> Verdict:
    """Who is not punished here makes no other decision false: what is taken from him, what goes on here (§28, §57)."""
    verdict = nothing_left_behind(proceeding)
    if kind != ClosureKind.REFERRED:
        verdict &= stays_taken(proceeding)
    if kind == ClosureKind.NOT_FILED:
        verdict &= is_not_left_to_it(proceeding)
    return verdict


def _no_request_waits(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting_deferral(proceeding) is None,
        "当事人暂缓、分期缴纳的申请尚未审批，不能结案。",
        citation="行政处罚法第六十六条第二款",
        remedy="请机关负责人先审批该申请；已经缴清的，写明理由不予批准。",
    )


def cash_is_banked(proceeding: Proceeding) -> Verdict:
    """Cash taken by officers has gone to the authority and on to the bank before anything ends (行政处罚法 §71)."""
    verdict = Verdict.yes()
    for row in queries.payments(proceeding):
        verdict &= Verdict.when(
            not _was_cash(row) or CashTransfer.Target.BANK in transfers_of(row),
            f"{chinese_date(row.paid_on)}当场收缴的{yuan(row.amount)}元尚未上交并缴付银行。",
            citation="行政处罚法第七十一条",
            remedy="请登记上交本机关、缴付指定的银行。",
        )
    return verdict


def _was_cash(payment: Payment) -> bool:
    return payment.is_on_the_spot or bool(payment.corrects and _was_cash(payment.corrects))
