"""What an execution adds to the facts of its papers."""

from datetime import date
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.contest_words import contested_course
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import costs, costs_at_court
from sanzhi.coercion.demanding import demands, period
from sanzhi.coercion.halting import enforcement_of, last_halt
from sanzhi.coercion.models import Enforcement, HaltKind
from sanzhi.coercion.proxy_days import day_of
from sanzhi.coercion.queries import DEMOLITION
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import told_lines
from sanzhi.law.money import money_text
from sanzhi.law.wording import sentence

LAWS = {
    HaltKind.SUSPENDED: "《中华人民共和国行政强制法》第三十九条",
    HaltKind.RESUMED: "《中华人民共和国行政强制法》第三十九条、第四十二条",
    HaltKind.ENDED: "《中华人民共和国行政强制法》第三十九条、第四十条",
}


@facts("demand", "title number served_on term consequence basis", by={"": "coercion.propose_enforcement"})
def demand(proceeding: Proceeding) -> dict[str, Any]:
    """What the demand says of the decision behind it, and of what follows if it is not obeyed."""
    row = enforcement_of(proceeding)
    if told := costs_at_court.bill(proceeding):  # what is left to demand is money: the form says the rest
        return {"title": told.title, "number": told.number, "served_on": told.served_on}
    if row is None or row.imposed_by is None or row.planned_on is None:
        return {}
    if proceeding.procedure_key == DEMOLITION:
        return _before_demolition(row)
    again = proceeding.decided_on is not None
    day, moved = (
        day_of(row) or row.planned_on,
        f"（{row.moved_for.rstrip('。')}，改期）" if row.moved_to else "",
    )
    late = f"本机关将于{chinese_date(day)}代履行{moved}" if again else "本机关将依法决定代履行"
    until = "在代履行以前" if again else "自收到本催告书之日起十个工作日内"
    return {
        "title": row.imposed_by.title,
        "number": row.imposed_by.number,
        "served_on": row.served_on,
        "term": f"{until}自行履行，履行后告知本机关查看。",
        "consequence": f"逾期仍不履行的，{late}，费用由你（单位）承担。",
        "basis": "《中华人民共和国行政强制法》第三十五条、第五十条" + ("、第五十一条" if again else ""),
    }


def _before_demolition(row: Enforcement) -> dict[str, Any]:
    assert row.imposed_by is not None  # its caller asks
    return {
        "title": row.imposed_by.title,
        "number": row.imposed_by.number,
        "served_on": row.served_on,
        "term": "自收到本催告书之日起十个工作日内自行拆除，拆除后告知本机关查看。",
        "consequence": "逾期仍不拆除的，本机关将报告人民政府，依法强制拆除。",
        "basis": "《中华人民共和国行政强制法》第三十五条、《平顶山市城乡规划建设管理条例》第三十条",
    }


@facts("case", "duties owed_text change_text owed gains_owed", by={"": "coercion.propose_enforcement"})
def owed(proceeding: Proceeding) -> dict[str, Any]:
    """No money is demanded of who has something to do, nothing but money of who owes what it cost."""
    if costs_at_court.bill(proceeding):
        return _money_owed(proceeding)
    row = enforcement_of(proceeding)
    if row is None or row.due_on is None:
        return {}
    due = chinese_date(row.due_on)
    return {
        "duties": row.duty,
        "owed_text": f"履行期限至{due}届满，你（单位）没有履行。",
        "change_text": None,
        "owed": None,
        "gains_owed": None,
    }


def _money_owed(proceeding: Proceeding) -> dict[str, Any]:
    left, last = costs.owed(proceeding), costs_at_court.payment_due(proceeding)
    late = f"缴纳期限至{chinese_date(last.on)}届满，" if last else ""
    return {
        "duties": f"缴纳代履行费用{money_text(left)}" if left else None,
        "owed_text": f"{late}尚有代履行费用{money_text(left)}没有缴纳。" if left else "已经全部缴纳。",
        "change_text": None,
        "owed": left or None,
        "gains_owed": None,
    }


COURT = "court_duties court_amount court_course court_demand court_statement court_object court_late"


@facts("case", COURT, by={"": "coercion.ask_court_for_costs"})
def at_court(proceeding: Proceeding) -> dict[str, Any]:
    row, paper = costs_at_court.last_request(proceeding), costs_at_court.demand_of(proceeding)
    if row is None or paper is None or paper.served_on is None:
        return {}
    return {
        "court_duties": f"缴纳代履行费用{money_text(row.amount)}",
        "court_amount": row.amount,
        "court_course": contested_course(proceeding),
        "court_demand": f"{chinese_date(paper.served_on)}送达《{paper.title}》（{paper.number}）",
        "court_statement": row.statement,
        "court_object": row.object_state,
        "court_late": row.late_reason or None,
    }


BILLED = "bill_title bill_number bill_served_on bill_conduct bill_basis"


@facts("execution", BILLED, by={"": "coercion.settle_proxy_costs"})
def billed(proceeding: Proceeding) -> dict[str, Any]:
    """What the court is asked to enforce is the notice of the costs, not the order that was carried out (行政强制法 §55(1)(2))."""
    row, paper = enforcement_of(proceeding), costs_at_court.bill(proceeding)
    if row is None or row.cost is None or row.ended_on is None or paper is None:
        return {}
    why = (
        f"被申请人应当{row.duty.rstrip('。')}而没有履行"
        if row.imposed_by_id
        else row.harm_reason.rstrip("。")
    )
    done = f"{row.executor}于{chinese_date(row.ended_on)}代履行完毕"
    return {
        "bill_title": paper.title,
        "bill_number": paper.number,
        "bill_served_on": paper.served_on,
        "bill_conduct": f"{why}，{done}，费用{money_text(row.cost)}（{'、'.join(row.cost_rows)}）。",
        "bill_basis": f"《中华人民共和国行政强制法》第五十一条第二款和{cases.power_of(proceeding).penalty_basis}",
    }


PLANNED = (
    "duty imposed_title imposed_number served_on due_on harm harm_reason basis target method executor"
    " planned_on budget budget_reason demanded_on"
)
DONE = (
    "begun_at ended_at supervisors executor_signed present present_name witness course urgent_for"
    " cost cost_text cost_rows cost_lines fulfilled_on"
)


@facts("execution", PLANNED, by={"": "coercion.propose_enforcement"})
def planned(proceeding: Proceeding) -> dict[str, Any]:
    row = enforcement_of(proceeding)
    if row is None:
        return {}
    told = demands(proceeding)
    return {
        "duty": row.duty,
        "imposed_title": row.imposed_by.title if row.imposed_by else None,
        "imposed_number": row.imposed_by.number if row.imposed_by else None,
        "served_on": row.served_on,
        "due_on": row.due_on,
        "harm": row.get_harm_display() or None,
        "harm_reason": row.harm_reason,
        "basis": cases.power_of(proceeding).penalty_basis,
        "target": row.target,
        "method": row.method,
        "executor": row.executor,
        "planned_on": row.planned_on,
        "budget": row.budget,
        "budget_reason": row.budget_reason or None,
        "demanded_on": told[0].served_on if told else None,
    }


@facts("execution", DONE, by={"": "coercion.perform_by_proxy"})
def done(proceeding: Proceeding) -> dict[str, Any]:
    row = enforcement_of(proceeding)
    if row is None or row.begun_at is None or row.ended_at is None:
        return {}
    return {
        "begun_at": row.begun_at.astimezone(clock.CHINA),
        "ended_at": row.ended_at.astimezone(clock.CHINA),
        "supervisors": row.supervisors,
        "executor_signed": row.executor_signed,
        "present": row.get_present_display(),
        "present_name": row.present_name or None,
        "witness": row.witness or None,
        "course": sentence(row.course),
        "urgent_for": row.urgent_for or None,
        "fulfilled_on": row.fulfilled_on,
        **_cost(row),
    }


def _cost(row: Enforcement) -> dict[str, Any]:
    if row.cost is None:
        return {"cost": None, "cost_text": None, "cost_rows": None, "cost_lines": None}
    rows = [
        {"what": one.what, "amount": str(one.actual), "voucher": "、".join(one.vouchers)}
        for one in costs.read("\n".join(row.cost_rows))
    ]
    return {
        "cost": row.cost,
        "cost_text": money_text(row.cost),
        "cost_rows": rows,
        "cost_lines": told_lines(row.cost_lines),
    }


@facts("halt", "kind ground law proof since", by={"": "coercion.halt_enforcement"})
def halted(proceeding: Proceeding) -> dict[str, Any]:
    row = last_halt(proceeding)
    if row is None:
        return {}
    return {
        "kind": row.kind,
        "ground": row.get_ground_display(),
        "law": LAWS[HaltKind(row.kind)],
        "proof": row.reason,
        "since": row.halted_on,
    }


@facts("agreement", "stages repair", by={"": "coercion.agree_on_enforcement"})
def agreed(proceeding: Proceeding) -> dict[str, Any]:
    row = next(reversed(rows_of(proceeding.agreements)), None)
    if row is None:
        return {}
    stages = [{"by": chinese_date(date.fromisoformat(one["by"])), "duty": one["duty"]} for one in row.stages]
    return {"stages": stages, "repair": row.remedy or None}


@facts("demand", "period_until", by={"": "coercion.propose_enforcement"})
def counted(proceeding: Proceeding) -> dict[str, Any]:
    until = period(proceeding)
    return {"period_until": until.on if until else None}


@facts("clearing", "matter site place why_at_once", by={"": "coercion.clear_at_once"})
def cleared(proceeding: Proceeding) -> dict[str, Any]:
    row = getattr(proceeding, "clearing", None)
    if row is None:
        return {}
    return {
        "matter": row.matter,
        "site": row.get_site_display(),
        "place": row.place,
        "why_at_once": row.why_at_once,
    }


GROUPS = (cleared, demand, counted, owed, at_court, billed, planned, done, halted, agreed)
