"""What the papers say that come in place of others: a public notice of what cannot be handed over, a hearing that is denied."""

from datetime import timedelta
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.documents import queries as documents

# where a paper says what it is about: the first that it has is told in the notice
DIGEST = ("decision_text", "proposed_text", "correct_content", "stop_content", "duties", "late_text")


@facts("announced", "title number issued_on digest")
def announced(proceeding: Proceeding) -> dict[str, Any]:
    """The newest paper for the party that nothing says was served (民事诉讼法 §95)."""
    rows = [row for row in queries.papers(proceeding) if row.is_issued and _waits(row)]
    if not rows:
        return {}
    values = rows[-1].document.values
    told = (values.get(name) for name in DIGEST)
    return {
        "title": rows[-1].title,
        "number": rows[-1].number or None,
        "issued_on": rows[-1].issued_on,
        "digest": next((text for text in told if text), None),
    }


def _waits(paper: Paper) -> bool:
    is_external = documents.form(paper.form).nature == "external"
    return is_external and documents.service_of(paper.document) is None


@facts("case", "hearing_until hearing_late_from hearing_not_offered")
def hearing_denied(proceeding: Proceeding) -> dict[str, Any]:
    """From when a hearing is asked for too late, and whether the notice offered none at all (行政处罚法 §63, §64(1))."""
    notice, until = queries.told(proceeding), deadline(proceeding, "hearing_request")
    if notice is None:
        return {}
    offers = notice.purpose == "hearing_notice"
    last = (
        until.on if offers and until is not None and not until.estimated else None
    )  # nobody is late by a guess
    return {
        "hearing_until": last,
        "hearing_late_from": last + timedelta(days=1) if last else None,
        "hearing_not_offered": None
        if offers
        else f"《{notice.title}》没有告知听证权利，所告知的事项不属于听证范围",
    }


GROUPS = (announced, hearing_denied)
