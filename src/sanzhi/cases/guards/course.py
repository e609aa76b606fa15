"""Guards along the way: filing, investigation, correction, notice, plea, hearing, service, payment."""

from sanzhi.cases import queries
from sanzhi.cases.deadlines import earliest_hearing_day, plea_deadline, served_on
from sanzhi.cases.models import Case
from sanzhi.cases.penalty_rules import hearing_line_reached, outstanding
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict


def filing_approved(case: Case) -> Verdict:
    approved = any(paper.form == "D03" and paper.is_issued for paper in queries.papers(case))
    return Verdict.when(
        approved,
        "《立案审批表》尚未经机关负责人批准。",
        citation="行政处罚法第五十四条",
        remedy="请完成三级审批。",
    ) & Verdict.when(
        hasattr(case, "party"), "尚未登记当事人。", citation="行政处罚法第五十四条", remedy="请先登记当事人。"
    )


def evidence_collected(case: Case) -> Verdict:
    return Verdict.when(
        queries.evidence(case),
        "尚未登记任何证据。",
        citation="行政处罚法第四十六条",
        remedy="请登记证据及其证明对象。",
    )


def parties_told_rights(case: Case) -> Verdict:
    """The interview record carries the notice of rights, so an issued one is the proof of it."""
    told = any(paper.form in {"D08", "D10"} and paper.is_issued for paper in queries.papers(case))
    return Verdict.when(
        told,
        "没有载明出示证件和告知权利的笔录。",
        citation="行政处罚法第五十五条",
        remedy="请制作现场检查笔录或者询问笔录。",
    )


def correction_reviewed(case: Case) -> Verdict:
    ordered = hasattr(case, "correction")
    verdict = Verdict.when(ordered, "尚未责令改正。", citation=queries.power_of(case).penalty_basis)
    verdict &= Verdict.when(
        served_on(case, "D23"),
        "《责令改正通知书》尚未送达。",
        citation="行政处罚法第二十八条",
        remedy="请登记送达。",
    )
    return verdict & Verdict.when(
        ordered and case.correction.reviewed_on,
        "改正期限届满后尚未复查。",
        citation=queries.power_of(case).penalty_basis,
    )


def proposal_made(case: Case) -> Verdict:
    return Verdict.when(queries.current_proposal(case), "尚未提出处理建议。", citation="行政处罚法第五十七条")


def notice_served(case: Case) -> Verdict:
    if hearing_line_reached(case):
        return Verdict.when(
            served_on(case, "D30"),
            "拟处罚达到听证标准，《行政处罚听证告知书》尚未送达。",
            citation="行政处罚法第六十三条；河南省行政处罚听证办法第四条",
        )
    return Verdict.when(
        served_on(case, "D29", "D30"), "《行政处罚事先告知书》尚未送达。", citation="行政处罚法第四十四条"
    )


def plea_period_over(case: Case) -> Verdict:
    """Over, or not needed: the party has spoken, or has expressly waived (行政处罚法 §62)."""
    if hasattr(case, "plea") and not hearing_line_reached(case):
        return Verdict.yes()
    deadline = plea_deadline(case)
    if deadline is None:
        return Verdict.no("事先告知书尚未送达，陈述申辩期限尚未起算。", "行政处罚法第四十四条")
    if hasattr(case, "hearing"):
        return Verdict.yes()
    return Verdict.when(
        clock.today() > deadline.on,
        f"陈述申辩、听证申请期限到{deadline.on:%Y年%m月%d日}止，尚未届满。",
        citation="行政处罚法第四十五条、第六十四条",
        remedy="当事人明确放弃的，请登记；达到听证标准的，须等待期限届满。",
    )


def plea_answered(case: Case) -> Verdict:
    pleaded = hasattr(case, "plea") and not case.plea.is_waived
    return Verdict.when(
        not pleaded or case.plea.answered_on,
        "当事人的陈述申辩尚未复核。",
        citation="行政处罚法第四十五条",
        remedy="请逐条复核。",
    )


def hearing_notified_in_time(case: Case) -> Verdict:
    hearing = getattr(case, "hearing", None)
    if hearing is None or hearing.notified_on is None or hearing.held_on is None:
        return Verdict.no("尚未通知当事人听证的时间、地点。", "行政处罚法第六十四条第二项")
    return Verdict.when(
        hearing.held_on >= earliest_hearing_day(hearing.notified_on),
        "听证通知不足七个工作日。",
        citation="行政处罚法第六十四条第二项",
    )


def hearing_concluded(case: Case) -> Verdict:
    hearing = getattr(case, "hearing", None)
    return Verdict.when(
        hearing and hearing.concluded_on, "听证尚未终结。", citation="行政处罚法第六十四条、第六十五条"
    )


def decision_served(case: Case) -> Verdict:
    return Verdict.when(
        served_on(case, "D41"), "《行政处罚决定书》尚未送达。", citation="行政处罚法第六十一条"
    )


def fine_settled(case: Case) -> Verdict:
    owed = outstanding(case)
    return Verdict.when(
        owed <= 0,
        f"罚款尚有{owed}元未缴纳。",
        citation="行政处罚法第六十六条",
        remedy="逾期的可以加处罚款并催告。",
    )
