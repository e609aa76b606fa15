"""Guards along the way of a penalty: correction, notice, the time to plead, what is owed."""

from sanzhi.cases import queries
from sanzhi.cases.deadlines import deadline, served_on
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.penalty.rules import hearing_line_reached, outstanding


def correction_reviewed(proceeding: Proceeding) -> Verdict:
    ordered = hasattr(proceeding, "correction")
    verdict = Verdict.when(ordered, "尚未责令改正。", citation=queries.power_of(proceeding).penalty_basis)
    verdict &= Verdict.when(
        served_on(proceeding, "correction_order"),
        "《责令改正通知书》尚未送达。",
        citation="行政处罚法第二十八条",
        remedy="请登记送达。",
    )
    return verdict & Verdict.when(
        ordered and proceeding.correction.reviewed_on,
        "改正期限届满后尚未复查。",
        citation=queries.power_of(proceeding).penalty_basis,
    )


def notice_given(proceeding: Proceeding) -> Verdict:
    if hearing_line_reached(proceeding):
        return Verdict.when(
            served_on(proceeding, "hearing_notice"),
            "拟处罚达到听证标准，《行政处罚听证告知书》尚未送达。",
            citation="行政处罚法第六十三条；河南省行政处罚听证办法第四条",
        )
    return Verdict.when(
        served_on(proceeding, "plea_notice", "hearing_notice"),
        "《行政处罚事先告知书》尚未送达。",
        citation="行政处罚法第四十四条",
    )


def plea_period_over(proceeding: Proceeding) -> Verdict:
    """Over, or not needed: the party has spoken, or has expressly waived (行政处罚法 §62)."""
    if hasattr(proceeding, "plea") and not hearing_line_reached(proceeding):
        return Verdict.yes()
    until = deadline(proceeding, "plea")
    if until is None:
        return Verdict.no("事先告知书尚未送达，陈述申辩期限尚未起算。", "行政处罚法第四十四条")
    if hasattr(proceeding, "hearing"):
        return Verdict.yes()
    return Verdict.when(
        clock.today() > until.on,
        f"陈述申辩、听证申请期限到{until.on:%Y年%m月%d日}止，尚未届满。",
        citation="行政处罚法第四十五条、第六十四条",
        remedy="当事人明确放弃的，请登记；达到听证标准的，须等待期限届满。",
    )


def fine_settled(proceeding: Proceeding) -> Verdict:
    owed = outstanding(proceeding)
    return Verdict.when(
        owed <= 0,
        f"罚款尚有{owed}元未缴纳。",
        citation="行政处罚法第六十六条",
        remedy="逾期的可以加处罚款并催告。",
    )
