"""A matter that was taken up again after its decision had fallen: it was filed once, and the papers say so."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.cases.parties import before, filed_against
from sanzhi.law.days import chinese_date


@facts("case", "filed_on taken_up")
def filed(proceeding: Proceeding) -> dict[str, Any]:
    """The day of the first filing; `Proceeding.filed_on` is that from which its own time runs."""
    earlier = _fallen_before(proceeding)
    if not earlier:
        return {"filed_on": proceeding.filed_on}
    last = earlier[-1]
    gone = queries.overturn_of(last)
    assert gone is not None and last.closed_on is not None  # it was closed as one that has fallen
    said = f"本机关{gone.decision.number}决定被{gone.get_kind_display()}后，本案于{chinese_date(last.closed_on)}重新办理。"
    return {"filed_on": earlier[0].filed_on, "taken_up": said}


@facts("case", "filed_cause")
def filed_for(proceeding: Proceeding) -> dict[str, Any]:
    """The cause that the filing was signed for, whatever it was changed to afterwards."""
    papers = filed_against(proceeding)
    cause = str(papers[-1].document.values.get("cause") or "") if papers else proceeding.cause
    return {"filed_cause": cause}


def _fallen_before(proceeding: Proceeding) -> list[Proceeding]:
    """The proceedings against the same party whose decisions have fallen, the oldest first."""
    rows = before(proceeding)
    return [row for row in rows if row.closed_on and row.closure_kind == ClosureKind.OVERTURNED]


GROUPS = (filed, filed_for)
