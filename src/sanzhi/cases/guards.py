"""What the cases themselves answer to the words of a procedure."""

from sanzhi.cases import hearings, pauses, queries
from sanzhi.cases.deadlines import deadline, decision_served_on
from sanzhi.cases.electronic import electronic_recorded
from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.joinders import usable_evidence
from sanzhi.cases.models import EvidenceKind, OverturnedBy, Proceeding
from sanzhi.cases.overturning import to_be_told
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.cases.vouching import stands
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date


def party_registered(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        proceeding.respondent,
        "尚未登记当事人。",
        citation="行政处罚法第五十四条",
        remedy="请先登记当事人。",
    )


def filing_approved(proceeding: Proceeding) -> Verdict:
    """What all have signed is that the case is filed, as it stands today (行政处罚法 §54)."""
    papers = queries.issued_for(proceeding, "filing")
    return Verdict.when(
        not papers or is_true_today(papers[-1]),
        "《立案（不予立案）审批表》所写的案由、案情与现在的登记不一致。",
        citation="行政处罚法第五十四条",
        remedy="请重新制作审批表并逐级签批。",
    ) & Verdict.when(
        not papers or papers[-1].document.values.get("proposal") == "file",
        "《立案（不予立案）审批表》批准的是不予立案。",
        citation="行政处罚法第五十四条",
        remedy="请以不予立案结案；应当立案的，请重新制作审批表并逐级签批。",
    )


def two_qualified_officers(proceeding: Proceeding) -> Verdict:
    return has_two_qualified_officers(proceeding.case)


def evidence_gathered(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        usable_evidence(proceeding.case),
        "尚未登记任何证据。",
        citation="行政处罚法第四十六条",
        remedy="请登记证据及其证明对象。",
    )


def electronic_evidence(proceeding: Proceeding) -> bool:
    """Electronic data were gathered: how they were taken stands in a record of its own."""
    return any(row.kind == EvidenceKind.ELECTRONIC for row in queries.evidence(proceeding.case))


def facts_established(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        proceeding.finding,
        "尚未查明事实：线索所写的只是反映的情况。",
        citation="行政处罚法第四十条、第五十四条",
        remedy="请依据证据办理“查明事实”。",
    ) & electronic_recorded(proceeding)


def proposal_made(proceeding: Proceeding) -> Verdict:
    """There is a proposal, and it still rests on what is known today."""
    proposal = queries.current_proposal(proceeding)
    if proposal is None:
        return Verdict.no("尚未提出处理建议。", "行政处罚法第五十七条", remedy="请先提出处理建议。")
    return stands(proceeding, proposal)


def plea_made(proceeding: Proceeding) -> bool:
    return any(not row.is_waived for row in queries.pleas(proceeding))


def plea_answered(proceeding: Proceeding) -> Verdict:
    """Every plea is answered, also one that a later notice has overtaken (行政处罚法 §45)."""
    waiting = [row for row in queries.pleas(proceeding) if not row.is_waived and not row.answered_on]
    return Verdict.when(
        not waiting,
        f"当事人的陈述申辩有{len(waiting)}份尚未复核。",
        citation="行政处罚法第四十五条",
        remedy="请逐份复核。",
    )


def hearing_requested(proceeding: Proceeding) -> bool:
    """Asked for and not yet over: who was heard on more is not summoned again for less."""
    hearing = queries.hearing_of(proceeding)
    return hearing is not None and not hearing.concluded_on


def hearing_public(proceeding: Proceeding) -> bool:
    """In public unless it was set otherwise (行政处罚法 §64(3))."""
    hearing = queries.hearing_of(proceeding)
    return hearing is None or (hearing.is_public and not hearing.is_withdrawn)


def hearing_stands(proceeding: Proceeding) -> bool:
    """The wish for a hearing was not withdrawn: the papers of one are made."""
    return not hearings.is_withdrawn(proceeding)


def hearing_concluded(proceeding: Proceeding) -> Verdict:
    hearing = queries.hearing_of(proceeding)
    return Verdict.when(
        hearing and hearing.concluded_on, "听证尚未终结。", citation="行政处罚法第六十四条、第六十五条"
    ) & hearings.was_led(proceeding)


def decided_in_time(proceeding: Proceeding) -> Verdict:
    """Within the ninety days and what was granted; later only on the head's reason, which supervision sees."""
    until = deadline(proceeding, "case_decision")
    if until is None or clock.today() <= until.on:
        return Verdict.yes()
    explained = [row for row in pauses.delays(proceeding) if row.recorded_on > until.on]
    return Verdict.when(
        explained,
        f"办案期限已于{chinese_date(until.on)}届满，没有机关负责人说明超期原因的记录。",
        citation="行政处罚法第六十条",
        remedy="请由机关负责人说明超期原因。",
    )


def overturned_by_itself(proceeding: Proceeding) -> bool:
    row = queries.overturn_of(proceeding)
    return row is not None and row.by_whom == OverturnedBy.SELF


def overturn_served(proceeding: Proceeding) -> Verdict:
    """Each paper by which the authority itself changed its decision reached the party; others serve their own.

    So did what put right a slip in it, each the last of its field, while the decision stands.
    """
    own = {row.document_id for row in to_be_told(proceeding)}
    slips = () if queries.has_fallen(proceeding) else rows_of(proceeding.slips)
    own |= {row.document_id for row in {(row.wrong_document_id, row.field): row for row in slips}.values()}
    papers = (paper for paper in queries.papers(proceeding) if paper.document_id in own)
    paper = next((paper for paper in papers if not paper.served_on), None)
    return Verdict.when(
        paper is None or queries.termination_of(proceeding) is not None,
        f"《{paper.title if paper else ''}》尚未送达。",
        citation="行政处罚法第六十一条",
        remedy="请先送达并登记。",
    )


def decision_served(proceeding: Proceeding) -> Verdict:
    decision = getattr(proceeding, "decision", None)
    papers = (
        row for row in queries.papers(proceeding) if decision and row.document_id == decision.document_id
    )
    title = next((row.title for row in papers), "决定书")
    return Verdict.when(
        decision_served_on(proceeding),
        f"《{title}》尚未送达。",
        citation="行政处罚法第六十一条",
        remedy="请先送达并登记。",
    )
