"""Told, heard, then decided: for every kind of act that burdens somebody (河南省行政执法条例 §26, §29; N6-04).

Guards for kinds without a hearing; a penalty has its own, with the hearing's lines (行政处罚法 §§44, 45, 62–65).
"""

from sanzhi.cases import board, queries
from sanzhi.cases.addressed import notice_of_plea
from sanzhi.cases.models import Paper, Plea, Proceeding, Proposal
from sanzhi.cases.vouching import fits
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.measures import exceeds

LAW = "河南省行政执法条例第二十六条"


def notice_given(proceeding: Proceeding) -> Verdict:
    """The party was told this very thing, or a heavier one on the same basis."""
    now, last = queries.current_proposal(proceeding), queries.told(proceeding)
    if now is None:
        return board.guard("cases.proposal_made", proceeding)
    if last is None or last.proposal is None:
        return Verdict.no("拟作出的决定尚未书面告知当事人。", LAW, remedy="请制作并送达事先告知书。")
    return fits(last.proposal, now)


def plea_period_over(proceeding: Proceeding) -> Verdict:
    """The party's days are over, or it has expressly waived them; what was accepted shows in what is proposed."""
    return _has_ended(proceeding) & _accepted_is_followed(proceeding)


def _vouching(proceeding: Proceeding) -> Paper | None:
    now, last = queries.current_proposal(proceeding), queries.told(proceeding)
    if now is None or last is None or last.proposal is None:
        return None
    return last if fits(last.proposal, now) else None


def _has_ended(proceeding: Proceeding) -> Verdict:
    notice = _vouching(proceeding)
    if notice is None or notice.counts_from is None:
        return Verdict.no("拟作出的决定尚未告知当事人，陈述申辩期限尚未起算。", LAW)
    if any(_waives(proceeding, row, notice=notice) for row in queries.pleas(proceeding)):
        return Verdict.yes()
    since = notice.counts_from
    until = due(rule("plea", since), since, calendar=proceeding.calendar)
    if until.estimated:
        return Verdict.no(
            f"期限届满日{chinese_date(until.on)}所在年度的放假安排尚未录入，当事人的期限不能按估算认定届满。",
            LAW,
            remedy="请管理员录入该年度放假安排后再办理。",
        )
    return Verdict.when(
        clock.today() > until.on,
        f"陈述申辩期限到{chinese_date(until.on)}止，尚未届满。",
        citation=LAW,
        remedy="当事人明确放弃的，请登记。",
    )


def _waives(proceeding: Proceeding, row: Plea, *, notice: Paper) -> bool:
    since = notice.counts_from
    return (
        row.is_waived
        and since is not None
        and row.made_on >= since
        and notice_of_plea(proceeding, row) == notice
    )


def _accepted_is_followed(proceeding: Proceeding) -> Verdict:
    now = queries.current_proposal(proceeding)
    rows = [row for row in queries.pleas(proceeding) if row.is_accepted and not row.corrects_facts]
    return Verdict.when(
        now is None or all(_is_kinder(now, row.proposal) for row in rows),
        "已经采纳当事人的陈述申辩，拟作出的决定却没有相应改变。",
        citation=f"{LAW}第二款",
        remedy="请重新核定、提出；采纳的只是事实的更正、不影响数额的，请重新复核，一并勾选该项。",
    )


def _is_kinder(now: Proposal, before: Proposal) -> bool:
    return bool(exceeds(before.weight, now.weight))
