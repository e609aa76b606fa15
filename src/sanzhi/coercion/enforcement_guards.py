"""What executions answer to the words of their procedures."""

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import counts_from
from sanzhi.cases.fixed import tells
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import costs, enforcement_facts
from sanzhi.coercion.halting import enforcement_of, is_ended, last_halt
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.money import yuan


def executed(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    return Verdict.when(
        row is not None and row.ended_at is not None,
        "代履行尚未实施。",
        citation="行政强制法第五十一条",
        remedy="请到场监督，实施完毕后登记。",
    )


def costs_settled(proceeding: Proceeding) -> Verdict:
    """Counted, told, and paid; what is not paid goes to the court by a case of its own (行政强制法 §51(2), §53)."""
    row, left = enforcement_of(proceeding), costs.owed(proceeding)
    told = counts_from(proceeding, "proxy_costs") is not None
    return (
        Verdict.when(
            row is not None and row.cost is not None,
            "代履行费用尚未结算。",
            citation=costs.LAW,
            remedy="请按凭证结算；没有发生费用的，写明项目，金额填0。",
        )
        & Verdict.when(
            not costs_known(proceeding) or told,
            "《代履行费用缴纳通知书》尚未送达。",
            citation=costs.LAW,
            remedy="请制作并送达。",
        )
        & Verdict.when(
            not left,
            f"代履行费用尚有{yuan(left)}元没有缴纳。",
            citation=costs.LAW,
            remedy="请登记缴款；逾期不缴的，催告以后申请人民法院强制执行。",
        )
    )


def halt_told(proceeding: Proceeding) -> Verdict:
    """Each suspension, resumption and end is told as it was decided (行政强制法 §39, §40)."""
    row = last_halt(proceeding)
    if row is None:
        return Verdict.yes()
    said = {"halt": enforcement_facts.halted.read(proceeding)}
    papers = cases.issued_for(proceeding, "halt_notice")
    return Verdict.when(
        any(paper.served_on and tells(paper, said) for paper in papers),
        f"《{row.get_kind_display()}通知书》尚未制作并送达当事人。",
        citation="行政强制法第三十九条、第四十条",
        remedy="请制作并送达。",
    )


def fulfilled(proceeding: Proceeding) -> bool:
    row = enforcement_of(proceeding)
    return row is not None and row.fulfilled_on is not None


def performed(proceeding: Proceeding) -> bool:
    row = enforcement_of(proceeding)
    return row is not None and row.ended_at is not None


def halted(proceeding: Proceeding) -> bool:
    return last_halt(proceeding) is not None


def ended(proceeding: Proceeding) -> bool:
    return is_ended(proceeding)


def agreed(proceeding: Proceeding) -> bool:
    return bool(rows_of(proceeding.agreements))


def costs_known(proceeding: Proceeding) -> bool:
    """Whether there is a cost of which somebody is to be told."""
    row = enforcement_of(proceeding)
    return row is not None and bool(row.cost) and proceeding.respondent_id is not None
