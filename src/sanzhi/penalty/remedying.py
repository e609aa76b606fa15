"""What reconsideration or a court has decided on a penalty: only that is entered, and never to the party's harm."""

from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import Overturn, OverturnedBy, OverturnedFor, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_of_others, plain_number
from sanzhi.organisation import queries as organisation
from sanzhi.penalty.court import may_be_changed
from sanzhi.penalty.discretion import tier_fits, tier_of
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import Remedy, RemedyOutcome, RemedyWay
from sanzhi.penalty.owed import fine_owed
from sanzhi.penalty.paying import no_correction_waits, outcome_entered
from sanzhi.penalty.queries import WAYS, pending_remedy, remedies, unentered
from sanzhi.penalty.rules import fine_fits

LAW = "行政处罚法第七十五条第二款；行政诉讼法第七十条；行政复议法第七十七条"
# words that name no one
NOBODY = {"当事人", "当事人本人", "本人", "原告", "原告本人", "申请人", "申请人本人", "第三人", "利害关系人"}


def may_overturn(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What others have decided is entered as their paper says it: kind, number, fine."""
    return no_correction_waits(proceeding) & _fell_so(proceeding, row)


def _fell_so(proceeding: Proceeding, row: Overturn) -> Verdict:
    if row.by_whom == OverturnedBy.SELF:
        own = outcome_entered(proceeding) & _is_ours_to_change(proceeding, row) & _is_no_major_change(row)
        asked = may_be_changed(proceeding) if row.fine is not None else Verdict.yes()
        return own & asked & _change_fits(proceeding, row)
    lost = [one for one in unentered(proceeding) if one.way == WAYS[OverturnedBy(row.by_whom)]]
    if not lost:
        return Verdict.no(
            f"没有{row.get_by_whom_display()}撤销、变更本决定的审结记录。",
            LAW,
            remedy="请先登记复议、诉讼的受理和结果；本机关自行撤销、变更的，请选择本机关；不低于本机关已经自行变更的数额的，不必登记。",
        )
    said = (row.kind, plain_number(row.reference), row.fine, set(row.overturned_for))
    return _no_appeal_waits(proceeding, row) & Verdict.when(
        any(said == _told(one) for one in lost),
        "种类、文号、法定事由、变更后的罚款与登记的复议、诉讼结果不一致。",
        citation=LAW,
        remedy="请按复议决定书、裁判文书填写。",
    )


def _no_appeal_waits(proceeding: Proceeding, row: Overturn) -> Verdict:
    """Nothing falls by a judgment that a higher court is looking at (行政诉讼法 §85, §89)."""
    pending = pending_remedy(proceeding)
    return Verdict.when(
        row.by_whom != OverturnedBy.COURT or pending is None or pending.way != RemedyWay.LITIGATION,
        "判决以后又登记了尚未审结的行政诉讼，原判决没有生效，不能据此撤销、变更决定。",
        citation="行政诉讼法第八十五条、第八十九条",
        remedy="请等待生效裁判；原判决的结果登记有误的，请申请更正该项登记。",
    )


def _is_ours_to_change(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What a court or reconsideration has set in the place of our decision binds us (行政诉讼法 §94; 行政复议法 §77)."""
    theirs = next((one for one in remedies(proceeding) if one.outcome == RemedyOutcome.CHANGED), None)
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


def _told(row: Remedy) -> tuple[str, str, Decimal | None, set[str]]:
    return row.outcome, plain_number(row.outcome_number), row.fine, set(row.overturned_for)


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


def is_its_own(proceeding: Proceeding, number: str, *, of: Remedy | None = None) -> Verdict:
    """Each suit and each reconsideration has papers of its own numbers."""
    others = [row for row in remedies(proceeding) if of is None or row.pk != of.pk]
    used = {plain_number(name) for row in others for name in (row.number, row.outcome_number) if name}
    return Verdict.when(
        plain_number(number) not in used,
        f"{number}是已经登记的另一次复议、诉讼的文号。",
        citation="行政处罚法第七十三条、第七十五条第二款",
        remedy="请按本次复议、诉讼的受理通知书、复议决定书、裁判文书填写；同一次的，不重复登记。",
    )


def outcome_is_told(
    proceeding: Proceeding, outcome: RemedyOutcome, *, number: str, fine: Decimal | None
) -> Verdict:
    """An outcome that touches the decision has a paper, and a change its sum."""
    changes = outcome == RemedyOutcome.CHANGED
    return Verdict.when(
        not outcome.overturns or is_of_others(number, own=proceeding.case.authority.number_prefix),
        "请按复议决定书、裁判文书填写完整的文号（年份、代字、序号）。",
        citation=LAW,
    ) & Verdict.when(
        changes == (fine is not None),
        "变更罚款的，请填写变更后的数额；不是变更的，请不要填写。",
        citation=LAW,
    )


def is_not_heavier(remedy: Remedy, fine: Decimal | None, *, contrary_by: str) -> Verdict:
    """A change is no heavier than what was contested, but where others than the party asked for that.

    Not compared with what we have changed ourselves meanwhile: the lower of both stands then (`passed_over`).
    """
    contested, stands = _contested_fine(remedy), fine_owed(remedy.proceeding)
    citation = "行政诉讼法第七十七条第二款；行政复议法第六十三条第二款"
    return (
        Verdict.when(
            fine is None or fine < contested or contrary_by,
            f"变更后的罚款应当低于原罚款{yuan(contested)}元：复议、诉讼不得加重对申请人、原告的处罚。",
            citation=citation,
            remedy="请按复议决定书、裁判文书填写；第三人、同为原告的利害关系人提出相反请求而加重的，写明提出的人。",
        )
        & Verdict.when(
            not contrary_by or (fine is not None and fine > stands),
            "没有加重罚款的，不填写提出相反请求的人。",
            citation=citation,
            remedy="请按复议决定书、裁判文书填写。",
        )
        & Verdict.when(
            not contrary_by or _is_another(remedy, contrary_by),
            "相反请求由第三人、利害关系人提出，不能是当事人自己、本机关。",
            citation=citation,
            remedy="请按复议决定书、裁判文书写明提出相反请求的第三人、利害关系人。",
        )
    )


def _is_another(remedy: Remedy, name: str) -> bool:
    """Named, and neither the party nor who acts for it, nor we ourselves or who handled the case."""
    party, case = remedy.proceeding.respondent, remedy.proceeding.case
    names = {party.name, party.representative, party.guardian} if party else set()
    names |= {row.officer.name for row in queries.assignments(case)}
    is_nobody = plain_number(name) in NOBODY or len(plain_number(name)) < 2
    is_ours = organisation.names_us(name, authority=case.authority)
    return not is_nobody and not is_ours and not any(one and one in name for one in names)


def _contested_fine(remedy: Remedy) -> Decimal:
    """The fine as it stood when the remedy was taken in: not as we have changed it since."""
    decision = remedy.proceeding.decision
    fines = [
        row.fine
        for row in queries.overturns(remedy.proceeding)
        if row.decided_on
        and row.fine is not None
        and (row.by_whom != OverturnedBy.SELF or row.decided_on < remedy.accepted_on)
    ]
    return fines[-1] if fines else decision.weight.fine


def grounds_are_told(outcome: RemedyOutcome, grounds: list[OverturnedFor]) -> Verdict:
    """On what ground it fell decides what may be decided again: their paper says it, and nobody chooses it later."""
    return Verdict.when(
        outcome.overturns == bool(grounds),
        "撤销、变更、确认违法或者无效的，请选择复议决定书、裁判文书认定的事由；其他结果不选择。",
        citation="行政诉讼法第七十条、第七十一条；行政复议法第六十三条、第六十四条",
    )
