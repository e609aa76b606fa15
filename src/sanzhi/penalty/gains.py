"""Whose the illegal gains are: of several who took part, each is taken what he or she gained (行政处罚法 §28(2))."""

from dataclasses import dataclass
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import Decision, Proceeding, Proposal
from sanzhi.kernel.db import asked_once, rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal
from sanzhi.law.money import yuan
from sanzhi.penalty.own import PENALTIES


@dataclass(frozen=True)
class Share:
    """What of the gains that were found the other proceedings of the case leave to this one.

    `is_rest`: all the others take something, so that whatever they leave is taken here.
    """

    left: Decimal
    others: Decimal
    is_rest: bool


def share_of(proceeding: Proceeding) -> Share:
    """A proceeding that ended without a penalty, or whose decision has fallen, takes nothing."""
    found = (proceeding.finding.gains if proceeding.finding else None) or Decimal(0)
    rows = others_of(proceeding) if found else []
    taken = [_takes(row) for row in rows]
    others = sum((amount for amount in taken if amount is not None), Decimal(0))
    return Share(max(found - others, Decimal(0)), others, None not in taken)


def findings_agree(proceeding: Proceeding) -> Verdict:
    """What a standing decision of the case found to be gained is not found away before anybody was taken it (§28(2))."""
    found = (proceeding.finding.gains if proceeding.finding else None) or Decimal(0)
    punished = [row for row in _decided(proceeding) if row.finding]
    rested = max((row.finding.gains or Decimal(0) for row in punished if row.finding), default=Decimal(0))
    taken = sum((row.decision.weight.gains for row in punished), Decimal(0))
    return Verdict.when(
        found >= rested or taken >= rested,
        f"本案已经作出的决定所依据的事实查明违法所得{yuan(rested)}元，只没收了{yuan(taken)}元，"
        f"现在查明的是{yuan(found)}元。",
        citation="行政处罚法第二十八条第二款、第四十条",
        remedy="请按同一事实认定违法所得并没收余额；原认定有误的，请先撤销依其作出的决定。",
    )


def _decided(proceeding: Proceeding) -> list[Proceeding]:
    """The others of the case that were punished, by decisions that stand."""
    decided = [row for row in others_of(proceeding) if hasattr(row, "decision")]
    return [row for row in decided if row.decision.disposal == Disposal.PUNISH]


def shares_are_known(proceeding: Proceeding, amount: Decimal) -> Verdict:
    """Before one of several is decided, whatever it leaves must be proposed to be taken from the others."""
    share = share_of(proceeding)
    return Verdict.when(
        share.is_rest or amount >= share.left,
        f"查明的违法所得尚有{yuan(share.left - amount)}元没有提出向谁没收，本案其他当事人的处理建议尚未提出。",
        citation="行政处罚法第二十八条第二款",
        remedy="请先提出其他当事人的处理建议；其他当事人没有违法所得的，全部没收。",
    )


def nothing_left_behind(proceeding: Proceeding) -> Verdict:
    """Who is not punished here takes nothing: what others were decided to leave to him must not be left by all (§28(2))."""
    left = share_of(proceeding).left if _decided(proceeding) else Decimal(0)
    return findings_agree(proceeding) & Verdict.when(
        not left,
        f"查明的违法所得尚有{yuan(left)}元没有没收：其他当事人的决定没有没收这一部分。",
        citation="行政处罚法第二十八条第二款",
        remedy="请先撤销其他当事人的决定，重新提出没收；本当事人应当处罚的，提出没收违法所得。",
    )


def others_of(proceeding: Proceeding) -> list[Proceeding]:
    """The other proceedings of the case, but for those whose decisions have fallen."""
    if len(rows_of(proceeding.case.proceedings)) == 1:
        return []
    rows = Proceeding.objects.filter(PENALTIES, case=proceeding.case_id).exclude(pk=proceeding.pk)
    found = asked_once(proceeding, "others_of", ask=lambda: rows.select_related("decision", "finding"))
    return [row for row in found if not queries.has_fallen(row)]


def _takes(proceeding: Proceeding) -> Decimal | None:
    """What a proceeding takes of the gains; None where nobody can say."""
    row = standing_of(proceeding)
    return row.weight.gains if row is not None else None


def standing_of(proceeding: Proceeding) -> Decision | Proposal | None:
    """The penalty of a proceeding: as it was decided, or as it is proposed now."""
    decision = getattr(proceeding, "decision", None)
    if decision is not None:
        return decision if decision.disposal == Disposal.PUNISH else None
    if proceeding.closed_on is not None or queries.termination_of(proceeding):
        return None
    row = queries.current_proposal(proceeding)
    return row if row is not None and row.disposal == Disposal.PUNISH else None
