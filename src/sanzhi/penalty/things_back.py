"""Things that went with a referral which was given back: they are registered, and a decision is made on them anew."""

from sanzhi.cases.models import Decision, Proceeding, Proposal
from sanzhi.cases.queries import current_proposal
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Measure, Term
from sanzhi.penalty import referrals
from sanzhi.penalty.models import Preservation, Referral, Settled
from sanzhi.penalty.preservations import preservations_of
from sanzhi.penalty.queries import back_of
from sanzhi.penalty.referral_models import BackWay, ThingsBack

LAW = "行政处罚法第二十七条、第五十七条；行政执法机关移送涉嫌犯罪案件的规定第八条、第十条"


def things_sent(proceeding: Proceeding, row: Referral) -> list[str]:
    """What its list names, and what was kept as evidence and went with it."""
    kept = [thing for one in preservations_of(proceeding) if _went_with(one, row) for thing in one.things]
    return list(dict.fromkeys([*row.things, *kept]))


def _went_with(kept: Preservation, row: Referral) -> bool:
    if kept.way != Settled.HANDED_OVER or kept.settled_on is None or row.handed_at is None:
        return False
    until = row.returned_on or row.outcome_on
    since = row.handed_at.astimezone(clock.CHINA).date()
    return since <= kept.settled_on and (until is None or kept.settled_on <= until)


def still_out(proceeding: Proceeding) -> Referral | None:
    """The first referral that was given back and nothing says where its things are."""
    given_back = (row for row in rows_of(proceeding.referrals) if row.handed_at and row.is_settled)
    return next((row for row in given_back if things_sent(proceeding, row) and back_of(row) is None), None)


def backs(proceeding: Proceeding) -> tuple[ThingsBack, ...]:
    found = (back_of(row) for row in rows_of(proceeding.referrals))
    return tuple(row for row in found if row is not None)


def undisposed(proceeding: Proceeding) -> ThingsBack | None:
    return next((row for row in backs(proceeding) if row.things and row.settled_on is None), None)


def referral_settled(proceeding: Proceeding) -> Verdict:
    """The matter is ours, and so is what was done with its things."""
    return referrals.referral_settled(proceeding) & things_back_settled(proceeding)


def things_back_settled(proceeding: Proceeding) -> Verdict:
    """Nothing is decided or closed while nobody knows where the things are, or what becomes of them."""
    out, row = still_out(proceeding), undisposed(proceeding)
    names = "、".join(things_sent(proceeding, out)) if out else ""
    return (
        Verdict.when(
            out is None,
            f"随案移交{out.receiver if out else ''}的物品（{names}）没有退回的登记。",
            citation=LAW,
            remedy="请按退还清单登记退回的物品；没有退回的，写明原因。",
        )
        & Verdict.when(
            row is None,
            f"退回的物品（{'、'.join(row.things) if row else ''}）尚未重新作出处理决定。",
            citation=LAW,
            remedy="请由机关负责人处理退回的物品。",
        )
        & _taken_as_said(proceeding)
    )


def _taken_as_said(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.yes()
    for row in backs(proceeding):
        if row.way == BackWay.CONFISCATED:
            verdict &= are_confiscated(proceeding, row.things)
    return verdict


def are_confiscated(proceeding: Proceeding, things: list[str]) -> Verdict:
    """What is kept to be confiscated is named by the decision, by what is proposed until then (行政处罚法 §57, §74)."""
    said = "、".join(
        term.thing for term in _terms(proceeding) if term.measure == Measure.CONFISCATION_OF_GOODS
    )
    missing = "、".join(thing for thing in things if thing not in said)
    return Verdict.when(
        not missing,
        f"拟处罚（决定）没有写明没收退回的{missing}，不能以没收处理。",
        citation="行政处罚法第五十七条、第七十四条",
        remedy="请先在处罚建议中写明没收该物品；不没收的，退还当事人。",
    )


def _terms(proceeding: Proceeding) -> tuple[Term, ...]:
    said: Decision | Proposal | None = getattr(proceeding, "decision", None) or current_proposal(proceeding)
    return said.measures if said else ()
