"""When the government is told: the building goes on after the notice, or the demand was not obeyed (平顶山条例 §24, §30)."""

from datetime import date

from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import entrusting_of, stop_notice, structure_of
from sanzhi.coercion.demanding import demand_over, period
from sanzhi.coercion.queries import DEMOLITION
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due

LAW = "城乡规划法第六十八条；平顶山市城乡规划建设管理条例第二十四条、第三十条"


def reported_from(proceeding: Proceeding) -> date | None:
    """From which day the working days for the report run."""
    if proceeding.procedure_key == DEMOLITION:
        until = period(proceeding)
        return until.on if until else None
    paper = stop_notice(proceeding)
    return paper.served_on if paper else None


def report_due(proceeding: Proceeding) -> Deadline | None:
    since = reported_from(proceeding)
    key = "demolition_report" if proceeding.procedure_key == DEMOLITION else "building_report"
    return due(rule(key, since), since, calendar=proceeding.calendar) if since else None


def may_be_reported(proceeding: Proceeding) -> Verdict:
    row = entrusting_of(proceeding)
    verdict = Verdict.when(
        row is None or row.ordered_on is None,
        "已经登记人民政府的书面责成，不必再报告。",
        citation=LAW,
    ) & Verdict.when(
        reported_from(proceeding), "没有可以报告的事项。", citation=LAW, remedy="请先送达通知书或者催告书。"
    )
    if proceeding.procedure_key == DEMOLITION:
        return verdict & demand_over(proceeding)
    structure = structure_of(proceeding)
    return verdict & Verdict.when(
        structure is not None and structure.stopped is False,
        "没有当事人继续施工的复查登记，不必报告。",
        citation="平顶山市城乡规划建设管理条例第二十四条",
        remedy="请先复查是否停止施工。",
    )
