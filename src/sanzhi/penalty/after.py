"""What the papers after the decision say: deferral, demand, application to the court."""

from datetime import date
from decimal import Decimal
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.contest_words import contested_course
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Overturn, Proceeding
from sanzhi.cases.overturning import to_be_told
from sanzhi.law.days import chinese_date
from sanzhi.law.money import grouped, money_text, yuan
from sanzhi.penalty.duties import duties, listed, overdue, standing
from sanzhi.penalty.owed import NOTHING, outstanding
from sanzhi.penalty.queries import confiscations, court_applications, kept, left_to_return, waiting_deferral

DEFERRAL = "deferral deferral_reason deferral_proof deferral_plan deferral_until deferral_asked_on"


@facts("case", "decision_number decision_served_on")
def told(proceeding: Proceeding) -> dict[str, Any]:
    if not hasattr(proceeding, "decision"):
        return {}
    return {
        "decision_number": proceeding.decision.number,
        "decision_served_on": _served_on(proceeding),
    }


@facts("case", "owed gains_owed owed_text duties")
def owed(proceeding: Proceeding) -> dict[str, Any]:
    if not hasattr(proceeding, "decision"):
        return {}
    late = overdue(proceeding)
    return {
        "owed": sum((row.owed for row in late), NOTHING) or None,
        "gains_owed": sum((row.gains for row in late), NOTHING) or None,
        "owed_text": standing(proceeding),
        "duties": listed(late) or None,
    }


def _served_on(proceeding: Proceeding) -> Any:
    own = (row for row in queries.papers(proceeding) if row.document_id == proceeding.decision.document_id)
    return next((row.served_on for row in own), None)


@facts("case", "change_text change_papers")
def changed(proceeding: Proceeding) -> dict[str, Any]:
    """By which papers the fine is another than the decision tells (行政强制法 §55(1)(2))."""
    rows = [row for row in to_be_told(proceeding) if row.fine is not None]
    named = [(_paper_of(proceeding, row), row.fine) for row in rows]
    said = "；".join(f"{paper}变更为{yuan(fine)}元" for paper, fine in named if fine is not None)
    return {
        "change_text": f"该决定的罚款已由{said}。" if said else None,
        "change_papers": "、".join(paper for paper, _ in named) or None,
    }


def _paper_of(proceeding: Proceeding, row: Overturn) -> str:
    """本机关《撤销（变更）行政执法决定书》（撤字〔2026〕1号，2026年9月7日送达）· 人民法院（2026）豫0481行初9号."""
    paper = next((one for one in queries.papers(proceeding) if one.document_id == row.document_id), None)
    if paper is None:
        return f"{row.get_by_whom_display()}{row.reference}"
    told = f"，{chinese_date(paper.served_on)}送达" if paper.served_on else ""
    return f"本机关《{paper.title}》（{paper.number}{told}）"


@facts("case", DEFERRAL)
def deferred(proceeding: Proceeding) -> dict[str, Any]:
    row = waiting_deferral(proceeding)
    if row is None:
        return {}
    return {
        "deferral": str(row.pk),
        "deferral_reason": row.reason,
        "deferral_proof": row.proof,
        "deferral_plan": [
            {"day": chinese_date(date.fromisoformat(one["day"])), "amount": grouped(Decimal(one["amount"]))}
            for one in row.instalments
        ],
        "deferral_until": row.until,
        "deferral_asked_on": row.asked_on,
    }


@facts("case", "court_amount court_duties court_statement court_object court_late court_demand court_course")
def court(proceeding: Proceeding) -> dict[str, Any]:
    rows = court_applications(proceeding)
    if not rows:
        return {}
    row = rows[-1]
    return {
        "court_amount": row.amount,
        "court_duties": listed(duties(proceeding)),
        "court_statement": row.statement,
        "court_object": row.object_state,
        "court_late": row.late_reason or None,
        "court_demand": _demanded(proceeding),
        "court_course": contested_course(proceeding, partly=_partly(proceeding)),
    }


def _partly(proceeding: Proceeding) -> str:
    """Of what was partly done it is said that not all of it was."""
    return "全部" if kept(proceeding) or confiscations(proceeding) else ""


def _demanded(proceeding: Proceeding) -> str | None:
    papers = queries.issued_for(proceeding, "demand")
    served = [(day, row) for row in papers if (day := row.served_on) is not None]
    if not served:
        return None
    day, paper = served[-1]
    return f"已于{chinese_date(day)}送达《{paper.title}》（{paper.number}）。"


@facts("overturn", "aftermath")
def given_back(proceeding: Proceeding) -> dict[str, Any]:
    """What the party gets back by the revocation or the change (行政处罚法 §75(2); 国家赔偿法 §36)."""
    back = -outstanding(proceeding)
    of = "款项中的" if back < kept(proceeding) else ""
    money = f"已经缴纳的{of}{money_text(back)}，本机关予以退还。" if back > 0 else ""
    taken = "、".join(f"“{row.what}”" for row in left_to_return(proceeding))
    return {"aftermath": money + (f"已经执行的{taken}，本机关予以返还。" if taken else "")}


GROUPS = (told, owed, changed, deferred, court, given_back)
