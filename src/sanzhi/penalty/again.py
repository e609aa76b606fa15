"""What was revoked or changed by others is not decided again on the same facts and reasons (行政诉讼法 §71; 行政复议法 §64(2))."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.contests import contests, fell_by_others, pending_contest
from sanzhi.cases.models import Contest, OverturnedFor, Proceeding, Proposal
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal, Weight, exceeds
from sanzhi.law.money import yuan
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.once import decided_before, spared_before
from sanzhi.penalty.proofs import names_one

ALIKE = Decimal("0.9")  # from this part of the old fine on, a new one is basically the same: 建议


def is_not_the_same_again(proceeding: Proceeding) -> Verdict:
    """Lighter, or found anew on evidence gathered since.

    A breach of procedure alone does not forbid the same result (最高人民法院关于适用行政诉讼法的解释 §90(2)).
    """
    now = queries.current_proposal(proceeding)
    if now is None:
        return Verdict.yes()
    before = decided_before(proceeding)
    gone = _by_others(before)
    if gone is not None and OverturnedFor.BEYOND in gone.overturned_for:
        return _is_within_power(now, gone)
    if now.disposal == Disposal.SPARE:
        return _is_not_spared_again(proceeding, now)
    if gone is None:
        return _is_not_before_the_court(before) & _is_not_paid_for(proceeding, before, now=now)
    fresh = _is_new(proceeding, gone, reason=now.reason)
    if gone.fine is not None:
        heavier = () if fresh else _heavier_than_left(now.weight, gone, fine=gone.fine)
        return Verdict.when(
            not heavier,
            f"{gone.body}已将罚款变更为{yuan(gone.fine)}元，不得以同一的事实和理由加重（{'；'.join(heavier)}）。",
            citation="行政诉讼法第七十一条、第七十七条第二款；行政复议法第六十三条第二款、第六十四条第二款",
            remedy="请补充调查取得新的证据并在理由中写明，或者不高于这一数额。",
        )
    return Verdict.when(
        fresh or _is_lighter(now.weight, gone),
        "原决定已被撤销，不得以同一的事实和理由作出与原决定基本相同的决定。",
        citation="行政诉讼法第七十一条；行政复议法第六十四条第二款",
        remedy="请补充调查取得新的证据并在理由中写明其名称，或者从轻重新裁量。",
    )


def _is_not_spared_again(proceeding: Proceeding, now: Proposal) -> Verdict:
    """Others held that the party was let off wrongly: not again for the same reason on the same facts."""
    before = spared_before(proceeding)
    gone = _by_others(before)
    old = gone.proceeding.decision.proposal if gone else None
    alike = old is not None and Grounds.of(old).spared == Grounds.of(now).spared
    return _is_not_before_the_court(before) & Verdict.when(
        gone is None or not alike or _is_new(proceeding, gone, reason=now.reason),
        "原不予处罚决定已被撤销，不得以同一的事实和理由再次不予处罚。",
        citation="行政诉讼法第七十一条；行政复议法第六十四条第二款",
        remedy="请依法给予处罚；另有不予处罚的法定事由，或者补充调查取得新的证据并在理由中写明其名称的，再提出。",
    )


def _is_within_power(now: Proposal, gone: Contest) -> Verdict:
    """Where they held that we had no power for it, a lower fine is as much beyond it, and letting the party off too.

    行政处罚法 §17; 行政诉讼法 §70(4).
    """
    new, old = now.weight, gone.proceeding.decision.weight
    return Verdict.when(
        now.disposal != Disposal.SPARE and _kinds(new) < _kinds(old) and not exceeds(new, old),
        f"{gone.body}认定原决定超越职权，不得再给予同一种类的处罚。",
        citation="行政处罚法第十七条、第二十二条；行政诉讼法第七十条第四项、第七十一条；行政复议法第六十四条第二款",
        remedy="请移送有管辖权的机关；超越职权的只是其中一种处罚的，不再给予该种处罚。",
    )


def _kinds(weight: Weight) -> frozenset[str]:
    taken = (name for name in ("warns", "fine", "gains", "goods", "things") if getattr(weight, name))
    return frozenset([*taken, *weight.measures])


def _is_not_paid_for(proceeding: Proceeding, before: Sequence[Proceeding], *, now: Proposal) -> Verdict:
    """Who has contested a decision that we took back ourselves does not get a heavier one for it (推论).

    As no plea makes it heavier, nor the judgment itself (行政处罚法 §45(2); 行政复议法 §63(2); 行政诉讼法 §77(2)).
    """
    rows = [row for one in before if queries.has_fallen(one) for row in contests(one) if row.ended_on]
    last = max(rows, key=lambda row: (row.ended_on, row.pk), default=None)
    if last is None:
        return Verdict.yes()
    heavier = exceeds(now.weight, _stood(last.proceeding))
    return Verdict.when(
        not heavier or _is_new(proceeding, last, reason=now.reason),
        f"当事人对原决定申请过行政复议、提起过行政诉讼，本机关撤销后不得因此加重（{'；'.join(heavier)}）。",
        citation="行政处罚法第四十五条第二款；行政复议法第六十三条第二款；行政诉讼法第七十七条第二款",
        remedy="请不重于原决定；原审结以后取得新的证据的，请在理由中写明其名称。",
    )


def _heavier_than_left(new: Weight, gone: Contest, *, fine: Decimal) -> tuple[str, ...]:
    """In what it goes beyond the fine that they set and the measures that they let stand."""
    stood = _stood(gone.proceeding)
    return exceeds(new, replace(stood, fine=fine if gone.contrary_by else min(fine, stood.fine)))


def _stood(proceeding: Proceeding) -> Weight:
    """What the decision weighed last: as it was made, or with the fine to which it was changed."""
    weight, fine = proceeding.decision.weight, queries.changed_fine(proceeding)
    return weight if fine is None else replace(weight, fine=fine)


def _is_not_before_the_court(before: Sequence[Proceeding]) -> Verdict:
    """Who withdraws a decision while it is contested does not make it anew before the others have spoken."""
    return Verdict.when(
        not any(map(pending_contest, before)),
        "原决定的行政复议、行政诉讼尚未审结，不能对同一违法行为重新作出处罚决定。",
        citation="行政诉讼法第六十二条、第七十一条；行政复议法第六十四条第二款",
        remedy="请等待审结并登记结果；原告、申请人撤回的，登记撤回。",
    )


def _by_others(before: Sequence[Proceeding]) -> Contest | None:
    """What others last did to a decision against this respondent for this act: revoked it, or changed its fine.

    As their paper says it, whether or not the decision had fallen before; a breach of procedure alone binds nobody.
    """
    rows = (row for one in before for row in fell_by_others(one))
    binding = [row for row in rows if set(row.overturned_for) != {OverturnedFor.PROCEDURE}]
    return max(binding, key=lambda row: (row.ended_on, row.pk), default=None)


def _is_new(proceeding: Proceeding, gone: Contest, *, reason: str) -> bool:
    """Found on a proof that came after their word, that the old decision did not know, and that the reason names.

    Or by another law, where theirs was that the law was misapplied: another main reason (解释 §90(1)).
    """
    old = gone.proceeding
    if OverturnedFor.LAW in gone.overturned_for and proceeding.cause_code != old.cause_code:
        return True
    known = {(row.kind, row.name) for row in queries.proofs(old)}
    later = [row for row in queries.proofs(proceeding) if gone.ended_on and row.gathered_on > gone.ended_on]
    fresh = [row for row in later if old.case_id == proceeding.case_id or (row.kind, row.name) not in known]
    return names_one(reason, fresh)


def _is_lighter(new: Weight, gone: Contest) -> bool:
    """In nothing heavier than what had stood, and a measure less or a fine that is more than a little lower."""
    old = _stood(gone.proceeding)
    less = new.fine < old.fine * ALIKE or set(new.measures) < set(old.measures)
    return less and not exceeds(new, old)
