"""What review and discussion of the proposal that stands add to the facts of a paper; those of another vouch for nothing."""

from datetime import time
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.reviews.models import Verdict
from sanzhi.reviews.queries import deliberations_of, reviews_of
from sanzhi.reviews.rules import POINTS


@facts(
    "case",
    "deliberation_text deliberation_opinions deliberation_on deliberation_time deliberation_place"
    " deliberation_chair deliberation_reporter deliberation_recorder deliberation_listeners deliberation_participants",
    by={"": "reviews.record_deliberation"},
)
def deliberated(proceeding: Proceeding) -> dict[str, Any]:
    now = cases.current_proposal(proceeding)
    talks = [row for row in deliberations_of(proceeding) if now and row.proposal_id == now.pk]
    if not talks:
        return {}
    row = talks[-1]
    return {
        "deliberation_text": row.conclusion,
        "deliberation_opinions": row.opinions,
        "deliberation_on": row.held_on,
        "deliberation_time": f"{_time(row.began_at)}至{_time(row.ended_at)}",
        "deliberation_place": row.place,
        "deliberation_chair": row.chair,
        "deliberation_reporter": row.reporter,
        "deliberation_recorder": row.recorder,
        "deliberation_listeners": "、".join(row.listeners),
        "deliberation_participants": [_voted(one) for one in row.participants],
    }


def _time(moment: time) -> str:
    return f"{moment.hour:02}时{moment.minute:02}分"


def _voted(one: dict[str, Any]) -> dict[str, str]:
    opinion = "同意" if one["agrees"] else "不同意"
    return {"name": one["name"], "position": one["position"], "opinion": opinion}


@facts(
    "case",
    "review_opinion review_text review_points submitted_on reviewer reviewer_qualification review_round review_days"
    " review_materials",
    by={"submitted_on review_materials": "reviews.submit_for_review", "": "reviews.give_opinion"},
)
def reviewed(proceeding: Proceeding) -> dict[str, Any]:
    now = cases.current_proposal(proceeding)
    given = (row for row in reviews_of(proceeding) if row.reviewed_on)
    last = next((row for row in given if now and row.proposal_id == now.pk), None)
    if last is None or last.reviewed_on is None:
        return {}
    calendar = proceeding.calendar
    rows = [
        {
            "item": title,
            "conclusion": "符合" if last.points[key]["holds"] else "不符合",
            "remark": last.points[key]["note"],
        }
        for key, title in POINTS.items()
    ]
    return {
        "review_opinion": Verdict(last.verdict).label.partition("（")[0],
        "review_text": last.opinion,
        "review_points": rows,
        "submitted_on": last.submitted_on,
        "reviewer": last.reviewed_by,
        "reviewer_qualification": "已取得法律职业资格",
        "review_round": last.round,
        "review_materials": "、".join(last.materials),
        "review_days": calendar.working_between(last.submitted_on, last.reviewed_on),
    }


GROUPS = (deliberated, reviewed)
