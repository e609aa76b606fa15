"""Guards along the way of a penalty: correction, notice, the time to plead, what is owed."""

from sanzhi.cases import board, queries
from sanzhi.cases.addressed import notice_of_hearing, notice_of_plea
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.parties import known_to
from sanzhi.cases.vouching import fits
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.measures import Disposal, exceeds
from sanzhi.law.money import yuan
from sanzhi.penalty.confiscating import confiscated_is_back
from sanzhi.penalty.models import EducatedWho, SparedFor
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.queries import (
    TOLD_TOO_LATE,
    correction_of,
    education_of,
    ordered_on,
    sparing_of,
    to_educate,
    was_reviewed_then,
    was_told_in_time,
)
from sanzhi.penalty.rules import hearing_line_reached

NOT_LIABLE = {SparedFor.CHILD, SparedFor.INCAPABLE}
NOTHING_TO_TEACH = {SparedFor.UNFOUNDED, SparedFor.IN_HAND}  # what the other case finds, is taught there


def correction_reviewed(proceeding: Proceeding) -> Verdict:
    """Ordered, the order served, and what came of it looked at again (行政处罚法 §28; the cause's own article)."""
    order, basis = correction_of(proceeding), queries.power_of(proceeding).penalty_basis
    verdict = Verdict.when(order, "尚未责令改正。", citation=basis)
    verdict &= Verdict.when(
        ordered_on(proceeding),
        "《责令改正通知书》尚未送达。",
        citation="行政处罚法第二十八条",
        remedy="请登记送达。",
    )
    verdict &= Verdict.when(order and order.reviewed_on, "改正期限届满后尚未复查。", citation=basis)
    return verdict & _told_in_time(proceeding)


def _told_in_time(proceeding: Proceeding) -> Verdict:
    """Also after the service was recorded anew: who was told too late has let no day pass; the record is of this review."""
    order, served_on = correction_of(proceeding), ordered_on(proceeding)
    if order is None or order.reviewed_on is None:
        return Verdict.yes()
    papers = queries.issued_for(proceeding, "correction_review")
    found = (order.reviewed_on.isoformat(), order.outcome)
    told = [
        row for row in papers if tuple(map(row.document.values.get, ("reviewed_on", "conclusion"))) == found
    ]
    return (
        Verdict.when(
            served_on is None or was_reviewed_then(proceeding),
            "责令改正通知书在复查以后才送达，复查的不是这次责令的结果。",
            citation="行政处罚法第二十八条、第四十条",
            remedy="请重新责令改正、送达、复查；现在的环节不能责令改正的，请先退回。",
        )
        & Verdict.when(
            order.is_corrected or served_on is None or was_told_in_time(proceeding, order),
            TOLD_TOO_LATE,
            citation=queries.power_of(proceeding).penalty_basis,
            remedy="请重新责令改正，期限至少到送达的次日，再送达、复查；现在的环节不能责令改正的，请先退回。",
        )
        & Verdict.when(
            told or not papers,
            "复查记录写的是以前的复查。",
            citation="行政处罚法第二十八条、第五十七条",
            remedy="请按这一次复查重新制作复查记录。",
        )
    )


def educated(proceeding: Proceeding) -> Verdict:
    """Whoever is spared is educated, or the guardian is ordered to act; an unfounded case has nothing to teach (§30, §31, §33(3))."""
    ground = sparing_of(proceeding)
    if ground in NOTHING_TO_TEACH:
        return Verdict.yes()
    if ground in NOT_LIABLE:
        return Verdict.when(
            education_of(proceeding, EducatedWho.GUARDIAN),
            f"当事人没有责任能力，应当责令其监护人{to_educate(proceeding, EducatedWho.GUARDIAN)}加以管教或者严加看管和治疗。",
            citation="行政处罚法第三十条、第三十一条",
            remedy="请登记监护人，记录责令的内容。",
        )
    return Verdict.when(
        education_of(proceeding),
        "不予处罚的，应当对当事人进行教育。",
        citation="行政处罚法第三十三条第三款",
        remedy="请记录教育情况。",
    )


def notice_given(proceeding: Proceeding) -> Verdict:
    """The party was told this very penalty, or a heavier one on the same basis, and every right that it gives."""
    now, needs_hearing = queries.current_proposal(proceeding), hearing_line_reached(proceeding)
    if now is None:
        return board.guard("cases.proposal_made", proceeding)
    if now.disposal == Disposal.SPARE:
        return Verdict.yes()  # 行政处罚法 §44 tells of a penalty
    last = queries.told(proceeding)
    if needs_hearing and (last is None or not fits_purpose(last, needs_hearing=needs_hearing)):
        return Verdict.no(
            "拟处罚达到听证标准，《行政处罚听证告知书》尚未送达。",
            "行政处罚法第六十三条；河南省行政处罚听证办法第四条",
        )
    if last is None:
        return Verdict.no("《行政处罚事先告知书》尚未送达。", "行政处罚法第四十四条")
    if _vouching(proceeding):
        return Verdict.yes()
    assert last.proposal is not None  # queries.notices leaves out what tells of no proposal
    return _told_since(proceeding, last) & fits(last.proposal, now)


def fits_purpose(notice: Paper, *, needs_hearing: bool) -> bool:
    return notice.purpose == "hearing_notice" or not needs_hearing


def _vouching(proceeding: Proceeding) -> Paper | None:
    """The last notice that tells what is proposed now: it promised the party its days, however often it was told.

    A notice of something else takes an earlier one back (行政处罚法 §44, §45, §64(1)).
    """
    now, needs_hearing = queries.current_proposal(proceeding), hearing_line_reached(proceeding)
    if now is None:
        return None
    last = queries.told(proceeding)
    if last is None or last.proposal is None or not fits_purpose(last, needs_hearing=needs_hearing):
        return None
    return last if fits(last.proposal, now) and _told_since(proceeding, last) else None


def _told_since(proceeding: Proceeding, notice: Paper) -> Verdict:
    """What came in on the day of the hearing or later was not heard: the party is told anew (行政处罚法 §64(7), §65)."""
    hearing = queries.hearing_of(proceeding)
    heard_on = hearing.concluded_on if hearing and not hearing.is_withdrawn else None
    rows = known_to(proceeding) if heard_on else ()
    fresh = [row.gathered_on for row in rows if heard_on and row.gathered_on >= heard_on]
    return Verdict.when(
        not fresh or (notice.served_on is not None and notice.served_on >= max(fresh)),
        "听证之后又有新的证据，没有重新告知当事人并给予听证的机会。",
        citation="行政处罚法第六十四条第七项、第六十五条",
        remedy="请重新制作并送达告知书。",
    )


def plea_period_over(proceeding: Proceeding) -> Verdict:
    """Over, or expressly waived; who has asked for a hearing goes on to it at once (行政处罚法 §45, §62, §64)."""
    now = queries.current_proposal(proceeding)
    if _goes_to_a_hearing(proceeding) or (now is not None and now.disposal == Disposal.SPARE):
        return Verdict.yes()
    return period_has_ended(proceeding) & accepted_is_followed(proceeding)


def _goes_to_a_hearing(proceeding: Proceeding) -> bool:
    """It was asked for and is to come; or it was held on this very notice, and no other has come since."""
    hearing, notice = queries.hearing_of(proceeding), _vouching(proceeding)
    if hearing is None or hearing.is_withdrawn:
        return False
    if not hearing.concluded_on:
        return True
    return notice is not None and notice_of_hearing(proceeding, hearing) == notice


def accepted_is_followed(proceeding: Proceeding) -> Verdict:
    """What was found well founded must show in what is decided (行政处罚法 §45): asked where it can still be mended."""
    now = queries.current_proposal(proceeding)
    accepted = [row for row in queries.pleas(proceeding) if row.is_accepted and now]
    ignored = [
        row
        for row in accepted
        if now and not row.corrects_facts and not exceeds(row.proposal.weight, now.weight)
    ]
    found = now.basis["facts"]["finding"] if now else None
    uncorrected = [row for row in accepted if row.corrects_id and (not found or found <= row.corrects_id)]
    return Verdict.when(
        not uncorrected,
        "已经采纳当事人对事实的更正，处理建议所依据的仍是原来的事实。",
        citation="行政处罚法第四十五条、第五十四条",
        remedy="请按采纳的意见重新查明事实，再重新提出处理建议、告知当事人。",
    ) & Verdict.when(
        not ignored,
        "已经采纳当事人的陈述申辩，拟处罚却没有相应减轻。",
        citation="行政处罚法第四十五条",
        remedy="请重新提出处理建议；采纳的只是事实的更正、不涉及处理轻重的，请重新复核，一并勾选该项。",
    )


def period_has_ended(proceeding: Proceeding) -> Verdict:
    """The party's time is really over: who has spoken may still say more until it ends. Who is spared has none to wait."""
    notice, now = _vouching(proceeding), queries.current_proposal(proceeding)
    if now is not None and now.disposal == Disposal.SPARE:
        return Verdict.yes()
    if notice is None or notice.counts_from is None or now is None:
        return Verdict.no("拟处理意见尚未告知当事人，陈述申辩期限尚未起算。", "行政处罚法第四十四条")
    since = notice.counts_from
    waived = any(
        row.is_waived and row.made_on >= since and notice_of_plea(proceeding, row) == notice
        for row in queries.pleas(proceeding)
    )
    if waived and notice.purpose != "hearing_notice":
        return Verdict.yes()
    until = due(rule("plea", since), since, calendar=proceeding.calendar)
    if until.estimated:
        return Verdict.no(
            f"期限届满日{chinese_date(until.on)}所在年度的放假安排尚未录入，当事人的期限不能按估算认定届满。",
            "行政处罚法第四十五条、第六十四条",
            remedy="请管理员录入该年度放假安排后再办理。",
        )
    return Verdict.when(
        clock.today() > until.on,
        f"陈述申辩、听证申请期限到{chinese_date(until.on)}止，尚未届满。",
        citation="行政处罚法第四十五条、第六十四条",
        remedy="当事人明确放弃的，请办理“记录陈述申辩”；达到听证标准的，须等待期限届满。",
    )


def fine_settled(proceeding: Proceeding) -> Verdict:
    owed = outstanding(proceeding)
    return (
        Verdict.when(
            owed <= 0,
            f"罚款尚有{yuan(owed)}元未缴纳。",
            citation="行政处罚法第六十六条",
            remedy="已经缴纳的，请办理“登记缴款”；逾期的可以加处罚款并催告。",
        )
        & nothing_to_give_back(proceeding)
        & outcome_entered(proceeding)
    )


def nothing_to_give_back(proceeding: Proceeding) -> Verdict:
    owed = outstanding(proceeding)
    return Verdict.when(
        owed >= 0,
        f"多收了{yuan(-owed)}元，尚未退还当事人。",
        citation="行政处罚法第六十六条、第七十五条第二款",
        remedy="请办理退还。",
    ) & confiscated_is_back(proceeding)
