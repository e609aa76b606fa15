"""What reconsideration or a court has decided is entered as their paper says it, once, and nothing else of theirs."""

from decimal import Decimal

from sanzhi.cases import board, queries
from sanzhi.cases.contests import LAW, WAYS, contests, outcome_entered, pending_contest, unentered
from sanzhi.cases.models import (
    Contest,
    ContestOutcome,
    ContestWay,
    Overturn,
    OverturnedBy,
    OverturnedFor,
    Proceeding,
)
from sanzhi.cases.sums import sum_now
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.derivation import NOTHING
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_of_others, plain_number
from sanzhi.organisation import queries as organisation

# words that name no one
NOBODY = {"当事人", "当事人本人", "本人", "原告", "原告本人", "申请人", "申请人本人", "第三人", "利害关系人"}


def is_as_judged(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What is entered as judged by others is the outcome of a contest that was recorded: kind, number, grounds, sum."""
    if row.by_whom == OverturnedBy.SELF:
        return outcome_entered(proceeding)
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
        "种类、文号、法定事由、变更后的数额与登记的复议、诉讼结果不一致。",
        citation=LAW,
        remedy="请按复议决定书、裁判文书填写。",
    )


def _no_appeal_waits(proceeding: Proceeding, row: Overturn) -> Verdict:
    """Nothing falls by a judgment that a higher court is looking at (行政诉讼法 §85, §89)."""
    pending = pending_contest(proceeding)
    return Verdict.when(
        row.by_whom != OverturnedBy.COURT or pending is None or pending.way != ContestWay.LITIGATION,
        "判决以后又登记了尚未审结的行政诉讼，原判决没有生效，不能据此撤销、变更决定。",
        citation="行政诉讼法第八十五条、第八十九条",
        remedy="请等待生效裁判；原判决的结果登记有误的，请申请更正该项登记。",
    )


def _told(row: Contest) -> tuple[str, str, Decimal | None, set[str]]:
    return row.outcome, plain_number(row.outcome_number), row.fine, set(row.overturned_for)


def is_its_own(proceeding: Proceeding, number: str, *, of: Contest | None = None) -> Verdict:
    """Each suit and each reconsideration has papers of its own numbers."""
    others = [row for row in contests(proceeding) if of is None or row.pk != of.pk]
    used = {plain_number(name) for row in others for name in (row.number, row.outcome_number) if name}
    return Verdict.when(
        plain_number(number) not in used,
        f"{number}是已经登记的另一次复议、诉讼的文号。",
        citation="行政处罚法第七十三条、第七十五条第二款",
        remedy="请按本次复议、诉讼的受理通知书、复议决定书、裁判文书填写；同一次的，不重复登记。",
    )


def outcome_is_told(
    proceeding: Proceeding, outcome: ContestOutcome, *, number: str, fine: Decimal | None
) -> Verdict:
    """An outcome that touches the decision has a paper, and a change its sum."""
    changes = outcome == ContestOutcome.CHANGED and board.sum_of(proceeding) is not None
    return Verdict.when(
        not outcome.overturns or is_of_others(number, own=proceeding.case.authority.number_prefix),
        "请按复议决定书、裁判文书填写完整的文号（年份、代字、序号）。",
        citation=LAW,
    ) & Verdict.when(
        changes == (fine is not None),
        "变更罚款、征收、补偿数额的，请填写变更后的数额；不是变更数额的，请不要填写。",
        citation=LAW,
    )


def grounds_are_told(outcome: ContestOutcome, grounds: list[OverturnedFor]) -> Verdict:
    """On what ground it fell decides what may be decided again: their paper says it, and nobody chooses it later."""
    return Verdict.when(
        outcome.overturns == bool(grounds),
        "撤销、变更、确认违法或者无效的，请选择复议决定书、裁判文书认定的事由；其他结果不选择。",
        citation="行政诉讼法第七十条、第七十一条；行政复议法第六十三条、第六十四条",
    )


def is_not_heavier(contest: Contest, fine: Decimal | None, *, contrary_by: str) -> Verdict:
    """A change is no heavier than what was contested, but where others than the party asked for that.

    Only of what the party owes: more compensation is no harm. Not compared with what we have changed ourselves meanwhile: the lower of both stands then (`passed_over`).
    """
    if not board.is_owed(contest.proceeding):
        return Verdict.yes()
    called = board.sum_caption(contest.proceeding)
    contested, stands = _contested_fine(contest), sum_now(contest.proceeding)
    citation = "行政诉讼法第七十七条第二款；行政复议法第六十三条第二款"
    return (
        Verdict.when(
            fine is None or fine < contested or contrary_by,
            f"变更后的{called}应当低于原{called}{yuan(contested)}元：复议、诉讼不得作出对申请人、原告更为不利的决定。",
            citation=citation,
            remedy="请按复议决定书、裁判文书填写；第三人、同为原告的利害关系人提出相反请求而加重的，写明提出的人。",
        )
        & Verdict.when(
            not contrary_by or (fine is not None and fine > stands),
            "没有加重的，不填写提出相反请求的人。",
            citation=citation,
            remedy="请按复议决定书、裁判文书填写。",
        )
        & Verdict.when(
            not contrary_by or _is_another(contest, contrary_by),
            "相反请求由第三人、利害关系人提出，不能是当事人自己、本机关。",
            citation=citation,
            remedy="请按复议决定书、裁判文书写明提出相反请求的第三人、利害关系人。",
        )
    )


def _is_another(contest: Contest, name: str) -> bool:
    """Named, and neither the party nor who acts for it, nor we ourselves or who handled the case."""
    party, case = contest.proceeding.respondent, contest.proceeding.case
    names = {party.name, party.representative, party.guardian} if party else set()
    names |= {row.officer.name for row in queries.assignments(case)}
    is_nobody = plain_number(name) in NOBODY or len(plain_number(name)) < 2
    is_ours = organisation.names_us(name, authority=case.authority)
    return not is_nobody and not is_ours and not any(one and one in name for one in names)


def _contested_fine(contest: Contest) -> Decimal:
    """The fine as it stood when the remedy was taken in: not as we have changed it since."""
    fines = [
        row.fine
        for row in queries.overturns(contest.proceeding)
        if row.decided_on
        and row.fine is not None
        and (row.by_whom != OverturnedBy.SELF or row.decided_on < contest.accepted_on)
    ]
    return fines[-1] if fines else board.sum_of(contest.proceeding) or NOTHING
